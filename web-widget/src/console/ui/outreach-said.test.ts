import { expect, it } from 'vitest';
import { nbOutreach } from '../texts/nb-outreach.ts';
import { wordlessOf } from './outreach-said.ts';

it('says that something came which cannot be shown, and shows what has words', () => {
  const { notHere, wordless } = nbOutreach.threads;
  expect(wordlessOf(nbOutreach, { inward: true, text: '' })).toBe(wordless);
  expect(wordlessOf(nbOutreach, { inward: true, text: ' \n' })).toBe(wordless);
  expect(wordlessOf(nbOutreach, { inward: true, text: undefined })).toBe(notHere);
  expect(wordlessOf(nbOutreach, { inward: true, text: 'hei' })).toBeUndefined();
});
