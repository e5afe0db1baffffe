/** The lead makes an epoch: for the visitor, itself and its companions. */

import { create } from '@bufbuild/protobuf';
import { WhisperKeySchema } from '../gen/havn/v1/desk_pb.ts';
import type { WhisperKey } from '../gen/havn/v1/desk_pb.ts';
import { EpochSchema } from '../gen/havn/v1/talk_pb.ts';
import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { encodeEpochHeader, NO_DEVICE, NO_HASH, readEpochHeader, VISITOR_SLOT } from '../seal/epoch.ts';
import type { EpochHeader, EpochMember, Reason } from '../seal/epoch.ts';
import { openGrant, sealGrant } from '../seal/grant.ts';
import type { SaltedName } from '../seal/grant.ts';
import { hash } from '../seal/hash.ts';
import { signAs, verifies } from '../seal/sign.ts';
import type { Signer } from '../seal/sign.ts';
import { readStatement } from '../seal/statement.ts';
import { sealWhisperKey, signWhisperKey } from '../seal/whisper-key.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import type { Roster } from '../trust/roster.ts';
import { VISITOR } from './accept-epoch.ts';
import type { Accepted } from './accept-epoch.ts';
import type { Companion } from './company.ts';
import type { Person } from './epoch.ts';
import type { RingFacts } from './ring.ts';
import type { Before } from './staff-rules.ts';
import type { Statements } from './statements.ts';

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

/** The conversation as a console knows it. */
export interface LedConversation {
  readonly conversation: Uint8Array;
  readonly ring: RingFacts;
  readonly retentionDays: number;
  /** This device's slot, from the server; never another device's. */
  readonly slot: number;
}

/** An epoch that is made and not yet in the stream. */
export interface MadeEpoch {
  readonly number: number;
  readonly word: EpochWord;
  /** For its members of staff; undefined when the lead is alone. */
  readonly whisperKey: WhisperKey | undefined;
  readonly accepted: Accepted;
}

/** @param time ms since 1970 */
export async function makeEpoch(
  { conversation, ring, retentionDays, slot: leadSlot }: LedConversation,
  lead: Lead,
  companions: readonly Companion[],
  roster: Pick<Roster, 'version' | 'hash'>,
  before: Before,
  reason: Reason,
  time: number,
  random: Random,
): Promise<MadeEpoch> {
  const { publicKey } = lead.identity;
  const own = { ...lead, slot: leadSlot, publicKey, ed25519: lead.signer.ed25519 };
  const staff: readonly Companion[] = [own, ...companions].sort((a, b) => a.slot - b.slot);
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
    members: membersOf(staff),
    leadSlot,
    rosterVersion: BigInt(roster.version),
    rosterHash: roster.hash,
    time,
  };
  const header = encodeEpochHeader(fields);
  const secret = random(32);
  const names = staff.map(({ slot, salt, name }) => ({ slot, salt, name }));
  const keys = [ring.visitorKey, ...staff.map((one) => one.publicKey)];
  const grant = await sealGrant({ secret, names }, header, keys);
  const signature = await signAs(lead.signer, 'epoch', header, hash(grant));
  const headerHash = hash(header);
  return {
    number: fields.number,
    word: create(EpochSchema, { header, grant, signature }),
    whisperKey: companions.length === 0 ? undefined : await makeWhisperKey(fields.number, headerHash, lead, staff, random),
    accepted: { header: fields, headerHash, secret, people: [VISITOR, ...staff.map(personOf)] },
  };
}

async function makeWhisperKey(
  epoch: number,
  headerHash: Uint8Array,
  lead: Lead,
  staff: readonly Companion[],
  random: Random,
): Promise<WhisperKey> {
  const publicKeys = staff.map(({ publicKey }) => publicKey);
  const grant = await sealWhisperKey(random(32), headerHash, publicKeys);
  return create(WhisperKeySchema, { epoch, grant, signature: await signWhisperKey(lead.signer, headerHash, grant) });
}

/** An epoch of the stream that this device made, with the names its grant carries. */
export interface OwnEpoch extends Accepted {
  readonly names: readonly SaltedName[];
}

/**
 * An epoch of the stream that this device's shift key made; undefined when somebody else did, or it does not fit.
 *
 * @param roleOf role of a companion, by device
 */
export async function openOwnEpoch(
  word: EpochWord,
  { conversation, ring }: LedConversation,
  lead: Lead,
  statements: Statements,
  roleOf: (device: Uint8Array) => string,
): Promise<OwnEpoch | undefined> {
  const header = readEpochHeader(word.header);
  const ours = header?.members.find(({ slot }) => slot === header.leadSlot);
  if (header === undefined || ours === undefined || !equal(ours.device, lead.device)) return undefined;
  if (!verifies('epoch', lead.signer.ed25519, word.signature, word.header, hash(word.grant))) return undefined;
  if (!equal(header.conversation, conversation) || !equal(header.ringHash, ring.ringHash)) return undefined;
  const grant = await openGrant(lead.identity, word.grant, word.header);
  if (grant === undefined) return undefined;
  const people: Person[] = [VISITOR];
  for (const { slot, kind, device, statementHash } of header.members) {
    if (kind !== 'staff') continue;
    const mine = equal(device, lead.device);
    const statement = statements.get(statementHash);
    const ed25519 = mine ? lead.signer.ed25519 : statement && readStatement(statement)?.ed25519;
    const name = grant.names.find((one) => one.slot === slot)?.name ?? '';
    people.push({ slot, kind, name, role: mine ? lead.role : roleOf(device), device, ed25519 });
  }
  const { secret, names } = grant;
  return { header, headerHash: hash(word.header), secret, people, names };
}

const membersOf = (staff: readonly Companion[]): readonly EpochMember[] => [
  { slot: VISITOR_SLOT, kind: 'visitor', device: NO_DEVICE, statementHash: NO_HASH },
  ...staff.map(({ slot, device, statementHash }) => ({ slot, kind: 'staff' as const, device, statementHash })),
];

const personOf = ({ slot, name, role, device, ed25519 }: Companion): Person => ({
  slot,
  kind: 'staff',
  name,
  role,
  device,
  ed25519,
});
