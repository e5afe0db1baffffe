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

  it('is 112 in all of the EU and the EEA', () => {
    const europe = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
    expect(europe).toHaveLength(29);
    for (const country of europe) expect(numbersIn(country).join(), country).toContain('112 ');
  });

  it('is apart where police and ambulance have numbers of their own', () => {
    expect(numbersIn('TH')).toEqual(['1669 health', '191 police']);
    expect(numbersIn('BR')).toEqual(['192 health', '190 police']);
    expect(numbersIn('DE')).toEqual(['112 health', '110 police']);
  });

  it('leaves Norway to the service', () => {
    expect(NUMBERS['NO']).toBeUndefined();
  });
});
