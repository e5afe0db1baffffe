import { ed25519 } from '@noble/curves/ed25519.js';
import { forget, own } from '../kernel/bytes.ts';
import type { Signer } from './sign.ts';

const ED25519 = { name: 'Ed25519' };

/** A signer over a WebCrypto key, which may be non-extractable. `ed25519` is its public half, 32 bytes. */
export const webSigner = (privateKey: CryptoKey, publicKey: Uint8Array): Signer => ({
  ed25519: publicKey,
  sign: async (message) => new Uint8Array(await crypto.subtle.sign(ED25519, privateKey, own(message))),
});

export interface WebSigningKeys {
  /** Non-extractable; survives in IndexedDB. */
  readonly privateKey: CryptoKey;
  readonly publicKey: Uint8Array;
}

/** Fails with `NotSupportedError` in browsers without Ed25519. */
export async function makeWebSigningKeys(): Promise<WebSigningKeys> {
  const pair = (await crypto.subtle.generateKey(ED25519, false, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { privateKey: pair.privateKey, publicKey };
}

/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20] as const;

/** The keys of a 32-byte seed, which the caller overwrites. */
export async function importWebSigningKeys(seed: Uint8Array): Promise<WebSigningKeys> {
  const pkcs8 = Uint8Array.of(...PKCS8, ...seed);
  try {
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, ED25519, false, ['sign']);
    return { privateKey, publicKey: ed25519.getPublicKey(seed) };
  } finally {
    forget(pkcs8);
  }
}
