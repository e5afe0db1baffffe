/** A chat that colleagues join, leave and take over: two consoles and a visitor. */

import { fromBinary } from '@bufbuild/protobuf';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VisitorDownSchema } from '../../src/gen/havn/v1/visitor_pb.ts';
import { launchBrowser } from '../kit/browser.ts';
import { demo } from '../kit/demo.ts';
import { invite } from '../kit/havn.ts';
import { faults } from '../kit/axe.ts';
import { listenTo } from '../kit/sockets.ts';
import type { Frames } from '../kit/sockets.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

let browser: Browser;
let solveig: Worker;
let per: Worker;
let visitor: Visitor;
/** Everything that passes between the visitor's page and the server. */
let passed: Frames;

beforeAll(async () => {
  const running = demo();
  browser = await launchBrowser();
  solveig = await Worker.onDuty(browser, await invite(running, 'Solveig', 'pro-mann', 'coordinator'));
  per = await Worker.onDuty(browser, await solveig.link('Per'));
  await per.pause();
  const context = await phone(browser);
  context.on('page', (page) => (passed = listenTo(page)));
  visitor = await Visitor.embedded(context, running.read().pages.host);
  await visitor.ring();
  await solveig.take();
  await per.resume();
  await visitor.answered();
  await visitor.say('hei');
  await solveig.bubble('hei');
});
afterAll(async () => {
  await Promise.all([solveig.offDuty(), per.offDuty()]);
  await browser.close();
});

async function ask(what: 'bli med' | 'ta over', answer: 'Ja' | 'Nei'): Promise<void> {
  await solveig.page.getByRole('button', { name: 'Hent inn en kollega' }).click();
  await solveig.page.getByRole('button', { name: `Spør om å ${what}: Per` }).click();
  await visitor.sees(`Solveig spør: kan Per (ansatt) ${what}`);
  await visitor.chat.getByRole('button', { name: answer, exact: true }).click();
}

const kindOf = (frame: Buffer): string | undefined =>
  fromBinary(VisitorDownSchema, frame.subarray(2, 2 + frame.readUInt16BE(0))).kind.case;

/** Both say something to each other only; the visitor's page, what it shows and what passes to it hold nothing of it. */
async function whisper(): Promise<void> {
  const ours = (worker: Worker): Locator => worker.page.getByRole('region', { name: 'Bare for oss som jobber her' });
  const before = passed.received.length;
  for (const worker of [solveig, per]) {
    await worker.page.getByRole('button', { name: 'Bare for oss som jobber her' }).press('Enter');
    await worker.page.getByRole('textbox', { name: 'Skriv bare til kollegaene' }).waitFor();
  }
  // Opening the place has the keyboard in its own field: what is typed now is for colleagues.
  await solveig.page.keyboard.type('tror du hun er trygg');
  await solveig.page.keyboard.press('Enter');
  await ours(per).getByText('tror du hun er trygg', { exact: true }).waitFor();
  // A receipt for what the visitor said before may still have come until here.
  const settled = passed.received.length;
  await per.page.getByLabel('Skriv bare til kollegaene').fill('spør om hun er alene');
  await ours(per).getByRole('button', { name: 'Si det til kollegaene' }).click();
  await ours(solveig).getByText('spør om hun er alene', { exact: true }).waitFor();
  await ours(solveig).getByText('Per').waitFor();
  expect(await faults(solveig.page)).toEqual([]);
  expect(before).toBeGreaterThan(0);
  expect(passed.received.slice(before, settled).map(kindOf).filter((kind) => kind !== 'ping' && kind !== 'signal')).toEqual([]);
  expect(passed.received.slice(settled).map(kindOf).filter((kind) => kind !== 'ping')).toEqual([]);

  await solveig.page.getByLabel('Skriv bare til kollegaene').fill('halvferdig');
  await solveig.say('er du alene nå?');
  await visitor.bubble('er du alene nå?');
  expect(await visitor.chat.locator('body').innerText()).not.toMatch(/trygg|halvferdig|spør om/u);
  expect(await solveig.page.getByLabel('Skriv bare til kollegaene').inputValue()).toBe('halvferdig');
  await solveig.page.getByLabel('Skriv bare til kollegaene').fill('');
}

const accept = (): Promise<void> => per.page.getByRole('button', { name: 'Godta' }).click({ timeout: 30_000 });

