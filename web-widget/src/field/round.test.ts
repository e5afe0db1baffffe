import { describe, expect, it } from 'vitest';
import { dayOfRound, firstDay, plusDays } from './day.ts';
import { corrected, countersOf, finished, fits, MOST, MOST_UNDONE, newRound, pressed, reopened, undone, type Counter, type Round } from './round.ts';

const ROUND = newRound('AAAAAAAAAAAAAAAAAAAAAA', 'nadheim', '2026-11-22', 'street');

const after = (round: Round, ...presses: readonly (readonly [Counter, 1 | -1])[]): Round =>
  presses.reduce((now, [counter, step]) => pressed(now, counter, step), round);

describe('a round', () => {
  it('counts whoever is met for the first time as met', () => {
    const { counts } = after(ROUND, ['people', 1], ['first', 1], ['people', 1], ['first', -1]);
    expect(counts).toEqual({ people: 3, first: 0, places: 0 });
  });

  it('has no more people met for the first time than met, whatever is pressed', () => {
    let round = after(ROUND, ['first', 1], ['first', 1]);
    round = pressed(round, 'people', -1);
    expect(round.counts).toEqual({ people: 1, first: 1, places: 0 });
    for (const counter of ['people', 'first', 'places'] as const) {
      for (const step of [1, -1, -1, -1] as const) {
        round = pressed(round, counter, step);
        expect(fits(round.counts)).toBe(true);
      }
    }
  });

  it('stays between 0 and 999', () => {
    expect(pressed(ROUND, 'people', -1)).toBe(ROUND);
    const full = corrected(ROUND, { counts: { people: MOST, first: 0, places: 0 } });
    expect(pressed(full, 'people', 1)).toBe(full);
    expect(pressed(full, 'first', 1)).toBe(full);
  });

  it('takes back the last twenty presses', () => {
    let round = ROUND;
    for (let press = 0; press < MOST_UNDONE + 5; press++) round = pressed(round, 'first', 1);
    for (let press = 0; press < MOST_UNDONE; press++) round = undone(round);
    expect(round.counts).toEqual({ people: 5, first: 5, places: 0 });
    expect(undone(round)).toBe(round);
  });

  it('takes back no press from before a number was typed', () => {
    const typed = corrected(after(ROUND, ['people', 1], ['people', 1]), { counts: { people: 40 } });
    expect(undone(typed)).toBe(typed);
    expect(undone(pressed(typed, 'people', 1)).counts.people).toBe(40);
    expect(undone(corrected(after(ROUND, ['people', 1]), { estimated: true })).counts.people).toBe(0);
  });

  it('counts places indoors only', () => {
    expect(countersOf('street')).toEqual(['people', 'first']);
    const indoors = after(corrected(ROUND, { place: 'indoor' }), ['places', 1], ['places', 1]);
    expect(indoors.counts.places).toBe(2);
    const street = corrected(indoors, { place: 'street' });
    expect(street.counts.places).toBe(0);
    expect(undone(street).counts.places).toBe(0);
  });

  it('refuses counts that cannot be', () => {
    for (const counts of [
      { people: 1, first: 2, places: 0 },
      { people: 1_000, first: 0, places: 0 },
      { people: 1.5, first: 0, places: 0 },
      { people: Number.NaN, first: 0, places: 0 },
      { people: 1, first: -1, places: 0 },
    ]) {
      expect(corrected(ROUND, { counts })).toBe(ROUND);
    }
  });

  it('is told under a higher revision when the server has the one before', () => {
    const once = finished(ROUND);
    expect([once.stage, once.revision]).toEqual(['finished', 1]);
    expect(finished(reopened(once)).revision, 'the server has nothing of it').toBe(1);
    const twice = finished(pressed(reopened({ ...once, told: 1 }), 'people', 1));
    expect([twice.stage, twice.revision, twice.counts.people]).toEqual(['finished', 2, 1]);
  });
});

describe('the day of a round', () => {
  it('is still yesterday before six in the morning in Norway', () => {
    expect(dayOfRound(Date.parse('2026-11-22T23:30:00+01:00'))).toBe('2026-11-22');
    expect(dayOfRound(Date.parse('2026-11-23T00:30:00+01:00'))).toBe('2026-11-22');
    expect(dayOfRound(Date.parse('2026-11-23T05:59:59+01:00'))).toBe('2026-11-22');
    expect(dayOfRound(Date.parse('2026-11-23T06:00:00+01:00'))).toBe('2026-11-23');
  });

  it('is so on the mornings on which clocks are changed, too', () => {
    expect(dayOfRound(Date.parse('2026-03-29T06:00:00+02:00'))).toBe('2026-03-29');
    expect(dayOfRound(Date.parse('2026-03-29T05:59:00+02:00'))).toBe('2026-03-28');
    expect(dayOfRound(Date.parse('2026-10-25T06:00:00+01:00'))).toBe('2026-10-25');
    expect(dayOfRound(Date.parse('2026-10-25T05:59:00+01:00'))).toBe('2026-10-24');
  });

  it('can be told for fourteen days', () => {
    expect(firstDay(Date.parse('2026-11-22T12:00:00+01:00'))).toBe('2026-11-08');
    expect(plusDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
