import { HOUR } from '../kernel/clock.ts';
import { sealAnswer } from '../letters/answer.ts';
import type { Reply, ReplyProof } from '../letters/answer.ts';
import { deriveMailbox } from '../letters/mailbox.ts';
import type { Mailbox } from '../letters/mailbox.ts';
import { LONGEST_MAILBOX_KEY, stateMailbox } from '../letters/statement.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import type { StoredAnswer } from '../gen/havn/v1/letters_pb.ts';
import type { Signer } from '../seal/sign.ts';
import { stateShift } from '../seal/statement.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import { TrustBook } from '../trust/book.ts';
import { HandClock } from './hand-clock.ts';
import { seedSigner } from './keys.ts';
import { stretchQuickly } from './stretch.ts';
import { TestTrust } from './trust.ts';
import type { TestDevice } from './trust.ts';

export const NOW = Date.UTC(2026, 11, 1, 12);
export const SERVICE = 'pro-mann';
const filled = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);

/** Somebody of a service with a device, a shift and a mailbox key; `fill` makes all of it. */
export class Colleague {
  readonly device: TestDevice;
  readonly signer: Signer & { readonly id: Uint8Array };
  readonly shift: Signer;
  readonly mailbox: XWingIdentity;

  constructor(fill: number, name: string, role = 'worker', services: readonly string[] = [SERVICE]) {
    const signer = seedSigner(filled(32, fill));
    const id = filled(16, fill);
    this.signer = { ...signer, id };
    this.device = { id, ed25519: signer.ed25519, salt: filled(16, fill), name, role, services };
    this.shift = seedSigner(filled(32, fill + 100));
    this.mailbox = seedIdentity(filled(32, fill + 150));
  }

  key(from = NOW - HOUR, until = from + LONGEST_MAILBOX_KEY, signer = this.signer): Promise<SignedStatement> {
    return stateMailbox({ ...signer, id: this.device.id }, this.mailbox.publicKey, from, until);
  }

  statement(from = NOW - HOUR): Promise<SignedStatement> {
    const keys = { ed25519: this.shift.ed25519, xwing: this.mailbox.publicKey };
    return stateShift(this.signer, keys, from, from + 8 * HOUR);
  }

  async answers(
    mailbox: Mailbox,
    said: Partial<Reply> = {},
    proof: Partial<ReplyProof> = {},
  ): Promise<StoredAnswer> {
    const { salt, name } = this.device;
    const reply = { mailbox: mailbox.id, xwing: mailbox.identity.publicKey, number: 1, letter: LETTER, text: 'Hei', files: [] };
    const shown = { shift: this.shift, statement: await this.statement(), rosterVersion: 1, at: NOW };
    return sealAnswer({ ...reply, salt, name, ...said }, { ...shown, ...proof });
  }
}

export const LETTER = filled(16, 77);

export const mailboxOf = (code: string): Promise<Mailbox> =>
  deriveMailbox(code, filled(32, 9), stretchQuickly, new AbortController().signal);

/** A roster of these people, and the book of a page that trusts it. */
export async function trusting(
  people: readonly Colleague[],
): Promise<{ readonly trust: TestTrust; readonly book: TrustBook; readonly clock: HandClock }> {
  const trust = await TestTrust.at(NOW);
  await trust.publish(
    1,
    people.map(({ device }) => device),
    NOW - HOUR,
  );
  const clock = new HandClock(NOW);
  return { trust, book: new TrustBook(trust.pin, trust.fetchDocument, clock), clock };
}
