import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../kernel/clock.ts';
import { LOST, no, NOW, NUMBER, ok, OutreachHouse, THREAD, wireThread } from '../testing/outreach-house.ts';
import { LONGEST_TEXT } from './release.ts';
import { createThreads, withLink, type Threads } from './threads.ts';
import type { ThreadList } from './waiting.ts';
import { readThread } from './wire.ts';

const PATH = `threads/${THREAD}`;
const LINK = 'https://h.example/chat/1';

interface Talk {
  readonly house: OutreachHouse;
  readonly threads: Threads;
  readonly list: ReturnType<OutreachHouse['list']>;
}

async function open(thread = wireThread({ mine: true }), state = 'delivered'): Promise<Talk> {
  const house = new OutreachHouse();
  const first = await house.message('a', { to: NUMBER, text: 'Hei https://old.example/chat/1' }, { inward: false, occasion: 'first', state });
  const theirs = await house.message('b', { from: NUMBER, text: 'hvem er dere' });
  house.answers(PATH, ok({ thread, messages: [first, theirs], link: LINK })).answers('releases', ok({ at: new Date(NOW).toISOString() }));
  const list = house.list(thread);
  const threads = createThreads(house.tools, list);
  await threads.open(readThread(thread));
  return { house, threads, list };
}

/** Lets what was begun by the clock end. */
const settled = async (list: ThreadList): Promise<void> => {
  await list.look();
  await new Promise((go) => setTimeout(go, 0));
};

