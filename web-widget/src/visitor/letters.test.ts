/** Leaving a letter, coming back and erasing, with a server that keeps its word and with one that does not. */

import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../kernel/base64.ts';
import { utf8 } from '../kernel/bytes.ts';
import { openLetter } from '../letters/letter.ts';
import { answered, comeBack, house, kari, left, onlyBox, reaches, TEXT, volunteer } from '../testing/letter-pages.ts';
import { NOW, SERVICE } from '../testing/letters.ts';
import { until } from '../testing/until.ts';

describe('a code without a letter', () => {
  it('brings back to whoever was talked with, and shows the word that was agreed', async () => {
    const at = await house();
    const letters = at.page('keeping');
    letters.choose('digits');
    const { text: code } = letters.code.value!;
    letters.keep();
    const { word, ends } = await reaches(letters, 'kept');
    expect(ends).toBe(NOW + 30 * 86_400_000);
    expect(letters.code.value).toMatchObject({ form: 'digits', settled: true, text: code });
    const { box } = await reaches(await comeBack(at, code), 'open');
    expect(box).toMatchObject({ word, letters: [], answers: [], wish: `device:${toBase64Url(kari.device.id)}` });
  });

  it('that could not be kept can be kept again, and is one mailbox', async () => {
    const at = await house();
    const letters = at.page('keeping');
    at.office.broken = /acts/u;
    letters.keep();
    await until(() => letters.state.value.kind === 'keeping' && letters.state.value.trouble === 'offline');
    at.office.broken = /^$/u;
    letters.keep();
    await reaches(letters, 'kept');
    expect(at.office.boxes.size).toBe(1);
  });

  it('brings a pass for one ring, and no pass before it is opened', async () => {
    const at = await house();
    const letters = at.page('keeping');
    const { text: code } = letters.code.value!;
    expect(await letters.pass()).toBeUndefined();
    letters.keep();
    await reaches(letters, 'kept');
    const back = await comeBack(at, code);
    await reaches(back, 'open');
    const [one, other] = [await back.pass(), await back.pass()];
    expect(one).toHaveLength(32);
    expect(other).not.toEqual(one);
    at.office.broken = /acts/u;
    expect(await back.pass()).toBeUndefined();
  });

  it('tells the server neither the code, nor the word, nor with whom somebody talked', async () => {
    const at = await house();
    const letters = at.page('keeping');
    letters.keep();
    const { word } = await reaches(letters, 'kept');
    const acts = at.office.heard.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as { act: string; body: string });
    expect(acts.map(({ act }) => act)).toEqual(['create']);
    const [body] = acts.map((act) => Buffer.from(act.body, 'base64url'));
    for (const secret of [...letters.code.value!.groups, word].map((text) => Buffer.from(text)).concat(Buffer.from(kari.device.id)))
      expect(body!.includes(secret)).toBe(false);
  });
});

describe('a letter', () => {
  it('is left, answered, and read on another phone with the code alone', async () => {
    const at = await house();
    const { code } = await left(at);
    await answered(at, 'Ja, klokka ti.');
    const { box } = await reaches(await comeBack(at, code), 'open');
    expect(box.answers).toMatchObject([{ text: 'Ja, klokka ti.', name: 'Kari', role: 'worker' }]);
    expect(box.letters).toHaveLength(1);
    expect(box.wish).toBe(`device:${toBase64Url(kari.device.id)}`);
    expect(box.wish!.length).toBeLessThanOrEqual(32);
  });

  it('takes its voice note along, sealed', async () => {
    const at = await house();
    const letters = at.page('writing');
    const content = utf8('a voice that nobody else hears '.repeat(50));
    expect(letters.send('', [{ content, type: 'audio/webm', seconds: 9 }])).toBe(true);
    await reaches(letters, 'sent');
    const { letter } = (await openLetter(kari.mailbox, onlyBox(at.office).letters[0]!.file, SERVICE))!;
    expect(letter.files).toMatchObject([{ type: 'audio/webm', seconds: 9, length: content.length }]);
    expect(at.office.files.size).toBe(1);
    const said = at.office.heard.map((bytes) => new TextDecoder('latin1').decode(bytes)).join();
    expect(said).not.toContain('nobody else');
  });

  it('lets nothing readable reach the server: no text, no code, no word', async () => {
    const at = await house();
    const letters = at.page('writing');
    letters.send(TEXT, []);
    const { word } = await reaches(letters, 'sent');
    const said = at.office.heard.map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    for (const secret of [TEXT, ...letters.code.value!.groups, word!]) expect(said).not.toContain(` ${secret}`);
    expect(said).not.toContain(Buffer.from(TEXT).toString('base64url').slice(4, 24));
  });

  it('is not written where only a volunteer could read it, or nobody', async () => {
    const at = await house();
    at.office.keys = [await volunteer.key(), await kari.key(NOW - 8 * 86_400_000)];
    const letters = at.page('writing');
    letters.send(TEXT, []);
    await reaches(letters, 'nobody');
    expect(onlyBox(at.office).letters).toEqual([]);
  });

  it('that could not be sent can be sent again, under the same code', async () => {
    const at = await house();
    at.office.broken = /mailbox-keys/u;
    const letters = at.page('writing');
    letters.send(TEXT, []);
    const { trouble } = await reaches(letters, 'writing');
    expect(trouble).toBe('offline');
    const code = letters.code.value;
    expect(code?.settled).toBe(true);
    letters.choose('digits');
    expect(letters.code.value).toBe(code);
    at.office.broken = /^$/u;
    letters.send(TEXT, []);
    await reaches(letters, 'sent');
    expect(at.office.boxes.size).toBe(1);
    await reaches(await comeBack(at, code!.text), 'open');
  });

  it('may be followed by another into the same mailbox', async () => {
    const at = await house();
    const { code } = await left(at);
    const letters = await comeBack(at, code);
    letters.writeAgain();
    letters.send('Og en ting til', []);
    expect((await reaches(letters, 'sent')).again).toBe(true);
    expect(onlyBox(at.office).letters).toHaveLength(2);
  });
});

