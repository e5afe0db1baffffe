/** Counting on a phone: what is kept there, what the server was told of it, and the presses that change it. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { toBase64Url } from '../kernel/base64.ts';
import { HOUR, MINUTE, type Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { dayOfRound, firstDay } from './day.ts';
import type { Desk, Fault, SignedIn } from './desk.ts';
import { arrived, asked, begun, changed, NOTHING_KEPT, refused, sent, swept, takenUp, waiting, without, type Kept } from './kept.ts';
import { corrected, finished, newRound, pressed, reopened, undone, type Counter, type Detail, type Place, type Round } from './round.ts';
import type { Shelf } from './shelf.ts';

const ID_BYTES = 16;
/** So long it is believed that nobody struck a round that was sent. */
const STANDS_FOR = HOUR;

/** Whether this browser keeps anything; `lost`, the last press was not kept. */
export type Keeping = 'reading' | 'keeps' | 'lost';

/** Whether something could be sent now, as far as is known. */
export type Link = 'unknown' | 'ready' | 'signed-out' | 'not-allowed' | 'unreachable';

export interface Counting {
  readonly keeping: ReadonlySignal<Keeping>;
  /** What is on the phone; changes only after it is there. */
  readonly kept: ReadonlySignal<Kept>;
  readonly link: ReadonlySignal<Link>;
  /** Why the server does not keep a round, by its id. */
  readonly faults: ReadonlySignal<Readonly<Record<string, Fault>>>;
  begin(service: string, place: Place): Promise<void>;
  /** Changes a round while it is counted; one that was finished meanwhile, in another tab, stays. */
  press(id: string, counter: Counter, step: 1 | -1): Promise<void>;
  undo(id: string): Promise<void>;
  putRight(id: string, detail: Partial<Detail>): Promise<void>;
  /** Ends the counting of a round, and sends what can be sent. */
  finish(id: string): Promise<void>;
  takeUp(id: string): Promise<void>;
  discard(id: string): Promise<void>;
  /** Takes a round out that was sent, there and then here. */
  strike(id: string): Promise<void>;
  /** Asks who is signed in, and sends what waits. */
  look(): Promise<void>;
  /** Whether nobody is signed in any more, as the server says. */
  signOut(): Promise<boolean>;
}

const linkOf = ({ kind }: SignedIn): Link => (kind === 'yes' ? 'ready' : kind === 'no' ? 'signed-out' : kind);

