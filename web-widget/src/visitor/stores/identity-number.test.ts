import { describe, expect, it } from 'vitest';
import { findIdentifier } from './identity-number.ts';

/** Adds the two control digits to nine digits, or nothing when the number cannot exist. */
function withControl(nine: string): string | undefined {
  const digits = Array.from(nine).map(Number);
  const control = (weights: number[], of: number[]): number =>
    (11 - (weights.reduce((total, weight, at) => total + weight * of[at]!, 0) % 11)) % 11;
  const first = control([3, 7, 6, 1, 8, 9, 4, 5, 2], digits);
  const second = control([5, 4, 3, 2, 7, 6, 5, 4, 3, 2], [...digits, first]);
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`;
}

function firstOf(birth: string): string {
  for (let serial = 100; ; serial += 1) {
    const number = withControl(`${birth}${serial}`);
    if (number !== undefined) return number;
  }
}

describe('numbers that say who somebody is', () => {
  it('the published example of the control digits is found', () => {
    expect(findIdentifier('31129956715')).toBe('national-id');
  });

  it('ordinary, D-, H- and test numbers are found', () => {
    for (const birth of ['010190', '410190', '014190', '018190', '016690', '290200']) {
      expect(findIdentifier(firstOf(birth)), birth).toBe('national-id');
    }
  });

  it('spaces, dots, dashes and words around it hide nothing', () => {
    const number = firstOf('150385');
    const written = `${number.slice(0, 6)} ${number.slice(6)}`;
    expect(findIdentifier(`jeg er ${written}, hjelp`)).toBe('national-id');
    expect(findIdentifier(Array.from(number).join('\u00a0'))).toBe('national-id');
    expect(findIdentifier(`${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}-${number.slice(6)}`)).toBe(
      'national-id',
    );
    expect(findIdentifier(`mitt nr:${number}og telefon 41234567`)).toBe('national-id');
  });

  it('other digits than the European ones count', () => {
    const arabic = Array.from(firstOf('150385')).map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
    const thai = Array.from(firstOf('150385')).map((digit) => String.fromCodePoint(0xe50 + Number(digit))).join('');
    expect(findIdentifier(arabic)).toBe('national-id');
    expect(findIdentifier(thai)).toBe('national-id');
  });

  it('a wrong control digit, an impossible date and a short number are left alone', () => {
    expect(findIdentifier('31129956716')).toBeUndefined();
    expect(findIdentifier('32139956715')).toBeUndefined();
    expect(findIdentifier('300290 12345')).toBeUndefined();
    expect(findIdentifier('Ring meg på 412 34 567 eller +47 22 33 44 55')).toBeUndefined();
    expect(findIdentifier('klokka 18.00, 2 000 kroner, 0150 Oslo')).toBeUndefined();
  });

  it('numbers of the immigration authorities and cards are found', () => {
    // Control digits: 2×4+0×6+1×3+5×2+1×4+2×6+3×3+4×2+5×7+6×5 = 119, remainder 9 modulo 11.
    expect(findIdentifier('201512345609')).toBe('immigration');
    expect(findIdentifier('201512345608')).toBeUndefined();
    expect(findIdentifier('4242 4242 4242 4242')).toBe('card');
    expect(findIdentifier('4242 4242 4242 4241')).toBeUndefined();
  });

  it('a very long run of digits ends quickly', () => {
    expect(findIdentifier('9'.repeat(4_000))).toBeUndefined();
  });
});
