/** Answers to letters: made by a console, believed by a page (docs/protocol/sealed.md, section 11). */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { AnswerSchema, StoredAnswerSchema } from '../gen/havn/v1/letters_pb.ts';
import type { Answer as AnswerWord, StoredAnswer } from '../gen/havn/v1/letters_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { concat, equal, u32, u64, utf8 } from '../kernel/bytes.ts';
import { openWith, sealTo } from '../seal/envelope.ts';
import { hash } from '../seal/hash.ts';
import { LONGEST_TEXT } from '../seal/plaintext.ts';
import { signAs, verifies } from '../seal/sign.ts';
import type { Signer } from '../seal/sign.ts';
import { readStatement, verifyStatement } from '../seal/statement.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import { deviceOf, LEEWAY } from '../trust/roster.ts';
import type { Role, Roster, RosterDevice } from '../trust/roster.ts';
import { mayAnswer } from './answerer.ts';
import { readFileRefs, writeFileRef } from './file-ref.ts';
import type { FileRef } from './file-ref.ts';
import { pad, unpad } from './padded.ts';

/** Answers of one mailbox. */
export const MOST_ANSWERS = 50;

export interface Answer {
  /** From 1 in each mailbox. */
  readonly number: number;
  /** The letter it answers: 16 bytes. */
  readonly letter: Uint8Array;
  readonly text: string;
  readonly files: readonly FileRef[];
  /** Milliseconds since 1970, as signed. */
  readonly at: number;
  /** Of whoever wrote it, verified. */
  readonly name: string;
  readonly role: Role;
  readonly device: Uint8Array;
}

/** What a console says in an answer. */
export interface Reply {
  /** Of the letter: mailbox id and key. */
  readonly mailbox: Uint8Array;
  readonly xwing: Uint8Array;
  readonly number: number;
  readonly letter: Uint8Array;
  readonly text: string;
  readonly files: readonly FileRef[];
  /** Shown name and the 16 bytes of salt behind its hash in the roster. */
  readonly name: string;
  readonly salt: Uint8Array;
}

/** Who says it, under which roster, and when. */
export interface ReplyProof {
  /** The shift's signing key. */
  readonly shift: Signer;
  readonly statement: SignedStatement;
  readonly rosterVersion: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Seals and signs. Fails with `RangeError` when the text is too long. */
export async function sealAnswer(reply: Reply, proof: ReplyProof): Promise<StoredAnswer> {
  if (utf8(reply.text).length > LONGEST_TEXT) throw new RangeError('the text is too long');
  const { mailbox, number, letter, text, files, name, salt } = reply;
  const word = create(AnswerSchema, { mailbox, number, letter, text, files: files.map(writeFileRef), name, salt });
  const file = await sealTo([reply.xwing], pad(toBinary(AnswerSchema, word)));
  const [rosterVersion, at] = [BigInt(proof.rosterVersion), BigInt(proof.at)];
  const signature = await signAs(proof.shift, 'answer', signedBytes(mailbox, { number, rosterVersion, at, file }));
  return create(StoredAnswerSchema, { number, file, signature, statement: proof.statement, rosterVersion, at });
}

const signedBytes = (
  mailbox: Uint8Array,
  { number, rosterVersion, at, file }: Pick<StoredAnswer, 'number' | 'rosterVersion' | 'at' | 'file'>,
): Uint8Array => concat(mailbox, u32(number), u64(rosterVersion), u64(at), hash(file));

/** What a page knows when it checks an answer. */
export interface AnswerCheck {
  readonly mailbox: Uint8Array;
  readonly identity: XWingIdentity;
  /** The service a letter of one's own was written to; undefined for letters this page knows nothing of. */
  readonly serviceOf: (letter: Uint8Array) => string | undefined;
  /** The roster of that version, signed by the trusted signer and in its time then. Fails when there is none. */
  readonly rosterAt: (version: bigint, time: number) => Promise<Roster>;
  readonly now: number;
}

/** The answer, when every check holds; otherwise undefined, and nothing of it may be shown. */
export async function verifyAnswer(stored: StoredAnswer, check: AnswerCheck): Promise<Answer | undefined> {
  const { statement, number } = stored;
  const at = Number(stored.at);
  if (statement === undefined || !Number.isSafeInteger(at) || at > check.now + LEEWAY) return undefined;
  try {
    const roster = await check.rosterAt(stored.rosterVersion, at);
    const device = deviceOf(roster, readStatement(statement)?.device ?? new Uint8Array(0));
    if (device === undefined || !signedOnShift(stored, statement, device, check.mailbox, at)) return undefined;
    const content = unpad((await openWith(check.identity, stored.file)) ?? new Uint8Array(0));
    if (content === undefined) return undefined;
    const said = fromBinary(AnswerSchema, content);
    const files = readFileRefs(said.files);
    if (files === undefined || !fits(said, stored, check, device, at)) return undefined;
    const { letter, text, name } = said;
    return { number, letter, text, files, at, name, role: device.role, device: device.id };
  } catch {
    return undefined;
  }
}

function signedOnShift(
  stored: StoredAnswer,
  statement: SignedStatement,
  device: RosterDevice,
  mailbox: Uint8Array,
  at: number,
): boolean {
  const shift = verifyStatement(statement, device.ed25519);
  if (shift === undefined || at < shift.from - LEEWAY || at > shift.until + LEEWAY) return false;
  return verifies('answer', shift.ed25519, stored.signature, signedBytes(mailbox, stored));
}

/** Whether the sealed words are for this mailbox and number, and their author may answer for the letter's service. */
function fits(said: AnswerWord, stored: StoredAnswer, check: AnswerCheck, device: RosterDevice, at: number): boolean {
  const service = check.serviceOf(said.letter);
  return (
    equal(said.mailbox, check.mailbox) &&
    said.number === stored.number &&
    said.letter.length === 16 &&
    service !== undefined &&
    mayAnswer(device, service, at) &&
    said.salt.length === 16 &&
    equal(hash(said.salt, utf8(said.name)), device.name) &&
    utf8(said.text).length <= LONGEST_TEXT
  );
}
