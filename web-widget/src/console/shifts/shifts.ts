/** The calendar of shifts, looked at again and again, and what one does about it. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { Answer, Http } from '../login/http.ts';
import { list, members, number, text, texts } from '../login/read.ts';

export type Act =
  | 'sign-up'
  | 'take-back'
  | 'cannot-come'
  | 'confirm'
  | 'offer'
  | 'keep'
  | 'take-over'
  | 'ask-swap'
  | 'accept-swap'
  | 'decline-swap';

/** A plan on one of its dates. */
export interface Place {
  readonly plan: string;
  readonly day: string;
}

export interface Seat {
  readonly seat: number;
  readonly name: string;
  readonly mine: boolean;
  readonly confirmed: boolean;
  readonly offered: boolean;
  /** The seat that its holder would swap for. */
  readonly asks: (Place & { readonly seat: number }) | undefined;
}

export interface Shift extends Place {
  readonly service: string;
  readonly lane: string;
  /** ms since 1970. */
  readonly from: number;
  readonly to: number;
  readonly seats: number;
  readonly roles: readonly string[];
  readonly languages: readonly string[];
  readonly taken: readonly Seat[];
  readonly suits: boolean;
  readonly gap: boolean;
  readonly alarm: 'none' | 'soon' | 'now';
}

/** What others changed about one's seat. */
export const CHANGES = ['removed', 'replaced', 'restricted', 'moved', 'taken-over', 'swapped', 'declined', 'unasked'] as const;
export type Change = (typeof CHANGES)[number];

export interface News {
  readonly number: number;
  readonly what: Change;
  readonly service: string;
  /** ISO date. */
  readonly day: string;
}

export interface Plan {
  readonly plan: string;
  readonly service: string;
  readonly first: string;
  /** Empty: it goes on. */
  readonly last: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly seats: number;
  readonly lane: string;
  readonly zone: string;
  readonly roles: readonly string[];
  readonly languages: readonly string[];
}

/** What came of another plan in the place of one. */
export interface Replaced {
  readonly kept: number;
  readonly lost: readonly { readonly name: string; readonly day: string }[];
}

export interface NewPlan {
  readonly service: string;
  readonly lane: string;
  readonly first: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  readonly seats: number;
  readonly roles: readonly string[];
  readonly languages: readonly string[];
  /** Europe/Oslo where it is left out. */
  readonly zone?: string;
}

export interface Shifts {
  /** Undefined until they were read once. */
  readonly shifts: ReadonlySignal<readonly Shift[] | undefined>;
  readonly plans: ReadonlySignal<readonly Plan[]>;
  /** What others changed in one's own shifts, until it was seen. */
  readonly news: ReadonlySignal<readonly News[]>;
  readonly reached: ReadonlySignal<boolean>;
  /** What was pressed last came too late or does not fit. */
  readonly refused: ReadonlySignal<boolean>;
  /** Services for which this person holds a shift now. */
  readonly onShift: ReadonlySignal<readonly string[]>;
  /** The secret address of the calendar, shown once. */
  readonly feed: ReadonlySignal<string>;
  act(act: Act, place: Place, other?: Place & { readonly seat: number }): Promise<void>;
  takeOver(place: Place, seat: number): Promise<void>;
  /** False when the server refused. */
  plan(plan: NewPlan): Promise<boolean>;
  /** Another plan in the place of one, from its first day on; undefined when the server refused. */
  replace(plan: string, next: NewPlan): Promise<Replaced | undefined>;
  leaveOut(place: Place): Promise<void>;
  move(place: Place, moved: { readonly day: string; readonly from: string; readonly to: string }): Promise<boolean>;
  end(plan: string, last: string): Promise<void>;
  renewFeed(): Promise<void>;
  /** The news as they are shown now were seen. */
  seen(): Promise<void>;
  look(): void;
  close(): void;
}

const LOOK_AGAIN = MINUTE;
/** A shift carries rights so long before and after it. */
const AROUND = 15 * MINUTE;

