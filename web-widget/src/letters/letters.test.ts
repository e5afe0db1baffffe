import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../kernel/clock.ts';
import { sealTo } from '../seal/envelope.ts';
import { Colleague, mailboxOf, NOW, SERVICE, trusting } from '../testing/letters.ts';
import { openLetter, sealLetter, sealLetterBytes } from './letter.ts';
import { signAct } from './mailbox.ts';
import { openNote, sealNote } from './note.ts';
import { pad, unpad } from './padded.ts';
import { LONGEST_MAILBOX_KEY, stateMailbox, usableKeys } from './statement.ts';
import { verifies } from '../seal/sign.ts';
import { hash } from '../seal/hash.ts';
import { concat, str8 } from '../kernel/bytes.ts';

const kari = new Colleague(1, 'Kari');
const amal = new Colleague(2, 'Amal', 'coordinator');
const volunteer = new Colleague(3, 'Frivillig', 'volunteer');
const elsewhere = new Colleague(4, 'Per', 'worker', ['other']);
const ghost = new Colleague(5, 'Ghost');
const { book } = await trusting([kari, amal, volunteer, elsewhere]);
const roster = await book.newest();
const mailbox = await mailboxOf('a code');
const letter = {
  mailbox: mailbox.id,
  xwing: mailbox.identity.publicKey,
  service: SERVICE,
  language: 'nb',
  text: 'Hei, kan noen ringe meg på torsdag?',
  files: [],
  at: NOW,
};

describe('the keys of a letter', () => {
  it('are those of workers and coordinators of the service, the newest first', async () => {
    const keys = usableKeys([await kari.key(NOW - 2 * HOUR), await amal.key()], roster, SERVICE, NOW);
    expect(keys.map(({ device }) => device)).toEqual([amal.device.id, kari.device.id]);
  });

  it.each([
    ['a volunteer', () => volunteer.key()],
    ['somebody of another service', () => elsewhere.key()],
    ['a device that is not in the roster', () => ghost.key()],
    ['an expired statement', () => kari.key(NOW - LONGEST_MAILBOX_KEY - 11 * MINUTE)],
    ['a statement that has not begun', () => kari.key(NOW + 11 * MINUTE)],
    ['a statement another device signed', () => kari.key(NOW - HOUR, NOW + HOUR, ghost.signer)],
  ])('are never those of %s', async (_, key) => {
    expect(usableKeys([await key()], roster, SERVICE, NOW)).toEqual([]);
  });

  it('are never swapped under a good signature', async () => {
    const [mine, theirs] = [await kari.key(), await ghost.key()];
    expect(usableKeys([{ ...mine, payload: theirs.payload }], roster, SERVICE, NOW)).toEqual([]);
    const shift = await kari.statement();
    expect(usableKeys([shift], roster, SERVICE, NOW)).toEqual([]);
  });

  it('are one for each device and nine at most', async () => {
    const twice = usableKeys([await kari.key(NOW - 2 * HOUR), await kari.key()], roster, SERVICE, NOW);
    expect(twice.map(({ from }) => from)).toEqual([NOW - HOUR]);
    const crowd = Array.from({ length: 12 }, (_, n) => new Colleague(10 + n, `Nr. ${n}`));
    const { book: big } = await trusting(crowd);
    const all = usableKeys(await Promise.all(crowd.map((one) => one.key())), await big.newest(), SERVICE, NOW);
    expect(all).toHaveLength(9);
  });

  it('are stated for at most seven days', async () => {
    const { publicKey } = kari.mailbox;
    await expect(stateMailbox(kari.signer, publicKey, NOW, NOW + LONGEST_MAILBOX_KEY + 1)).rejects.toThrow(RangeError);
    await expect(stateMailbox(kari.signer, publicKey, NOW, NOW)).rejects.toThrow(RangeError);
  });
});

describe('a letter', () => {
  it('is opened by those it was sealed to, and by nobody else', async () => {
    const file = await sealLetter([{ xwing: kari.mailbox.publicKey }], letter);
    expect((await openLetter(kari.mailbox, file, SERVICE))?.letter).toEqual(letter);
    expect(await openLetter(amal.mailbox, file, SERVICE)).toBeUndefined();
  });

  it('is sealed again for a colleague, the same bytes', async () => {
    const file = await sealLetter([{ xwing: kari.mailbox.publicKey }], letter);
    const { bytes } = (await openLetter(kari.mailbox, file, SERVICE))!;
    const again = await sealLetterBytes([{ xwing: kari.mailbox.publicKey }, { xwing: amal.mailbox.publicKey }], bytes);
    expect((await openLetter(amal.mailbox, again, SERVICE))?.letter).toEqual(letter);
  });

  it('is refused by another service than it was written to', async () => {
    const file = await sealLetter([{ xwing: kari.mailbox.publicKey }], letter);
    expect(await openLetter(kari.mailbox, file, 'other')).toBeUndefined();
  });

  it('tells nothing by its length', async () => {
    const short = await sealLetter([{ xwing: kari.mailbox.publicKey }], { ...letter, text: '' });
    const long = await sealLetter([{ xwing: kari.mailbox.publicKey }], { ...letter, text: 'x'.repeat(2_000) });
    expect(long).toHaveLength(short.length);
  });

  it('is at most 12,000 bytes long, which still fits with five files', async () => {
    const { ref } = await import('./file.ts').then(async ({ sealFile }) =>
      sealFile(new Uint8Array(5), 'image/png', 0, (length) => new Uint8Array(length).fill(3)),
    );
    const files = Array.from({ length: 5 }, () => ({ ...ref, id: new Uint8Array(16) }));
    const longest = { ...letter, text: 'å'.repeat(6_000), files };
    const file = await sealLetter([{ xwing: kari.mailbox.publicKey }], longest);
    expect((await openLetter(kari.mailbox, file, SERVICE))?.letter).toEqual(longest);
    expect(() => sealLetter([{ xwing: kari.mailbox.publicKey }], { ...letter, text: 'å'.repeat(6_001) })).toThrow(
      RangeError,
    );
  });
});

