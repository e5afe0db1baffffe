/**
 * Words that must not stand in what a service begins, found while somebody writes. The server decides by the same table
 * (`havn.courtesy.TellingWords`); both are held by `docs/protocol/vectors/telling.json`.
 */

import table from '../../../server/src/main/resources/havn/courtesy/telling-words.json';

const MOST_NAMES = 50;

const INVISIBLE = /[\p{Cf}\u0640]/gu;
/** Thai keeps its vowel signs and tone marks: without them words become others. */
const MARKS = /(?![\u0E00-\u0E7F])\p{Mn}/gu;
const BETWEEN = /[^\p{L}\p{Nd}\u0E00-\u0E7F]+/u;

const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', đ: 'd',
  '\u0671': '\u0627', '\u0649': '\u064A', '\u06CC': '\u064A', '\u0629': '\u0647', '\u06A9': '\u0643',
};

/** The words of a text without case, width, accents, punctuation, emoji and invisible characters. */
function folded(text: string): readonly string[] {
  const small = text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  const bare = small.normalize('NFD').replace(MARKS, '');
  return Array.from(bare, (letter) => LETTERS[letter] ?? letter)
    .join('')
    .split(BETWEEN)
    .filter((word) => word !== '');
}

interface Entry {
  readonly shown: string;
  /** What is sought in the words of a text with a space before, between and after them; empty for nothing. */
  readonly sought: string;
}

/** `prostitu*` is every word that begins so, `*ตำรวจ*` stands anywhere. */
function entry(written: string): Entry {
  const shown = written.replaceAll('*', '');
  const words = folded(shown).join(' ');
  const sought = `${written.startsWith('*') ? '' : ' '}${words}${written.endsWith('*') ? '' : ' '}`;
  return { shown, sought: words === '' ? '' : sought };
}

/** A name counts as words of its own, and in Thai, which parts no words, anywhere. */
const named = (name: string): Entry => entry(/\p{Script=Thai}/u.test(name) ? `*${name}*` : name.replaceAll('*', ' '));

const ENTRIES = Object.entries(table).map(([language, { words }]) => ({ language, entries: words.map(entry) }));

/**
 * The entries that stand in a text, without their stars: names first, then those of `language`, then those of the others.
 * @param names what else would tell, such as the real name of the service; the first 50 count
 */
export function tellingWords(language: string, text: string, names: readonly string[]): readonly string[] {
  const words = ` ${folded(text).join(' ')} `;
  const own = ENTRIES.filter((each) => each.language === language);
  const others = ENTRIES.filter((each) => each.language !== language);
  const all = [...names.slice(0, MOST_NAMES).map(named), ...[...own, ...others].flatMap(({ entries }) => entries)];
  const found = all.filter(({ sought }) => sought !== '' && words.includes(sought));
  return [...new Set(found.map(({ shown }) => shown))];
}
