/** Whether a page that did not make an epoch may use it: the checks of docs/protocol/sealed.md, section 5. */

import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import { equal, utf8 } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import { NO_DEVICE, readEpochHeader } from '../seal/epoch.ts';
import type { EpochHeader, EpochMember } from '../seal/epoch.ts';
import { recipientsOf } from '../seal/envelope.ts';
import { openGrant } from '../seal/grant.ts';
import type { Grant } from '../seal/grant.ts';
import { hash } from '../seal/hash.ts';
import { verifies } from '../seal/sign.ts';
import { verifyStatement } from '../seal/statement.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import type { TrustBook } from '../trust/book.ts';
import { LEEWAY, mayTalk } from '../trust/roster.ts';
import type { RosterDevice } from '../trust/roster.ts';
import type { Person } from './epoch.ts';
import type { RingFacts } from './ring.ts';
import type { Before, Placed } from './staff-rules.ts';
import type { Statements } from './statements.ts';
import { Doubt } from './stop.ts';

/** What a page knows by itself. */
export interface Visit {
  readonly conversation: Uint8Array;
  readonly ring: RingFacts;
  /** When the visitor rang, ms since 1970. */
  readonly rangAt: number;
  /** What the service showed before the ring. */
  readonly retentionDays: number;
  readonly identity: XWingIdentity;
}

export interface Accepted {
  readonly header: EpochHeader;
  readonly headerHash: Uint8Array;
  readonly secret: Uint8Array;
  readonly people: readonly Person[];
}

/**
 * Fails with a {@link Doubt} unless every check holds.
 *
 * @param check whether this staff may follow the staff of the epoch before
 */
export async function acceptEpoch(
  word: EpochWord,
  visit: Visit,
  before: Before,
  statements: Statements,
  trust: TrustBook,
  clock: Clock,
  check: (header: EpochHeader, staff: readonly Placed[]) => void,
): Promise<Accepted> {
  const header = readEpochHeader(word.header);
  if (header === undefined || !isNext(header, before) || !isOurs(header, visit)) throw new Doubt('epoch-refused');
  checkTime(header, visit, clock.now());
  const devices = await trust.devices(header.rosterVersion, header.rosterHash);
  const staff = header.members
    .filter(({ kind }) => kind === 'staff')
    .map((member) => checkMember(member, header, devices, statements, clock.now()));
  const lead = staff.find(({ slot }) => slot === header.leadSlot);
  const signed = lead !== undefined && verifies('epoch', lead.ed25519, word.signature, word.header, hash(word.grant));
  if (!signed) throw new Doubt('epoch-refused');
  check(header, staff);
  if (recipientsOf(word.grant) !== header.members.length) throw new Doubt('epoch-refused');
  const grant = await openGrant(visit.identity, word.grant, word.header);
  if (grant === undefined) throw new Doubt('epoch-refused');
  const people = [VISITOR, ...named(staff, grant)];
  return { header, headerHash: hash(word.header), secret: grant.secret, people };
}

export const VISITOR: Person = { slot: 0, kind: 'visitor', name: '', role: '', device: NO_DEVICE, ed25519: undefined };

const isNext = (header: EpochHeader, before: Before): boolean =>
  header.number === before.number + 1 && equal(header.previousHash, before.headerHash);

const isOurs = (header: EpochHeader, { conversation, ring, retentionDays }: Visit): boolean =>
  equal(header.conversation, conversation) &&
  equal(header.ringHash, ring.ringHash) &&
  equal(header.visitorKeyHash, hash(ring.visitorKey)) &&
  header.service === ring.service &&
  header.lane === ring.lane &&
  header.retentionDays === retentionDays;

function checkTime(header: EpochHeader, visit: Visit, now: number): void {
  if (header.time > now + LEEWAY) throw new Doubt('clock');
  if (header.time < visit.rangAt - LEEWAY) throw new Doubt('epoch-refused');
}

interface Staff extends Placed {
  readonly ed25519: Uint8Array;
}

function checkMember(
  member: EpochMember,
  header: EpochHeader,
  devices: readonly RosterDevice[],
  statements: Statements,
  now: number,
): Staff {
  const device = devices.find(({ id }) => equal(id, member.device));
  if (device === undefined || !mayTalk(device, header.service, now)) throw new Doubt('untrusted');
  const statement = statements.get(member.statementHash);
  if (statement === undefined) throw new Doubt('epoch-refused');
  const shift = verifyStatement(statement, device.ed25519);
  if (shift === undefined || !equal(shift.device, device.id)) throw new Doubt('untrusted');
  const covers = shift.from - LEEWAY <= header.time && header.time <= shift.until + LEEWAY;
  if (!covers) throw new Doubt('epoch-refused');
  return { slot: member.slot, ed25519: shift.ed25519, device };
}

/** Every staff member has exactly one name in the grant, and it is the one the roster hashed. */
function named(staff: readonly Staff[], grant: Grant): readonly Person[] {
  if (grant.names.length !== staff.length) throw new Doubt('epoch-refused');
  return staff.map(({ slot, ed25519, device }) => {
    const given = grant.names.find((name) => name.slot === slot);
    if (given === undefined || !equal(hash(given.salt, utf8(given.name)), device.name)) throw new Doubt('untrusted');
    return { slot, kind: 'staff', name: given.name, role: device.role, device: device.id, ed25519 };
  });
}
