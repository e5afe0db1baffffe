/** What a console says and hears. Apart from the other's, which no page loads in vain. */

import type { MessageInitShape } from '@bufbuild/protobuf';
import { DeskDownSchema, DeskUpSchema } from '../gen/havn/v1/desk_pb.ts';
import type { DeskDown } from '../gen/havn/v1/desk_pb.ts';
import { read, written, type Known, type Read } from './frames.ts';

export type DeskUpKind = NonNullable<MessageInitShape<typeof DeskUpSchema>['kind']>;
export type DeskDownKind = Known<DeskDown>;

export const deskUp = (kind: DeskUpKind): Uint8Array => written(DeskUpSchema, { kind });

export const readDeskDown = (frame: Uint8Array): Read<DeskDownKind> => read(DeskDownSchema, frame);
