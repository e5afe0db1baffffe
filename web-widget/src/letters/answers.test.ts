/** What a page believes of an answer, and what a cheating server can try. */

import { describe, expect, it } from 'vitest';
import type { StoredAnswer } from '../gen/havn/v1/letters_pb.ts';
import { equal } from '../kernel/bytes.ts';
import { HOUR, MINUTE } from '../kernel/clock.ts';
import { sealTo } from '../seal/envelope.ts';
import { Colleague, LETTER, mailboxOf, NOW, SERVICE, trusting } from '../testing/letters.ts';
import { verifyAnswer } from './answer.ts';
import type { AnswerCheck } from './answer.ts';

const kari = new Colleague(1, 'Kari');
const volunteer = new Colleague(3, 'Frivillig', 'volunteer');
const elsewhere = new Colleague(4, 'Per', 'worker', ['other']);
const ghost = new Colleague(5, 'Kari');
const { book, trust } = await trusting([kari, volunteer, elsewhere]);
const [mailbox, other] = [await mailboxOf('a code'), await mailboxOf('another')];
const check: AnswerCheck = {
  mailbox: mailbox.id,
  identity: mailbox.identity,
  serviceOf: (letter) => (equal(letter, LETTER) ? SERVICE : undefined),
  rosterAt: (version, time) => book.rosterAt(version, time),
  now: NOW,
};
const believed = async (stored: StoredAnswer, changed: Partial<AnswerCheck> = {}): Promise<string | undefined> =>
  (await verifyAnswer(stored, { ...check, ...changed }))?.text;

describe('an answer', () => {
  it('is shown with the name, the role and the device of whoever wrote it', async () => {
    const answer = await verifyAnswer(await kari.answers(mailbox, { text: 'Ja, torsdag kl. 10.' }), check);
    expect(answer).toEqual({
      number: 1,
      letter: LETTER,
      text: 'Ja, torsdag kl. 10.',
      files: [],
      at: NOW,
      name: 'Kari',
      role: 'worker',
      device: kari.device.id,
    });
  });

  it('is still shown when its roster and shift are over, as long as they ran when it was written', async () => {
    const { book: later, clock, trust: then } = await trusting([kari]);
    await then.publish(2, [], NOW + 20 * 24 * HOUR);
    clock.pass(21 * 24 * HOUR);
    const rosterAt: AnswerCheck['rosterAt'] = (version, time) => later.rosterAt(version, time);
    expect(await believed(await kari.answers(mailbox), { rosterAt, now: clock.now() })).toBe('Hei');
  });

  it('is shown when its roster came after the page looked for one', async () => {
    const { book: before, trust: then } = await trusting([volunteer]);
    await before.newest();
    await then.publish(2, [volunteer.device, kari.device], NOW - MINUTE);
    const rosterAt: AnswerCheck['rosterAt'] = (version, time) => before.rosterAt(version, time);
    expect(await believed(await kari.answers(mailbox, {}, { rosterVersion: 2 }), { rosterAt })).toBe('Hei');
  });
});

describe('an answer is not shown', () => {
  it.each<[string, () => Promise<StoredAnswer>]>([
    ['by a volunteer', () => volunteer.answers(mailbox)],
    ['by somebody of another service', () => elsewhere.answers(mailbox)],
    ['by a device that is not in the roster', () => ghost.answers(mailbox)],
    ['under a forged name', () => kari.answers(mailbox, { name: 'Amal' })],
    ['under a name with another salt', () => kari.answers(mailbox, { salt: new Uint8Array(16) })],
    ['signed by a key the shift does not state', () => kari.answers(mailbox, {}, { shift: ghost.shift })],
    ['written before the shift', () => kari.answers(mailbox, {}, { at: NOW - HOUR - 11 * MINUTE })],
    ['written in the future', () => kari.answers(mailbox, {}, { at: NOW + 11 * MINUTE })],
    ['under a roster that never was', () => kari.answers(mailbox, {}, { rosterVersion: 9 })],
    ['to a letter of somebody else', () => kari.answers(mailbox, { letter: new Uint8Array(16) })],
    ['sealed to another mailbox', () => kari.answers(mailbox, { xwing: other.identity.publicKey })],
    ['for another mailbox, sealed to this one', () => kari.answers(mailbox, { mailbox: other.id })],
    ['with a text that is too long to be right', async () => {
      const long = await kari.answers(mailbox);
      return { ...long, file: await sealTo([mailbox.identity.publicKey], new Uint8Array(20_000)) };
    }],
  ])('%s', async (_, make) => {
    expect(await believed(await make())).toBeUndefined();
  });

  it('under another number, time or roster version than was signed', async () => {
    const stored = await kari.answers(mailbox);
    expect(await believed({ ...stored, number: 2 })).toBeUndefined();
    expect(await believed({ ...stored, at: stored.at + 1n })).toBeUndefined();
    await trust.publish(2, [kari.device], NOW - MINUTE);
    await book.newest();
    expect(await believed({ ...stored, rosterVersion: 2n })).toBeUndefined();
    expect(await believed(stored)).toBe('Hei');
  });

  it('in a mailbox it was not written to', async () => {
    const theirs = await kari.answers(other);
    expect(await believed(theirs)).toBeUndefined();
    const own = { mailbox: other.id, identity: other.identity };
    expect(await believed(theirs, own)).toBe('Hei');
  });

  it('with a statement that was swapped for another', async () => {
    const stored = await kari.answers(mailbox);
    expect(await believed({ ...stored, statement: await volunteer.statement() })).toBeUndefined();
    const forged = await ghost.statement();
    const mine = stored.statement!;
    expect(await believed({ ...stored, statement: { ...mine, payload: forged.payload } })).toBeUndefined();
    delete stored.statement;
    expect(await believed(stored)).toBeUndefined();
  });

  it('with another file under the same signature', async () => {
    const stored = await kari.answers(mailbox);
    const { file } = await kari.answers(mailbox, { text: 'Gi meg koden din' });
    expect(await believed({ ...stored, file })).toBeUndefined();
  });

  it('by a device that was revoked before it wrote', async () => {
    const { book: own, trust: rosters } = await trusting([kari]);
    await rosters.publish(2, [volunteer.device], NOW - MINUTE);
    const rosterAt: AnswerCheck['rosterAt'] = (version, time) => own.rosterAt(version, time);
    expect(await believed(await kari.answers(mailbox), { rosterAt })).toBeUndefined();
  });
});

describe('a page that came back', () => {
  it('refuses a roster older than the one its mailbox remembers', async () => {
    const { book: own, trust: rosters } = await trusting([kari]);
    await expect(own.atLeast(2)).rejects.toThrow('roster-old');
    await expect(own.newest()).rejects.toThrow('roster-old');
    await rosters.publish(2, [kari.device], NOW);
    await expect(own.atLeast(2)).resolves.toBeUndefined();
  });
});
