/** What a visitor’s page says and hears. Apart from the other's, which no page loads in vain. */

import type { MessageInitShape } from '@bufbuild/protobuf';
import { VisitorDownSchema, VisitorUpSchema } from '../gen/havn/v1/visitor_pb.ts';
import type { VisitorDown } from '../gen/havn/v1/visitor_pb.ts';
import { read, written, type Known, type Read } from './frames.ts';

export type VisitorUpKind = NonNullable<MessageInitShape<typeof VisitorUpSchema>['kind']>;
export type VisitorDownKind = Known<VisitorDown>;

export const visitorUp = (kind: VisitorUpKind): Uint8Array => written(VisitorUpSchema, { kind });

export const readVisitorDown = (frame: Uint8Array): Read<VisitorDownKind> => read(VisitorDownSchema, frame);