describe('a conversation', () => {
  it('is opened with this browser’s keys, and no number comes to the screen', async () => {
    const { threads } = await open();
    const { messages, link } = threads.shown.value!;
    expect(messages?.map(({ text, inward }) => [text, inward])).toEqual([['Hei https://old.example/chat/1', false], ['hvem er dere', true]]);
    expect(link).toBe(LINK);
    expect(JSON.stringify(threads.shown.value)).not.toContain(NUMBER);
    threads.close();
    expect(threads.shown.value).toBeUndefined();
  });

  it('says of somebody who hides their number that a stop is for this channel alone', async () => {
    const { house, threads } = await open();
    expect(threads.shown.value?.numberless).toBe(false);
    const hidden = await house.message('c', { from: 'id:NO.135', text: 'hei' });
    house.answers(PATH, ok({ thread: wireThread(), messages: [hidden] }));
    await threads.open(readThread(wireThread()));
    expect(threads.shown.value?.numberless).toBe(true);
  });

  it('is read before it is taken, and opens also when a colleague was faster', async () => {
    for (const [took, trouble] of [[ok(), undefined], [no(409), 'meanwhile']] as const) {
      const { house, threads, list } = await open(wireThread());
      house.answers(`${PATH}/acts`, took);
      list.threads.value = [readThread(wireThread({ mine: true, by: 'Ingrid' }))];
      const before = house.asked.length;
      await threads.take(readThread(wireThread()));
      expect(house.asked.slice(before)).toEqual([[PATH, undefined], [`${PATH}/acts`, { act: 'take' }]]);
      expect(threads.shown.value).toMatchObject({ trouble, thread: { mine: true }, messages: [{}, {}] });
      expect(list.looks.value.size).toBe(0);
      threads.looked();
      expect(list.looks.value.get(THREAD)).toEqual({ words: 1, unanswered: '', opens: true });
      threads.close();
    }
  });

  it('is left to colleagues when this browser does not open their newest text, and given back when this person has it', async () => {
    for (const mine of [false, true]) {
      const { house, threads, list } = await open(wireThread());
      const elsewhere = { message: 'c', inward: true, at: '', state: 'received', file: await house.seal('message pro-mann other', '{"text":"x"}') };
      house.answers(PATH, ok({ thread: wireThread({ mine, words: 2 }), messages: [elsewhere] }));
      await threads.take(readThread(wireThread({ mine })));
      expect(house.posted(`${PATH}/acts`)).toEqual(mine ? [{ act: 'give-back' }] : []);
      expect(threads.shown.value?.trouble).toBe('not-here');
      expect(list.looks.value.get(THREAD)).toEqual({ words: 2, unanswered: '', opens: false });
      threads.close();
    }
  });

  it('is not taken by whom nobody answered what was written', async () => {
    const { house, threads } = await open(wireThread());
    house.answers(PATH, LOST);
    await threads.take(readThread(wireThread()));
    expect(house.posted(`${PATH}/acts`)).toEqual([]);
    expect(threads.shown.value?.trouble).toBe('unreachable');
    threads.close();
  });

  it.each(['done', 'never', 'delete'] as const)('is not %s with what this browser did not read', async (act) => {
    const { house, threads, list } = await open(wireThread({ mine: true }));
    const elsewhere = { message: 'c', inward: true, at: '', state: 'received', file: await house.seal('message pro-mann other', '{"text":"x"}') };
    house.answers(PATH, ok({ thread: wireThread({ mine: true, words: 2 }), messages: [elsewhere] })).answers(`${PATH}/acts`, no(409), no(409));
    await threads.open(readThread(wireThread({ mine: true, words: 2 })));
    await threads.act(act);
    expect(threads.shown.value?.trouble).toBe('not-here');
    house.answers(PATH, LOST);
    const other = createThreads(house.tools, list);
    await other.open(readThread(wireThread({ mine: true, words: 2 })));
    await other.act(act);
    expect(house.posted(`${PATH}/acts`)).toEqual([{ act, seen: 0 }, { act, seen: 0 }]);
    threads.close();
    other.close();
  });

  it('that waits for nobody can be stopped and deleted where its texts do not open', async () => {
    const { house, threads } = await open(wireThread({ mine: true }));
    const elsewhere = { message: 'c', inward: true, at: '', state: 'received', file: await house.seal('message pro-mann other', '{"text":"x"}') };
    const answered = wireThread({ mine: true, waits: false, words: 2 });
    house.answers(PATH, ok({ thread: answered, messages: [elsewhere] }));
    await threads.open(readThread(answered));
    await threads.act('never');
    await threads.act('delete');
    expect(house.posted(`${PATH}/acts`)).toEqual([{ act: 'never', seen: 2 }, { act: 'delete', seen: 2 }]);
    await threads.open(readThread(answered));
    house.answers(`${PATH}/acts`, LOST);
    await threads.act('never');
    expect(threads.shown.value?.trouble).toBe('unreachable');
    threads.close();
  });

  it('says of a message that belongs elsewhere that it does not open', async () => {
    const { house, threads } = await open();
    const moved = { message: 'c', inward: true, at: '', state: 'received', file: await house.seal('message pro-mann other', '{"text":"x"}') };
    house.answers(PATH, ok({ thread: wireThread(), messages: [moved] }));
    await threads.act('done');
    expect(threads.shown.value?.messages).toMatchObject([{ text: undefined }]);
    threads.close();
  });

  it('is read again when the list says that something came, and not otherwise: each reading is written down', async () => {
    const { house, threads, list } = await open();
    const readings = (): number => house.asked.filter(([path]) => path === PATH).length;
    for (let n = 0; n < 12; n += 1) {
      house.clock.pass(5 * SECOND);
      await settled(list);
    }
    expect(readings()).toBe(1);
    list.threads.value = [readThread(wireThread({ mine: true, at: '2026-11-20T12:01:00Z' }))];
    house.clock.pass(5 * SECOND);
    await settled(list);
    expect(readings()).toBe(2);
    threads.close();
  });

  it('is read again each half minute while something is under way', async () => {
    const { house, threads, list } = await open(wireThread({ mine: true }), 'sent');
    for (let n = 0; n < 12; n += 1) {
      house.clock.pass(5 * SECOND);
      await settled(list);
    }
    expect(house.asked.filter(([path]) => path === PATH)).toHaveLength(3);
    house.clock.pass(31 * MINUTE);
    threads.close();
  });
});

describe('an answer that is being written', () => {
  it('stays when no permitted hour is left for it', async () => {
    const { house, threads, list } = await open(wireThread({ mine: true }));
    threads.write('Legen er her');
    const late = wireThread({ mine: true, answerable: { may: 'never', why: 'no-hour' } });
    list.threads.value = [readThread(late)];
    house.answers(PATH, ok({ thread: late, messages: [] }));
    house.clock.pass(5 * SECOND);
    await expect.poll(() => threads.shown.value?.thread.answerable).toEqual({ may: 'never', why: 'no-hour' });
    expect(threads.shown.value).toMatchObject({ draft: 'Legen er her', answering: 'idle' });
    threads.close();
  });
});

describe('a conversation that is done', () => {
  it('is done as far as it was read, and says so when a text came meanwhile', async () => {
    const { house, threads } = await open(wireThread({ mine: true, words: 3 }));
    house.answers(PATH, ok({ thread: wireThread({ words: 4 }), messages: [] }));
    await threads.act('done');
    await threads.act('give-back');
    expect(house.posted(`${PATH}/acts`)).toEqual([{ act: 'done', seen: 3 }, { act: 'give-back' }]);
    expect(threads.shown.value?.trouble).toBeUndefined();
    await threads.act('done');
    expect(threads.shown.value?.trouble).toBe('meanwhile');
    threads.close();
  });
});

