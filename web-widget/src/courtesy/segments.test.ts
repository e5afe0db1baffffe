import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { vectorFile } from '../testing/vectors.ts';
import { segmentsOf, type Segments } from './segments.ts';
import { transliterated } from './transliterate.ts';

interface Vector extends Segments {
  readonly what: string;
  readonly text: readonly (readonly [string, number])[];
}

const { vectors } = JSON.parse(readFileSync(vectorFile('segments.json'), 'utf8')) as { vectors: readonly Vector[] };

/** Characters that stand alone, so that the other implementation, which keeps graphemes whole, counts as we do. */
const SINGLE = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Array.from('abc XYZ09æøåÆØÅéà@£$¥')) },
  { weight: 3, arbitrary: fc.constantFrom(...Array.from('^{}\\[]~|€')) },
  { weight: 1, arbitrary: fc.constantFrom('я', 'Ж', 'س', 'ก', 'ș', '’', '…', '😀', '🛑', '𝔘') },
);
const PLAIN = fc.constantFrom(...Array.from('abc XYZ09æøåÆØÅéà@£$¥^{}\\[]~|€'));

const texts = (character: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(character, { minLength: 1, maxLength: 700, size: 'max' }).map((all) => all.join(''));

function sameAsTheOther(text: string): void {
  const other = new SegmentedMessage(text);
  const own = segmentsOf(text);
  expect([own.encoding.replace('_', '-'), own.segments]).toEqual([other.encodingName, other.segmentsCount]);
}

describe('the segments of a text', () => {
  it.each(vectors.map((vector) => [vector.what, vector] as const))('are those of the vectors: %s', (_, { what, text, ...expected }) => {
    expect(what).not.toBe('');
    expect(segmentsOf(text.map(([piece, times]) => piece.repeat(times)).join(''))).toEqual(expected);
  });

  it('are those another implementation counts, in septets', () => {
    fc.assert(fc.property(texts(PLAIN), sameAsTheOther), { numRuns: 300, endOnFailure: true });
  });

  it('are those another implementation counts, in units, with surrogate pairs at every place', () => {
    fc.assert(fc.property(texts(SINGLE), sameAsTheOther), { numRuns: 300, endOnFailure: true });
  });

  it('are those another implementation counts, for every character of the basic plane', () => {
    for (let point = 0; point < 0x10000; point++) {
      // The other one knows neither half a pair, nor the escape character as one that has to be escaped.
      if ((point >= 0xd800 && point < 0xe000) || point === 0x1b) continue;
      const character = String.fromCharCode(point);
      expect([point, segmentsOf(character).encoding.replace('_', '-')]).toEqual([point, new SegmentedMessage(character).encodingName]);
    }
  });
});

describe('a cheaper way to write a text', () => {
  it.each([
    ['“It’s free” – write…', '"It\'s free" - write...'],
    ['Olá, não é fácil: ação, ç, Ç', 'Ola, nao é facil: acao, c, Ç'],
    ['Bună ziua, știți că', 'Buna ziua, stiti ca'],
    ['Ücretsiz, gizli; ışığı ğ İ', 'Ücretsiz, gizli; isigi g I'],
    ['a\u00a0b\u202fc\td', 'a b c d'],
    ['soft\u00adhyphen\u200b', 'softhyphen'],
    ['Łódź, Đorđe, œuvre', 'Lodz, Dorde, oeuvre'],
    ['e\u0301 a\u0301 Blåbær', 'é a Blåbær'],
    ['ﬁn ½', 'fin ½'],
  ])('of %j is %j', (text, cheaper) => {
    expect(transliterated(text)).toBe(cheaper);
  });

  it.each(['Привет – “Анна”', 'สวัสดี – “”', 'مرحبا – “”', '你好…', 'Hei – привет'])('does not exist for %j', (text) => {
    expect(transliterated(text)).toBe(text);
  });

  it('keeps emoji, which stay dear', () => {
    expect(transliterated('Hei – 🙂')).toBe('Hei - 🙂');
    expect(segmentsOf(transliterated('Hei – 🙂')).forcing).toEqual(['🙂']);
  });

  it('leaves what is cheap as it is, and is the same done twice', () => {
    fc.assert(fc.property(texts(PLAIN), (text) => transliterated(text) === text), { endOnFailure: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = transliterated(text);
        expect(transliterated(once)).toBe(once);
      }),
    );
  });
});
