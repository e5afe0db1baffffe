/** Somebody texts at 23:40, and is answered by the worker on duty. */

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { demoOf, startDemoAt, type RunningDemo } from './kit/demo.ts';
import { Worker } from './kit/worker.ts';

const SERVICE = 'pro-mann';
const NUMBER = '+4790200001';
const STOPPED = '+4790200002';

let run: RunningDemo;
let browser: Browser;
let worker: Worker;
let colleague: Worker;
let phones: string;

beforeAll(async () => {
  run = await startDemoAt('texts', '2026-11-24T23:40');
  browser = await launchBrowser();
  const { pages } = demoOf(run.file).read();
  phones = pages.phone;
  worker = await Worker.onDuty(browser, pages.worker);
  colleague = await Worker.onDuty(browser, pages.coordinator);
});
afterAll(async () => {
  await browser.close();
  await run.stop();
});

/** Devices to which a text can be sealed. */
async function readers(): Promise<number> {
  const { widget } = demoOf(run.file).read().pages;
  const answer = await fetch(`${new URL(widget).origin}/api/v1/services/${SERVICE}/mailbox-keys`);
  return ((await answer.json()) as { readonly keys: readonly unknown[] }).keys.length;
}

async function wantsSound({ page }: Worker): Promise<void> {
  await page.getByRole('button', { name: 'Innstillinger' }).click();
  await page.getByRole('switch', { name: 'Lyd til noen har svart' }).check();
  await page.keyboard.press('Escape');
}

/** Counts the tones that the page plays from now on. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const Tone = OscillatorNode;
    document.documentElement.dataset['tones'] = '0';
    globalThis.OscillatorNode = class extends Tone {
      constructor(...parts: ConstructorParameters<typeof Tone>) {
        super(...parts);
        const { dataset } = document.documentElement;
        dataset['tones'] = String(Number(dataset['tones']) + 1);
      }
    };
  });

async function texts(from: string, text: string): Promise<void> {
  const body = new URLSearchParams({ from, service: SERVICE, text });
  expect((await fetch(`${phones}/send`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
}

const tones = async (page: Page): Promise<number> => Number(await page.locator('html').getAttribute('data-tones'));
const rows = ({ page }: Worker): Locator => page.getByRole('region', { name: 'Venter' }).getByRole('button', { name: /^Åpne tekstmeldingen: Pro Mann/u });

async function shown(words: RegExp, number = NUMBER): Promise<boolean> {
  const { texts } = (await (await fetch(`${phones}/shown`)).json()) as { readonly texts: readonly { readonly to: string; readonly text: string }[] };
  return texts.some(({ to, text }) => to === number && words.test(text));
}

describe('a text at night', () => {
  it('rings for whoever is on duty and wants sound, and stands in the line, marked as not anonymous', async () => {
    await expect.poll(readers, { timeout: 30_000 }).toBe(2);
    await wantsSound(worker);
    await listen(worker.page);
    await texts(NUMBER, 'er noen der');
    const began = performance.now();
    await rows(worker).waitFor({ timeout: 30_000 });
    const took = performance.now() - began;
    expect(took, `${Math.round(took)} ms`).toBeLessThan(15_000);
    await worker.sees('Tekstmelding, ikke anonym');
    await expect.poll(() => tones(worker.page), { timeout: 10_000 }).toBeGreaterThan(0);
    await rows(colleague).waitFor({ timeout: 15_000 });
    await expect.poll(() => colleague.page.title(), { timeout: 10_000 }).toBe('(1) Vakt – Havn');
    await expect.poll(() => shown(/Den er ikke anonym/u), { timeout: 30_000 }).toBe(true);
  });

  it('is the worker’s who opens it, and goes from the colleague’s line', async () => {
    await rows(worker).click();
    await worker.page.getByRole('log').getByText('er noen der').waitFor({ timeout: 30_000 });
    await expect.poll(() => rows(colleague).count(), { timeout: 15_000 }).toBe(0);
  });

  it('is answered at once, at 23:40, and rings no more', async () => {
    await worker.page.getByLabel('Svar', { exact: true }).fill('Ja, jeg er her.');
    await worker.page.getByRole('button', { name: 'Send svar' }).click();
    await expect.poll(() => shown(/^Ja, jeg er her\.$/u), { timeout: 30_000 }).toBe(true);
    await worker.page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Vakt', exact: true }).click();
    await worker.sees('Ingen venter nå.');
    expect(await rows(worker).count()).toBe(0);
    expect(await worker.page.title()).toBe('Vakt – Havn');
  });

  it('rings for the worker who has it when they write once more, and for nobody else', async () => {
    const before = await tones(worker.page);
    await texts(NUMBER, 'en ting til');
    await worker.sees('Du har den. De har skrevet igjen.');
    await expect.poll(() => tones(worker.page), { timeout: 10_000 }).toBeGreaterThan(before);
    expect(await rows(colleague).count()).toBe(0);
  });

  it('that comes while an answer is on its way to the server waits on', async () => {
    await rows(worker).click();
    const log = worker.page.getByRole('log');
    await log.getByText('en ting til').waitFor({ timeout: 30_000 });
    await worker.page.getByLabel('Svar', { exact: true }).fill('Ja?');
    await worker.page.route('**/releases', async (route) => {
      await texts(NUMBER, 'jeg er redd');
      await log.getByText('jeg er redd').waitFor({ timeout: 30_000 });
      await route.continue();
    });
    await worker.page.getByRole('button', { name: 'Send svar' }).click();
    await expect.poll(() => shown(/^Ja\?$/u), { timeout: 30_000 }).toBe(true);
    await worker.page.unroute('**/releases');
    await worker.page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Vakt', exact: true }).click();
    await rows(worker).waitFor({ timeout: 15_000 });
    expect(await rows(colleague).count()).toBe(0);
  });

  it('is a colleague’s to take when the worker goes off duty', async () => {
    await worker.offDuty();
    await rows(colleague).waitFor({ timeout: 20_000 });
    await rows(colleague).click();
    await colleague.page.getByRole('log').getByText('jeg er redd').waitFor({ timeout: 30_000 });
    await colleague.page.getByRole('button', { name: 'Ferdig' }).click();
    await colleague.page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Vakt', exact: true }).click();
    await colleague.sees('Ingen venter nå.');
  });

  it('of somebody who said stop and writes again rings too, and is answered', async () => {
    await texts(STOPPED, 'STOPP');
    await expect.poll(() => shown(/./u, STOPPED), { timeout: 30_000 }).toBe(true);
    await texts(STOPPED, 'jeg trenger hjelp likevel');
    await rows(colleague).waitFor({ timeout: 30_000 });
    await rows(colleague).click();
    await colleague.page.getByRole('log').getByText('jeg trenger hjelp likevel').waitFor({ timeout: 30_000 });
    await colleague.sees('Sa stopp, men skrev igjen. Kan få svar i 24 timer.');
    await colleague.page.getByLabel('Svar', { exact: true }).fill('Vi er her.');
    await colleague.page.getByRole('button', { name: 'Send svar' }).click();
    await expect.poll(() => shown(/^Vi er her\.$/u, STOPPED), { timeout: 30_000 }).toBe(true);
  });
});