describe('a conversation that is deleted', () => {
  it('is deleted as far as it was read: a text that came meanwhile is read first', async () => {
    const { house, threads } = await open();
    const cry = await house.message('c', { from: NUMBER, text: 'hjelp' });
    house.answers(`${PATH}/acts`, no(409), ok()).answers(PATH, ok({ thread: wireThread({ mine: true, words: 2 }), messages: [cry] }));
    expect(await threads.act('delete')).toBe(false);
    expect(threads.shown.value).toMatchObject({ trouble: 'meanwhile', thread: { words: 2 }, messages: [{ text: 'hjelp' }] });
    expect(await threads.act('delete')).toBe(true);
    expect(house.posted(`${PATH}/acts`)).toEqual([{ act: 'delete', seen: 1 }, { act: 'delete', seen: 2 }]);
    expect(threads.shown.value).toBeUndefined();
    threads.close();
  });
});

describe('a refusal in own words', () => {
  it('that a text overtook is not noted, and the text is read', async () => {
    const { house, threads } = await open();
    const cry = await house.message('c', { from: NUMBER, text: 'hjelp' });
    house.answers(`${PATH}/acts`, no(409, 'unread')).answers(PATH, ok({ thread: wireThread({ mine: true, words: 2 }), messages: [cry] }));
    expect(await threads.act('never')).toBe(false);
    expect(threads.shown.value).toMatchObject({ trouble: 'unread', thread: { words: 2 }, messages: [{ text: 'hjelp' }] });
    threads.close();
  });
});

describe('the address of the chat', () => {
  it('is put behind an answer whole or not at all', () => {
    expect(withLink({ draft: '', link: LINK })).toBe(LINK);
    expect(withLink({ draft: 'Hei', link: LINK })).toBe(`Hei ${LINK}`);
    expect(withLink({ draft: `Se ${LINK}`, link: LINK })).toBeUndefined();
    const fits = 'x'.repeat(LONGEST_TEXT - LINK.length - 1);
    expect(withLink({ draft: fits, link: LINK })).toHaveLength(LONGEST_TEXT);
    expect(withLink({ draft: `${fits}x`, link: LINK })).toBeUndefined();
  });
});

describe('an answer that was lost', () => {
  const before = 'a1'.repeat(16);
  const since = 'b2'.repeat(16);
  const waits = (unanswered: string): Readonly<Record<string, unknown>> => wireThread({ mine: true, unanswered });

  it('is done as far as this tab saw it, and says so when another one was lost meanwhile', async () => {
    const { house, threads, list } = await open(waits(before));
    // In another tab somebody answered once more, and that was lost too.
    house.answers(PATH, ok({ thread: waits(since), messages: [] }));
    await threads.act('done');
    expect(house.posted(`${PATH}/acts`)).toEqual([{ act: 'done', seen: 1, unanswered: before }]);
    expect(threads.shown.value).toMatchObject({ trouble: 'meanwhile', thread: { unanswered: since } });
    await settled(list);
    await threads.act('never');
    expect(house.posted(`${PATH}/acts`).at(-1)).toEqual({ act: 'never', seen: 1, unanswered: since });
    threads.close();
  });

  it('counts as seen once it was read, not once the list has it', async () => {
    const { house, threads, list } = await open(wireThread());
    house.answers(PATH, ok({ thread: wireThread(), messages: [] }));
    list.threads.value = [readThread(waits(since))];
    await threads.take(readThread(wireThread()));
    await threads.act('done');
    expect(house.posted(`${PATH}/acts`).at(-1)).toEqual({ act: 'done', seen: 1 });
    threads.close();
  });
});

