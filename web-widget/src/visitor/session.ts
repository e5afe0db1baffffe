import { signal } from '@preact/signals';
import { MINUTE, SECOND, systemClock } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { fromHex } from '../kernel/hex.ts';
import { systemRandom } from '../kernel/random.ts';
import type { Random } from '../kernel/random.ts';
import { unattended } from '../kernel/unattended.ts';
import type { FileRef } from '../letters/file-ref.ts';
import type { OpenSocket } from '../socket/line.ts';
import type { MailboxLetters } from './letters.ts';
import { firstDoubt } from './first-doubt.ts';
import type { Asked } from './asked.ts';
import { inLane } from './in-lane.ts';
import type { LiveVisit } from './live-visit.ts';
import type { Meeting } from './meeting.ts';
import type { LeftBy, ServiceInfo, VisitorSession, VisitState } from './session-view.ts';
import type { Proof } from './reload.ts';
import { site as siteAt } from './site.ts';
import type { Site } from './site.ts';

/** How often the first screen asks again whether somebody is there. */
const POLL = 15 * SECOND;
/** For so long a place is owed. */
const OWED = 30 * MINUTE;

const answers = ({ state }: ServiceInfo): boolean => state === 'open' || state === 'busy';

export interface SessionOptions {
  /** Service id. */
  readonly service: string;
  /** `#p=…` of the page's address: the fingerprint of the root set. */
  readonly pin: string;
  /** `#…&r=…` of a page that stands alone and was loaded anew. */
  readonly reload?: string | undefined;
  /** The visitor role's origin, without a slash at the end. */
  readonly origin: string;
  readonly site?: Site;
  readonly open?: OpenSocket;
  readonly clock?: Clock;
  readonly random?: Random;
}

