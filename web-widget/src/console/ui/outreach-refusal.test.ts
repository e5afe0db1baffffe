import { expect, it } from 'vitest';
import { enOutreach } from '../texts/en-outreach.ts';
import { nbOutreach } from '../texts/nb-outreach.ts';
import { reasonOf, troubleOf } from './outreach-refusal.ts';

it('says that a number cannot be answered, and not that the text tells too much', () => {
  expect(reasonOf(nbOutreach, 'words', 'other-number')).toBe(nbOutreach.counter.otherNumber);
  expect(reasonOf(nbOutreach, 'words', 'sex')).toBe(nbOutreach.counter.telling('sex'));
});

it('sends whoever is refused in a conversation to what was written there, and not to a card', () => {
  for (const trouble of ['unread', 'meanwhile'] as const) {
    expect(troubleOf(nbOutreach, trouble)).not.toMatch(/kort/u);
    expect(troubleOf(enOutreach, trouble)).not.toMatch(/card/u);
  }
  expect(troubleOf(nbOutreach, 'unread')).toBe('Personen har skrevet noe som ikke er lest. Les samtalen først.');
  expect(troubleOf(nbOutreach, 'gone')).toBe(nbOutreach.refusals.gone);
});