describe('an answer', () => {
  it('goes to the number that wrote, and is released once', async () => {
    const { house, threads } = await open();
    threads.write('Vi er sosionomer');
    await Promise.all([threads.answer(), threads.answer()]);
    expect(house.posted('releases')).toMatchObject([{ thread: THREAD, to: NUMBER, text: 'Vi er sosionomer' }]);
    expect(threads.shown.value).toMatchObject({ answering: 'sent', draft: '' });
    threads.close();
  });

  it('whose fate is unknown keeps its id and its text until somebody knows, and the next one has another id', async () => {
    const { house, threads } = await open();
    house.answers('releases', LOST, ok({ at: '' }));
    threads.write('Hei');
    await threads.answer();
    expect(threads.shown.value?.answering).toBe('unknown');
    threads.write('Hei igjen');
    expect(threads.shown.value?.draft).toBe('Hei');
    await threads.answer();
    threads.write('Noe annet');
    await threads.answer();
    const sent = house.posted('releases') as { readonly release: string; readonly text: string }[];
    expect(sent.map(({ text }) => text)).toEqual(['Hei', 'Hei', 'Noe annet']);
    expect(new Set(sent.map(({ release }) => release)).size).toBe(2);
    threads.close();
  });

  it.each([
    ['that is too fast', no(429)],
    ['of somebody who is not signed in any more', no(401)],
  ])('whose fate is unknown stays so after a question %s', async (_, answer) => {
    const { house, threads } = await open();
    house.answers('releases', LOST, answer, ok({ at: '' }));
    threads.write('Hei');
    await threads.answer();
    await threads.answer();
    expect(threads.shown.value?.answering).toBe('unknown');
    threads.write('Noe annet');
    await threads.answer();
    expect(threads.shown.value?.answering).toBe('sent');
    const sent = house.posted('releases') as { readonly release: string; readonly text: string }[];
    expect(new Set(sent.map(({ release, text }) => release + text)).size).toBe(1);
    threads.close();
  });

  it('whose fate is unknown is asked for before anything else, and is written anew under another id when it never came', async () => {
    const { house, threads } = await open(wireThread({ mine: false }));
    house.answers(`${PATH}/acts`, ok(), LOST).answers('releases', LOST, no(409), ok({ at: '' }));
    threads.write('Hei');
    await threads.answer();
    await threads.answer();
    expect(house.posted(`${PATH}/acts`)).toHaveLength(1);
    expect(threads.shown.value?.answering).toBe('meanwhile');
    threads.write('Noe annet');
    house.answers(`${PATH}/acts`, ok());
    await threads.answer();
    const [first, again, other] = house.posted('releases') as { readonly release: string; readonly text: string }[];
    expect(again).toEqual(first);
    expect(other).toMatchObject({ text: 'Noe annet' });
    expect(other?.release).not.toBe(first?.release);
    threads.close();
  });

  it('says how many texts were read, so that one that comes meanwhile waits on, and none when the newest does not open here', async () => {
    const { house, threads } = await open(wireThread({ mine: true, words: 3 }));
    threads.write('Ja');
    await threads.answer();
    const theirs = await house.message('b', { from: NUMBER, text: 'hvem er dere' });
    const elsewhere = { message: 'c', inward: true, at: '', state: 'received', file: await house.seal('message pro-mann other', '{"text":"x"}') };
    house.answers(PATH, ok({ thread: wireThread({ mine: true, words: 4 }), messages: [theirs, elsewhere] }));
    await threads.act('done');
    threads.write('Hei igjen');
    await threads.answer();
    expect(house.posted('releases')).toMatchObject([{ seen: 3 }, { seen: 0 }]);
    threads.close();
  });

  it('whose fate is unknown says the same when it is asked for: what came meanwhile was not read by whoever wrote it', async () => {
    const { house, threads } = await open(wireThread({ mine: true, words: 3 }));
    house.answers('releases', LOST, ok({ at: '' }));
    threads.write('Ja');
    await threads.answer();
    const theirs = await house.message('d', { from: NUMBER, text: 'jeg er redd' });
    house.answers(PATH, ok({ thread: wireThread({ mine: true, words: 4 }), messages: [theirs] }));
    await threads.act('give-back');
    expect(threads.shown.value?.thread.words).toBe(4);
    await threads.answer();
    threads.write('Hva skjer?');
    await threads.answer();
    expect(house.posted('releases')).toMatchObject([{ seen: 3 }, { seen: 3 }, { seen: 4 }]);
    threads.close();
  });

  it('takes the conversation first, and is not sent when a colleague has it', async () => {
    const { house, threads } = await open(wireThread({ mine: false, by: 'Per' }));
    house.answers(`${PATH}/acts`, no(409), ok());
    threads.write('Hei');
    await threads.answer();
    expect(threads.shown.value).toMatchObject({ answering: 'meanwhile', draft: 'Hei' });
    expect(house.posted('releases')).toEqual([]);
    await threads.answer();
    expect(house.posted(`${PATH}/acts`)).toEqual([{ act: 'take' }, { act: 'take' }]);
    expect(house.posted('releases')).toHaveLength(1);
    threads.close();
  });

  it('has nowhere to go when no message opens', async () => {
    const { house, threads } = await open();
    house.answers(PATH, ok({ thread: wireThread({ mine: true }), messages: [] }));
    await threads.act('done');
    threads.write('Hei');
    await threads.answer();
    expect(threads.shown.value?.answering).toBe('no-number');
    threads.close();
  });
});
