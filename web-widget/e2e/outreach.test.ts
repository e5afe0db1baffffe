/** From a list of adverts to somebody's answer, and their stop, on the demonstration's phones and clock. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { demoOf, startDemoAt, type RunningDemo } from './kit/demo.ts';
import { Worker } from './kit/worker.ts';

const SERVICE = 'pro-mann';
/** Norwegian mobile phones; two rows share one. */
const ROWS = ['90100001;Anna;nb', '90100001 / 90100002;Ana M;nb', '90100003;Bea;nb', '90100004;Carla;nb', '90100005;Dina;nb', '112;Ingen;nb', '90100006;Eva;nb'];
const FILE = { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(['nummer;navn;språk', ...ROWS].join('\n')) };

interface Text {
  readonly to: string;
  readonly text: string;
}

let run: RunningDemo;
let browser: Browser;
let page: Page;
let phones: string;
/** Whom the first text went to. */
let first: Text;

beforeAll(async () => {
  // A Tuesday at noon: what a service begins may go out.
  run = await startDemoAt('2026-11-24T12:00');
  browser = await launchBrowser();
  const { pages } = demoOf(run.file).read();
  phones = pages.phone;
  page = (await Worker.arrive(browser, pages.worker)).page;
  await page.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 90_000 });
});
afterAll(async () => {
  await browser.close();
  await run.stop();
});

const part = (name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Deler av siden' })
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .click();
const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const sees = (words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor({ timeout: 45_000 });

const sendHasTheKeyboard = (): Promise<void> => page.getByRole('button', { name: 'Send', exact: true }).and(page.locator(':focus')).waitFor();

async function shown(): Promise<readonly Text[]> {
  return ((await (await fetch(`${phones}/shown`)).json()) as { readonly texts: readonly Text[] }).texts;
}

/** The newest text to a number. */
const textTo = async (number: string, words: RegExp): Promise<Text | undefined> => (await shown()).find(({ to, text }) => to === number && words.test(text));

async function sends(from: string, text: string): Promise<void> {
  const answer = await fetch(`${phones}/send`, { method: 'POST', body: new URLSearchParams({ from, service: SERVICE, text }), redirect: 'manual' });
  expect(answer.status).toBe(303);
}

describe('outreach', () => {
  it('shows what an import would do before it keeps five cards, each with a day of its end', async () => {
    await press(/^Oppsøkende/u);
    const service = page.getByLabel('Tjeneste');
    await page.getByRole('navigation', { name: 'Deler av siden' }).waitFor();
    if ((await service.count()) > 0) await service.selectOption(SERVICE);
    await part('Import');
    await page.getByLabel('Fil (CSV)').setInputFiles(FILE);
    await sees('5 kontakter fra 6 annonser, med 6 ulike nummer.');
    await sees(/^Rad 7, nummer: er for kort, eller en nødtelefon/u);
    await page.getByLabel('Hvor kommer listen fra?').selectOption('advert');
    await page.getByLabel('Slettes').fill('2027-06-01');
    await press('Lagre 5 kort');
    await sees('5 kort er lagret.');
  });

  it('takes two presses from the list to a text on a phone, with no number on the screen', async () => {
    await part('Arbeidsliste');
    await sees(/^5 kort$/u);
    const began = performance.now();
    await press('Neste');
    await sendHasTheKeyboard();
    await page.keyboard.press('Enter');
    await sees(/^Sendt\.$/u);
    const took = performance.now() - began;
    expect(took, `${Math.round(took)} ms`).toBeLessThan(5_000);
    await expect.poll(async () => (await shown()).length, { timeout: 30_000 }).toBeGreaterThan(0);
    first = (await shown())[0]!;
    expect(first.to).toMatch(/^\+47901000\d\d$/u);
    expect(first.text).toMatch(/STOPP/u);
    expect(await page.locator('main').innerText()).not.toContain(first.to.slice(3));
  });

  it('sends nothing that nobody read: neither by a key held down, nor after another language was chosen', async () => {
    const before = (await shown()).length;
    await page.getByRole('button', { name: 'Neste' }).focus();
    await page.keyboard.down('Enter');
    await sendHasTheKeyboard();
    // A second "down" without "up" between is a key that is held.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    const language = page.getByLabel('Språk').last();
    await language.focus();
    await language.selectOption('en');
    await expect.poll(() => page.getByLabel('Tekst', { exact: true }).inputValue()).toMatch(/Hello|Hi/u);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isVisible()).toBe(true);
    await press('Gi det tilbake');
    expect(await shown()).toHaveLength(before);
  });

  it('shows what the phone answers, and sends the answer to it', async () => {
    await sends(first.to, 'hvem er dere');
    await expect.poll(() => textTo(first.to, /SMS er ikke anonymt/u), { timeout: 30_000 }).toBeDefined();
    await part('Samtaler');
    await press(/Venter på svar/u);
    await sees('SMS er ikke anonymt. Operatøren kan se hvem som skriver, og hva. Foreslå chatten.');
    await sees('hvem er dere');
    await page.getByLabel('Svar', { exact: true }).fill('Vi er sosionomer.');
    await press('Sett inn lenke til chatten');
    await press('Send svar');
    await sees('Svaret er på vei.');
    await expect.poll(() => textTo(first.to, /^Vi er sosionomer\. https?:/u), { timeout: 30_000 }).toBeDefined();
  });

  it('stops when the phone says so, on the card as in the conversation', async () => {
    await sends(first.to, 'Stopp!');
    await page.getByRole('region', { name: 'Samtaler' }).getByText('Har sagt stopp').waitFor({ timeout: 45_000 });
    await part('Arbeidsliste');
    const row = page.getByRole('region', { name: 'Arbeidsliste' }).getByRole('listitem').filter({ hasText: 'Har sagt stopp' });
    await row.first().waitFor({ timeout: 45_000 });
    expect(await row.count()).toBe(1);
  });
});
