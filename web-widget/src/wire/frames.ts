import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { DescMessage, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import { pad, unpad } from './padding.ts';

/** A frame that was read, or the code that says what is wrong with it. */
export type Read<Kind> =
  | { readonly ok: true; readonly kind: Kind }
  | { readonly ok: false; readonly code: Code };

/** The kinds of a message that is one `oneof kind`. */
export type Known<M extends { kind: { case: string | undefined } }> = Exclude<M['kind'], { case: undefined }>;

/** A message of the protocol as a padded frame. */
export const written = <D extends DescMessage>(schema: D, message: MessageInitShape<D>): Uint8Array =>
  pad(toBinary(schema, create(schema, message)));

/** Reads any message of the protocol that is one `oneof kind`. Never throws. */
export function read<D extends DescMessage, K = Known<MessageShape<D> & { kind: { case: string | undefined } }>>(
  schema: D,
  frame: Uint8Array,
): Read<K> {
  const unpadded = unpad(frame);
  if ('code' in unpadded) return { ok: false, code: unpadded.code };
  try {
    const message = fromBinary(schema, unpadded.message) as unknown as { kind: { case: string | undefined } };
    if (message.kind.case === undefined) return { ok: false, code: Code.FRAME_UNKNOWN };
    return { ok: true, kind: message.kind as K };
  } catch {
    return { ok: false, code: Code.FRAME_MALFORMED };
  }
}
