/** `u16 length ‖ message ‖ zeros` to the smallest of four sizes that fits (docs/protocol/sealed.md, section 8). */

import { Code } from '../gen/havn/v1/codes_pb.ts';
import { concat, u16 } from '../kernel/bytes.ts';

const SIZES = [256, 1_024, 4_096, 16_384] as const;
const PREFIX = 2;
/** The longest frame. */
export const LONGEST_FRAME = 16_384;

const sizeFor = (length: number): number | undefined => SIZES.find((size) => size >= length + PREFIX);

/** Fails with `RangeError` for more than 16,382 bytes, which is a defect of ours. */
export function pad(message: Uint8Array): Uint8Array {
  const size = sizeFor(message.length);
  if (size === undefined) throw new RangeError('the message does not fit a frame');
  const frame = new Uint8Array(size);
  frame.set(concat(u16(message.length), message));
  return frame;
}

export type Unpadded = { readonly message: Uint8Array } | { readonly code: Code };

export function unpad(frame: Uint8Array): Unpadded {
  if (frame.length > LONGEST_FRAME) return { code: Code.FRAME_TOO_LARGE };
  if (frame.length < PREFIX) return { code: Code.FRAME_MALFORMED };
  const length = new DataView(frame.buffer, frame.byteOffset).getUint16(0);
  if (length + PREFIX > frame.length) return { code: Code.FRAME_MALFORMED };
  const zeros = frame.subarray(PREFIX + length).every((byte) => byte === 0);
  if (frame.length !== sizeFor(length) || !zeros) return { code: Code.FRAME_NOT_PADDED };
  return { message: frame.subarray(PREFIX, PREFIX + length) };
}
