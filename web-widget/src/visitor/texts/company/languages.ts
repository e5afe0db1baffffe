import type { Language } from '../languages.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { CompanyWords } from './texts.ts';

const TABLE: Readonly<Record<Language, CompanyWords>> = { nb, en };
export const companyWordsOf = (language: Language): CompanyWords => TABLE[language];
