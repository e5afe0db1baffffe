/** Who a letter is sealed to anew, and whom a cheating server cannot slip in. */

import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../kernel/base64.ts';
import { HOUR } from '../../kernel/clock.ts';
import { openLetter } from '../../letters/letter.ts';
import { readMailboxStatement } from '../../letters/statement.ts';
import { Colleague, mailboxOf, NOW, trusting } from '../../testing/letters.ts';
import { until } from '../../testing/until.ts';
import { Desks, keysOf, type TestConsole } from '../testing/inbox-desk.ts';
import { passOnTo } from './pass-on.ts';

const DAY = 24 * HOUR;
const mailbox = await mailboxOf('a code');
const kari = new Colleague(1, 'Kari');
const per = new Colleague(2, 'Per', 'coordinator');
const volunteer = new Colleague(3, 'Frivillig', 'volunteer');
const elsewhere = new Colleague(4, 'Pia', 'worker', ['other']);
const ghost = new Colleague(5, 'Kari');

const idOf = (colleague: Colleague): string => toBase64Url(colleague.device.id);
const opens = async (console: TestConsole, file: Uint8Array): Promise<string | undefined> => {
  const [key] = await console.keys.mailboxKeys();
  return key && (await openLetter(key.identity, file, 'pro-mann'))?.letter.text;
};

describe('a letter is passed on', () => {
  it('to a colleague’s device that joined later, quietly and once', async () => {
    const desks = await Desks.of([kari, per]);
    const first = await desks.open(kari);
    const letter = await desks.house.leave(mailbox, { text: 'Hei' }, await keysOf([first]));
    const second = await desks.open(per);
    expect(await opens(second, letter.file)).toBeUndefined();
    await first.looks();
    await until(() => letter.devices.length === 2);
    expect(await opens(second, letter.file)).toBe('Hei');
    expect(await opens(first, letter.file)).toBe('Hei');
    for (let turn = 0; turn < 3; turn++) await first.looks();
    expect(desks.house.asked.filter((asked) => asked.endsWith('/seal'))).toHaveLength(1);
    expect(first.inbox.shown.value).toBeUndefined();
  });

  it('once more only when somebody else joins', async () => {
    const desks = await Desks.of([kari, per]);
    const first = await desks.open(kari);
    await desks.house.leave(mailbox, { text: 'Hei' }, await keysOf([first]));
    for (let turn = 0; turn < 3; turn++) await first.looks();
    expect(desks.house.asked.filter((asked) => asked.startsWith('GET /api/letters/'))).toEqual([]);
  });

  it('byte for byte as it was written', async () => {
    const desks = await Desks.of([kari, per]);
    const [first, second] = [await desks.open(kari), await desks.open(per)];
    const letter = await desks.house.leave(mailbox, { text: 'สวัสดี' }, await keysOf([first]));
    const [own] = await first.keys.mailboxKeys();
    const before = await openLetter(own!.identity, letter.file, 'pro-mann');
    await first.looks();
    await until(() => letter.devices.length === 2);
    const [theirs] = await second.keys.mailboxKeys();
    expect((await openLetter(theirs!.identity, letter.file, 'pro-mann'))?.bytes).toEqual(before?.bytes);
  });
});

describe('a letter is not passed on', () => {
  it.each([
    ['a volunteer', volunteer],
    ['somebody of another service', elsewhere],
    ['a device that is not in the roster', ghost],
  ])('to %s whose statement the server put into the list', async (_, intruder) => {
    const desks = await Desks.of([kari, volunteer, elsewhere]);
    const first = await desks.open(kari);
    const letter = await desks.house.leave(mailbox, { text: 'Hei' }, await keysOf([first]));
    desks.house.keys.push(await intruder.key());
    for (let turn = 0; turn < 3; turn++) await first.looks();
    expect(letter.devices).toEqual([idOf(kari)]);
    expect(desks.house.asked.filter((asked) => asked.endsWith('/seal'))).toEqual([]);
  });

  it('to a key that another device signed, nor to one whose time is over', async () => {
    const { book } = await trusting([kari, per]);
    const roster = await book.newest();
    const own = readMailboxStatement(await kari.key())!;
    const head = { devices: [idOf(kari)], service: 'pro-mann' };
    const forged = await per.key(NOW - HOUR, undefined, ghost.signer);
    const old = await per.key(NOW - 8 * DAY, NOW - DAY);
    expect(passOnTo(head, own, [forged, old], roster, NOW)).toBeUndefined();
    expect(passOnTo(head, own, [forged, await per.key()], roster, NOW)).toHaveLength(2);
  });

  it('when it was written to another service or comes from another mailbox than the server says', async () => {
    const desks = await Desks.of([kari, per]);
    const [first] = [await desks.open(kari), await desks.open(per)];
    const moved = await desks.house.leave(mailbox, { service: 'other' }, await keysOf([first]), 'pro-mann');
    const swapped = await desks.house.leave(mailbox, { mailbox: new Uint8Array(32) }, await keysOf([first]));
    await first.looks();
    await until(() => desks.house.asked.filter((asked) => asked.startsWith('GET /api/letters/')).length === 2);
    await first.looks();
    expect([moved.devices, swapped.devices]).toEqual([[idOf(kari)], [idOf(kari)]]);
  });
});

describe('nine devices at most', () => {
  const many = Array.from({ length: 12 }, (_, n) => new Colleague(20 + n, `K${n}`));

  it('those that had it stay, and then come the newest', async () => {
    const { book } = await trusting(many);
    const roster = await book.newest();
    const statements = await Promise.all(many.map((each, n) => each.key(NOW - (n + 1) * HOUR)));
    const own = readMailboxStatement(statements[11]!)!;
    const before = [many[11]!, many[10]!].map(idOf);
    const recipients = passOnTo({ devices: before, service: 'pro-mann' }, own, statements, roster, NOW);
    const expected = [...before, ...many.slice(0, 7).map(idOf)];
    expect(recipients?.map(({ device }) => toBase64Url(device))).toEqual(expected);
    expect(passOnTo({ devices: expected, service: 'pro-mann' }, own, statements, roster, NOW)).toBeUndefined();
  });

  it('one that states no key any more makes room', async () => {
    const { book } = await trusting(many);
    const roster = await book.newest();
    const statements = await Promise.all(many.slice(0, 2).map((each) => each.key()));
    const own = readMailboxStatement(statements[0]!)!;
    const devices = many.slice(2, 10).map(idOf).concat(idOf(many[0]!));
    expect(passOnTo({ devices, service: 'pro-mann' }, own, statements, roster, NOW)).toHaveLength(2);
  });
});
