import { expect, it } from 'vitest';
import { LANGUAGES } from '../texts/languages.ts';
import { answerLanguage, firstLanguage } from './language.ts';

it('the page speaks the first language of the browser it knows', () => {
  expect(firstLanguage(['th-TH', 'en-US', 'nb'], LANGUAGES)).toBe('en');
  expect(firstLanguage(['nn-NO'], LANGUAGES)).toBe('nb');
  expect(firstLanguage(['no', 'en'], LANGUAGES)).toBe('nb');
  expect(firstLanguage(['ro'], LANGUAGES)).toBe('en');
  expect(firstLanguage([], LANGUAGES)).toBe('nb');
});

it('the answer comes in the chosen language, else in the page’s, else in one of the browser’s', () => {
  expect(answerLanguage(['nb', 'en', 'es'], 'es', 'nb', ['nb'])).toBe('es');
  expect(answerLanguage(['nb', 'en', 'es'], undefined, 'en', ['nb'])).toBe('en');
  expect(answerLanguage(['nb', 'th'], undefined, 'en', ['th-TH'])).toBe('th');
  expect(answerLanguage(['es'], 'ro', 'nb', [])).toBe('es');
});