/** Starts asking whether the service is open; everything else begins with a ring. */
export function createSession(options: SessionOptions): VisitorSession {
  const { clock = systemClock, random = systemRandom, pin } = options;
  const site = options.site ?? siteAt(options.origin, (address, init) => fetch(address, init));
  const open = options.open ?? ((address, subprotocol) => new WebSocket(address, subprotocol));
  const state = signal<VisitState>({ kind: 'loading' });
  let live: LiveVisit | undefined;
  /** Device of whoever led the chat last. */
  let lead: string | undefined;
  let letters: MailboxLetters | undefined;
  /** What a ring out of a mailbox notes there. */
  let meeting: Meeting | undefined;
  let service: ServiceInfo | undefined;
  let gone = false;
  /** Whether this page once followed the pin to the roster. Each chat does it again. */
  let proven = false;

  const resting = (): boolean =>
    live === undefined && (state.value.kind === 'loading' || state.value.kind === 'start' || state.value.kind === 'unreachable');

  const lost = signal(false);

  /** Goes on with the visit of this page before it was loaded anew, if it can still be had. */
  const restore = async (text: string): Promise<void> => {
    try {
      const [{ LiveVisit }, { openKept, readToken, reloadKey }] = await Promise.all([import('./live-visit.ts'), import('./reload.ts')]);
      const [answer, token] = [await site.service(options.service), readToken(text)];
      const sealed = token && (await site.kept(token.conversation, reloadKey(token)));
      const kept = token && sealed && (await openKept(token, sealed));
      if (gone) return;
      lost.value = kept === undefined;
      if (kept === undefined) {
        unattended(poll());
        return;
      }
      // What the visitor was told goes with every ring of this page.
      service = { ...answer, retentionDays: kept.retentionDays };
      live = new LiveVisit(service, kept, { site, pin, open, clock, random }, show);
    } catch {
      if (gone) return;
      state.value = { kind: 'unreachable' };
      clock.after(POLL, () => unattended(restore(text)));
    }
  };
  const show = (next: VisitState): void => {
    if (gone || ringsAgain(next)) return;
    if (next.kind === 'talking') lead = next.talk.members.find((member) => member.lead === true)?.device ?? lead;
    meeting?.see(next);
    if (next.kind === 'talking') left = undefined;
    if (next.kind === 'waiting' || next.kind === 'refused') watch();
    const waits = next.kind === 'waiting';
    if (live?.heard !== true) said = false;
    if (danger && !said && (next.kind === 'checking' || next.kind === 'talking')) said = live?.here(true) ?? false;
    if (waits) {
      if (next.danger === true) danger = false;
      if (danger && next.connected) live?.here(true);
      const seen = hours ?? next.service;
      // Whoever is in danger is taken by anybody.
      state.value = { ...next, left, service: next.danger === true || last?.wishes.includes('danger') ? seen : inLane(seen, laneNow()) };
    } else state.value = next.kind === 'refused' ? { ...next, left } : next;
  };

  /** Whether the service left this visit, so that it rings again by itself. */
  const ringsAgain = (now: VisitState): boolean => {
    if (now.kind !== 'ended' || (now.by !== 'silent' && now.by !== 'removed' && now.by !== 'given')) return false;
    const asked = live?.again;
    if (erasing || asked === undefined) return false;
    proofs = asked.left;
    owed = clock.now() + OWED;
    unattended(ring(now.service, asked, now.by));
    return true;
  };

  let left: LeftBy | undefined;
  /** Of the chats that the service left. */
  let proofs: readonly Proof[] = [];
  let erasing = false;
  /** They said that there is danger now, and the server does not know yet. */
  let danger = false;
  /** Whether that was said on this connection since somebody took them. */
  let said = false;
  /** Until when a place is owed to whom the service left. */
  let owed = 0;
  /** What was rung with last. */
  let last: Asked | undefined;
  const laneNow = (): string => last?.lane ?? live?.again?.lane ?? '';
  let hours: ServiceInfo | undefined;
  let watching = false;
  /** Whoever waits learns when the closing time moves; whom the service left stands in front as soon as somebody is there again. */
  const watch = (): void => {
    if (watching) return;
    watching = true;
    clock.after(MINUTE, () => {
      watching = false;
      const { kind } = state.value;
      if (gone || (kind !== 'waiting' && !(kind === 'refused' && clock.now() < owed))) return;
      const learn = (answer: ServiceInfo): void => {
        hours = { ...answer, retentionDays: service?.retentionDays ?? answer.retentionDays };
        const now = state.value;
        if (now.kind === 'waiting') show(now);
        else if (now.kind === 'refused' && now.why === 'closed' && clock.now() < owed && !erasing && answers(answer)) again();
      };
      unattended(site.service(options.service).then(learn, () => undefined));
      watch();
    });
  };

  const poll = async (): Promise<void> => {
    if (gone || !resting()) return;
    try {
      const [answer, doubt] = await Promise.all([site.service(options.service), proven ? undefined : firstDoubt(site, pin, clock.now())]);
      const answered = answers(answer);
      if (doubt === 'not-to-be-had' && answered) throw new Error('nobody can be confirmed');
      proven = doubt === undefined;
      service = answer;
      if (!resting()) return;
      // Hours and letters are of use also when nobody can be rung; a pin that leads nowhere is of none.
      const stops = doubt !== undefined && doubt !== 'not-to-be-had' && (answered || doubt === 'unconfirmed');
      state.value = stops
        ? { kind: 'stopped', reason: doubt, code: undefined, service: answer }
        : { kind: 'start', service: answer };
      unattended(import('./live-visit.ts')); // fetched ahead, so that a ring needs nothing more
    } catch {
      if (resting()) state.value = { kind: 'unreachable' };
    }
    clock.after(POLL, () => unattended(poll()));
  };

  const ring = async (service: ServiceInfo, asked: Asked, leftBy?: LeftBy): Promise<void> => {
    [hours, left, last] = [undefined, leftBy, asked];
    const position = leftBy === undefined ? service.waiting + 1 : 1;
    state.value = { kind: 'waiting', service, position, band: 'unknown', connected: false, left };
    try {
      const [{ LiveVisit }, pass] = await Promise.all([import('./live-visit.ts'), asked.passing]);
      if (gone) return;
      const tools = { site, pin, open, clock, random };
      live = new LiveVisit(service, { ...asked, pass }, tools, show);
    } catch {
      show({ kind: 'stopped', reason: 'browser', code: undefined });
    }
  };

  const forgetAll = (): void => {
    meeting?.forget();
    letters?.forget();
    [live, letters] = [undefined, undefined];
  };

  const begin = (asked: Asked): void => {
    meeting?.forget();
    if (gone || service === undefined || (state.value.kind !== 'start' && state.value.kind !== 'refused')) return;
    // Asked for only where it is needed: it need not be known that somebody with a code rings.
    const passing = service.admits === 'winding-down' ? letters?.pass() : undefined;
    meeting = letters?.meeting();
    unattended(ring(service, { ...asked, left: proofs, passing }, left));
  };
  const inDanger = (): void => {
    [danger, said] = [true, false];
    show(state.value);
  };
  const again = (language?: string): void => last && begin({ ...last, language: language ?? last.language });

  unattended(options.reload === undefined ? poll() : restore(options.reload));
  return {
    state,
    lost,
    keep: async () => live?.keep(),
    letGo: () => unattended(live?.letGo() ?? Promise.resolve()),
    suspend: () => {
      gone = true;
      live?.suspend();
      forgetAll();
    },
    ring: (lane, language, wishes = []) => {
      danger = false;
      begin({ lane, language, wishes, left: proofs });
    },
    again,
    danger: inDanger,
    unsaid: () => danger,
    letters: async (begin, language) => {
      if (begin !== 'keeping') owed = 0; // nobody is rung for who does something else
      const { lettersOf } = await import('./letters.ts');
      const source = { origin: options.origin, site, pin, clock, random };
      const last = begin === 'keeping' && lead !== undefined ? fromHex(lead) : undefined;
      const made = await lettersOf({ service: options.service, language, begin, last }, source);
      letters?.forget();
      letters = made;
      if (gone) made.forget();
      return made;
    },
    files: async () => {
      const { visitFiles } = await import('./chat-files.ts');
      const visit = { proof: () => live?.proof, say: (ref: FileRef) => live?.sendFile(ref) ?? false, known: () => (danger = false), unknown: () => danger || inDanger() };
      return visitFiles(visit, options.origin, (address, init) => fetch(address, init), random);
    },
    send: (text) => live?.send(text) ?? false,
    typing: () => live?.typing(),
    here: () => live?.here() ?? false,
    answer: (yes) => live?.answer(yes),
    wishAway: (device) => live?.wishAway(device),
    relax: (what) => unattended(import('./relax.ts').then(({ relaxing }) => live?.up(relaxing(what)))),
    leave: () => live?.leave(),
    erase: async () => {
      meeting?.forget();
      if (live === undefined) throw new Error('there is no visit');
      erasing = true;
      await live.erase().finally(() => {
        erasing = false;
      });
    },
    vanish: () => {
      gone = true;
      live?.vanish();
      forgetAll();
    },
  };
}
