import { describe, expect, it } from 'vitest';
import { en } from '../texts/en.ts';
import { nb } from '../texts/nb.ts';
import { openingOf } from './opening.ts';

const FRIDAY_EVENING = '2026-11-20T21:30:00Z';
const sentences = (at: string | null, now = FRIDAY_EVENING): string[] => {
  const opening = openingOf(at, now);
  const here = opening === undefined ? undefined : { ...opening, elsewhere: false };
  return [nb.closed.next(here), en.closed.next(here)];
};

describe('the next opening', () => {
  it('is a sentence people would say', () => {
    expect(sentences('2026-11-20T22:15:00Z')).toEqual(['Vi åpner igjen i dag kl. 23.15.', 'We open again today at 23:15.']);
    expect(sentences('2026-11-21T08:00:00Z')).toEqual([
      'Vi åpner igjen i morgen, lørdag, kl. 09.00.',
      'We open again tomorrow, Saturday, at 09:00.',
    ]);
    expect(sentences('2026-11-24T17:00:00Z')).toEqual([
      'Vi åpner igjen tirsdag kl. 18.00.',
      'We open again on Tuesday at 18:00.',
    ]);
    expect(sentences('2026-12-28T17:00:00Z')).toEqual([
      'Vi åpner igjen mandag 28. desember kl. 18.00.',
      'We open again on Monday 28 December at 18:00.',
    ]);
  });

  it('counts days by the Norwegian calendar, not by UTC', () => {
    expect(openingOf('2026-11-20T23:30:00Z', FRIDAY_EVENING)?.day).toBe('tomorrow');
    expect(openingOf('2026-11-20T22:30:00Z', FRIDAY_EVENING)?.day).toBe('today');
  });

  it('keeps the clock of the wall across the change to summer time', () => {
    expect(sentences('2027-03-30T16:00:00Z', '2027-03-27T17:00:00Z')[0]).toBe('Vi åpner igjen tirsdag kl. 18.00.');
  });

  it('says so when it is not known', () => {
    expect(sentences(null)[0]).toBe('Vi vet ikke ennå når vi åpner igjen.');
    expect(sentences('soon')[1]).toBe('We do not know yet when we open again.');
  });

  it('says whose time it is on a device that keeps another', () => {
    const opening = openingOf('2026-11-24T17:00:00Z', FRIDAY_EVENING);
    expect(opening).toBeDefined();
    expect(nb.closed.next({ ...opening!, elsewhere: true })).toBe('Vi åpner igjen tirsdag kl. 18.00 norsk tid.');
  });
});
