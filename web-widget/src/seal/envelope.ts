/** The envelope: an age v1 file with `mlkem768x25519` recipients only (C2SP age; HPKE base mode over X-Wing). */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { XWing } from '@noble/post-quantum/hybrid.js';
import { Decrypter, Encrypter, Stanza } from 'age-encryption';
import type { Identity, Recipient } from 'age-encryption';
import { fromBase64, toBase64 } from '../kernel/base64.ts';
import { utf8 } from '../kernel/bytes.ts';
import { hpkeKeys } from './hpke.ts';
import type { XWingIdentity } from './xwing.ts';

/** An envelope holds at most this many recipients. */
export const MOST_RECIPIENTS = 9;

const KIND = 'mlkem768x25519';
const INFO = utf8('age-encryption.org/mlkem768x25519');
const SHARE = 1120;
const WRAPPED = 32;
/** X-Wing's number among HPKE's KEMs. */
const XWING_KEM = 0x647a;

/** Seals to 1–9 X-Wing public keys of 1,216 bytes. Fails when a key is malformed. */
export async function sealTo(publicKeys: readonly Uint8Array[], plaintext: Uint8Array): Promise<Uint8Array> {
  if (publicKeys.length < 1 || publicKeys.length > MOST_RECIPIENTS) throw new RangeError('1 to 9 recipients');
  const encrypter = new Encrypter();
  for (const key of publicKeys) encrypter.addRecipient(recipient(key));
  return encrypter.encrypt(plaintext);
}

/** Answers undefined when no stanza is for this identity or anything is altered or of another kind. */
export async function openWith(identity: XWingIdentity, file: Uint8Array): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentity(identity));
  try {
    return await decrypter.decrypt(file);
  } catch {
    return undefined;
  }
}

const recipient = (publicKey: Uint8Array): Recipient => ({
  wrapFileKey: (fileKey) => {
    const { cipherText, sharedSecret } = XWing.encapsulate(publicKey);
    return [new Stanza([KIND, toBase64(cipherText).replaceAll('=', '')], cipher(sharedSecret).encrypt(fileKey))];
  },
});

const ageIdentity = (identity: XWingIdentity): Identity => ({
  unwrapFileKey: async (stanzas) => {
    if (stanzas.length > MOST_RECIPIENTS) throw new Error('too many recipients');
    for (const { args, body } of stanzas) {
      const [kind, text, ...more] = args;
      if (kind !== KIND || text === undefined || more.length > 0) throw new Error('only one kind of recipient');
      const share = fromBase64(text + '='.repeat((4 - (text.length % 4)) % 4));
      if (share?.length !== SHARE || body.length !== WRAPPED) throw new Error('malformed stanza');
      const sharedSecret = await identity.decapsulate(share);
      try {
        return cipher(sharedSecret).decrypt(body);
      } catch {
        continue; // somebody else's stanza
      }
    }
    return null;
  },
});

const cipher = (sharedSecret: Uint8Array): ReturnType<typeof chacha20poly1305> => {
  const { key, nonce } = hpkeKeys(XWING_KEM, sharedSecret, INFO);
  return chacha20poly1305(key, nonce);
};
