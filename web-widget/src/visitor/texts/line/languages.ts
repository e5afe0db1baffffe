import type { Language } from '../languages.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { LineWords } from './texts.ts';

const TABLE: Readonly<Record<Language, LineWords>> = { nb, en };
export const lineWordsOf = (language: Language): LineWords => TABLE[language];
