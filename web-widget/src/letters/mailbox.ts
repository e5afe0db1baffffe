/** From a return code to a mailbox's keys, and the signed acts on it (docs/protocol/sealed.md, section 10). */

import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, forget, str8, utf8 } from '../kernel/bytes.ts';
import { hash } from '../seal/hash.ts';
import { signAs } from '../seal/sign.ts';
import type { Signer } from '../seal/sign.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import type { Stretch } from './stretch.ts';

export interface Mailbox extends Signer {
  /** The signing key's public half: 32 bytes. */
  readonly id: Uint8Array;
  readonly identity: XWingIdentity;
  /** Overwrites the seed that opens: acts can still be signed, and notes sealed. */
  shut(): void;
  /** Overwrites what memory still has of the seeds. Nothing can be signed or opened afterwards. */
  forget(): void;
}

export type Act = 'create' | 'open' | 'note' | 'letter' | 'pass' | 'delete';

/**
 * `code` as {@link readCode} or a draw gives it; `installation` is H(payload of root set 1). Takes about a second.
 * Fails when stopped by `signal`, or when this browser cannot do it.
 */
export async function deriveMailbox(
  code: string,
  installation: Uint8Array,
  stretch: Stretch,
  signal: AbortSignal,
): Promise<Mailbox> {
  const salt = hash(utf8('return-v1'), installation);
  const key = await stretch(utf8(code), salt, signal);
  const signing = derive(key, 'mailbox-sign');
  const sealing = derive(key, 'mailbox-xwing');
  forget(key);
  const id = ed25519.getPublicKey(signing);
  let [signs, opens] = [true, true];
  const inner = seedIdentity(sealing);
  const alive = (is: boolean): void => {
    if (!is) throw new Error('the mailbox is forgotten');
  };
  return {
    id,
    ed25519: id,
    identity: {
      publicKey: inner.publicKey,
      decapsulate: (ciphertext) => {
        alive(opens);
        return inner.decapsulate(ciphertext);
      },
    },
    sign: (message) => {
      alive(signs);
      return Promise.resolve(ed25519.sign(message, signing));
    },
    shut: () => {
      opens = false;
      forget(sealing);
    },
    forget: () => {
      [signs, opens] = [false, false];
      forget(signing, sealing);
    },
  };
}

const derive = (key: Uint8Array, purpose: string): Uint8Array =>
  hkdf(sha256, key, undefined, utf8(`havn/1/${purpose}`), 32);

/** The signature under an act; `body` are the exact bytes that are sent. */
export const signAct = (mailbox: Signer, nonce: Uint8Array, act: Act, body: Uint8Array): Promise<Uint8Array> =>
  signAs(mailbox, 'mailbox-act', concat(nonce, str8(act), hash(body)));