describe('a mailbox', () => {
  it('follows from the code and the installation', async () => {
    expect((await mailboxOf('a code')).id).toEqual(mailbox.id);
    expect((await mailboxOf('another code')).id).not.toEqual(mailbox.id);
  });

  it('keeps a note for itself', async () => {
    const note = {
      word: 'zoom',
      lastDevice: kari.device.id,
      lastAt: NOW,
      lastAnswer: 2,
      rosterVersion: 3,
      letters: [{ id: new Uint8Array(16), service: SERVICE, at: NOW }],
    };
    const file = await sealNote(mailbox.identity, note);
    expect(await openNote(mailbox.identity, file)).toEqual(note);
    expect(await openNote(kari.mailbox, file)).toBeUndefined();
    expect(file.length).toBeLessThan(8_192);
  });

  it('keeps the twenty newest letters in its note', async () => {
    const letters = Array.from({ length: 21 }, (_, at) => ({ id: new Uint8Array(16), service: SERVICE, at }));
    const file = await sealNote(mailbox.identity, { word: 'zoom', lastDevice: undefined, lastAt: 0, lastAnswer: 0, rosterVersion: 1, letters });
    const note = await openNote(mailbox.identity, file);
    expect(note?.letters.map(({ at }) => at)).toEqual(letters.slice(1).map(({ at }) => at));
    expect(note?.lastDevice).toBeUndefined();
  });

  it('signs an act with its nonce and its exact body', async () => {
    const [nonce, body] = [new Uint8Array(32).fill(1), Uint8Array.of(1, 2, 3)];
    const signature = await signAct(mailbox, nonce, 'note', body);
    const signed = (act: string, of: Uint8Array): Uint8Array => concat(nonce, str8(act), hash(of));
    expect(verifies('mailbox-act', mailbox.id, signature, signed('note', body))).toBe(true);
    expect(verifies('mailbox-act', mailbox.id, signature, signed('delete', body))).toBe(false);
    expect(verifies('mailbox-act', mailbox.id, signature, signed('note', Uint8Array.of(1, 2)))).toBe(false);
  });

  it('that was shut signs, and opens nothing any more', async () => {
    const shut = await mailboxOf('shut');
    const note = { word: 'zoom', lastDevice: undefined, lastAt: 0, lastAnswer: 0, rosterVersion: 1, letters: [] };
    const file = await sealNote(shut.identity, note);
    shut.shut();
    expect(await openNote(shut.identity, file)).toBeUndefined();
    expect(await shut.sign(new Uint8Array(1))).toHaveLength(64);
  });

  it('does nothing any more once it is forgotten', async () => {
    const gone = await mailboxOf('gone');
    const file = await sealTo([gone.identity.publicKey], Uint8Array.of(1));
    gone.forget();
    expect(await openNote(gone.identity, file)).toBeUndefined();
    expect(() => gone.sign(new Uint8Array(1))).toThrow('forgotten');
  });
});

describe('padding', () => {
  it('gives back what it was given, in one of three lengths', () => {
    for (const [length, padded] of [[0, 1_024], [1_020, 1_024], [1_021, 4_096], [16_380, 16_384]] as const) {
      const content = new Uint8Array(length).fill(5);
      expect(pad(content)).toHaveLength(padded);
      expect(unpad(pad(content))).toEqual(content);
    }
    expect(() => pad(new Uint8Array(16_381))).toThrow(RangeError);
  });

  it('is exact: no other length, no word after the end', () => {
    const padded = pad(new Uint8Array(10).fill(5));
    expect(unpad(padded.with(1_023, 1))).toBeUndefined();
    expect(unpad(concat(padded, new Uint8Array(3_072)))).toBeUndefined();
    expect(unpad(padded.subarray(0, 500))).toBeUndefined();
    expect(unpad(new Uint8Array(0))).toBeUndefined();
  });
});
