/** A round outdoors or indoors as a phone counts it, and the moves it has. Pure; nothing in it is about a single meeting. */

import { fromBase64Url } from '../kernel/base64.ts';

export const PLACES = ['street', 'indoor', 'elsewhere'] as const;
export type Place = (typeof PLACES)[number];

export const COUNTERS = ['people', 'first', 'places'] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counts = Readonly<Record<Counter, number>>;

/** The most that is counted of each, as the server takes it. */
export const MOST = 999;
/** So often a round is told, as the server takes it. */
export const MOST_REVISIONS = 20;
/** Presses that can be taken back. */
export const MOST_UNDONE = 20;

export interface Round {
  /** 16 random bytes in base64url, by which the server knows it again. */
  readonly id: string;
  readonly service: string;
  /** On which it began, in Norway: "2026-11-22". */
  readonly day: string;
  readonly place: Place;
  readonly counts: Counts;
  /** The numbers are a guess. */
  readonly estimated: boolean;
  /** How often it was finished. */
  readonly revision: number;
  /** The last revision that the server has for sure; 0 before. */
  readonly told: number;
  /** The newest revision that was sent and that nobody answered: perhaps the server has it. 0: there is none. */
  readonly perhaps: number;
  /** `finished`: to be sent, as soon as there is a network and somebody is signed in. */
  readonly stage: 'counting' | 'finished' | 'sent';
  /** The counts before the last presses, the newest last. */
  readonly before: readonly Counts[];
}

/** What somebody can put right of a round while it is counted; of the counts those that are named. */
export type Detail = Pick<Round, 'service' | 'day' | 'place' | 'estimated'> & { readonly counts: Partial<Counts> };

const NOTHING: Counts = { people: 0, first: 0, places: 0 };

export const newRound = (id: string, service: string, day: string, place: Place): Round => ({
  id,
  service,
  day,
  place,
  counts: NOTHING,
  estimated: false,
  revision: 0,
  told: 0,
  perhaps: 0,
  stage: 'counting',
  before: [],
});

/** The counters a round to such a place has. */
export const countersOf = (place: Place): readonly Counter[] => (place === 'indoor' ? COUNTERS : ['people', 'first']);

/** Whether the counts can be: nobody is met for the first time who was not met. */
export const fits = ({ people, first, places }: Counts): boolean =>
  [people, first, places].every((count) => Number.isInteger(count) && count >= 0 && count <= MOST) && first <= people;

/**
 * One more or one less. Whoever is met for the first time is met: one more of `first` is one more of `people` too.
 * As it was where a count would leave 0 to 999.
 */
export function pressed(round: Round, counter: Counter, step: 1 | -1): Round {
  const { people, first, places } = round.counts;
  const next = after(counter, step, { people, first, places });
  if (!fits(next)) return round;
  return { ...round, counts: next, before: [...round.before, round.counts].slice(-MOST_UNDONE) };
}

function after(counter: Counter, step: 1 | -1, { people, first, places }: Counts): Counts {
  switch (counter) {
    case 'people':
      return { people: people + step, first: Math.min(first, people + step), places };
    case 'first':
      return { people: step === 1 ? people + 1 : people, first: first + step, places };
    case 'places':
      return { people, first, places: places + step };
  }
}

/** Without the last press. */
export function undone(round: Round): Round {
  const last = round.before.at(-1);
  return last === undefined ? round : { ...round, counts: last, before: round.before.slice(0, -1) };
}

/**
 * Put right by hand; places are counted indoors only. No press from before typed counts can be taken back. As it was
 * where the counts cannot be.
 */
export function corrected(round: Round, detail: Partial<Detail>): Round {
  const { counts: typed, ...others } = detail;
  const next = { ...round, ...others, counts: { ...round.counts, ...typed }, before: typed === undefined ? round.before : [] };
  if (!fits(next.counts)) return round;
  if (next.place === 'indoor') return next;
  return { ...next, counts: { ...next.counts, places: 0 }, before: next.before.map((counts) => ({ ...counts, places: 0 })) };
}

/** Whether the server has it, as far as this phone knows. */
export const whereabouts = ({ told, perhaps }: Round): 'here' | 'perhaps' | 'there' => (told > 0 ? 'there' : perhaps > 0 ? 'perhaps' : 'here');

/** Counted to its end, and to be sent. A revision of which the server has nothing is used once more. */
export function finished(round: Round): Round {
  const { revision, told, perhaps } = round;
  const fresh = revision === 0 || perhaps === revision || told === revision;
  return { ...round, stage: 'finished', revision: fresh ? revision + 1 : revision, before: [] };
}

/** Whether it can be told once more. */
export const correctable = ({ revision }: Round): boolean => revision < MOST_REVISIONS;

/** By which a round is struck where it was sent: twelve hexadecimal digits of its id, in fours. */
export const codeOf = ({ id }: Round): string =>
  [...(fromBase64Url(id) ?? [])]
    .slice(0, 6)
    .map((byte, at) => `${at > 0 && at % 2 === 0 ? ' ' : ''}${byte.toString(16).padStart(2, '0')}`)
    .join('');

/** Taken up again. */
export const reopened = (round: Round): Round => ({ ...round, stage: 'counting' });
