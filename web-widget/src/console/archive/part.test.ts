import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../kernel/bytes.ts';
import { toHex } from '../../kernel/hex.ts';
import { Chance } from '../../testing/chance.ts';
import { fitting, LARGEST_PART, openPart, sealPart } from './part.ts';
import type { ArchiveKeys, TranscriptLine } from './part.ts';

const chance = new Chance(21);
const keys: ArchiveKeys = { archive: chance.bytes(16), key: chance.bytes(32), share: chance.bytes(64) };
const line = (text: string, from = 'Kari'): TranscriptLine => ({ at: 1_800_000_000_000, from, text });

describe('a part of a transcript', () => {
  it('opens to what was sealed, whatever was said', async () => {
    const lines = fc.array(fc.record({ at: fc.nat(), from: fc.string(), text: fc.string({ unit: 'grapheme' }) }));
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), fc.integer({ min: 1, max: 200 }), async (said, last, number) => {
        const part = { lines: said, last };
        expect(await openPart(keys, number, await sealPart(keys, number, part))).toEqual(part);
      }),
      { numRuns: 60 },
    );
  });

  it('has one of three lengths', async () => {
    const lengths = await Promise.all(
      [0, 3_000, 4_200, 16_000, 17_000, 60_000].map(async (n) => {
        const lines = n === 0 ? [] : Array.from({ length: Math.ceil(n / 10_000) }, () => line('x'.repeat(Math.min(n, 10_000))));
        return (await sealPart(keys, 1, { lines, last: false })).length;
      }),
    );
    expect(new Set(lengths)).toEqual(new Set([4_112, 16_400, 65_552]));
  });

  it('that was altered anywhere does not open', async () => {
    const sealed = await sealPart(keys, 1, { lines: [line('Hei')], last: true });
    for (const at of [0, 100, sealed.length - 1]) {
      expect(await openPart(keys, 1, sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)))).toBeUndefined();
    }
  });

  it('does not open at another place, in another archive, or without the server’s share', async () => {
    const sealed = await sealPart(keys, 2, { lines: [line('Hei')], last: false });
    expect(await openPart(keys, 1, sealed)).toBeUndefined();
    expect(await openPart({ ...keys, archive: chance.bytes(16) }, 2, sealed)).toBeUndefined();
    expect(await openPart({ ...keys, share: new Uint8Array(64) }, 2, sealed)).toBeUndefined();
    expect(await openPart({ ...keys, key: chance.bytes(32) }, 2, sealed)).toBeUndefined();
  });

  it('takes as many lines as fit, and no more', async () => {
    const long = Array.from({ length: 12 }, () => line('å'.repeat(6_000), 'Åse'));
    expect(fitting([])).toBe(0);
    expect(fitting(long)).toBe(5);
    await sealPart(keys, 1, { lines: long.slice(0, fitting(long)), last: false });
    await expect(sealPart(keys, 1, { lines: long.slice(0, 6), last: false })).rejects.toThrow(RangeError);
    expect(LARGEST_PART).toBe(65_532);
    expect(utf8(long[0]!.text)).toHaveLength(12_000);
  });

  // The hash was computed with Node's own HKDF and GCM over a message written by hand.
  it('is sealed as docs/protocol/sealed.md says', async () => {
    const fixed = { archive: new Uint8Array(16).fill(1), key: new Uint8Array(32).fill(2), share: new Uint8Array(64).fill(3) };
    const sealed = await sealPart(fixed, 7, { lines: [{ at: 1_800_000_000_000, from: '', text: 'Hei' }], last: true });
    expect(sealed).toHaveLength(4_112);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(sealed)));
    expect(toHex(digest)).toBe('af1e75d68ee1e691ca9de19adcfd95cb6c2365579d2cedd79b0aedbc7cc2a83b');
  });
});
