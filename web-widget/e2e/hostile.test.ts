/** A server that cheats, between a real visitor and a real worker: nothing is readable, nothing false is accepted. */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EntrySchema, RingCardSchema, StoredSchema, type Entry } from '../src/gen/havn/v1/talk_pb.ts';
import { RingSchema } from '../src/gen/havn/v1/visitor_pb.ts';
import { systemRandom } from '../src/kernel/random.ts';
import { readFrameHeader } from '../src/seal/frame.ts';
import { seedIdentity, XWING_SEED } from '../src/seal/xwing.ts';
import { launchBrowser } from './kit/browser.ts';
import { demo } from './kit/demo.ts';
import { invite } from './kit/havn.ts';
import { entryOf, flippedTalk, hostile, isStaffTalk, renumbered, type Down, type Hostile } from './kit/hostile.ts';
import { phone, Visitor } from './kit/visitor.ts';
import { Worker } from './kit/worker.ts';

const UNCONFIRMED = 'Vi vet ikke sikkert hvem som svarer her';
const NOT_LOCKED = 'Samtalen lot seg ikke låse';
const NOT_RIGHT = 'En melding stemte ikke';

let server: Hostile;
let honest: Browser;
let cheated: Browser;
let worker: Worker;
let widget: string;

beforeAll(async () => {
  const running = demo();
  ({ widget } = running.read().pages);
  server = await hostile(widget);
  honest = await launchBrowser();
  cheated = await launchBrowser(server.argument);
  worker = await Worker.onDuty(honest, await invite(running, 'Sigrid'));
});
afterAll(async () => {
  await worker.offDuty();
  await cheated.close();
  await honest.close();
  await server.close();
});

let visitor: Visitor;

afterEach(async () => {
  server.honest();
  await visitor.page.context().close();
});

