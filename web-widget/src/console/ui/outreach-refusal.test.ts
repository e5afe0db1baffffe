import { expect, it } from 'vitest';
import { nbOutreach } from '../texts/nb-outreach.ts';
import { reasonOf } from './outreach-refusal.ts';

it('says that a number cannot be answered, and not that the text tells too much', () => {
  expect(reasonOf(nbOutreach, 'words', 'other-number')).toBe(nbOutreach.counter.otherNumber);
  expect(reasonOf(nbOutreach, 'words', 'sex')).toBe(nbOutreach.counter.telling('sex'));
});
