/** Whether the staff of an epoch follows from the epoch before it (docs/protocol/sealed.md, section 14). */

import { equal } from '../kernel/bytes.ts';
import { NO_HASH } from '../seal/epoch.ts';
import type { EpochHeader, EpochMember } from '../seal/epoch.ts';
import type { RosterDevice } from '../trust/roster.ts';
import type { Consents } from './consents.ts';
import { Doubt } from './stop.ts';
import { watches } from './watching.ts';

/** The epoch accepted before: number 0 and zeros when there is none. */
export interface Before {
  readonly number: number;
  readonly headerHash: Uint8Array;
  readonly header: EpochHeader | undefined;
  /** The highest slot of any epoch so far. */
  readonly highestSlot: number;
}

export const NOTHING_BEFORE: Before = { number: 0, headerHash: NO_HASH, header: undefined, highestSlot: 0 };

export const after = (before: Before, header: EpochHeader, headerHash: Uint8Array): Before => ({
  number: header.number,
  headerHash,
  header,
  highestSlot: Math.max(before.highestSlot, ...header.members.map(({ slot }) => slot)),
});

export interface Placed {
  readonly slot: number;
  readonly device: RosterDevice;
}

const staffOf = (header: EpochHeader): readonly EpochMember[] => header.members.filter(({ kind }) => kind === 'staff');
export const leadOf = (header: EpochHeader): EpochMember | undefined =>
  header.members.find(({ slot }) => slot === header.leadSlot);

/** Fails with a {@link Doubt} unless every new device came with the visitor's yes, into a slot never used before, and nobody leads who may only watch. */
export function checkStaff(header: EpochHeader, staff: readonly Placed[], before: Before, consents: Consents): void {
  const lead = staff.find(({ slot }) => slot === header.leadSlot);
  if (watches(lead?.device.role) || !follows(header, staff, before, consents)) throw new Doubt('epoch-refused');
}

function follows(header: EpochHeader, staff: readonly Placed[], before: Before, consents: Consents): boolean {
  if (before.header === undefined) return header.reason === 'claim' && staff.length === 1;
  const known = staffOf(before.header);
  const slotOf = ({ device }: Placed): number | undefined => known.find((one) => equal(one.device, device.id))?.slot;
  const added = staff.filter((one) => slotOf(one) === undefined);
  const moved = staff.some((one) => (slotOf(one) ?? one.slot) !== one.slot);
  if (moved || added.some(({ slot }) => slot <= before.highestSlot)) return false;
  const lead = leadOf(header);
  const sameLead = lead !== undefined && equal(lead.device, leadOf(before.header)?.device ?? NO_HASH);
  const stayed = staff.length - added.length;
  switch (header.reason) {
    case 'time':
    case 'count':
    case 'resume':
      return sameLead && added.length === 0 && stayed === known.length;
    case 'join':
      return (
        sameLead &&
        added.length === 1 &&
        stayed === known.length &&
        added.every(({ device }) => consents.allows('join', device))
      );
    case 'leave':
    case 'revocation':
      return sameLead && added.length === 0 && stayed < known.length;
    case 'handover':
      return !sameLead && staff.length === 1 && staff.every(({ device }) => consents.allows('handover', device));
    case 'claim':
      return false;
  }
}
