/** What would become of each contact of an imported file. Pure. */

import type { Yes } from '../../courtesy/cells.ts';
import type { NewCard } from '../../courtesy/import.ts';
import { todayInOslo } from '../../kernel/oslo.ts';
import { MOST_PROOF, type CardNumber, type Face } from './sealed.ts';
import type { SafeTime, Source, Worth } from './wire.ts';

/** Numbers of a card, as the server takes them. */
const MOST_NUMBERS = 10;
const MOST_NAMES = 10;
const LONGEST_SEEN = 500;
/** Characters of all notes that come with a file. */
const LONGEST_NOTES = 2_000;
const MOST_ADVERTS = 1_000;
const DAY = 24 * 60;
const MOST_MONTHS = 13;

/** `keep`: it would be kept. The others are left out. */
export type Verdict =
  | 'keep'
  /** None of its numbers is one. */
  | 'no-number'
  /** They, or a worker, said never. */
  | 'stopped'
  /** The service has a card with each of its numbers, with its safe time when the file names one. */
  | 'duplicate'
  /** Its safe times, or with those of cards with its numbers, have nothing, or no single time, in common. */
  | 'windows';

/** One contact of the file. */
export interface Candidate {
  /** Drawn here, hexadecimal. */
  readonly card: string;
  readonly from: NewCard;
  readonly verdict: Verdict;
  /** Those that are numbers, mobile phones in front. */
  readonly numbers: readonly CardNumber[];
  /** As they were written, and no numbers or emergency and service numbers. */
  readonly refused: readonly string[];
  /** Cut off, since a card has at most 10. */
  readonly over: number;
  readonly window: SafeTime | undefined;
  /** Whether somebody contacted one of its numbers first, in 13 months. */
  readonly begun: boolean;
  /** The file's yes to WhatsApp; `taken-back` when one of its numbers took it back on that day or later. */
  readonly yes: Yes | 'taken-back' | undefined;
  /** Cards of the service that have one of its numbers. */
  readonly shared: number;
}

/** @param worths what the server says of each number of the file */
export function candidateOf(card: string, from: NewCard, worths: ReadonlyMap<string, Worth>): Candidate {
  const read = from.numbers.map((number) => ({ number, worth: worths.get(number) }));
  const good = read.flatMap(({ worth }) => (worth?.kind === 'mobile' || worth?.kind === 'call-only' ? [worth] : []));
  const distinct = good.filter(({ e164 }, at) => good.findIndex((other) => other.e164 === e164) === at);
  const inOrder = [...distinct.filter(({ kind }) => kind === 'mobile'), ...distinct.filter(({ kind }) => kind !== 'mobile')];
  const window = common(from.windows);
  const numbers = inOrder.slice(0, MOST_NUMBERS).map(({ e164, kind }): CardNumber => ({ e164, kind: kind === 'mobile' ? 'mobile' : 'call-only' }));
  return {
    card,
    from,
    verdict: verdictOf(distinct, window),
    numbers,
    refused: read.filter(({ worth }) => worth === undefined || worth.kind === 'none' || worth.kind === 'short').map(({ number }) => number),
    over: distinct.length - numbers.length,
    window: window === 'none' ? undefined : window,
    begun: distinct.some(({ begun }) => begun),
    yes: yesOf(from, distinct),
    shared: new Set(distinct.flatMap(({ cards }) => cards)).size,
  };
}

function yesOf({ yes }: NewCard, numbers: readonly Worth[]): Candidate['yes'] {
  return yes !== undefined && numbers.some(({ withdrawn }) => withdrawn >= yes.day) ? 'taken-back' : yes;
}

function verdictOf(numbers: readonly Worth[], window: SafeTime | 'none' | undefined): Verdict {
  if (numbers.length === 0) return 'no-number';
  if (numbers.some(({ stopped }) => stopped)) return 'stopped';
  if (numbers.every((number) => isKnown(number, window))) return 'duplicate';
  if (window === 'none' || (window !== undefined && common([window, ...numbers.flatMap(({ windows }) => windows)]) === 'none')) return 'windows';
  return 'keep';
}

/** A safe time that no card with the number has may be somebody else's: beside theirs it is kept, and both are heeded. */
const isKnown = ({ cards, windows }: Worth, window: SafeTime | 'none' | undefined): boolean =>
  cards.length > 0 && (window === undefined || (window !== 'none' && windows.some(({ from, to }) => from === window.from && to === window.to)));

/** The time that all windows allow; undefined when any time is, `none` when no single one is. */
export function common(windows: readonly SafeTime[]): SafeTime | 'none' | undefined {
  const allows = Array.from({ length: DAY }, (_, minute) =>
    windows.every(({ from, to }) => (from < to ? from <= minute && minute < to : minute >= from || minute < to)),
  );
  if (allows.every(Boolean)) return undefined;
  const begins = allows.flatMap((allowed, minute) => (allowed && !allows.at(minute - 1) ? [minute] : []));
  const ends = allows.flatMap((allowed, minute) => (!allowed && allows.at(minute - 1) ? [minute] : []));
  const [from, to] = [begins[0], ends[0]];
  return begins.length !== 1 || from === undefined || to === undefined ? 'none' : { from, to };
}

/** What may be shown of it. */
export function faceOf({ from }: Candidate, at: number, by: string): Face {
  const notes: string[] = [];
  let left = LONGEST_NOTES;
  for (const note of from.notes) {
    if (left <= 0) break;
    notes.push(note.slice(0, left));
    left -= note.length;
  }
  return {
    names: from.names.slice(0, MOST_NAMES),
    seen: from.seen.join(', ').slice(0, LONGEST_SEEN),
    notes: notes.map((text) => ({ at, by, text })),
    proof: from.proof.slice(0, MOST_PROOF),
  };
}

/** In how many adverts it was seen; of a list of adverts, a row that names none is one too. */
export const advertsOf = ({ from: { adverts } }: Candidate, source: Source): number =>
  Math.min(MOST_ADVERTS, adverts.named + (source === 'advert' ? adverts.unnamed : 0));

/** The last day on which cards may be deleted: 13 months ahead, such as `2027-12-20`. */
export function lastDay(now: number): string {
  const day = new Date(todayInOslo(now));
  const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + MOST_MONTHS, 1));
  const length = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(day.getUTCDate(), length));
  return month.toISOString().slice(0, 10);
}

/** Whether cards may be deleted on this day: after today in Norway, and at most 13 months ahead. */
export const endsFits = (ends: string, now: number): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(ends) && ends > todayInOslo(now) && ends <= lastDay(now);
