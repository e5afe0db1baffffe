import type { Language } from '../languages.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';
import type { LetterTexts } from './texts.ts';

const TABLE: Readonly<Record<Language, LetterTexts>> = { nb, en };

export const letterTextsOf = (language: Language): LetterTexts => TABLE[language];
