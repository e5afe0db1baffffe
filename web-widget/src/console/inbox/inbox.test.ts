import { describe, expect, it } from 'vitest';
import { SECOND } from '../../kernel/clock.ts';
import { verifyAnswer } from '../../letters/answer.ts';
import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { sealFile } from '../../letters/file.ts';
import { Colleague, mailboxOf, NOW } from '../../testing/letters.ts';
import type { KeptLetter } from '../../testing/letter-house.ts';
import { until } from '../../testing/until.ts';
import { Desks, keysOf, type TestConsole } from '../testing/inbox-desk.ts';
import type { Sending } from './inbox-view.ts';

const mailbox = await mailboxOf('a code');
const kari = new Colleague(1, 'Kari');
const per = new Colleague(2, 'Per', 'coordinator');

async function one(text = 'Hei'): Promise<{ readonly desks: Desks; readonly first: TestConsole; readonly letter: KeptLetter }> {
  const desks = await Desks.of([kari, per]);
  const first = await desks.open(kari);
  const letter = await desks.house.leave(mailbox, { text }, await keysOf([first]));
  await first.looks();
  return { desks, first, letter };
}

const answered = async (console: TestConsole, text: string): Promise<Sending | undefined> => {
  console.inbox.write(text);
  console.inbox.answer();
  await until(() => console.inbox.shown.value?.sending !== 'sending');
  return console.inbox.shown.value?.sending;
};

describe('the list of letters', () => {
  it('says which are sealed for this browser, without opening one', async () => {
    const { desks, first } = await one();
    const second = desks.begin(per, 'coordinator', 'pending');
    await desks.house.leave(mailbox, {}, [await per.key()]);
    await first.looks();
    expect(first.inbox.rows.value).toMatchObject([
      { service: 'pro-mann', at: NOW, answers: 0, done: false, mine: true, readers: 1, others: 1 },
      { mine: false, readers: 1 },
    ]);
    expect(desks.house.asked.filter((asked) => asked.startsWith('GET /api/letters/'))).toEqual([]);
    second.inbox.close();
  });

  it('is fetched every fifteen seconds, and goes on after a failure', async () => {
    const { desks, first } = await one();
    const lists = (): number => desks.house.asked.filter((asked) => asked === 'GET /api/letters').length;
    const before = lists();
    desks.clock.pass(14 * SECOND);
    expect(lists()).toBe(before);
    desks.house.refuses = 'gone';
    await until(() => (desks.clock.pass(SECOND), !first.inbox.reached.value));
    expect(first.inbox.rows.value).toHaveLength(1);
    desks.house.refuses = undefined;
    await until(() => (desks.clock.pass(15 * SECOND), first.inbox.reached.value));
  });

  it('counts what nobody has dealt with, and what came since somebody looked', async () => {
    const { desks, first, letter } = await one();
    expect([first.inbox.count.value, first.inbox.fresh.value]).toEqual([1, 1]);
    first.inbox.seen();
    await desks.house.leave(mailbox, {}, await keysOf([first]));
    await first.looks();
    expect([first.inbox.count.value, first.inbox.fresh.value]).toEqual([2, 1]);
    await first.opens(letter.id);
    first.inbox.mark(true);
    await until(() => letter.done);
    await until(() => first.inbox.count.value === 1);
  });

  it('of a shape the console does not know is as good as none', async () => {
    const { desks, first, letter } = await one();
    letter.devices = ['nobody'];
    desks.clock.pass(15 * SECOND);
    await until(() => !first.inbox.reached.value);
    expect(first.inbox.rows.value).toHaveLength(1);
  });

  it('ends with the session', async () => {
    const { desks, first } = await one();
    desks.house.refuses = 401;
    first.inbox.look();
    await until(() => first.sessionsOver() > 0);
  });
});

