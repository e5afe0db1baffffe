import { own } from '../kernel/bytes.ts';
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
