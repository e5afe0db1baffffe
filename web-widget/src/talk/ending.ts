import { EndReason } from '../gen/havn/v1/talk_pb.ts';

/** Why it ended; `removed`: the device of whoever led was taken out of the list; `silent`: staff said nothing
 * for too long; `given`: the place was given away while the visitor was quiet; `left`: it goes on without this device. */
export type Ending = 'visitor' | 'staff' | 'gone' | 'limit' | 'deleted' | 'removed' | 'silent' | 'given' | 'left';

const ENDINGS: Partial<Readonly<Record<EndReason, Ending>>> = {
  [EndReason.BY_VISITOR]: 'visitor',
  [EndReason.BY_STAFF]: 'staff',
  [EndReason.VISITOR_GONE]: 'gone',
  [EndReason.DELETED_BY_VISITOR]: 'deleted',
  [EndReason.DEVICE_REMOVED]: 'removed',
  [EndReason.STAFF_SILENT]: 'silent',
  [EndReason.PLACE_GIVEN]: 'given',
};

/** The ending that an entry of the stream means. */
export const endingOf = (reason: EndReason): Ending => ENDINGS[reason] ?? 'limit';