describe('a letter', () => {
  it('is opened here and forgotten when somebody leaves it', async () => {
    const { first, letter } = await one('มีใครอยู่ไหม');
    await first.opens(letter.id);
    expect(first.inbox.shown.value?.opening).toEqual({ kind: 'open', text: 'มีใครอยู่ไหม', language: 'th', files: [] });
    first.inbox.leave();
    expect(first.inbox.shown.value).toBeUndefined();
  });

  it('that is sealed for others says so, and opens once a colleague’s console has passed it on', async () => {
    const { desks, first, letter } = await one();
    const second = await desks.open(per, 'coordinator');
    await second.opens(letter.id);
    expect(second.inbox.shown.value).toMatchObject({ opening: { kind: 'not-mine' }, row: { readers: 1 } });
    await first.looks();
    await until(() => letter.devices.length === 2);
    await second.looks();
    await second.opens(letter.id);
    expect(second.inbox.shown.value?.opening).toMatchObject({ kind: 'open', text: 'Hei' });
  });

  it('that was altered, or moved to another service or mailbox, shows nothing of itself', async () => {
    const { desks, first, letter } = await one();
    letter.file = letter.file.map((byte, at) => (at === letter.file.length - 1 ? byte ^ 1 : byte));
    const moved = await desks.house.leave(mailbox, { service: 'other', text: 'Hei' }, await keysOf([first]), 'pro-mann');
    const swapped = await desks.house.leave(mailbox, { mailbox: new Uint8Array(32) }, await keysOf([first]));
    await first.looks();
    for (const { id } of [letter, moved, swapped]) {
      await first.opens(id);
      expect(first.inbox.shown.value?.opening).toEqual({ kind: 'damaged' });
      expect(await answered(first, 'Hei')).toBe('idle');
    }
  });

  it('that its writer erased is gone', async () => {
    const { desks, first, letter } = await one();
    desks.house.letters = [];
    await first.opens(letter.id);
    expect(first.inbox.shown.value?.opening).toEqual({ kind: 'gone' });
  });

  it('disappears from a device that the roster does not confirm any more', async () => {
    const { first, letter } = await one();
    await first.opens(letter.id);
    first.device.value = 'alarm';
    expect([first.inbox.shown.value, first.inbox.rows.value]).toEqual([undefined, undefined]);
  });
});

describe('a file of a letter', () => {
  const voice = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 2, 3]);

  async function withFile(content = voice): Promise<{ readonly desks: Desks; readonly first: TestConsole; readonly stored: string }> {
    const desks = await Desks.of([kari]);
    const first = await desks.open(kari);
    const { stored, ref } = await sealFile(content, 'audio/webm', 4, desks.chance.bytes);
    const kept = await desks.house.files.keep(stored);
    const id = kept.kind === 'ok' ? kept.value : new Uint8Array(16);
    const letter = await desks.house.leave(mailbox, { files: [{ id, ...ref }] }, await keysOf([first]));
    await first.looks();
    await first.opens(letter.id);
    return { desks, first, stored: toBase64Url(id) };
  }

  it('is what the sealed letter says', async () => {
    const { first } = await withFile();
    expect(first.inbox.shown.value?.opening).toMatchObject({ files: [{ type: 'audio/webm', length: 6, seconds: 4 }] });
    expect(await first.inbox.file(0)).toEqual({ kind: 'open', content: voice });
    expect(await first.inbox.file(1)).toEqual({ kind: 'gone' });
  });

  it('that is a picture and called a sound is not shown', async () => {
    const { first } = await withFile(new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]));
    expect(await first.inbox.file(0)).toEqual({ kind: 'unfit' });
  });

  it('that was altered is not shown', async () => {
    const { desks, first, stored } = await withFile();
    const bytes = desks.house.stored.get(stored)!;
    desks.house.stored.set(stored, bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)));
    expect(await first.inbox.file(0)).toEqual({ kind: 'damaged' });
    desks.house.stored.delete(stored);
    expect(await first.inbox.file(0)).toEqual({ kind: 'gone' });
  });
});

