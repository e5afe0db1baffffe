/** A page of an own phone goes on after it was loaded anew (docs/protocol/sealed.md, section 17). */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ReloadStateSchema } from '../gen/havn/v1/visitor_pb.ts';
import { fromBase64Url, toBase64Url } from '../kernel/base64.ts';
import { concat, u16, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { decrypt, encrypt, messageKey } from '../seal/aead.ts';
import { labelled } from '../seal/sign.ts';
import type { Site } from './site.ts';

/** What a page needs to go on. */
export interface Kept {
  readonly conversation: Uint8Array;
  readonly capability: Uint8Array;
  /** The RingCard as it was serialised. */
  readonly card: Uint8Array;
  /** X-Wing seed of this visit, 32 bytes. */
  readonly seed: Uint8Array;
  /** Milliseconds since 1970. */
  readonly rangAt: number;
  readonly retentionDays: number;
  /** Chats that the service left before, at most 4. */
  readonly left: readonly Proof[];
}

/** What proves a chat to the server. */
export interface Proof {
  readonly conversation: Uint8Array;
  readonly capability: Uint8Array;
}

/** What the page's address holds after `#…&r=`. */
export interface Token {
  /** 16 bytes. */
  readonly conversation: Uint8Array;
  /** 32 random bytes. */
  readonly secret: Uint8Array;
}

const ID = 16;
const SHARE = 64;
const STATE = 2_560;
const LABEL = utf8('havn/1/reload');

export const tokenText = ({ conversation, secret }: Token): string => toBase64Url(concat(conversation, secret));

export function readToken(text: string): Token | undefined {
  const bytes = fromBase64Url(text);
  return bytes?.length === ID + 32 ? { conversation: bytes.slice(0, ID), secret: bytes.slice(ID) } : undefined;
}

/** What the server asks for before it hands the state out: 32 bytes. */
export const reloadKey = ({ secret }: Token): Uint8Array =>
  hkdf(sha256, secret, undefined, utf8('havn/1/reload-key'), 32);

const stateData = (conversation: Uint8Array): Uint8Array => labelled('reload', conversation);

const proofOf = ({ conversation, capability }: Proof): Proof => ({ conversation, capability });

/** share ‖ sealed state: 2,640 bytes. */
export async function sealKept(token: Token, kept: Kept, random: Random): Promise<Uint8Array> {
  const { capability, card, seed, rangAt, retentionDays, left } = kept;
  const state = toBinary(
    ReloadStateSchema,
    create(ReloadStateSchema, { capability, card, seed, rangAt: BigInt(rangAt), retentionDays, left: left.map(proofOf) }),
  );
  const padded = new Uint8Array(STATE);
  padded.set(concat(u16(state.length), state));
  const share = random(SHARE);
  const key = await messageKey(token.secret, share, LABEL);
  return concat(share, await encrypt(key, padded, stateData(token.conversation)));
}

/** Leaves with the server what a page needs to go on; answers what its address must hold. */
export async function keepFor(kept: Kept, site: Site, random: Random): Promise<string> {
  const { conversation, capability } = kept;
  const token = { conversation, secret: random(32) };
  await site.keep(conversation, capability, reloadKey(token), await sealKept(token, kept, random));
  return tokenText(token);
}

/** Answers undefined when it does not open with this token, or is anything else. */
export async function openKept(token: Token, sealed: Uint8Array): Promise<Kept | undefined> {
  const key = await messageKey(token.secret, sealed.subarray(0, SHARE), LABEL);
  const padded = await decrypt(key, sealed.subarray(SHARE), stateData(token.conversation));
  if (padded?.length !== STATE) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint16(0);
  try {
    const state = fromBinary(ReloadStateSchema, padded.slice(2, 2 + length));
    const { capability, card, seed, rangAt, retentionDays } = state;
    const left = state.left.map(proofOf);
    return { conversation: token.conversation, capability, card, seed, rangAt: Number(rangAt), retentionDays, left };
  } catch {
    return undefined;
  }
}
