/** The languages of the page, and the names of the languages people are answered in. */

import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Texts } from './texts.ts';

const TABLE = { nb, en } as const;

export type Language = keyof typeof TABLE;

export const LANGUAGES = Object.keys(TABLE) as readonly Language[];

export const textsOf = (language: Language): Texts => TABLE[language];

/** "norsk" says more to people than "norsk bokmål". */
const spoken = (tag: string): string => (tag === 'nb' || tag === 'nn' ? 'no' : tag);

/** Name of a language in the words of `texts`; the tag itself where the browser knows no name. */
export const nameIn = (texts: Texts, tag: string): string => {
  try {
    return new Intl.DisplayNames(texts.tag, { type: 'language' }).of(spoken(tag)) ?? tag;
  } catch {
    return tag;
  }
};

/** Name of a language in itself, first letter large: "Español". */
export const ownName = (tag: string): string => {
  try {
    const name = new Intl.DisplayNames(spoken(tag), { type: 'language' }).of(spoken(tag)) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
};

/** "norsk, engelsk og spansk". */
export const listIn = (texts: Texts, tags: readonly string[]): string =>
  new Intl.ListFormat(texts.tag, { type: 'conjunction' }).format(tags.map((tag) => nameIn(texts, tag)));
