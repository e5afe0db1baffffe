/** A service that keeps transcripts: written, opened by whoever may, and deleted by the visitor. */

import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../kit/browser.ts';
import { demo, type Demo } from '../kit/demo.ts';
import { invite, putService } from '../kit/havn.ts';
import { inFiles, inMemory } from '../kit/residue.ts';
import { aService, EVERY_HOUR } from '../kit/service.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

/** A service of its own, open at every hour. */
const KEEPING = aService('arkivert', 'Arkivert', 'Kept', { hours: EVERY_HOUR, retentionDays: 14 });
const said = `kanari ${randomUUID()}`;

let running: Demo;
let browser: Browser;
let phones: BrowserContext;
let solveig: Worker;
let address: string;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  address = running.read().pages.widget.replace('/pro-mann', `/${KEEPING.id}`);
  await putService(running, KEEPING);
  [phones, solveig] = await Promise.all([
    phone(browser),
    invite(running, 'Solveig', KEEPING.id, 'coordinator').then((link) => Worker.onDuty(browser, link)),
  ]);
  await keyIsStated();
});
afterAll(() => browser.close());

const page = (name: string | RegExp): ReturnType<Worker['page']['getByRole']> =>
  solveig.page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name });

async function keyIsStated(): Promise<void> {
  await page(/^Innboks/u).click();
  await solveig.page.getByText('ikke på plass ennå').waitFor({ state: 'detached', timeout: 30_000 });
  await page(/^Vakt$/u).click();
}

async function chat(words: string): Promise<Visitor> {
  const visitor = await Visitor.alone(phones, address);
  await visitor.sees('14 dager');
  await visitor.ring();
  await solveig.take();
  await visitor.answered();
  await solveig.sees('En utskrift oppbevares i 14 dager.');
  await visitor.say(words);
  await solveig.bubble(words);
  return visitor;
}

/** How many transcripts the list has. */
async function listed(): Promise<number> {
  await page(/^Vakt$/u).click();
  const answer = solveig.page.waitForResponse((response) => response.url().endsWith('/api/archives') && response.ok());
  await page('Utskrifter').click();
  const { archives } = (await (await answer).json()) as { archives: unknown[] };
  return archives.length;
}

describe('a transcript', () => {
  it('is written while nobody but the two can read it, and opened only after one was asked', async () => {
    const visitor = await chat(said);
    await solveig.say('svar');
    await visitor.bubble('svar');
    await visitor.end();
    await solveig.clear();
    await expect.poll(listed, { timeout: 30_000 }).toBe(1);
    await solveig.page.getByRole('listitem').getByRole('button').click();
    await solveig.sees('skrives i journalen');
    await solveig.page.getByRole('button', { name: 'Åpne', exact: true }).press('Enter');
    const transcript = solveig.page.getByRole('region', { name: 'Det som ble sagt' });
    await transcript.getByText(said).waitFor();
    await transcript.getByText('svar').waitFor();
    expect(await solveig.page.getByText('Slutten på samtalen mangler').count()).toBe(0);
    await solveig.page.getByRole('button', { name: 'Lukk og glem den her' }).click();
    await expect.poll(() => solveig.page.getByText(said).count()).toBe(0);
    const { redis, postgres } = running.read().pids;
    expect([inMemory(redis, [said]), inMemory(postgres, [said]), inFiles(running.folder, [said])]).toEqual([[], [], []]);
  });

  it('is gone with everything else when its visitor deletes it after the end', async () => {
    const before = await listed();
    await page(/^Vakt$/u).click();
    const visitor = await chat('slett dette etterpå');
    await visitor.end();
    await solveig.clear();
    await expect.poll(listed, { timeout: 30_000 }).toBe(before + 1);
    await visitor.chat.getByRole('button', { name: 'Slett alt nå' }).click();
    await visitor.chat.getByRole('button', { name: 'Ja, slett' }).click();
    await visitor.sees('Alt er slettet');
    await expect.poll(listed).toBe(before);
  });

  it('is not even begun when the visitor deletes everything in mid-chat, and the words leave the console', async () => {
    const before = await listed();
    await page(/^Vakt$/u).click();
    const visitor = await chat('slett dette nå');
    await visitor.chat.getByRole('button', { name: 'Innstillinger' }).click();
    await visitor.chat.getByRole('button', { name: 'Slett alt nå' }).click();
    await visitor.chat.getByRole('button', { name: 'Ja, slett' }).click();
    await visitor.sees('Alt er slettet');
    await solveig.sees('Den besøkende slettet alt fra samtalen.');
    expect(await solveig.times('slett dette nå')).toBe(0);
    await solveig.clear();
    expect(await listed()).toBe(before);
  });
});

describe('another number that is published while the console stays open', () => {
  it('is what the next visitor reads, is taken with, and the console says', async () => {
    await page(/^Vakt$/u).click();
    await putService(running, { ...KEEPING, retentionDays: 7 });
    const visitor = await Visitor.alone(phones, address);
    await visitor.sees('7 dager');
    await visitor.ring();
    await solveig.take();
    await visitor.answered();
    await solveig.sees('En utskrift oppbevares i 7 dager.');
    await visitor.say('sju dager');
    await solveig.bubble('sju dager');
    await visitor.end();
    await solveig.clear();
  });
});
