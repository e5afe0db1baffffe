import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { concat, equal, u16, u32, u64 } from './bytes.ts';
import { fromHex, toHex } from './hex.ts';
import { Reader } from './reader.ts';

describe('encodings', () => {
  it('give back what they were given', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each(['=', 'QQ==', 'A', 'QR', 'a b', 'Q+', '\n'])('refuse %j, which is not the one spelling', (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });

  it.each(['A', 'AB', 'zz', '0x'])('refuse %j as hexadecimal', (text) => {
    expect(fromHex(text)).toBeUndefined();
  });
});

describe('a reader', () => {
  it('reads big-endian numbers in order', () => {
    const reader = new Reader(concat(u16(0x0102), u32(0x03040506), u64(7n)));
    expect([reader.u16(), reader.u32(), reader.u64(), reader.done]).toEqual([0x0102, 0x03040506, 7n, true]);
  });

  it('is never done again after it ran out', () => {
    const reader = new Reader(Uint8Array.of(1));
    expect(reader.u16()).toBe(0);
    expect(reader.u8()).toBe(1);
    expect(reader.done).toBe(false);
  });
});

describe('equality', () => {
  it('needs the same length and the same bytes', () => {
    expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(equal(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false);
  });
});
