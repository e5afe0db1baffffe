/** The inside of talk frames and signals (docs/protocol/sealed.md, section 6). */

import { concat, u32, u8 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';

/** A plaintext has one of these lengths, the smallest that fits. */
export const PLAINTEXTS = [96, 864, 3_936, 16_128] as const;
/** UTF-8 bytes of one text. */
export const LONGEST_TEXT = 12_000;
const MOST_SEEN = 8;

export const TEXT = 0;
export const RECEIPT = 1;
export const TYPING = 2;
export const PROPOSAL = 3;
export const ANSWER = 4;
export const REMOVAL = 5;
export const HISTORY = 6;
/** Signal of a visitor's page that was loaded anew: it cannot write in this epoch. */
export const RESTART = 7;
/** Where a sealed file is (section 12). */
export const FILE = 8;
/** Staff mark that advice becomes care: the service's words about records (section 6). */
export const CARE = 9;

/** The highest counter accepted from another slot in this epoch, and the first 8 bytes of its h. */
export interface Seen {
  readonly slot: number;
  readonly counter: number;
  readonly h: Uint8Array;
}

export interface Plaintext {
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly seen: readonly Seen[];
  /** 0 text, 1 receipt, 2 typing, 3 proposal, 4 answer, 5 removal, 6 history, 8 file, 9 care; others are for newer pages. */
  readonly kind: number;
  readonly body: Uint8Array;
}

/** Fails with `RangeError` for a body of more than 12,000 bytes. */
export function encodePlaintext({ id, seen, kind, body }: Plaintext): Uint8Array {
  const content = concat(
    id,
    u8(seen.length),
    ...seen.map(({ slot, counter, h }) => concat(u8(slot), u32(counter), h)),
    u8(kind),
    body,
    u8(0x80),
  );
  const length = PLAINTEXTS.find((size) => size >= content.length);
  if (body.length > LONGEST_TEXT || length === undefined) throw new RangeError('the text is too long');
  const plaintext = new Uint8Array(length);
  plaintext.set(content);
  return plaintext;
}

/** Answers undefined unless the layout and the filling are exact. */
export function readPlaintext(bytes: Uint8Array): Plaintext | undefined {
  const mark = bytes.findLastIndex((byte) => byte !== 0);
  if (mark < 0 || bytes[mark] !== 0x80) return undefined;
  if (PLAINTEXTS.find((size) => size > mark) !== bytes.length) return undefined;
  const reader = new Reader(bytes.subarray(0, mark));
  const id = reader.take(16);
  const count = reader.u8();
  if (count > MOST_SEEN) return undefined;
  const seen = Array.from({ length: count }, () => ({ slot: reader.u8(), counter: reader.u32(), h: reader.take(8) }));
  const kind = reader.u8();
  const body = reader.rest();
  return reader.done && body.length <= LONGEST_TEXT ? { id, seen, kind, body } : undefined;
}
