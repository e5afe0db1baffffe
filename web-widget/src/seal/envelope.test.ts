import { x25519 } from '@noble/curves/ed25519.js';
import { shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../kernel/bytes.ts';
import { openWith, sealTo } from './envelope.ts';
import { isXWingPublic, seedIdentity, splitIdentity } from './xwing.ts';
import type { XWingIdentity } from './xwing.ts';

const WORDS = utf8('hva som helst');
const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** The same key as `seedIdentity`, through separate ML-KEM-768 and X25519 operations. */
function apart(from: Uint8Array): XWingIdentity {
  const expanded = shake256(from, { dkLen: 96 });
  const mlkem = ml_kem768.keygen(expanded.slice(0, 64));
  const scalar = expanded.slice(64);
  const publicKey = Uint8Array.of(...mlkem.publicKey, ...x25519.getPublicKey(scalar));
  return splitIdentity(
    publicKey,
    (ciphertext) => Promise.resolve(ml_kem768.decapsulate(ciphertext, mlkem.secretKey)),
    (share) => Promise.resolve(x25519.getSharedSecret(scalar, share)),
  );
}

describe('an envelope', () => {
  it('is opened by each of nine recipients and by nobody else', async () => {
    const nine = Array.from({ length: 9 }, (_, index) => seedIdentity(seed(index)));
    const file = await sealTo(
      nine.map(({ publicKey }) => publicKey),
      WORDS,
    );
    for (const identity of nine) expect(await openWith(identity, file)).toEqual(WORDS);
    expect(await openWith(seedIdentity(seed(99)), file)).toBeUndefined();
    expect(file.length).toBeLessThan(16_000);
  });

  it('is refused to ten recipients and to none', async () => {
    const { publicKey } = seedIdentity(seed(1));
    await expect(sealTo(Array.from({ length: 10 }, () => publicKey), WORDS)).rejects.toThrow(RangeError);
    await expect(sealTo([], WORDS)).rejects.toThrow(RangeError);
  });

  it('opens with keys that are kept apart', async () => {
    const identity = apart(seed(5));
    expect(identity.publicKey).toEqual(seedIdentity(seed(5)).publicKey);
    expect(await openWith(identity, await sealTo([identity.publicKey], WORDS))).toEqual(WORDS);
  });

  it('does not open when a byte is changed', async () => {
    const identity = seedIdentity(seed(2));
    const file = await sealTo([identity.publicKey], WORDS);
    for (const at of [5, 60, 1_000, file.length - 60, file.length - 1]) {
      expect(await openWith(identity, file.with(at, (file[at] ?? 0) ^ 1))).toBeUndefined();
    }
  });

  it('is a plain age file: the age library opens ours and we open its', async () => {
    const secret = seed(3);
    const words = bech32.encodeFromBytes('AGE-SECRET-KEY-PQ-', secret).toUpperCase();
    const ours = seedIdentity(secret);
    const decrypter = new Decrypter();
    decrypter.addIdentity(words);
    expect(await decrypter.decrypt(await sealTo([ours.publicKey], WORDS))).toEqual(WORDS);
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(words));
    expect(await openWith(ours, await encrypter.encrypt(WORDS))).toEqual(WORDS);
  });

  it('with a recipient of another kind is refused', async () => {
    const identity = seedIdentity(seed(4));
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    expect(await openWith(identity, await encrypter.encrypt(WORDS))).toBeUndefined();
  });
});

describe('an X-Wing public key', () => {
  it('has 1,216 bytes and no small-order half', () => {
    const { publicKey } = seedIdentity(seed(1));
    expect(isXWingPublic(publicKey)).toBe(true);
    expect(isXWingPublic(publicKey.subarray(1))).toBe(false);
    expect(isXWingPublic(Uint8Array.of(...publicKey.subarray(0, 1184), ...new Uint8Array(32)))).toBe(false);
  });
});
