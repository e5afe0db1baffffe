/** The epoch header and the grant (docs/protocol/sealed.md, section 5). */

import { concat, equal, u16, u32, u64, u8, utf8 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';

export const SUITE = 1;
const ID = 16;
const HASH = 32;
export const MOST_MEMBERS = 9;
const LONGEST_NAME = 64;

export const REASONS = {
  claim: 1,
  time: 2,
  count: 3,
  resume: 4,
  join: 5,
  leave: 6,
  revocation: 7,
  handover: 8,
} as const;
export type Reason = keyof typeof REASONS;

export interface EpochMember {
  readonly slot: number;
  readonly kind: 'visitor' | 'staff';
  /** 16 bytes; zeros for the visitor. */
  readonly device: Uint8Array;
  /** H(ShiftStatement payload); zeros for the visitor. */
  readonly statementHash: Uint8Array;
}

export interface EpochHeader {
  readonly conversation: Uint8Array;
  readonly number: number;
  readonly reason: Reason;
  readonly ringHash: Uint8Array;
  readonly visitorKeyHash: Uint8Array;
  readonly previousHash: Uint8Array;
  readonly service: string;
  readonly lane: string;
  readonly retentionDays: number;
  /** 2–9 in rising slot order; slot 0 is the visitor. */
  readonly members: readonly EpochMember[];
  readonly leadSlot: number;
  readonly rosterVersion: bigint;
  readonly rosterHash: Uint8Array;
  /** Milliseconds since 1970. */
  readonly time: number;
}

export const VISITOR_SLOT = 0;
export const NO_DEVICE = new Uint8Array(ID);
export const NO_HASH = new Uint8Array(HASH);

function str8(text: string): Uint8Array {
  const bytes = utf8(text);
  if (bytes.length < 1 || bytes.length > LONGEST_NAME) throw new RangeError('1 to 64 bytes');
  return concat(u8(bytes.length), bytes);
}

export const encodeEpochHeader = (header: EpochHeader): Uint8Array =>
  concat(
    u8(SUITE),
    header.conversation,
    u32(header.number),
    u8(REASONS[header.reason]),
    header.ringHash,
    header.visitorKeyHash,
    header.previousHash,
    str8(header.service),
    str8(header.lane),
    u16(header.retentionDays),
    u8(header.members.length),
    ...header.members.map(({ slot, kind, device, statementHash }) =>
      concat(u8(slot), u8(kind === 'visitor' ? 1 : 2), device, statementHash),
    ),
    u8(header.leadSlot),
    u64(header.rosterVersion),
    header.rosterHash,
    u64(BigInt(header.time)),
  );

/** Answers undefined unless the bytes are exactly one well-formed header of suite 1. */
export function readEpochHeader(bytes: Uint8Array): EpochHeader | undefined {
  const reader = new Reader(bytes);
  const suite = reader.u8();
  const conversation = reader.take(ID);
  const number = reader.u32();
  const reason = reasonOf(reader.u8());
  const ringHash = reader.take(HASH);
  const visitorKeyHash = reader.take(HASH);
  const previousHash = reader.take(HASH);
  const service = reader.str8();
  const lane = reader.str8();
  const retentionDays = reader.u16();
  const members = readMembers(reader);
  const leadSlot = reader.u8();
  const rosterVersion = reader.u64();
  const rosterHash = reader.take(HASH);
  const time = Number(reader.u64());
  if (!reader.done || suite !== SUITE || number < 1 || reason === undefined || members === undefined) return undefined;
  if (!fits(service) || !fits(lane) || !Number.isSafeInteger(time)) return undefined;
  if (!members.some(({ slot, kind }) => slot === leadSlot && kind === 'staff')) return undefined;
  return {
    conversation,
    number,
    reason,
    ringHash,
    visitorKeyHash,
    previousHash,
    service,
    lane,
    retentionDays,
    members,
    leadSlot,
    rosterVersion,
    rosterHash,
    time,
  };
}

const fits = (text: string): boolean => text.length > 0 && utf8(text).length <= LONGEST_NAME;

const reasonOf = (value: number): Reason | undefined =>
  (Object.keys(REASONS) as Reason[]).find((reason) => REASONS[reason] === value);

const kindOf = (value: number): EpochMember['kind'] | undefined =>
  value === 1 ? 'visitor' : value === 2 ? 'staff' : undefined;

/** 2–9 members in rising slot order: the visitor at slot 0 without a device, then staff, each device once. */
function readMembers(reader: Reader): readonly EpochMember[] | undefined {
  const count = reader.u8();
  if (count < 2 || count > MOST_MEMBERS) return undefined;
  const members: EpochMember[] = [];
  for (let index = 0; index < count; index++) {
    const slot = reader.u8();
    const kind = kindOf(reader.u8());
    if (kind === undefined) return undefined;
    const member: EpochMember = { slot, kind, device: reader.take(ID), statementHash: reader.take(HASH) };
    const before = members.at(-1);
    if (before === undefined) {
      const nobody = equal(member.device, NO_DEVICE) && equal(member.statementHash, NO_HASH);
      if (slot !== VISITOR_SLOT || kind !== 'visitor' || !nobody) return undefined;
    } else {
      const known = members.some(({ device }) => equal(device, member.device));
      if (slot <= before.slot || kind !== 'staff' || known) return undefined;
    }
    members.push(member);
  }
  return members;
}
