import type { Language } from '../languages.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { FileTexts } from './texts.ts';

const TABLE: Readonly<Record<Language, FileTexts>> = { nb, en };
export const fileTextsOf = (language: Language): FileTexts => TABLE[language];
