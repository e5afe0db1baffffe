/** A device's word about the key that opens letters (docs/protocol/sealed.md, section 11). */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { MailboxStatementSchema } from '../gen/havn/v1/letters_pb.ts';
import { SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import { HOUR } from '../kernel/clock.ts';
import { MOST_RECIPIENTS } from '../seal/envelope.ts';
import { signAs, verifies } from '../seal/sign.ts';
import type { Signer } from '../seal/sign.ts';
import { isXWingPublic } from '../seal/xwing.ts';
import { deviceOf, LEEWAY } from '../trust/roster.ts';
import type { Roster, RosterDevice } from '../trust/roster.ts';
import { mayAnswer } from './answerer.ts';

/** Longest time one statement may cover. */
export const LONGEST_MAILBOX_KEY = 7 * 24 * HOUR;

/** A statement's words, believed only when {@link verifyMailboxStatement} gave them. */
export interface MailboxKey {
  /** 16 bytes. */
  readonly device: Uint8Array;
  /** 1,216 bytes. */
  readonly xwing: Uint8Array;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

/** Makes a statement and has the device sign it. Fails when `until - from` is more than 7 days or not positive. */
export async function stateMailbox(
  device: Signer & { readonly id: Uint8Array },
  xwing: Uint8Array,
  from: number,
  until: number,
): Promise<SignedStatement> {
  if (until <= from || until - from > LONGEST_MAILBOX_KEY) throw new RangeError('a mailbox key is used up to 7 days');
  const said = { device: device.id, xwing, notBefore: BigInt(from), notAfter: BigInt(until) };
  const payload = toBinary(MailboxStatementSchema, create(MailboxStatementSchema, said));
  return create(SignedStatementSchema, { payload, signature: await signAs(device, 'mailbox', payload) });
}

/** Reads a statement's payload without believing it. Undefined when it is malformed or covers more than 7 days. */
export function readMailboxStatement(statement: SignedStatement): MailboxKey | undefined {
  try {
    const { device, xwing, notBefore, notAfter } = fromBinary(MailboxStatementSchema, statement.payload);
    const [from, until] = [Number(notBefore), Number(notAfter)];
    const wellFormed = device.length === 16 && isXWingPublic(xwing) && until > from;
    if (!wellFormed || !Number.isSafeInteger(until) || until - from > LONGEST_MAILBOX_KEY) return undefined;
    return { device, xwing, from, until };
  } catch {
    return undefined;
  }
}

/** The statement, when this device made and signed it. */
export function verifyMailboxStatement(
  statement: SignedStatement,
  device: Pick<RosterDevice, 'id' | 'ed25519'>,
): MailboxKey | undefined {
  if (!verifies('mailbox', device.ed25519, statement.signature, statement.payload)) return undefined;
  const said = readMailboxStatement(statement);
  return said !== undefined && equal(said.device, device.id) ? said : undefined;
}

/**
 * The keys a letter to this service may be sealed to, at most 9, the newest first and one per device. Statements
 * that fail a check are left out; none left means that no letter can be written now.
 *
 * @param opening how long a key counts after its end, in milliseconds
 */
export function usableKeys(
  statements: readonly SignedStatement[],
  roster: Roster,
  service: string,
  now: number,
  opening = 0,
): readonly MailboxKey[] {
  const believed = statements
    .map((statement) => believe(statement, roster, service, now, opening))
    .filter((key) => key !== undefined)
    .sort((a, b) => b.from - a.from);
  return believed
    .filter(({ device }, index) => believed.findIndex((other) => equal(other.device, device)) === index)
    .slice(0, MOST_RECIPIENTS);
}

function believe(
  statement: SignedStatement,
  roster: Roster,
  service: string,
  now: number,
  opening: number,
): MailboxKey | undefined {
  const said = readMailboxStatement(statement);
  const device = said === undefined ? undefined : deviceOf(roster, said.device);
  if (said === undefined || device === undefined || !mayAnswer(device, service, now)) return undefined;
  const running = said.from - LEEWAY <= now && now <= said.until + LEEWAY + opening;
  return running ? verifyMailboxStatement(statement, device) : undefined;
}
