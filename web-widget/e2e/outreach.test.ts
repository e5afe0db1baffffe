/** From a list of adverts to somebody's answer, and their stop, on the demonstration's phones and clock. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { demoOf, startDemoAt, type RunningDemo } from './kit/demo.ts';
import { Outreach, Phones, type Text } from './kit/outreach.ts';
import { Worker } from './kit/worker.ts';

const SERVICE = 'pro-mann';
/** Norwegian mobile phones; two rows share one. */
const ROWS = ['90100001;Anna;nb', '90100001 / 90100002;Ana M;nb', '90100003;Bea;nb', '90100004;Carla;nb', '90100005;Dina;nb', '112;Ingen;nb', '90100006;Eva;nb'];
const FILE = { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(['nummer;navn;språk', ...ROWS].join('\n')) };

let run: RunningDemo;
let browser: Browser;
let page: Page;
let phones: Phones;
let outreach: Outreach;
/** Whom the first text went to. */
let first: Text;

beforeAll(async () => {
  // A Tuesday at noon: what a service begins may go out.
  run = await startDemoAt('outreach', '2026-11-24T12:00');
  browser = await launchBrowser();
  const { pages } = demoOf(run.file).read();
  phones = new Phones(pages.phone, SERVICE);
  page = (await Worker.arrive(browser, pages.worker)).page;
  await page.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 90_000 });
  outreach = new Outreach(page);
});
afterAll(async () => {
  await browser.close();
  await run.stop();
});

const sendHasTheKeyboard = (): Promise<void> => page.getByRole('button', { name: 'Send', exact: true }).and(page.locator(':focus')).waitFor();

describe('outreach', () => {
  it('shows what an import would do before it keeps five cards, each with a day of its end', async () => {
    await outreach.open(SERVICE);
    await outreach.part('Import');
    await outreach.reads(FILE);
    await outreach.sees('5 kontakter fra 6 annonser, med 6 ulike nummer.');
    await outreach.sees(/^Rad 7, nummer: er for kort, eller et nødnummer/u);
    await outreach.keeps(5);
    await outreach.sees('5 kort er lagret.');
  });

  it('takes two presses from the list to a text on a phone, with no number on the screen', async () => {
    await outreach.part('Arbeidsliste');
    await outreach.sees(/^5 kort$/u);
    const began = performance.now();
    await outreach.press('Neste');
    await sendHasTheKeyboard();
    await page.keyboard.press('Enter');
    await outreach.sees(/^Sendt\.$/u);
    const took = performance.now() - began;
    expect(took, `${Math.round(took)} ms`).toBeLessThan(5_000);
    await expect.poll(async () => (await phones.shown()).length, { timeout: 30_000 }).toBeGreaterThan(0);
    first = (await phones.shown())[0]!;
    expect(first.to).toMatch(/^\+47901000\d\d$/u);
    expect(first.text).toMatch(/STOPP/u);
    expect(await page.locator('main').innerText()).not.toContain(first.to.slice(3));
  });

  it('sends nothing that nobody read: neither by a key held down, nor after another language was chosen', async () => {
    const before = (await phones.shown()).length;
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
    await outreach.press('Gi det tilbake');
    expect(await phones.shown()).toHaveLength(before);
  });

  it('takes the keyboard from nobody who writes elsewhere while the text is drafted', async () => {
    let goOn = (): void => undefined;
    const late = new Promise<void>((go) => (goOn = go));
    const drafts = '**/cards/*/draft';
    await page.route(drafts, async (route) => {
      await late;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Neste' }).focus();
    await page.keyboard.press('Enter');
    const note = page.getByLabel('Nytt notat');
    await note.focus();
    await page.keyboard.type('Ring');
    goOn();
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor();
    // As somebody types.
    await page.keyboard.type(' ikke', { delay: 40 });
    expect(await note.inputValue()).toBe('Ring ikke');
    await page.unroute(drafts);
    await outreach.press('Gi det tilbake');
  });

  it('shows what the phone answers, and sends the answer to it', async () => {
    await phones.sends(first.to, 'hvem er dere');
    await expect.poll(() => phones.textTo(first.to, /Den er ikke anonym/u), { timeout: 30_000 }).toBeDefined();
    await outreach.part('Samtaler');
    await outreach.press(/Venter på svar/u);
    await outreach.sees('Meldinger her er ikke anonyme. Selskapet som formidler dem, kan se hvem som skriver, og hva. Foreslå chatten.');
    await outreach.sees('hvem er dere');
    await page.getByLabel('Svar', { exact: true }).fill('Vi er sosionomer.');
    await outreach.press('Sett inn lenke til chatten');
    await outreach.press('Send svar');
    await outreach.sees('Svaret er på vei.');
    await expect.poll(() => phones.textTo(first.to, /^Vi er sosionomer\. https?:/u), { timeout: 30_000 }).toBeDefined();
  });

  it('stops when the phone says so, on the card as in the conversation', async () => {
    await phones.sends(first.to, 'Stopp!');
    await page.getByRole('region', { name: 'Samtaler' }).getByText('Skal ikke kontaktes').waitFor({ timeout: 45_000 });
    await outreach.part('Arbeidsliste');
    const row = page.getByRole('region', { name: 'Arbeidsliste' }).getByRole('listitem').filter({ hasText: 'Skal ikke kontaktes' });
    await row.first().waitFor({ timeout: 45_000 });
    expect(await row.count()).toBe(1);
  });

  it('keeps a no to WhatsApp against a yes of a day before it', async () => {
    const number = ['90100003', '90100004'].find((each) => !first.to.endsWith(each))!;
    const find = page.locator('details').filter({ hasText: 'Finn kort med nummer' });
    await find.getByText('Finn kort med nummer').click();
    await find.getByLabel('Nummer').fill(number);
    await outreach.press('Slå opp');
    await outreach.sees('1 kort har nummeret.');
    await find.getByRole('button', { name: /^Åpne/u }).click();
    await outreach.press('Ta kortet');
    await page.getByRole('button', { name: 'Gi det tilbake' }).waitFor();
    const refused = page.getByRole('button', { name: 'Personen vil ikke' });
    if (!(await refused.isVisible())) await page.getByText('Ingen har sagt ja til WhatsApp').click();
    await refused.click();
    await outreach.sees('Notert. Et ja fra før i dag gjelder ikke lenger.');
    await page.getByLabel('Dag', { exact: true }).fill('2026-11-20');
    await outreach.press('Noter ja til WhatsApp');
    await outreach.sees(/^Et ja fra den dagen gjelder ikke lenger/u);
    await outreach.sees('Ingen har sagt ja til WhatsApp');
    await outreach.press('Gi det tilbake');
  });
});
