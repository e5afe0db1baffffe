/** A cheaper way to write a Latin text as SMS, offered and never chosen for anybody. */

import { septets } from './segments.ts';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\u201C-\u201F\u00AB\u00BB\u2033]/gu, '"'],
  [/[\u2018-\u201B\u2039\u203A\u2032\u00B4`]/gu, "'"],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\u2026/gu, '...'],
  [/[\u2022\u00B7]/gu, '*'],
  [/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' '],
  [/[\u2028\u2029]/gu, '\n'],
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]|\uFE0F/gu, ''],
];

/** Letters that have no simpler form under their accent. */
const LETTERS: Readonly<Record<string, string>> = {
  đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ł: 'l', Ł: 'L', ı: 'i', ŋ: 'ng', Ŋ: 'Ng', œ: 'oe', Œ: 'OE', ẞ: 'SS',
};

/** Scripts that are written as they are: a Thai or Russian text without its letters would be no text. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})(?!\p{Script=Greek})\p{L}/u;

/**
 * The text with quotes, dashes, dots, spaces and Latin letters that the GSM alphabet lacks written as the nearest it has.
 * Unchanged when any letter is of another script. Emoji and other signs stay, and keep the text dear.
 */
export function transliterated(text: string): string {
  const composed = text.normalize('NFC');
  if (OTHER_SCRIPT.test(composed)) return text;
  const signs = SIGNS.reduce((plain, [sign, plainer]) => plain.replace(sign, plainer), composed);
  return Array.from(signs, nearest).join('');
}

function nearest(character: string): string {
  if (septets(character) > 0) return character;
  const letter = LETTERS[character] ?? character.normalize('NFKD').replace(/\p{Mn}/gu, '');
  return letter !== '' && Array.from(letter).every((each) => septets(each) > 0) ? letter : character;
}
