/**
 * Finds numbers that say who somebody is, before they are sent. Judged by their own control digits, so that an
 * ordinary phone number or a price is left alone.
 */

export type Finding = 'national-id' | 'immigration' | 'card';

/** Runs of at least 11 digits of any script, with at most two separators between two digits. */
const RUN = /\p{Nd}(?:[\s\u00a0\u202f.,/_\-–]{0,2}\p{Nd}){10,}/gu;
const LONGEST = 32;

/** The first finding in a text, or undefined. */
export function findIdentifier(text: string): Finding | undefined {
  for (const [run] of text.matchAll(RUN)) {
    const found = inRun(digitsOf(run));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Decimal digits of every script stand in blocks of ten that begin where the code point's low part says so. */
function digitsOf(run: string): number[] {
  const digits: number[] = [];
  for (const sign of run) {
    if (/\p{Nd}/u.test(sign)) digits.push(valueOf(sign));
    if (digits.length === LONGEST) break;
  }
  return digits;
}

function valueOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const own = zero;
  while (own - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return own - zero;
}

/** A longer run is searched piece by piece: people write numbers next to each other. */
function inRun(digits: readonly number[]): Finding | undefined {
  for (let at = 0; at + 11 <= digits.length; at += 1) {
    const rest = digits.length - at;
    if (isNationalId(digits.slice(at, at + 11))) return 'national-id';
    if (rest >= 12 && isImmigration(digits.slice(at, at + 12))) return 'immigration';
  }
  return isCard(digits) ? 'card' : undefined;
}

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

const sum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);

const pair = (digits: readonly number[], at: number): number => (digits[at] ?? 0) * 10 + (digits[at + 1] ?? 0);

/**
 * National identity numbers: `DDMMYY` + 3 digits + two control digits modulo 11. D-numbers add 40 to the day,
 * H-numbers 40, test persons 65 or 80 to the month. From 2032 the first control digit may leave 0, 1, 2 or 3
 * (Skatteetaten, "Nytt fødselsnummer fra 2032").
 */
function isNationalId(digits: readonly number[]): boolean {
  if (!isDate(pair(digits, 0), pair(digits, 2), pair(digits, 4))) return false;
  return sum(digits, FIRST) % 11 <= 3 && sum(digits, SECOND) % 11 === 0;
}

function isDate(writtenDay: number, writtenMonth: number, year: number): boolean {
  const day = writtenDay > 40 ? writtenDay - 40 : writtenDay;
  const month = [80, 65, 40, 0].map((added) => writtenMonth - added).find((left) => left >= 1 && left <= 12);
  if (month === undefined || day < 1) return false;
  const longest = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= longest;
}

const DUF = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];

/** Number of the Norwegian immigration authorities: year, six digits, two control digits (the remainder modulo 11). */
function isImmigration(digits: readonly number[]): boolean {
  const year = pair(digits, 0) * 100 + pair(digits, 2);
  return year >= 1980 && year <= 2079 && sum(digits, DUF) % 11 === pair(digits, 10);
}

/** Payment cards: 15, 16 or 19 digits that begin with 2–6, Luhn sum (ISO/IEC 7812-1). */
function isCard(digits: readonly number[]): boolean {
  const first = digits[0] ?? 0;
  if (![15, 16, 19].includes(digits.length) || first < 2 || first > 6) return false;
  const total = digits.reduceRight((so, digit, index) => {
    if ((digits.length - 1 - index) % 2 === 0) return so + digit;
    return so + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
  return total % 10 === 0;
}
