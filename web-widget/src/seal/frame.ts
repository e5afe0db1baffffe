/** Talk frames, signals and their chains (docs/protocol/sealed.md, sections 6 and 7). */

import { concat, u32, u8, utf8 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';
import { decrypt, encrypt, messageKey } from './aead.ts';
import { SUITE } from './epoch.ts';
import { hash } from './hash.ts';
import { PLAINTEXTS } from './plaintext.ts';
import { labelled } from './sign.ts';

const HEADER = 42;
const TAG = 16;
/** The counter of every signal. */
export const SIGNAL_COUNTER = 0xffffffff;

/** The two streams of a conversation: everybody's, and that of its staff. A frame of one is nothing in the other. */
export type Stream = 'talk' | 'whisper';
const MESSAGE: Readonly<Record<Stream, string>> = { talk: 'havn/1/msg', whisper: 'havn/1/whisper' };
const CHAIN: Readonly<Record<Stream, string>> = { talk: 'chain', whisper: 'whisper-chain' };

/** What frames of one epoch are sealed with. */
export interface EpochKeys {
  /** `talk` unless said. */
  readonly stream?: Stream;
  readonly conversation: Uint8Array;
  readonly number: number;
  /** E, 32 bytes; W for whispers. */
  readonly secret: Uint8Array;
  /** H(epoch header). */
  readonly headerHash: Uint8Array;
}

export interface FrameHeader {
  readonly conversation: Uint8Array;
  readonly epoch: number;
  readonly slot: number;
  readonly counter: number;
  /** 16 random bytes. */
  readonly r: Uint8Array;
}

/** Answers undefined unless it has the suite and one of the four lengths of a frame. */
export function readFrameHeader(frame: Uint8Array): FrameHeader | undefined {
  const plaintext = frame.length - HEADER - TAG;
  const reader = new Reader(frame);
  if (reader.u8() !== SUITE || !PLAINTEXTS.some((length) => length === plaintext)) return undefined;
  return {
    conversation: reader.take(16),
    epoch: reader.u32(),
    slot: reader.u8(),
    counter: reader.u32(),
    r: reader.take(16),
  };
}

/** h(-1) of a slot's chain. */
export const chainStart = (headerHash: Uint8Array, slot: number, stream: Stream = 'talk'): Uint8Array =>
  hash(labelled(CHAIN[stream], headerHash, u8(slot)));

/** h(i) after `frame`. */
export const chainNext = (previous: Uint8Array, frame: Uint8Array): Uint8Array => hash(previous, frame);

/** Seals one talk frame. `chain` is h(i-1) of the slot, `r` 16 fresh random bytes. */
export async function sealFrame(
  keys: EpochKeys,
  place: { readonly slot: number; readonly counter: number; readonly r: Uint8Array },
  chain: Uint8Array,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  const header = frameHeader(keys, place.slot, place.counter, place.r);
  const key = await keyFor(MESSAGE[keys.stream ?? 'talk'], keys, header, place.r);
  return concat(header, await encrypt(key, plaintext, talkData(keys, header, chain)));
}

/** The plaintext; undefined when it does not open. `frame` has a well-formed header of this epoch. */
export async function openFrame(
  keys: EpochKeys,
  frame: Uint8Array,
  chain: Uint8Array,
): Promise<Uint8Array | undefined> {
  const header = frame.subarray(0, HEADER);
  const key = await keyFor(MESSAGE[keys.stream ?? 'talk'], keys, header, header.subarray(HEADER - 16));
  return decrypt(key, frame.subarray(HEADER), talkData(keys, header, chain));
}

/** Seals one signal. `r` is 16 fresh random bytes. */
export async function sealSignal(
  keys: EpochKeys,
  slot: number,
  r: Uint8Array,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  const header = frameHeader(keys, slot, SIGNAL_COUNTER, r);
  const key = await keyFor('havn/1/signal', keys, header, r);
  return concat(header, await encrypt(key, plaintext, signalData(keys, header)));
}

/** The plaintext; undefined when it does not open. `frame` has a well-formed header of this epoch. */
export async function openSignal(keys: EpochKeys, frame: Uint8Array): Promise<Uint8Array | undefined> {
  const header = frame.subarray(0, HEADER);
  const key = await keyFor('havn/1/signal', keys, header, header.subarray(HEADER - 16));
  return decrypt(key, frame.subarray(HEADER), signalData(keys, header));
}

const frameHeader = (keys: EpochKeys, slot: number, counter: number, r: Uint8Array): Uint8Array =>
  concat(u8(SUITE), keys.conversation, u32(keys.number), u8(slot), u32(counter), r);

/** mk = HKDF(E, salt r, label ‖ conversation ‖ epoch ‖ slot ‖ counter), the last four as they stand in the header. */
const keyFor = (label: string, keys: EpochKeys, header: Uint8Array, r: Uint8Array): Promise<CryptoKey> =>
  messageKey(keys.secret, r, concat(utf8(label), header.subarray(1, HEADER - 16)));

const talkData = (keys: EpochKeys, header: Uint8Array, chain: Uint8Array): Uint8Array =>
  concat(header, keys.headerHash, chain);

const signalData = (keys: EpochKeys, header: Uint8Array): Uint8Array => labelled('signal', header, keys.headerHash);
