/** Return codes: drawn by the page, never chosen, and read back in whatever way people type them. */

import type { Random } from '../kernel/random.ts';
import type { WordList } from './words.ts';

/** 77.5 bits. */
export const WORDS_IN_A_CODE = 6;
/** 79.7 bits. */
export const DIGITS_IN_A_CODE = 24;

export type CodeForm = 'words' | 'digits';

/** Six different draws from the list, joined by single spaces. */
export const drawWords = (random: Random, list: WordList): string =>
  Array.from({ length: WORDS_IN_A_CODE }, () => drawWord(random, list)).join(' ');

export const drawWord = (random: Random, { words }: WordList): string => words[below(random, words.length)] ?? '';

export const drawDigits = (random: Random): string =>
  Array.from({ length: DIGITS_IN_A_CODE }, () => below(random, 10)).join('');

/** A whole number from 0 to `limit` - 1, each as likely as the other; `limit` is at most 65,536. */
function below(random: Random, limit: number): number {
  const fair = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < fair) return drawn % limit;
  }
}

/** What somebody typed, as far as this page can tell without asking anybody. */
export type Typed =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'empty' }
  /** So many digits are missing; more than needed when negative. */
  | { readonly kind: 'digits'; readonly missing: number }
  /** These are not in the list, or so many words are missing; more than needed when negative. */
  | { readonly kind: 'words'; readonly unknown: readonly string[]; readonly missing: number };

export type Digits = Exclude<Typed, { readonly kind: 'words' }>;

/** Between words or groups of digits: spaces, hyphens of every kind, full stops, commas and the like. */
const BETWEEN = /[\s\p{Pd}\p{Po}_]+/u;
const DIGIT = /^\p{Nd}+$/u;

/** Reads a code as the protocol compares it (docs/protocol/sealed.md, section 10). */
export function readCode(typed: string, list: WordList): Typed {
  const parts = typed.normalize('NFKC').toLowerCase().split(BETWEEN).filter((part) => part !== '');
  if (parts.length === 0) return { kind: 'empty' };
  if (parts.every((part) => DIGIT.test(part))) return readDigits(parts.join(''));
  const words = rejoined(parts, list);
  const unknown = words.filter((word) => !list.has(word));
  const missing = WORDS_IN_A_CODE - words.length;
  return unknown.length === 0 && missing === 0
    ? { kind: 'code', code: words.join(' ') }
    : { kind: 'words', unknown, missing };
}

/** Reads 24 digits; everything else that was typed is left out. */
export function readDigits(typed: string): Digits {
  const drawn = Array.from(typed.normalize('NFKC')).filter((each) => DIGIT.test(each)).map(ascii);
  if (drawn.length === 0) return { kind: 'empty' };
  const missing = DIGITS_IN_A_CODE - drawn.length;
  return missing === 0 ? { kind: 'code', code: drawn.join('') } : { kind: 'digits', missing };
}

/** A decimal digit of any script as 0–9: every run of ten in Unicode starts at its zero. */
function ascii(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}

/** Four words of the list have a hyphen of their own ("yo-yo"); none of their first halves is a word of the list. */
function rejoined(parts: readonly string[], list: WordList): readonly string[] {
  const words: string[] = [];
  for (const part of parts) {
    const before = words.at(-1);
    if (before !== undefined && !list.has(before) && list.has(`${before}-${part}`)) words.splice(-1, 1, `${before}-${part}`);
    else words.push(part);
  }
  return words;
}

/** For reading aloud and writing down: words one by one, digits in groups of four. */
export const groupsOf = (code: string): readonly string[] =>
  DIGIT.test(code) ? (code.match(/.{1,4}/gu) ?? []) : code.split(' ');
