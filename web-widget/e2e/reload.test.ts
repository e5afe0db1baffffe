/** A visitor's page is loaded anew: on an own phone the chat goes on, anywhere else it ends. */

import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faults } from './kit/axe.ts';
import { launchBrowser } from './kit/browser.ts';
import { demo, type Demo } from './kit/demo.ts';
import { invite } from './kit/havn.ts';
import { inMemory } from './kit/residue.ts';
import { keptFor, phone, Visitor } from './kit/visitor.ts';
import { Worker } from './kit/worker.ts';

const GONE = 'Samtalen du hadde på denne siden, er ikke å få tak i lenger.';

let running: Demo;
let browser: Browser;
let worker: Worker;
let visitors: BrowserContext;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  worker = await Worker.onDuty(browser, await invite(running, 'Nina'));
});
afterAll(async () => {
  await worker.offDuty();
  await browser.close();
});

beforeEach(async () => {
  visitors = await phone(browser);
  return () => visitors.close();
});

async function talking(visitor: Visitor, whose: 'Bare jeg' | 'Noen kan se på den'): Promise<Visitor> {
  await visitor.chat.getByLabel(whose).check();
  await visitor.ring();
  await worker.take();
  await visitor.answered();
  await visitor.say('kornmo-7731');
  await worker.bubble('kornmo-7731');
  return visitor;
}

const alone = (): Promise<Visitor> => Visitor.alone(visitors, running.read().pages.widget);
const token = (visitor: Visitor): string | null => new URLSearchParams(new URL(visitor.page.url()).hash.slice(1)).get('r');

/** What is said now reaches the other, in both directions, and what was said before still stands. */
async function goesOn(visitor: Visitor, words: string): Promise<void> {
  await visitor.answered();
  await visitor.bubble('kornmo-7731');
  await visitor.chat.getByRole('textbox').fill(words);
  await visitor.chat.getByRole('button', { name: 'Send', exact: true }).click({ timeout: 30_000 });
  await worker.bubble(words);
  await worker.say(`${words}, ja`);
  await visitor.bubble(`${words}, ja`);
  expect(await visitor.times('kornmo-7731')).toBe(1);
  expect(await worker.times('kornmo-7731')).toBe(1);
}

async function workerIsTold(): Promise<void> {
  await worker.sees('Den andre avsluttet samtalen.');
  await worker.clear();
}

describe('on an own phone, on a page of its own', () => {
  it('the chat goes on after a reload, and in a tab that is opened again from its address', async () => {
    const visitor = await talking(await alone(), 'Bare jeg');
    await expect.poll(() => token(visitor)).toMatch(/^[\w-]{64}$/u);
    await visitor.page.reload();
    await goesOn(visitor, 'her igjen');
    await visitor.page.reload();
    await goesOn(visitor, 'og igjen');
    const address = visitor.page.url();
    await visitor.page.close();
    const again = await Visitor.alone(visitors, address);
    await goesOn(again, 'i en ny fane');
    expect(inMemory(running.read().pids.redis, ['kornmo-7731'])).toEqual([]);
    expect(await faults(again.page)).toEqual([]);
    await again.end();
    await expect.poll(() => token(again)).toBeNull();
    await worker.clear();
    const late = await Visitor.alone(visitors, address);
    await late.sees(GONE);
    expect(await late.chat.getByText('kornmo-7731').count()).toBe(0);
    expect(token(late)).toBeNull();
    expect(await faults(late.page)).toEqual([]);
  });

  it('the address opens nothing after quick exit, and the browser keeps nothing', async () => {
    const visitor = await talking(await alone(), 'Bare jeg');
    await expect.poll(() => token(visitor)).not.toBeNull();
    const address = visitor.page.url();
    await visitor.exit();
    await visitor.isGone();
    await workerIsTold();
    const back = await Visitor.alone(visitors, address);
    await back.sees(GONE);
    expect(await keptFor(back.page, address)).toEqual([]);
  });

  it('whoever waits keeps the place when danger comes while nobody is there, and stands in front of who came before', async () => {
    const others = await phone(browser);
    const earlier = await Visitor.alone(others, running.read().pages.widget);
    await earlier.ring();
    const visitor = await alone();
    await visitor.chat.getByLabel('Bare jeg').check();
    await visitor.ring();
    await expect.poll(() => token(visitor), { timeout: 45_000 }).not.toBeNull();
    await worker.offDuty();
    await visitor.page.reload();
    await visitor.chat.getByRole('button', { name: 'Det er fare nå. Jeg må få hjelp først' }).click({ timeout: 45_000 });
    await visitor.sees('Vi vet at det er fare nå, og du kommer før dem som ikke er i fare.');
    await visitor.sees('Du er neste');
    await visitor.page.reload();
    await visitor.sees('Vi vet at det er fare nå, og du kommer før dem som ikke er i fare.');
    await worker.goOnDuty();
    await worker.sees('Fare nå');
    await worker.take();
    await visitor.answered();
    await visitor.say('kornmo-7731');
    await worker.bubble('kornmo-7731');
    await visitor.end();
    await worker.clear();
    await earlier.leaveLine();
    await others.close();
  });

  it('nothing can be opened any more once the phone is called shared', async () => {
    const visitor = await talking(await alone(), 'Bare jeg');
    await expect.poll(() => token(visitor)).not.toBeNull();
    const address = visitor.page.url();
    await visitor.chat.getByRole('button', { name: 'Innstillinger' }).click();
    await visitor.chat.getByLabel('Noen kan se på den').check();
    await expect.poll(() => token(visitor)).toBeNull();
    const other = await Visitor.alone(visitors, address);
    await other.sees(GONE);
    await visitor.say('fortsatt her');
    await worker.bubble('fortsatt her');
    await visitor.end();
    await worker.clear();
  });
});

describe('a reload ends the visit', () => {
  it('on a shared phone', async () => {
    const visitor = await talking(await alone(), 'Noen kan se på den');
    expect(token(visitor)).toBeNull();
    await visitor.page.reload();
    await workerIsTold();
    await visitor.chat.getByRole('button', { name: /^(Skriv med oss|Still deg i kø)$/u }).waitFor();
    expect(await visitor.chat.getByText('kornmo-7731').count()).toBe(0);
  });

  it('in a page that is embedded, also on an own phone', async () => {
    const visitor = await talking(await Visitor.embedded(visitors, running.read().pages.host), 'Bare jeg');
    for (const frame of visitor.page.frames()) expect(frame.url()).not.toContain('r=');
    await visitor.page.reload();
    await workerIsTold();
  });
});