describe('the word from last time', () => {
  it('is the one shown then, and another is drawn at each opening', async () => {
    const at = await house();
    const writing = at.page('writing');
    writing.send(TEXT, []);
    const { word } = await reaches(writing, 'sent');
    const code = writing.code.value!.text;
    const first = (await reaches(await comeBack(at, code, 2), 'open')).box;
    expect(first.word).toBe(word);
    const second = (await reaches(await comeBack(at, code, 3), 'open')).box;
    expect(second.word).toBe(first.nextWord);
    expect(second.nextWord).not.toBe(second.word);
  });

  it('is not promised when another page was first', async () => {
    const at = await house();
    const { code } = await left(at);
    at.office.meanwhile = (act, box) => {
      if (act === 'note') box.version++;
    };
    const { box } = await reaches(await comeBack(at, code), 'open');
    expect(box.word).not.toBe('');
    expect(box.nextWord).toBeUndefined();
  });
});

describe('a code', () => {
  it('that is wrong, and one that is erased, get the same answer', async () => {
    const at = await house();
    const { code } = await left(at);
    const wrong = await comeBack(at, '0'.repeat(24));
    expect(wrong.state.value).toEqual({ kind: 'asking', trouble: 'unknown' });
    at.office.boxes.clear();
    expect((await comeBack(at, code)).state.value).toEqual(wrong.state.value);
  });

  it('can be stopped while its key is made', async () => {
    const at = await house();
    const letters = at.page('asking');
    letters.open('0'.repeat(24));
    letters.stop();
    await reaches(letters, 'asking');
    expect(letters.state.value).toEqual({ kind: 'asking', trouble: undefined });
  });
});

describe('a server that cheats', () => {
  it('shows nothing of an answer by a volunteer, of a repeated number or of an altered answer', async () => {
    const at = await house();
    const { code, box } = await left(at);
    await answered(at, 'Gi meg koden din', volunteer);
    await answered(at, 'Ja');
    await answered(at, 'Nei');
    await answered(at, 'Kanskje', kari, 2);
    box.answers[3] = box.answers[3]!.with(60, box.answers[3]![60]! ^ 1);
    const opened = (await reaches(await comeBack(at, code), 'open')).box;
    expect(opened.answers.map(({ text }) => text)).toEqual(['Ja']);
    expect(opened.unverified).toBe(3);
  });

  it('is stopped when the note is not the mailbox’s own', async () => {
    const at = await house();
    const { code, box } = await left(at);
    box.note = new Uint8Array(100);
    expect((await comeBack(at, code)).state.value).toEqual({ kind: 'stopped', reason: 'damaged' });
  });

  it('is stopped when it goes back to a roster older than the mailbox remembers', async () => {
    const at = await house();
    await at.trust.publish(2, [kari.device], NOW);
    const { code } = await left(at);
    at.trust.rosters.delete(2);
    expect((await comeBack(at, code)).state.value).toEqual({ kind: 'stopped', reason: 'roster-old' });
  });

  it('is stopped when its trust does not lead from the pin', async () => {
    const at = await house();
    await at.trust.publish(1, [kari.device], NOW, { id: 'signer-1', signer: kari.signer });
    const letters = at.page('writing');
    letters.send(TEXT, []);
    expect((await reaches(letters, 'stopped')).reason).toBe('untrusted');
    expect(at.office.boxes.size).toBe(0);
  });
});

describe('a mailbox', () => {
  it('is erased at once when its owner says so', async () => {
    const at = await house();
    const { code } = await left(at);
    const letters = await comeBack(at, code);
    letters.erase();
    await reaches(letters, 'erased');
    expect(at.office.boxes.size).toBe(0);
    expect(letters.send('mer', [])).toBe(false);
  });

  it('is nothing any more on a page that forgot it', async () => {
    const at = await house();
    const { code } = await left(at);
    const letters = await comeBack(at, code);
    letters.forget();
    expect(letters.state.value).toEqual({ kind: 'erased' });
    letters.reopen();
    letters.erase();
    expect(letters.code.value).toBeUndefined();
    expect(at.office.boxes.size).toBe(1);
  });
});
