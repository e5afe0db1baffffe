/** The envelope: an age v1 file with `mlkem768x25519` recipients only (C2SP age; HPKE base mode over X-Wing). */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { utf8 } from '../kernel/bytes.ts';
import { systemRandom } from '../kernel/random.ts';
import { FILE_KEY, readAge, writeAge } from './age.ts';
import type { Stanza } from './age.ts';
import { hpkeKeys } from './hpke.ts';
import { encapsulate, XWING_RANDOM } from './xwing.ts';
import type { XWingIdentity } from './xwing.ts';

/** An envelope holds at most this many recipients. */
export const MOST_RECIPIENTS = 9;

const INFO = utf8('age-encryption.org/mlkem768x25519');
/** X-Wing's number among HPKE's KEMs. */
const XWING_KEM = 0x647a;

/** Seals at most 64 KiB to 1–9 X-Wing public keys of 1,216 bytes. Fails when a key is malformed. */
export function sealTo(publicKeys: readonly Uint8Array[], plaintext: Uint8Array): Promise<Uint8Array> {
  return Promise.resolve().then(() => {
    if (publicKeys.length < 1 || publicKeys.length > MOST_RECIPIENTS) throw new RangeError('1 to 9 recipients');
    const fileKey = systemRandom(FILE_KEY);
    const stanzas = publicKeys.map((publicKey): Stanza => {
      const { ciphertext, shared } = encapsulate(publicKey, systemRandom(XWING_RANDOM));
      return { share: ciphertext, wrapped: cipher(shared).encrypt(fileKey) };
    });
    return writeAge(stanzas, fileKey, plaintext, systemRandom);
  });
}

/** Answers undefined when no stanza is for this identity or anything is altered or of another kind. */
export async function openWith(identity: XWingIdentity, file: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const envelope = readAge(file);
    for (const { share, wrapped } of envelope.stanzas) {
      const fileKey = unwrapped(await identity.decapsulate(share), wrapped);
      if (fileKey !== undefined) return envelope.open(fileKey);
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** How many keys an envelope was sealed to; 0 when it is none. */
export function recipientsOf(file: Uint8Array): number {
  try {
    return readAge(file).stanzas.length;
  } catch {
    return 0;
  }
}

/** Undefined for somebody else's stanza. */
function unwrapped(shared: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined {
  try {
    return cipher(shared).decrypt(wrapped);
  } catch {
    return undefined;
  }
}

const cipher = (sharedSecret: Uint8Array): ReturnType<typeof chacha20poly1305> => {
  const { key, nonce } = hpkeKeys(XWING_KEM, sharedSecret, INFO);
  return chacha20poly1305(key, nonce);
};
