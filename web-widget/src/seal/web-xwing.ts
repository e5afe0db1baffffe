/** X-Wing over two keys of WebCrypto: only consoles keep any. */

import { concat, own } from '../kernel/bytes.ts';
import { splitIdentity } from './xwing.ts';
import type { XWingIdentity } from './xwing.ts';

/** Two WebCrypto keys that together are one X-Wing key. Both survive in IndexedDB; an X-Wing CryptoKey does not. */
export interface WebXWingKeys {
  /** ML-KEM-768, usage `decapsulateBits`. */
  readonly mlkem: CryptoKey;
  /** X25519, usage `deriveBits`. */
  readonly x25519: CryptoKey;
  /** 1,216 bytes. */
  readonly publicKey: Uint8Array;
}

/** The part of WebCrypto that the type library does not know yet (WICG "Modern Algorithms in WebCrypto"). */
interface KemCrypto {
  decapsulateBits(algorithm: { name: string }, key: CryptoKey, ciphertext: BufferSource): Promise<ArrayBuffer>;
  generateKey(algorithm: { name: string }, extractable: boolean, usages: string[]): Promise<CryptoKeyPair>;
  exportKey(format: string, key: CryptoKey): Promise<ArrayBuffer>;
}

const kem = (): KemCrypto => crypto.subtle as unknown as KemCrypto;

/** Fails with `NotSupportedError` in browsers without ML-KEM or X25519. The private halves are non-extractable. */
export async function makeWebXWingKeys(): Promise<WebXWingKeys> {
  const mlkem = await kem().generateKey({ name: 'ML-KEM-768' }, false, ['encapsulateBits', 'decapsulateBits']);
  const dh = await kem().generateKey({ name: 'X25519' }, false, ['deriveBits']);
  const publicKey = concat(
    new Uint8Array(await kem().exportKey('raw-public', mlkem.publicKey)),
    new Uint8Array(await crypto.subtle.exportKey('raw', dh.publicKey)),
  );
  return { mlkem: mlkem.privateKey, x25519: dh.privateKey, publicKey };
}

/** An identity over two WebCrypto keys. */
export const webIdentity = (keys: WebXWingKeys): XWingIdentity =>
  splitIdentity(
    keys.publicKey,
    async (ciphertext) =>
      new Uint8Array(await kem().decapsulateBits({ name: 'ML-KEM-768' }, keys.mlkem, own(ciphertext))),
    async (share) => {
      const theirs = await crypto.subtle.importKey('raw', own(share), { name: 'X25519' }, false, []);
      return new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, keys.x25519, 256));
    },
  );
