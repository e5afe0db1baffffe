/** The inbox in the real console: letters that came while nobody was there, and the answers to them. */

import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../kit/browser.ts';
import { demo, type Demo } from '../kit/demo.ts';
import { invite, putService } from '../kit/havn.ts';
import { Sender } from '../kit/sender.ts';
import { aService } from '../kit/service.ts';
import { Worker } from '../kit/worker.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** One red pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const PDF = encode('%PDF-1.4 a document');

/** A service of its own: consoles of other tests have no keys for it. */
const NIGHT = aService('nattpost', 'Nattpost', 'Night mail');

let running: Demo;
let browser: Browser;
let worker: Worker;
/** Signed in, and not yet able to state a key. */
let colleague: Page;
let sender: Sender;
let voice: Uint8Array;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');
  await putService(running, NIGHT);
  [worker, colleague, sender] = await Promise.all([
    invite(running, 'Berit', NIGHT.id).then((link) => Worker.onDuty(browser, link)),
    invite(running, 'Ali', NIGHT.id).then(withoutKey),
    Sender.of(running, NIGHT.id),
  ]);
});
afterAll(() => browser.close());

async function withoutKey(link: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'nb-NO' })).newPage();
  await page.route('**/api/mailbox-keys', (route) => route.abort());
  await page.goto(link);
  return page;
}

const tab = (page: Page): Locator => page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: /^Innboks/u });
const rows = (page: Page): Locator => page.getByRole('region', { name: 'Beskjeder' }).getByRole('listitem').getByRole('button');
/** The newest one that nobody has dealt with. */
const newest = (page: Page): Locator => rows(page).filter({ hasNotText: 'Ferdig' }).last();

/** The console looks when its window comes to the front. */
const look = (page: Page): Promise<void> => page.evaluate(() => void dispatchEvent(new Event('focus')));

async function keyIsStated(page: Page): Promise<void> {
  await tab(page).click();
  await page.getByText('ikke på plass ennå').waitFor({ state: 'detached' });
}

async function openNewest(page: Page, words: string): Promise<void> {
  await look(page);
  await newest(page).click();
  await page.getByRole('region', { name: 'Beskjeden' }).getByText(words).waitFor();
}

describe('a letter', () => {
  it('is announced, opened with the keyboard, and answered with words, a picture and a voice', async () => {
    const { page } = worker;
    await expect.poll(() => sender.readers(), { timeout: 30_000 }).toBe(1);
    await sender.leave('มีใครอยู่ไหม');
    await look(page);
    await page.getByText(/beskjed(er)? å ta hånd om/u).waitFor({ state: 'attached' });
    await tab(page).press('Enter');
    await newest(page).press('Enter');
    await page.getByText('มีใครอยู่ไหม').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Nattpost');
    await page.getByLabel('Skriv et svar').fill('Ja, torsdag kl. 18.');
    const comment = [...PIXEL, ...encode('59.9139N 10.7522E')];
    await page.locator('input[type=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(comment) });
    await page.getByText(/^Bilde \(PNG\), /u).waitFor();
    await page.getByRole('button', { name: 'Spill inn lyd' }).click();
    await page.getByText('Tar opp: 1 s').waitFor();
    await page.getByRole('button', { name: 'Stopp opptaket' }).click();
    await page.getByText(/^Lydopptak, /u).waitFor();
    await page.getByRole('button', { name: 'Send svaret' }).press('Enter');
    await worker.sees('Svaret ligger i postkassen.');
    const [found] = await sender.answers();
    expect(found?.answer).toMatchObject({ number: 1, text: 'Ja, torsdag kl. 18.', name: 'Berit', role: 'worker' });
    const [picture, recorded] = found?.files ?? [];
    expect(new TextDecoder('latin1').decode(picture)).toMatch(/^.PNG(?!.*59\.9139)/su);
    expect(found?.answer.files.map(({ type }) => type)).toEqual(['image/png', 'audio/webm']);
    voice = recorded ?? new Uint8Array(0);
    expect(voice.length).toBeGreaterThan(1_000);
    await page.getByRole('button', { name: 'Ikke ferdig likevel' }).waitFor();
  });

  it('lets its voice be heard, its picture be seen and its document be kept, each only as what it was sealed as', async () => {
    const { page } = worker;
    await sender.leave('se vedlegg', [
      { content: voice, type: 'audio/webm', seconds: 1 },
      { content: PIXEL, type: 'image/png' },
      { content: encode('<script>alert(1)</script>'), type: 'image/jpeg' },
      { content: PDF, type: 'application/pdf' },
    ]);
    await openNewest(page, 'se vedlegg');
    await page.getByRole('button', { name: 'Hør opptaket' }).click();
    const played = await page.getByLabel('Opptak').evaluate(async (audio: HTMLAudioElement) => {
      await audio.play();
      return audio.src.slice(0, 5);
    });
    expect(played).toBe('blob:');
    const show = page.getByRole('button', { name: 'Vis bildet' });
    await show.first().click();
    await page.getByRole('img', { name: 'Bilde fra den som skrev' }).waitFor();
    await show.click();
    await worker.sees('Filen er skadet eller ikke det den skal være. Ingenting av den vises.');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('listitem').filter({ hasText: /^PDF/u }).getByRole('button', { name: 'Last ned' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('havn.pdf');
    expect(new Uint8Array(readFileSync(await download.path()))).toEqual(PDF);
  });

  it('is read by a colleague who came later once it was sealed for them too, without anybody asking', async () => {
    await tab(colleague).click();
    await look(colleague);
    await newest(colleague).click();
    await colleague.getByText('Ikke forseglet for denne nettleseren').waitFor();
    await colleague.unroute('**/api/mailbox-keys');
    await colleague.reload();
    await keyIsStated(colleague);
    const both = (): Promise<unknown> => Promise.all([worker.page, colleague].map(look));
    await expect
      .poll(async () => (await both(), newest(colleague).textContent()), { timeout: 30_000 })
      .not.toContain('Ikke forseglet for deg');
    await openNewest(colleague, 'se vedlegg');
  });

  it('is gone at once when its writer erases it', async () => {
    const { page } = worker;
    const before = await rows(page).count();
    await sender.erase();
    await look(page);
    await worker.sees('Beskjeden finnes ikke lenger. Den som skrev, har slettet den, eller tiden er ute.');
    await expect.poll(() => rows(page).count()).toBe(before - 2);
    expect(await page.getByText('se vedlegg').count()).toBe(0);
  });
});
