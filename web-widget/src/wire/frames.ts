import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { DescMessage, MessageInitShape, MessageShape } from '@bufbuild/protobuf';
import { Code } from '../gen/havn/v1/codes_pb.ts';
import { DeskDownSchema, DeskUpSchema } from '../gen/havn/v1/desk_pb.ts';
import type { DeskDown } from '../gen/havn/v1/desk_pb.ts';
import { VisitorDownSchema, VisitorUpSchema } from '../gen/havn/v1/visitor_pb.ts';
import type { VisitorDown } from '../gen/havn/v1/visitor_pb.ts';
import { pad, unpad } from './padding.ts';

/** A frame that was read, or the code that says what is wrong with it. */
export type Read<Kind> =
  | { readonly ok: true; readonly kind: Kind }
  | { readonly ok: false; readonly code: Code };

type Known<M extends { kind: { case: string | undefined } }> = Exclude<M['kind'], { case: undefined }>;

export type VisitorUpKind = NonNullable<MessageInitShape<typeof VisitorUpSchema>['kind']>;
export type VisitorDownKind = Known<VisitorDown>;
export type DeskUpKind = NonNullable<MessageInitShape<typeof DeskUpSchema>['kind']>;
export type DeskDownKind = Known<DeskDown>;

export const visitorUp = (kind: VisitorUpKind): Uint8Array =>
  pad(toBinary(VisitorUpSchema, create(VisitorUpSchema, { kind })));

export const deskUp = (kind: DeskUpKind): Uint8Array => pad(toBinary(DeskUpSchema, create(DeskUpSchema, { kind })));

export const readVisitorDown = (frame: Uint8Array): Read<VisitorDownKind> => read(VisitorDownSchema, frame);

export const readDeskDown = (frame: Uint8Array): Read<DeskDownKind> => read(DeskDownSchema, frame);

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
