import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { create } from '@bufbuild/protobuf';
import { FileRefSchema } from '../gen/havn/v1/files_pb.ts';
import { Chance } from '../testing/chance.ts';
import { LARGEST_FILE, readFileRefs, writeFileRef } from './file-ref.ts';
import type { FileRef } from './file-ref.ts';
import { openFile, padme, sealFile } from './file.ts';

const random = new Chance(7).bytes;
const content = random(20_000);
const sealed = await sealFile(content, 'audio/webm', 12, random);
const ref: FileRef = { ...sealed.ref, id: random(16) };

describe('the length of a sealed file', () => {
  it('is never shorter, never more than 12 % longer, and one of few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16_384, max: LARGEST_FILE + 4 }), (length) => {
        expect(padme(length)).toBeGreaterThanOrEqual(length);
        expect(padme(length)).toBeLessThan(length * 1.12);
        expect(padme(padme(length))).toBe(padme(length));
      }),
    );
  });

  it.each([
    [1, 16_384],
    [16_384, 16_384],
    [16_385, 17_408],
    [20_004, 20_480],
    [1_000_000, 1_015_808],
    [10_485_764, 10_747_904],
  ])('grows from %i to %i bytes', (length, padded) => {
    expect(padme(length)).toBe(padded);
  });
});

describe('a sealed file', () => {
  it('opens to what was sealed, and two of the same look different', async () => {
    expect(await openFile(ref, sealed.stored)).toEqual(content);
    expect(sealed.stored).toHaveLength(padme(20_004) + 16);
    expect((await sealFile(content, 'audio/webm', 12, random)).stored).not.toEqual(sealed.stored);
  });

  it('shows nothing of the head that its kind begins with, nor of its kind', async () => {
    const picture = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), random(20_000)]);
    const { stored } = await sealFile(picture, 'image/jpeg', 0, random);
    const bytes = Buffer.from(stored);
    for (const head of [picture.subarray(0, 6), Buffer.from('JFIF'), Buffer.from('image/jpeg')]) expect(bytes.includes(head)).toBe(false);
  });

  it('stays shut when a byte was changed, also when its hash was changed with it', async () => {
    const damaged = sealed.stored.with(100, sealed.stored[100]! ^ 1);
    expect(await openFile(ref, damaged)).toBeUndefined();
    const { hash } = await import('../seal/hash.ts');
    expect(await openFile({ ...ref, hash: hash(damaged) }, damaged)).toBeUndefined();
    expect(await openFile(ref, sealed.stored.subarray(1))).toBeUndefined();
  });

  it('stays shut for a reference that says another type, length or key', async () => {
    expect(await openFile({ ...ref, type: 'image/png' }, sealed.stored)).toBeUndefined();
    expect(await openFile({ ...ref, length: 19_999 }, sealed.stored)).toBeUndefined();
    expect(await openFile({ ...ref, key: random(32) }, sealed.stored)).toBeUndefined();
  });

  it('is at most 10 MiB', async () => {
    await expect(sealFile(new Uint8Array(LARGEST_FILE + 1), 'image/png', 0, random)).rejects.toThrow(RangeError);
  });
});

describe('references to files', () => {
  const word = writeFileRef(ref);

  it('are read as they were written', () => {
    expect(readFileRefs([word])).toEqual([ref]);
  });

  it.each([
    ['of a type that is not shown', { type: 'text/html' }],
    ['of a picture that can hold scripts', { type: 'image/svg+xml' }],
    ['with a short key', { key: new Uint8Array(31) }],
    ['of more than 10 MiB', { length: LARGEST_FILE + 1 }],
  ])('%s spoil the letter', (_, change) => {
    expect(readFileRefs([word, create(FileRefSchema, { ...word, ...change })])).toBeUndefined();
  });

  it('are at most five', () => {
    expect(readFileRefs(Array.from({ length: 6 }, () => word))).toBeUndefined();
  });
});
