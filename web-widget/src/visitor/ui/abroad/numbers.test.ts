import { describe, expect, it } from 'vitest';
import { NUMBERS } from './numbers.ts';

const numbersIn = (country: string): readonly string[] => (NUMBERS[country] ?? []).map(({ number, kind }) => `${number} ${kind}`);

describe('whom to phone in danger outside Norway', () => {
  it.each(Object.entries(NUMBERS))('is a short number in %s, and says whether the police may answer', (country, numbers) => {
    expect(new Intl.DisplayNames('en', { type: 'region' }).of(country)).not.toBe(country);
    expect(numbers.length).toBeGreaterThan(0);
    for (const { number, kind } of numbers) {
      expect(number).toMatch(/^[1-9]\d{2,3}$/u);
      expect(['any', 'health', 'police']).toContain(kind);
    }
  });

  it('is this, and no number changes unseen', () => {
    const europe = 'AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
    expect(europe).toHaveLength(28); // with Germany, all of the EU and the EEA but Norway
    const read = Object.keys(NUMBERS).map((country) => [country, numbersIn(country).join(', ')]);
    expect(Object.fromEntries(read)).toEqual({
      ...Object.fromEntries(europe.map((country) => [country, '112 any'])),
      DE: '112 health, 110 police',
      CH: '112 any, 144 health, 117 police',
      GB: '112 any, 999 any',
      UA: '103 health, 102 police',
      TR: '112 any',
      RU: '112 any',
      TH: '1669 health, 191 police',
      BR: '192 health, 190 police',
      US: '911 any',
      CA: '911 any',
      PH: '911 any',
    });
  });

  it('leaves Norway to the service', () => {
    expect(NUMBERS['NO']).toBeUndefined();
  });
});
