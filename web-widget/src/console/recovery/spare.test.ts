import { describe, expect, it } from 'vitest';
import { ed25519 } from '@noble/curves/ed25519.js';
import { toHex } from '../../kernel/hex.ts';
import { hash } from '../../seal/hash.ts';
import { stretchHere } from '../../testing/stretch.ts';
import { kitSecret, openSpare, saltOf, sealSpare, SPARE_LENGTH } from './spare.ts';

const filled = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const [SECRET, SALT, SEED] = [filled(32, 1), filled(16, 2), filled(32, 3)];
const DEVICE = { id: filled(16, 4), salt: filled(16, 5), seed: SEED, ed25519: ed25519.getPublicKey(SEED) };
const seal = (): Promise<Uint8Array> => sealSpare(SECRET, SALT, 'passkey', DEVICE);

describe('a spare', () => {
  it('is byte for byte what the protocol says', async () => {
    const sealed = await seal();
    expect(sealed).toHaveLength(SPARE_LENGTH);
    expect(saltOf(sealed)).toEqual(SALT);
    expect(toHex(hash(sealed))).toBe('9a891af7914ad7db96b5162eba56abce630044fbbec162f4e9d665007d679fbb');
  });

  it('gives back the seed and the salt of the name', async () => {
    expect(await openSpare(SECRET, 'passkey', DEVICE, await seal())).toEqual({ id: DEVICE.id, salt: DEVICE.salt, seed: SEED });
  });

  it('opens with no other secret, for no other device, key or method, and not with a changed bit or length', async () => {
    const sealed = await seal();
    const bent = sealed.map((byte, index) => (index === 40 ? byte ^ 1 : byte));
    const resalted = sealed.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
    const refused = await Promise.all([
      openSpare(filled(32, 9), 'passkey', DEVICE, sealed),
      openSpare(SECRET, 'kit', DEVICE, sealed),
      openSpare(SECRET, 'passkey', { ...DEVICE, id: filled(16, 9) }, sealed),
      openSpare(SECRET, 'passkey', { ...DEVICE, ed25519: ed25519.getPublicKey(filled(32, 9)) }, sealed),
      openSpare(SECRET, 'passkey', DEVICE, bent),
      openSpare(SECRET, 'passkey', DEVICE, resalted),
      openSpare(SECRET, 'passkey', DEVICE, sealed.slice(0, -1)),
    ]);
    expect(refused.filter((opened) => opened !== undefined)).toEqual([]);
  });

  it('holds the seed as it was when it was asked for, though the caller overwrites it at once', async () => {
    const seed = SEED.slice();
    const sealing = sealSpare(SECRET, SALT, 'kit', { ...DEVICE, seed });
    seed.fill(0);
    expect((await openSpare(SECRET, 'kit', DEVICE, await sealing))?.seed).toEqual(SEED);
  });
});

describe('the secret of a kit', () => {
  it('is Argon2id of its digits under the salt of its spare', async () => {
    const { signal } = new AbortController();
    const secret = await kitSecret('012345678901234567890123', SALT, stretchHere, signal);
    expect(toHex(secret)).toBe('63758737e09cb877f405c28f37c2acfd9cdf81b29dc165e25a374258f0a2670f');
    expect(await kitSecret('012345678901234567890123', filled(16, 7), stretchHere, signal)).not.toEqual(secret);
  });
});
