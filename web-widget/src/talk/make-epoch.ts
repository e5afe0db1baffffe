/** The lead makes an epoch of two: the visitor and itself. */

import { create } from '@bufbuild/protobuf';
import { EpochSchema } from '../gen/havn/v1/talk_pb.ts';
import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { encodeEpochHeader, NO_DEVICE, NO_HASH, readEpochHeader, VISITOR_SLOT } from '../seal/epoch.ts';
import type { EpochHeader, EpochMember, Reason } from '../seal/epoch.ts';
import { openGrant, sealGrant } from '../seal/grant.ts';
import { hash } from '../seal/hash.ts';
import { signAs, verifies } from '../seal/sign.ts';
import type { Signer } from '../seal/sign.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import type { Roster } from '../trust/roster.ts';
import { VISITOR } from './accept-epoch.ts';
import type { Accepted, Before } from './accept-epoch.ts';
import type { Person } from './epoch.ts';
import type { RingFacts } from './ring.ts';

export const LEAD_SLOT = 1;

/** The device that leads, with its keys of this shift. */
export interface Lead {
  /** Device id, 16 bytes. */
  readonly device: Uint8Array;
  readonly signer: Signer;
  readonly identity: XWingIdentity;
  /** H of the shift statement's payload. */
  readonly statementHash: Uint8Array;
  readonly name: string;
  /** 16 bytes; the roster holds H(salt ‖ name). */
  readonly salt: Uint8Array;
  readonly role: string;
}

/** The conversation as the lead knows it. */
export interface LedConversation {
  readonly conversation: Uint8Array;
  readonly ring: RingFacts;
  readonly retentionDays: number;
}

/** An epoch that is made and not yet in the stream. */
export interface MadeEpoch {
  readonly number: number;
  readonly word: EpochWord;
  readonly accepted: Accepted;
}

/** @param time ms since 1970 */
export async function makeEpoch(
  { conversation, ring, retentionDays }: LedConversation,
  lead: Lead,
  roster: Pick<Roster, 'version' | 'hash'>,
  before: Before,
  reason: Reason,
  time: number,
  random: Random,
): Promise<MadeEpoch> {
  const fields: EpochHeader = {
    conversation,
    number: before.number + 1,
    reason,
    ringHash: ring.ringHash,
    visitorKeyHash: hash(ring.visitorKey),
    previousHash: before.headerHash,
    service: ring.service,
    lane: ring.lane,
    retentionDays,
    members: membersOf(lead),
    leadSlot: LEAD_SLOT,
    rosterVersion: BigInt(roster.version),
    rosterHash: roster.hash,
    time,
  };
  const header = encodeEpochHeader(fields);
  const secret = random(32);
  const names = [{ slot: LEAD_SLOT, salt: lead.salt, name: lead.name }];
  const grant = await sealGrant({ secret, names }, header, [ring.visitorKey, lead.identity.publicKey]);
  const signature = await signAs(lead.signer, 'epoch', header, hash(grant));
  return {
    number: fields.number,
    word: create(EpochSchema, { header, grant, signature }),
    accepted: { header: fields, headerHash: hash(header), secret, people: peopleOf(lead) },
  };
}

/** An epoch of the stream that this device's shift key made; undefined when somebody else did, or it does not fit. */
export async function openOwnEpoch(
  word: EpochWord,
  { conversation, ring }: LedConversation,
  lead: Lead,
): Promise<Accepted | undefined> {
  const header = readEpochHeader(word.header);
  const ours = header?.members.find(({ slot }) => slot === LEAD_SLOT);
  if (header?.leadSlot !== LEAD_SLOT || ours === undefined || !equal(ours.device, lead.device)) return undefined;
  if (!verifies('epoch', lead.signer.ed25519, word.signature, word.header, hash(word.grant))) return undefined;
  if (!equal(header.conversation, conversation) || !equal(header.ringHash, ring.ringHash)) return undefined;
  const grant = await openGrant(lead.identity, word.grant, word.header);
  if (grant === undefined) return undefined;
  return { header, headerHash: hash(word.header), secret: grant.secret, people: peopleOf(lead) };
}

const membersOf = ({ device, statementHash }: Lead): readonly EpochMember[] => [
  { slot: VISITOR_SLOT, kind: 'visitor', device: NO_DEVICE, statementHash: NO_HASH },
  { slot: LEAD_SLOT, kind: 'staff', device, statementHash },
];

const peopleOf = ({ name, role, signer }: Lead): readonly Person[] => [
  VISITOR,
  { slot: LEAD_SLOT, kind: 'staff', name, role, ed25519: signer.ed25519 },
];