export function createCounting(parts: {
  readonly shelf: Shelf;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly random: Random;
}): Counting {
  const { shelf, desk, clock, random } = parts;
  const keeping = signal<Keeping>('reading');
  const kept = signal<Kept>(NOTHING_KEPT);
  const link = signal<Link>('unknown');
  const faults = signal<Readonly<Record<string, Fault>>>({});
  /** When the server said last that it has a round, by its id; of the 20 at most that are kept as sent. */
  const stood = new Map<string, number>();
  let looking: Promise<void> | undefined;
  let asking: Promise<void> | undefined;

  const change = async (step: (now: Kept) => Kept): Promise<void> => {
    try {
      kept.value = await shelf.change((now) => step(swept(now, firstDay(clock.now()))));
      keeping.value = 'keeps';
    } catch {
      keeping.value = 'lost';
    }
  };
  const changeCounted = (id: string, step: (round: Round) => Round): Promise<void> =>
    change((now) => changed(now, id, (round) => (round.stage === 'counting' ? step(round) : round)));

  const fault = (id: string, why: Fault | undefined): void => {
    const { [id]: gone, ...others } = faults.value;
    if (why !== undefined) faults.value = { ...others, [id]: why };
    else if (gone !== undefined) faults.value = others;
  };
  /** Answers whether it makes sense to go on with the next one. */
  const send = async ({ id }: Round): Promise<boolean> => {
    // Written down before: the page may be gone before the answer is here. What is changed from now on is another revision.
    let found: Round | undefined;
    await change((now) => {
      found = waiting(now).find((each) => each.id === id);
      return found === undefined ? now : asked(now, id, found.revision);
    });
    if (found === undefined) return true;
    const round: Round = found;
    const told = await desk.tell(round);
    if (told.kind === 'signed-out' || told.kind === 'not-allowed' || told.kind === 'refused') {
      await change((now) => refused(now, round.id, round.revision, round.perhaps));
    }
    switch (told.kind) {
      case 'kept':
        stood.set(round.id, clock.now());
        fault(round.id, undefined);
        await change((now) => arrived(now, round.id, round.revision));
        return true;
      case 'refused':
        fault(round.id, told.fault);
        return true;
      case 'signed-out':
      case 'not-allowed':
      case 'unreachable':
        link.value = told.kind;
        return false;
    }
  };
  const sendAll = async (): Promise<void> => {
    for (const round of waiting(kept.value)) {
      if (!(await send(round))) return;
    }
  };
  const lookOnce = async (): Promise<void> => {
    await change((now) => now);
    const me = await desk.me();
    link.value = linkOf(me);
    if (me.kind !== 'yes') return;
    await change((now) => ({ ...now, services: me.services }));
    await sendAll();
  };
  /** One look at a time; whoever asks meanwhile waits for one that begins after it. */
  const look = async (): Promise<void> => {
    await looking;
    looking ??= lookOnce().finally(() => (looking = undefined));
    await looking;
  };
  /** Tells what was sent once more, which changes nothing there: the server says what somebody struck meanwhile. */
  const askAgain = async (): Promise<void> => {
    const all = sent(kept.value);
    for (const id of stood.keys()) if (!all.some((round) => round.id === id)) stood.delete(id);
    for (const round of all) {
      if (link.value !== 'ready') return;
      if (clock.now() - (stood.get(round.id) ?? 0) < STANDS_FOR) continue;
      const told = await desk.tell(round);
      if (told.kind !== 'kept' && told.kind !== 'refused') {
        link.value = told.kind;
        return;
      }
      stood.set(round.id, clock.now());
      if (told.kind === 'refused' && told.fault === 'struck') fault(round.id, told.fault);
    }
  };
  /** Looks again every minute while something waits. */
  const watch = (): void => {
    clock.after(MINUTE, () => {
      watch();
      if (waiting(kept.value).length > 0) look().catch(() => undefined);
    });
  };
  watch();

  return {
    keeping,
    kept,
    link,
    faults,
    async look() {
      await look();
      asking ??= askAgain().finally(() => (asking = undefined));
      await asking;
    },
    begin: (service, place) => {
      const round = newRound(toBase64Url(random(ID_BYTES)), service, dayOfRound(clock.now()), place);
      return change((now) => begun(now, round));
    },
    press: (id, counter, step) => changeCounted(id, (round) => pressed(round, counter, step)),
    undo: (id) => changeCounted(id, undone),
    putRight: (id, detail) => changeCounted(id, (round) => corrected(round, detail)),
    async finish(id) {
      await changeCounted(id, finished);
      await look();
    },
    takeUp: (id) => change((now) => takenUp(now, id, reopened)),
    discard: (id) => change((now) => without(now, id)),
    async strike(id) {
      const round = sent(kept.value).find((each) => each.id === id);
      if (round === undefined) return;
      const why = await desk.strike(round);
      fault(id, why);
      // What was put right meanwhile, in another tab, is not what was struck: the server refuses it, and says so there.
      if (why === undefined) await change((now) => (sent(now).some((each) => each.id === id) ? without(now, id) : now));
    },
    async signOut() {
      const told = await desk.signOut();
      const me = await desk.me();
      const gone = told && me.kind !== 'yes' && me.kind !== 'not-allowed';
      link.value = gone ? 'signed-out' : linkOf(me);
      return gone;
    },
  };
}