describe('a chat', () => {
  it('stays where it is when the visitor says no', async () => {
    await ask('ta over', 'Nei');
    await solveig.sees('Den besøkende sa nei til Per.');
    expect(await per.page.getByRole('button', { name: 'Godta' }).count()).toBe(0);
  });

  it('goes on between three when the visitor says yes, and between two when the visitor wants the third out', async () => {
    await ask('bli med', 'Ja');
    await accept();
    await visitor.bubble('Per kan lese og skrive herfra.');
    await visitor.sees('2 personer kan lese dette');
    await visitor.say('hei begge');
    await Promise.all([solveig.bubble('hei begge'), per.bubble('hei begge')]);
    await per.say('hei fra Per');
    await Promise.all([visitor.bubble('hei fra Per'), solveig.bubble('hei fra Per')]);
    expect(await per.times('hei')).toBe(0);
    await whisper();
    await solveig.page.getByRole('button', { name: 'Vis tidligere meldinger: Per' }).click();
    await solveig.page.getByRole('button', { name: 'Ja, vis dem' }).click();
    await visitor.bubble('Per kan nå lese det som er sagt før.');
    await per.bubble('hei');
    await visitor.chat.getByRole('button', { name: 'Jeg vil at Per går ut' }).click();
    await per.sees('Samtalen går videre uten deg.');
    await visitor.bubble('Per kan ikke lese mer.');
    await visitor.say('bare til Solveig');
    await solveig.bubble('bare til Solveig');
    expect(await per.times('bare til Solveig')).toBe(0);
    await per.clear();
  });

  it('is left by a colleague who goes by himself', async () => {
    await ask('bli med', 'Ja');
    await accept();
    await visitor.sees('2 personer kan lese dette');
    await per.page.getByRole('button', { name: 'Gå ut av samtalen' }).click();
    await per.sees('Samtalen går videre uten deg.');
    await visitor.sees('1 person kan lese dette');
    await per.clear();
  });

  it('has the others called when the visitor says that there is danger, and whoever comes in ends the call', async () => {
    await visitor.chat.getByRole('button', { name: 'Det er fare nå' }).click();
    await visitor.sees('Vi kalte på flere her.');
    await solveig.sees(/^Fare nå i samtale/u);
    // Whoever has the chat is rung too, until they say that they have heard it.
    expect(await solveig.page.title()).toMatch(/^\(\d+\)/u);
    const heard = solveig.page.getByRole('button', { name: 'Jeg har hørt det', exact: true });
    await heard.click();
    await heard.waitFor({ state: 'detached' });
    await per.sees('Fare nå hos Solveig · Pro Mann');
    await per.page.getByRole('button', { name: 'Jeg har hørt det, og kan ikke komme' }).click();
    await solveig.sees('Per har hørt det, og kan ikke komme.');
    await per.sees('De vet at du har hørt det og ikke kan komme.');
    await per.page.getByRole('button', { name: 'Jeg kan komme' }).click();
    await solveig.sees('Per kan komme.');
    await solveig.page.getByRole('button', { name: 'Spør den besøkende, og slipp inn' }).click();
    await visitor.sees('Solveig spør: kan Per (ansatt) bli med');
    await visitor.chat.getByRole('button', { name: 'Ja', exact: true }).click();
    await accept();
    await visitor.sees('2 personer kan lese dette');
    await per.page.getByText('Fare nå hos Solveig').waitFor({ state: 'detached' });
    await Promise.all([solveig.sees('Fare nå'), per.sees('Fare nå')]);
    await visitor.chat.getByText('Vi kalte på flere her.').waitFor({ state: 'detached', timeout: 30_000 });
    await per.page.getByRole('button', { name: 'Gå ut av samtalen' }).click();
    await per.sees('Samtalen går videre uten deg.');
    await per.clear();
  });

  it('moves to the colleague whom the visitor agreed to, and the first can read nothing more', async () => {
    await ask('ta over', 'Ja');
    await accept();
    await visitor.bubble('Du skriver med Per herfra.');
    await visitor.sees('1 person kan lese dette');
    await solveig.sees('Samtalen går videre uten deg.');
    await visitor.say('nå bare til Per');
    await per.bubble('nå bare til Per');
    await per.say('jeg er her');
    await visitor.bubble('jeg er her');
    expect(await solveig.times('nå bare til Per')).toBe(0);
    expect(await per.times('bare til Solveig')).toBe(0);
    await solveig.clear();
    await visitor.end();
    await per.clear();
  });
});