export function createShifts(parts: {
  readonly http: Http;
  readonly clock: Clock;
  readonly origin: string;
  readonly now: ReadonlySignal<number>;
}): Shifts {
  const { http, clock, origin, now } = parts;
  /** With those of which only the right still lasts. */
  const listed = signal<readonly Shift[] | undefined>(undefined);
  const plans = signal<readonly Plan[]>([]);
  const news = signal<readonly News[]>([]);
  const reached = signal(true);
  const refused = signal(false);
  const feed = signal('');
  let cancel = (): void => undefined;
  let closed = false;
  let looks = 0;

  const look = async (): Promise<void> => {
    cancel();
    const mine = ++looks;
    const answer = await http.get('/api/shifts');
    // An older answer that comes later says what was.
    if (closed || mine !== looks) return;
    reached.value = answer.kind === 'ok';
    if (answer.kind === 'ok') {
      listed.value = list(members(answer.value)['shifts']).map(readShift);
      news.value = list(members(answer.value)['news']).flatMap(readNews);
      // One that was replaced before its first day has no day left.
      plans.value = list(members(answer.value)['plans']).map(readPlan).filter(({ first, last }) => last === '' || first <= last);
    }
    cancel();
    cancel = clock.after(LOOK_AGAIN, () => unattended(look()));
  };
  const post = async (path: string, body: unknown): Promise<Answer<unknown>> => {
    const answer = await http.post(path, body);
    refused.value = answer.kind !== 'ok';
    await look();
    return answer;
  };
  const kept = async (path: string, body: unknown): Promise<boolean> => (await post(path, body)).kind === 'ok';
  unattended(look());
  return {
    shifts: computed(() => listed.value?.filter(({ to }) => now.value < to)),
    plans,
    news,
    reached,
    refused,
    feed,
    onShift: computed(() =>
      (listed.value ?? [])
        .filter(({ from, to }) => from - AROUND <= now.value && now.value < to + AROUND)
        .filter(({ taken }) => taken.some(({ mine }) => mine))
        .map(({ service }) => service)
        .filter((service, index, all) => all.indexOf(service) === index),
    ),
    async act(act, { plan, day }, other) {
      const theirs = other === undefined ? {} : { theirs: { plan: other.plan, day: other.day }, seat: other.seat };
      await post('/api/shifts/acts', { act, plan, day, ...theirs });
    },
    async takeOver({ plan, day }, seat) {
      await post('/api/shifts/acts', { act: 'take-over', plan, day, seat });
    },
    plan: (plan) => kept('/api/shifts/plans', plan),
    async replace(plan, next) {
      const answer = await post('/api/shifts/plans/replace', { ...next, plan });
      if (answer.kind !== 'ok') return undefined;
      const { kept: stay, lost } = members(answer.value);
      const losing = list(lost).map(members);
      return { kept: number(stay), lost: losing.map(({ name, day }) => ({ name: text(name), day: text(day) })) };
    },
    async leaveOut({ plan, day }) {
      await post('/api/shifts/plans/dates', { plan, day });
    },
    move: ({ plan, day }, moved) => kept('/api/shifts/plans/dates', { plan, day, moved }),
    async end(plan, last) {
      await post('/api/shifts/plans/end', { plan, last });
    },
    async renewFeed() {
      const answer = await http.post('/api/shifts/feed', {});
      feed.value = answer.kind === 'ok' ? origin + text(members(answer.value)['path']) : '';
      refused.value = answer.kind !== 'ok';
    },
    async seen() {
      const newest = news.value.at(-1);
      if (newest !== undefined) await post('/api/shifts/news/seen', { number: newest.number });
    },
    look: () => unattended(look()),
    close() {
      closed = true;
      cancel();
    },
  };
}

function readShift(value: unknown): Shift {
  const json = members(value);
  const alarm = json['alarm'];
  return {
    ...readPlace(json),
    service: text(json['service']),
    lane: text(json['lane']),
    from: Date.parse(text(json['from'])),
    to: Date.parse(text(json['to'])),
    seats: number(json['seats']),
    roles: texts(json['roles']),
    languages: texts(json['languages']),
    taken: list(json['taken']).map(readSeat),
    suits: json['suits'] === true,
    gap: json['gap'] === true,
    alarm: alarm === 'soon' || alarm === 'now' ? alarm : 'none',
  };
}

/** Nothing for a kind of change that this console does not know. */
function readNews(value: unknown): readonly News[] {
  const json = members(value);
  const what = CHANGES.find((each) => each === json['what']);
  return what === undefined ? [] : [{ number: number(json['number']), what, service: text(json['service']), day: text(json['day']) }];
}

function readSeat(value: unknown): Seat {
  const json = members(value);
  const asks = members(json['asks']);
  return {
    seat: number(json['seat']),
    name: text(json['name']),
    mine: json['mine'] === true,
    confirmed: json['confirmed'] === true,
    offered: json['offered'] === true,
    asks: text(asks['plan']) === '' ? undefined : { ...readPlace(asks), seat: number(asks['seat']) },
  };
}

const readPlace = (json: Readonly<Record<string, unknown>>): Place => ({ plan: text(json['plan']), day: text(json['day']) });

function readPlan(value: unknown): Plan {
  const json = members(value);
  return {
    plan: text(json['plan']),
    service: text(json['service']),
    first: text(json['first']),
    last: text(json['last']),
    from: text(json['from']),
    to: text(json['to']),
    rule: text(json['rule']),
    seats: number(json['seats']),
    lane: text(json['lane']),
    zone: text(json['zone']),
    roles: texts(json['roles']),
    languages: texts(json['languages']),
  };
}