async function rings(): Promise<void> {
  visitor = await Visitor.alone(await phone(cheated), widget);
  await visitor.page.evaluate(() => {
    const stood: string[] = [];
    Object.assign(window, { stood });
    new MutationObserver(() => stood.push(document.body.innerText)).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await visitor.ring();
  await worker.page.getByRole('button', { name: /^Ta samtalen/u }).first().click({ timeout: 45_000 });
}

/** Whether these words were on the visitor's screen at any time. */
const everStood = (words: string): Promise<boolean> =>
  visitor.page.evaluate((sought) => {
    const { stood } = window as unknown as { stood: string[] };
    return stood.some((screen) => screen.includes(sought));
  }, words);

/** Both have said a word, and heard the other's. */
async function talk(): Promise<void> {
  await rings();
  await visitor.answered();
  await worker.page.getByLabel('Skriv et svar').waitFor({ timeout: 30_000 });
  await visitor.say('første');
  await worker.bubble('første');
  await worker.say('hei');
  await visitor.bubble('hei');
}

const spoken = (): number => server.said.filter(({ case: kind }) => kind === 'talk').length;

/** The visitor is told, can write nothing more, and nothing more left the page but that it goes: the worker is free. */
async function stops(sentence: string): Promise<void> {
  const before = spoken();
  await visitor.sees(sentence);
  expect(await visitor.chat.getByRole('textbox').count()).toBe(0);
  expect(spoken()).toBe(before);
  await worker.sees('Den andre avsluttet samtalen.');
  await worker.clear();
}

async function ends(): Promise<void> {
  await visitor.end();
  await worker.clear();
}

/** Once: does this to the next frame that it is for. */
function once(meant: (frame: Down) => boolean, deed: (frame: Down) => readonly Down[]): (frame: Down) => readonly Down[] {
  let done = false;
  return (frame) => {
    if (done || !meant(frame)) return [frame];
    done = true;
    return deed(frame);
  };
}

const alsoTalks = (): Entry[] => server.given.flatMap((frame) => (isStaffTalk(frame) ? [entryOf(frame, 'talk')!] : []));

const last = (): number =>
  Math.max(...server.given.map((frame) => (frame.case === 'entry' || frame.case === 'stored' ? frame.value.seq : 0)));

describe('before the first word', () => {
  it('a swapped visitor key is found out, and no word is sent', async () => {
    const { publicKey } = seedIdentity(systemRandom(XWING_SEED));
    server.deeds.up = (frame) => {
      if (frame.case !== 'ring') return [frame];
      const card = { ...fromBinary(RingCardSchema, frame.value.card), xwing: publicKey };
      const swapped = toBinary(RingCardSchema, create(RingCardSchema, card));
      return [{ case: 'ring', value: create(RingSchema, { card: swapped }) }];
    };
    await rings();
    await stops(NOT_LOCKED);
    expect(spoken()).toBe(0);
  });

  it('a roster with another byte in it is believed by nobody, and nobody is asked to wait for it', async () => {
    server.deeds.page = (path, body) => {
      if (!path.includes('/.well-known/havn/')) return body;
      const text = body.toString('latin1');
      const at = text.lastIndexOf('"payload":"') + 60;
      return Buffer.from(`${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`, 'latin1');
    };
    visitor = await Visitor.alone(await phone(cheated), widget);
    await visitor.sees(UNCONFIRMED);
    expect(await visitor.chat.getByRole('button', { name: 'Skriv med oss' }).count()).toBe(0);
    expect(server.said.filter(({ case: kind }) => kind === 'ring')).toEqual([]);
  });

  it('the keys of another chat, or of nobody, are not taken', async () => {
    await talk();
    const old = server.given.find((frame) => entryOf(frame, 'epoch'))!;
    await ends();
    await visitor.page.context().close();
    server.honest();
    server.deeds.down = once(
      (frame) => entryOf(frame, 'epoch') !== undefined,
      (frame) => [renumbered(entryOf(old, 'epoch')!, entryOf(frame, 'epoch')!.seq)],
    );
    await rings();
    await stops(NOT_LOCKED);
    expect(spoken()).toBe(0);
  });
});

describe('a word of staff', () => {
  it('that was altered stops the chat', async () => {
    await talk();
    server.deeds.down = (frame) => {
      const entry = isStaffTalk(frame) ? entryOf(frame, 'talk') : undefined;
      if (entry?.kind.case !== 'talk') return [frame];
      const value = flippedTalk(entry.kind.value);
      return [{ case: 'entry', value: create(EntrySchema, { seq: entry.seq, kind: { case: 'talk', value } }) }];
    };
    await worker.say('kom til oss');
    await stops(NOT_RIGHT);
    expect([await everStood('hei'), await everStood('kom til oss')]).toEqual([true, false]);
  });

  it('in whose place an older one is said again is missed, and stops the chat', async () => {
    await talk();
    server.deeds.down = once(isStaffTalk, (frame) => [renumbered(alsoTalks()[0]!, entryOf(frame, 'talk')!.seq)]);
    await worker.say('nei');
    await worker.say('ja');
    await stops(NOT_RIGHT);
    expect([await everStood('hei'), await everStood('ja')]).toEqual([true, false]);
  });

  it('that is doubled, or comes before the one before it, is shown once and in order', async () => {
    await talk();
    const held: Down[] = [];
    server.deeds.down = (frame) => {
      if (!isStaffTalk(frame)) return [frame];
      held.push(frame);
      return held.length === 1 ? [] : [held[1]!, held[0]!, held[1]!, held[0]!];
    };
    await worker.say('en');
    await worker.say('to');
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(2);
    server.deeds.down = (frame) => [frame];
    await visitor.bubble('en');
    await visitor.bubble('to');
    const log = await visitor.chat.getByRole('log').innerText();
    expect(log.indexOf('en\n')).toBeLessThan(log.indexOf('to\n'));
    expect([await visitor.times('en'), await visitor.times('to')]).toEqual([1, 1]);
    await ends();
  });

  it('that is left out once is asked for again, and left out for good stops the chat', async () => {
    await talk();
    server.deeds.down = once(isStaffTalk, () => []);
    await worker.say('borte');
    await worker.say('funnet');
    await visitor.bubble('borte');
    await visitor.bubble('funnet');
    server.deeds.down = (frame) => (isStaffTalk(frame) && entryOf(frame, 'talk')!.seq === gone ? [] : [frame]);
    const gone = Math.max(...alsoTalks().map(({ seq }) => seq)) + 1;
    await worker.say('sett deg');
    await worker.say('i ro');
    await stops(NOT_RIGHT);
    expect(await everStood('i ro')).toBe(false);
  });

  it('cannot be taken back after a cut connection', async () => {
    await talk();
    const [first] = alsoTalks();
    server.deeds.up = (frame) => {
      if (frame.case === 'resume') frame.value.lastSeq = 0;
      return [frame];
    };
    server.deeds.down = (frame) => {
      if (frame.case === 'entry' && frame.value.seq >= first!.seq) return [];
      return frame.case === 'caughtUp' ? [{ case: 'caughtUp', value: { ...frame.value, seq: first!.seq - 1 } }] : [frame];
    };
    server.cut();
    await stops(NOT_RIGHT);
  });
});

describe('a word of the visitor', () => {
  it('that was altered is shown to nobody, and stops the chat for the worker', async () => {
    await talk();
    server.deeds.up = (frame) => (frame.case === 'talk' ? [{ case: 'talk', value: flippedTalk(frame.value) }] : [frame]);
    await visitor.chat.getByRole('textbox').fill('hjelp');
    await visitor.chat.getByRole('button', { name: 'Send', exact: true }).click();
    await worker.sees('Samtalen er stoppet, fordi den ikke lenger kan holdes forseglet.');
    expect(await worker.times('hjelp')).toBe(0);
    await worker.clear();
    await visitor.sees('Samtalen er avsluttet');
  });

  it('that the server only says it has stored never counts as arrived, and is found out', async () => {
    await talk();
    server.deeds.up = (frame) => {
      if (frame.case !== 'talk') return [frame];
      const { epoch, slot, counter } = readFrameHeader(frame.value.frame)!;
      server.tell({ case: 'stored', value: create(StoredSchema, { seq: last() + 1, epoch, slot, counter }) });
      return [];
    };
    await visitor.say('hallo');
    await visitor.sees('Sendt');
    expect(await worker.times('hallo')).toBe(0);
    server.deeds.up = (frame) => [frame];
    await worker.say('er du der?');
    await worker.say('hører du?');
    await stops(NOT_RIGHT);
  });
});
