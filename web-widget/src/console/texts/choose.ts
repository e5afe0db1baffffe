import { en } from './en.ts';
import { nb } from './nb.ts';
import type { Language, Texts } from './texts.ts';

/** All languages of the console, in the order in which they are offered. */
export const LANGUAGES: readonly Texts[] = [nb, en];

export const textsFor = (language: Language): Texts => (language === 'en' ? en : nb);

/** The first of the browser's languages that the console speaks; Norwegian otherwise. */
export function firstLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^(nb|no|nn|da|sv)\b/i.test(tag)) return 'nb';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'nb';
}
