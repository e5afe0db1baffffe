/** One part of a transcript: docs/protocol/sealed.md, section 13. */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { TranscriptPartSchema } from '../../gen/havn/v1/letters_pb.ts';
import { concat, u32, utf8, ZERO } from '../../kernel/bytes.ts';
import { Reader } from '../../kernel/reader.ts';
import { decrypt, encrypt, messageKey } from '../../seal/aead.ts';

export interface TranscriptLine {
  /** By the writing console's clock, milliseconds since 1970. */
  readonly at: number;
  /** Shown name; empty for the visitor. */
  readonly from: string;
  readonly text: string;
}

export interface TranscriptPart {
  readonly lines: readonly TranscriptLine[];
  /** Whether the chat was over and nothing follows. */
  readonly last: boolean;
}

/** What opens an archive. */
export interface ArchiveKeys {
  /** 16 bytes. */
  readonly archive: Uint8Array;
  /** TK: 32 random bytes of the console that began it. */
  readonly key: Uint8Array;
  /** S: the server's 64 bytes. */
  readonly share: Uint8Array;
}

/** Parts have one of these lengths before sealing, the smallest that fits. */
const PADDED = [4_096, 16_384, 65_536] as const;
/** Most bytes of a part's Protobuf message. */
export const LARGEST_PART = PADDED[2] - 4;
/** Most parts of an archive. */
export const MOST_PARTS = 200;

const place = (archive: Uint8Array, number: number): Uint8Array =>
  concat(utf8('havn/1/archive'), ZERO, archive, u32(number));

const keyOf = ({ key, share, archive }: ArchiveKeys, number: number): Promise<CryptoKey> =>
  messageKey(key, share, place(archive, number));

const written = (part: TranscriptPart): Uint8Array => {
  const lines = part.lines.map(({ at, from, text }) => ({ at: BigInt(at), from, text }));
  return toBinary(TranscriptPartSchema, create(TranscriptPartSchema, { lines, last: part.last }));
};

/** How many of these lines one part holds; at least one, since a line is never longer than a part. */
export function fitting(lines: readonly TranscriptLine[]): number {
  let length = 8;
  const tooMany = lines.findIndex((line) => {
    length += 32 + utf8(line.from).length + utf8(line.text).length;
    return length > LARGEST_PART;
  });
  return tooMany < 0 ? lines.length : tooMany;
}

/** @param number from 1 */
export async function sealPart(keys: ArchiveKeys, number: number, part: TranscriptPart): Promise<Uint8Array> {
  const content = written(part);
  const length = PADDED.find((size) => size >= 4 + content.length);
  if (length === undefined) throw new RangeError('too long for one part');
  const padded = concat(u32(content.length), content, new Uint8Array(length - 4 - content.length));
  return encrypt(await keyOf(keys, number), padded, place(keys.archive, number));
}

/** Undefined when it was altered, is another archive's or stands at another place. */
export async function openPart(keys: ArchiveKeys, number: number, sealed: Uint8Array): Promise<TranscriptPart | undefined> {
  const padded = await decrypt(await keyOf(keys, number), sealed, place(keys.archive, number));
  if (padded === undefined) return undefined;
  const reader = new Reader(padded);
  const length = reader.u32();
  if (PADDED.find((size) => size >= 4 + length) !== padded.length) return undefined;
  const content = reader.take(length);
  if (!reader.rest().every((byte) => byte === 0) || !reader.done) return undefined;
  try {
    const { lines, last } = fromBinary(TranscriptPartSchema, content);
    return { lines: lines.map(({ at, from, text }) => ({ at: Number(at), from, text })), last };
  } catch {
    return undefined;
  }
}
