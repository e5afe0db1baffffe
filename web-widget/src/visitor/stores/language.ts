/** The language of the page, and the language the visitor wants to be answered in. */

import type { Language } from '../texts/languages.ts';

/** First of the browser's wishes that the page speaks; Norwegian bokmål also stands in for nynorsk and "no". */
export function firstLanguage(wishes: readonly string[], spoken: readonly Language[]): Language {
  for (const wish of wishes) {
    const short = wish.toLowerCase().split('-')[0] ?? '';
    const norwegian = short === 'no' || short === 'nn' ? 'nb' : short;
    const found = spoken.find((language) => language === norwegian);
    if (found !== undefined) return found;
  }
  return wishes.length === 0 ? 'nb' : 'en';
}

/** The language to be answered in: the chosen one, else the page's, else one of the browser's, else the first. */
export function answerLanguage(
  offered: readonly string[],
  chosen: string | undefined,
  page: string,
  wishes: readonly string[],
): string {
  const short = wishes.map((wish) => wish.toLowerCase().split('-')[0] ?? '');
  return [chosen, page, ...short].find((tag) => tag !== undefined && offered.includes(tag)) ?? offered[0] ?? page;
}