describe('an answer', () => {
  it('is sealed to the mailbox, signed by the shift, and believed by the page that opens it', async () => {
    const { desks, first, letter } = await one();
    await first.opens(letter.id);
    expect(first.inbox.attach({ content: new Uint8Array([1]), type: 'audio/webm', seconds: 7 })).toBe(true);
    expect(await answered(first, ' Ja, torsdag. ')).toBe('sent');
    const [stored] = desks.house.answers.get(letter.mailbox)!;
    const answer = await verifyAnswer(stored!, {
      mailbox: mailbox.id,
      identity: mailbox.identity,
      serviceOf: (id) => (toBase64Url(id) === letter.id ? 'pro-mann' : undefined),
      rosterAt: (version, time) => desks.book.rosterAt(version, time),
      now: desks.clock.now(),
    });
    expect(answer).toMatchObject({ number: 1, text: 'Ja, torsdag.', name: 'Kari', role: 'worker', files: [{ seconds: 7 }] });
    expect(first.inbox.shown.value?.draft).toEqual({ text: '', files: [] });
    expect(await answered(first, 'En ting til')).toBe('sent');
    expect(desks.house.answers.get(letter.mailbox)).toHaveLength(2);
  });

  it('of two at the same moment is the first one’s; the other keeps the words and is told', async () => {
    const { desks, first, letter } = await one();
    const second = await desks.open(per, 'coordinator');
    await first.looks();
    await until(() => letter.devices.length === 2);
    await second.looks();
    await Promise.all([first.opens(letter.id), second.opens(letter.id)]);
    const outcomes = await Promise.all([answered(first, 'fra Kari'), answered(second, 'fra Per')]);
    expect([...outcomes].sort()).toEqual(['meanwhile', 'sent']);
    const late = outcomes[0] === 'meanwhile' ? first : second;
    expect(late.inbox.shown.value?.draft.text).toMatch(/^fra /u);
    expect(await answered(late, 'likevel')).toBe('sent');
    expect(desks.house.answers.get(letter.mailbox)?.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('marks the letter as dealt with, so that nobody else starts on it', async () => {
    const { first, letter } = await one();
    await first.opens(letter.id);
    expect(await answered(first, 'Ja')).toBe('sent');
    expect(letter.done).toBe(true);
    expect([first.inbox.count.value, first.inbox.shown.value?.row.done]).toEqual([0, true]);
  });

  it('by a colleague is told while one still writes', async () => {
    const { desks, first, letter } = await one();
    await first.opens(letter.id);
    first.inbox.write('Jeg tenker');
    desks.house.answers.set(letter.mailbox, [await per.answers(mailbox, { letter: fromBase64Url(letter.id)! })]);
    await first.looks();
    await until(() => first.inbox.shown.value?.sending === 'meanwhile');
    expect(first.inbox.shown.value?.draft.text).toBe('Jeg tenker');
  });

  it('needs somebody on duty with the shift’s keys', async () => {
    const { desks, first, letter } = await one();
    await first.opens(letter.id);
    first.onDuty.value = false;
    expect(await answered(first, 'Hei')).toBe('off-duty');
    first.onDuty.value = true;
    await first.keys.destroyShift();
    expect(await answered(first, 'Hei')).toBe('off-duty');
    expect(desks.house.answers.size).toBe(0);
    expect(first.inbox.shown.value?.draft.text).toBe('Hei');
  });

  it('is not sent by a device that left the roster, nor to a full mailbox', async () => {
    const { desks, first, letter } = await one();
    await first.opens(letter.id);
    await desks.trust.publish(2, [per.device], desks.clock.now());
    expect(await answered(first, 'Hei')).toBe('refused');
    await desks.trust.publish(3, [kari.device], desks.clock.now());
    const full = await per.answers(mailbox);
    desks.house.answers.set(letter.mailbox, Array.from({ length: 50 }, () => full));
    expect(await answered(first, 'Hei')).toBe('meanwhile');
    expect(await answered(first, 'Hei')).toBe('full');
  });

  it('keeps its words when the server cannot be reached, and each letter its own', async () => {
    const { desks, first, letter } = await one();
    const other = await desks.house.leave(mailbox, { text: 'to' }, await keysOf([first]));
    await first.looks();
    await first.opens(letter.id);
    desks.house.refuses = 'gone';
    expect(await answered(first, 'Hei')).toBe('unreachable');
    desks.house.refuses = undefined;
    await first.opens(other.id);
    expect(first.inbox.shown.value?.draft.text).toBe('');
    await first.opens(letter.id);
    expect(first.inbox.shown.value?.draft.text).toBe('Hei');
  });

  it('takes five files of at most ten mebibytes', async () => {
    const { first, letter } = await one();
    await first.opens(letter.id);
    const file = (length: number): boolean =>
      first.inbox.attach({ content: new Uint8Array(length), type: 'application/pdf', seconds: 0 });
    expect(file(10_485_761)).toBe(false);
    expect([1, 2, 3, 4, 5, 6].map(() => file(1))).toEqual([true, true, true, true, true, false]);
    first.inbox.detach(0);
    expect(first.inbox.shown.value?.draft.files).toHaveLength(4);
  });
});
