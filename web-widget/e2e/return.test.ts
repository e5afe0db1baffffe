/** Coming back to whoever one talked with, with a code that was got in the chat. */

import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './kit/axe.ts';
import { launchBrowser } from './kit/browser.ts';
import { demo, type Demo } from './kit/demo.ts';
import { invite } from './kit/havn.ts';
import { phone, Visitor } from './kit/visitor.ts';
import { Worker } from './kit/worker.ts';

let running: Demo;
let browser: Browser;
let worker: Worker;
let colleague: Worker;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  worker = await Worker.onDuty(browser, await invite(running, 'Synne'));
  colleague = await Worker.arrive(browser, await invite(running, 'Bea'));
});
afterAll(async () => {
  await colleague.offDuty();
  await worker.offDuty();
  await browser.close();
});

const press = (visitor: Visitor, name: string): Promise<void> => visitor.chat.getByRole('button', { name }).click();

async function withCode(context: BrowserContext, code: string): Promise<Visitor> {
  const visitor = await Visitor.alone(context, running.read().pages.widget);
  await press(visitor, 'Jeg har en kode');
  await visitor.chat.getByLabel('Koden din').fill(code);
  await press(visitor, 'Åpne postkassen');
  await visitor.chat.getByRole('button', { name: 'Skriv med oss nå' }).waitFor();
  return visitor;
}

/** Of two on duty, the one who is wished for is asked, and the other cannot take meanwhile. */
async function asksFirst(visitor: Visitor, wished: Worker, other: Worker): Promise<void> {
  await press(visitor, 'Skriv med oss nå');
  await wished.sees('Vil snakke med deg, som sist');
  await wished.sees('Du blir spurt først');
  await other.sees('En kollega blir spurt nå');
  expect(await other.page.getByRole('button', { name: /^Ta samtalen/u }).getAttribute('aria-disabled')).toBe('true');
  await wished.take();
  await visitor.answered();
}

describe('a code that was got in a chat', () => {
  it('works on another phone, and the same person is asked before a colleague; the chat goes on meanwhile', async () => {
    const first = await phone(browser);
    const visitor = await Visitor.embedded(first, running.read().pages.host);
    await visitor.ring();
    await worker.take();
    await visitor.answered();
    await visitor.say('Hei');
    await press(visitor, 'Innstillinger');
    await press(visitor, 'Få en kode å komme tilbake med');
    await press(visitor, 'Vis koden');
    const words = visitor.chat.locator('.code-words li');
    await expect.poll(() => words.count()).toBe(6);
    const code = (await words.allInnerTexts()).join(' ');
    await worker.say('Er du der?');
    await visitor.sees('Det er en ny melding i chatten.');
    await press(visitor, 'Ta koden i bruk');
    await visitor.sees('Koden virker');
    expect(await faults(visitor.page)).toEqual([]);
    const word = await visitor.chat.locator('.word-card strong').innerText();
    await press(visitor, 'Tilbake til chatten');
    await visitor.bubble('Er du der?');
    await visitor.say('Ja');
    await worker.bubble('Ja');
    await visitor.end();
    await visitor.chat.getByRole('button', { name: 'Slett alt nå' }).waitFor();
    expect(await visitor.chat.getByRole('button', { name: 'Få en kode å komme tilbake med' }).count()).toBe(0);
    await worker.clear();
    await first.close();

    await colleague.goOnDuty();
    const second = await phone(browser);
    const back = await withCode(second, code);
    await back.sees('Er den du skrev med sist ledig, spør vi den først.');
    expect(await back.chat.locator('.word-card strong').first().innerText()).toBe(word);
    await asksFirst(back, worker, colleague);
    await back.chat.getByRole('heading', { name: /Synne/u }).waitFor();
    await back.say('Hei igjen');
    await worker.bubble('Hei igjen');
    await back.end();
    await worker.clear();

    // Synne is away: Bea is asked at once, and is the one to ask first the next time.
    await worker.pause();
    const third = await withCode(second, code);
    await press(third, 'Skriv med oss nå');
    await colleague.take();
    await third.answered();
    await third.chat.getByRole('heading', { name: /Bea/u }).waitFor();
    await third.end();
    await colleague.clear();
    await worker.resume();
    const fourth = await withCode(second, code);
    await asksFirst(fourth, colleague, worker);
    await fourth.end();
    await colleague.clear();
    await second.close();
  });
});
