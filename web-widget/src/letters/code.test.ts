import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { utf8 } from '../kernel/bytes.ts';
import { hash } from '../seal/hash.ts';
import { drawDigits, drawWord, drawWords, groupsOf, readCode } from './code.ts';
import { wordList } from './words.ts';

const list = await wordList();
const CODE = 'yo-yo zoom abacus drop-down t-shirt felt-tip';
const DIGITS = '012345678901234567890123';

describe('the word list', () => {
  it('is the one that EFF published, dice numbers and all', () => {
    const dice = (index: number): string => Array.from(index.toString(6).padStart(5, '0'), (digit) => Number(digit) + 1).join('');
    const file = list.words.map((word, index) => `${dice(index)}\t${word}\n`).join('');
    expect(Buffer.from(hash(utf8(file))).toString('hex')).toBe(
      'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
    );
  });
});

describe('a drawn code', () => {
  it('is six words of the list, or 24 digits, and reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Chance(seed).bytes;
        const words = drawWords(random, list);
        expect(words.split(' ')).toHaveLength(6);
        expect(readCode(words, list)).toEqual({ kind: 'code', code: words });
        const digits = drawDigits(random);
        expect(digits).toMatch(/^\d{24}$/u);
        expect(readCode(digits, list)).toEqual({ kind: 'code', code: digits });
      }),
    );
  });

  it('takes every word equally often: what would favour the first words is thrown away', () => {
    const drawn = (...numbers: readonly number[]): string => {
      const left = numbers.flatMap((number) => [number >> 8, number & 255]);
      return drawWord((length) => Uint8Array.from(left.splice(0, length)), list);
    };
    expect(drawn(0)).toBe('abacus');
    expect(drawn(7_775)).toBe('zoom');
    expect(drawn(7_776 * 8 - 1)).toBe('zoom');
    // 62,208 to 65,535 are the ninth, broken round.
    expect(drawn(62_208, 65_535, 1)).toBe('abdomen');
  });
});

describe('a typed code', () => {
  it.each([
    `  ${CODE.toUpperCase()}\n`,
    CODE.replaceAll(' ', '-'),
    CODE.replaceAll('-', ' '),
    CODE.replaceAll(' ', ', '),
    CODE.replaceAll('-', '‑').replaceAll(' ', '\u00a0\u2013 '),
    'ｙｏ-ｙｏ Zoom ABACUS drop down t shirt felt tip.',
  ])('is forgiven its spelling: %j', (typed) => {
    expect(readCode(typed, list)).toEqual({ kind: 'code', code: CODE });
  });

  it.each(['0123 4567 8901 2345 6789 0123', '0123-4567-8901-2345-6789-0123', '٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠١٢٣', '๐๑๒๓ ๔๕๖๗ ๘๙๐๑ ๒๓๔๕ ๖๗๘๙ ๐๑๒๓'])(
    'may be digits of any script in any groups: %s',
    (typed) => {
      expect(readCode(typed, list)).toEqual({ kind: 'code', code: DIGITS });
    },
  );

  it('says which words are not in the list, and how many are missing', () => {
    expect(readCode('zoom zooom abacus', list)).toEqual({ kind: 'words', unknown: ['zooom'], missing: 3 });
    expect(readCode(`${CODE} zoom`, list)).toEqual({ kind: 'words', unknown: [], missing: -1 });
    expect(readCode('1234', list)).toEqual({ kind: 'digits', missing: 20 });
    expect(readCode(' - ', list)).toEqual({ kind: 'empty' });
  });
});

it('is shown as words one by one, or digits in fours', () => {
  expect(groupsOf(CODE)).toEqual(['yo-yo', 'zoom', 'abacus', 'drop-down', 't-shirt', 'felt-tip']);
  expect(groupsOf(DIGITS)).toEqual(['0123', '4567', '8901', '2345', '6789', '0123']);
});
