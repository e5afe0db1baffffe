/** The key of whispers under one epoch (docs/protocol/sealed.md, section 16). */

import { concat, equal } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';
import { openWith, sealTo } from './envelope.ts';
import { hash } from './hash.ts';
import { signAs, verifies } from './sign.ts';
import type { Signer } from './sign.ts';
import type { XWingIdentity } from './xwing.ts';

/** Seals W, 32 bytes, to the shift keys of an epoch's staff: never to the visitor's key. */
export const sealWhisperKey = (
  secret: Uint8Array,
  headerHash: Uint8Array,
  publicKeys: readonly Uint8Array[],
): Promise<Uint8Array> => sealTo(publicKeys, concat(secret, headerHash));

/** W; undefined when it does not open, belongs to another epoch header, or is malformed. */
export async function openWhisperKey(
  identity: XWingIdentity,
  grant: Uint8Array,
  headerHash: Uint8Array,
): Promise<Uint8Array | undefined> {
  const plaintext = await openWith(identity, grant);
  if (plaintext === undefined) return undefined;
  const reader = new Reader(plaintext);
  const secret = reader.take(32);
  const named = reader.take(32);
  return reader.done && equal(named, headerHash) ? secret : undefined;
}

/** By the lead's shift key. */
export const signWhisperKey = (lead: Signer, headerHash: Uint8Array, grant: Uint8Array): Promise<Uint8Array> =>
  signAs(lead, 'whisper-key', headerHash, hash(grant));

export const isWhisperKeyOf = (
  lead: Uint8Array,
  headerHash: Uint8Array,
  grant: Uint8Array,
  signature: Uint8Array,
): boolean => verifies('whisper-key', lead, signature, headerHash, hash(grant));
