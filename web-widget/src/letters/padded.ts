import { concat, u32 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';

/** Sealed messages have one of these lengths before sealing, the smallest that fits. */
export const PADDED = [1_024, 4_096, 16_384] as const;

/** `u32 length ‖ content ‖ zeros`. Fails when the content is too long. */
export function pad(content: Uint8Array): Uint8Array {
  const length = PADDED.find((size) => size >= 4 + content.length);
  if (length === undefined) throw new RangeError('too long to seal');
  return concat(u32(content.length), content, new Uint8Array(length - 4 - content.length));
}

/** The content; undefined unless length and filling are exact. */
export function unpad(padded: Uint8Array): Uint8Array | undefined {
  const reader = new Reader(padded);
  const length = reader.u32();
  if (PADDED.find((size) => size >= 4 + length) !== padded.length) return undefined;
  const content = reader.take(length);
  return reader.rest().every((byte) => byte === 0) && reader.done ? content : undefined;
}
