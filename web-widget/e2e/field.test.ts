/** An evening outdoors on a phone without a network: counted, kept, sent once. */

import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COLOURS_ONLY, faults } from './kit/axe.ts';
import { launchBrowser } from './kit/browser.ts';
import { demo, type Demo } from './kit/demo.ts';
import { invite } from './kit/havn.ts';

const SMALL = { viewport: { width: 360, height: 740 }, locale: 'nb-NO', timezoneId: 'Europe/Oslo' } as const;

let running: Demo;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What was sent, in order. */
let sent: { readonly path: string; readonly body: Record<string, unknown> }[];

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  sent = [];
  context = await browser.newContext(SMALL);
  context.on('request', (request: Request) => {
    if (request.method() === 'PUT') sent.push({ path: new URL(request.url()).pathname, body: request.postDataJSON() as Record<string, unknown> });
  });
  return () => context.close();
});

/** Signs in to the console and goes from there to the page of rounds. */
async function goesOut(role = 'worker'): Promise<void> {
  const console = await context.newPage();
  await console.goto(await invite(running, `Ute ${Math.trunc(performance.now())}`, 'nadheim', role));
  const [opened] = await Promise.all([context.waitForEvent('page'), console.getByRole('link', { name: /^Ute/u }).click()]);
  page = opened;
  await page.getByText('Siden virker uten nett.').waitFor();
  await console.close();
}

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const count = (name: string): Promise<string> => page.getByRole('region', { name }).getByRole('status').innerText();
const sees = (words: string): Promise<void> => page.getByText(words).first().waitFor();

/** Presses until the screen shows it, which is when it is kept. */
async function meets(people: number, first: number): Promise<void> {
  await page.getByRole('button', { name: 'Ferdig' }).waitFor();
  const before = Number(await count('Møtt'));
  for (let n = 0; n < people - first; n++) await press('Møtt: én til');
  for (let n = 0; n < first; n++) await press('Første gang: én til');
  await expect.poll(() => count('Møtt')).toBe(String(before + people));
}

async function finishes(): Promise<void> {
  await press('Ferdig');
  await press('Send');
}

describe('a round', () => {
  it('is counted without a network, survives a lost tab, and is sent once', async () => {
    await goesOut();
    await press('På gata');
    await meets(4, 1);
    await context.setOffline(true);
    await page.reload();
    await meets(3, 0);
    expect(await count('Møtt')).toBe('7');
    await page.close();
    page = await context.newPage();
    await page.goto(new URL('/field/', running.read().pages.coordinator).href);
    await expect.poll(() => count('Møtt')).toBe('7');
    await press('Møtt: én mindre');
    await press('Angre');
    await finishes();
    await sees('Ligger på denne telefonen. Sendes når det er nett.');
    await sees('7 møtt, 1 for første gang');
    expect(await faults(page)).toEqual([]);

    await context.setOffline(false);
    await page.getByText('Sendt', { exact: true }).waitFor();
    const told = sent.filter(({ path }) => path.startsWith('/api/field/'));
    const last = told.at(-1);
    expect(last?.body).toMatchObject({ service: 'nadheim', place: 'street', people: 7, first: 1, places: 0, estimated: false, revision: 1 });
    expect(new Set(told.map(({ path }) => path)).size).toBe(1);

    // The same telling once more, and an older one with other numbers: the server keeps what it has.
    const again = await page.evaluate(
      async ([path, body]) => {
        const answer = await fetch(String(path), { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
        return (await answer.json()) as unknown;
      },
      [last?.path, { ...last?.body, people: 99 }] as const,
    );
    expect(again).toEqual(last?.body);
    await page.reload();
    await page.getByText('Sendt', { exact: true }).waitFor();
    await sees('Du er logget inn.');
    // Opened anew, it asks once whether the round still stands, by telling the same.
    await expect.poll(() => sent.length).toBe(told.length + 2);
    expect(sent.at(-1)).toEqual(last);
  });

  it('is put right after it was sent, and waits for a sign-in that is over', async () => {
    await goesOut();
    await press('Inne');
    await meets(6, 2);
    await press('Steder: én til');
    await press('Ferdig');
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Første gang').fill('9');
    await sees('Tallene må være fra 0 til 999');
    expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await page.getByLabel('Første gang').fill('3');
    await page.getByRole('switch', { name: 'Anslag' }).check();
    await press('Send');
    await page.getByText('Sendt', { exact: true }).waitFor();
    expect(sent.at(-1)?.body).toMatchObject({ place: 'indoor', people: 6, first: 3, places: 1, estimated: true, revision: 1 });

    await context.clearCookies();
    await page.getByRole('button', { name: /^Rett/u }).click();
    await page.getByLabel('Møtt').fill('8');
    await press('Send');
    await sees('Kan ikke sendes: logg inn');
    expect(await faults(page)).toEqual([]);
    const other = await context.newPage();
    await other.goto(await invite(running, 'Ute igjen', 'nadheim'));
    await other.getByRole('link', { name: /^Ute/u }).waitFor();
    await page.bringToFront();
    await page.evaluate(() => void dispatchEvent(new Event('online')));
    await page.getByText('Sendt', { exact: true }).waitFor();
    expect(sent.at(-1)?.body).toMatchObject({ people: 8, revision: 2 });
  });

  it('that is wrong is taken back on the phone, or by a coordinator who was told its code', async () => {
    await goesOut();
    await press('På gata');
    await meets(2, 0);
    await finishes();
    await page.getByText('Sendt', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Trekk tilbake/u }).click();
    await press('Ja, trekk tilbake');
    await page.getByText('Sendt', { exact: true }).waitFor({ state: 'detached' });

    await press('På gata');
    await meets(3, 0);
    await finishes();
    await page.getByText('Sendt', { exact: true }).waitFor();
    expect(await faults(page)).toEqual([]);
    const code = (await page.getByText(/^Kode: /u).innerText()).slice('Kode: '.length);
    const coordinator = await (await browser.newContext({ locale: 'nb-NO' })).newPage();
    await coordinator.goto(await invite(running, 'Leder ute', 'nadheim', 'coordinator'));
    await coordinator.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 60_000 });
    await coordinator.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Tjenester' }).click();
    await coordinator.getByText('Stryk en gal runde').click();
    const field = coordinator.getByLabel('Kode, 12 tegn');
    await field.fill('0000 0000 0000');
    await coordinator.getByRole('button', { name: 'Stryk runden' }).click();
    await coordinator.getByText('Tjenesten har ingen runde med den koden').waitFor();
    await field.fill(code);
    await coordinator.getByRole('button', { name: 'Stryk runden' }).click();
    await coordinator.getByText('Runden er strøket.').waitFor();
    await coordinator.context().close();
    await page.getByRole('button', { name: /^Rett/u }).click();
    await page.getByLabel('Møtt').fill('8');
    await press('Send');
    await sees('Runden er strøket, og telles ikke.');
  });

  it('can be counted with a thumb, in the dark and with large letters', async () => {
    await goesOut('mediator');
    await press('Inne');
    await page.getByRole('button', { name: 'Ferdig' }).waitFor();
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(56);
    }
    const lowest = await page.getByRole('button', { name: 'Steder: én til' }).boundingBox();
    expect((lowest?.y ?? 0) + (lowest?.height ?? 0)).toBeLessThan(SMALL.viewport.height);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, COLOURS_ONLY)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await press('Ferdig');
    await sees('Stemmer dette?');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('leaves its worker nothing but its own files, and none of the console', async () => {
    await goesOut();
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
      const scopes = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname);
      return { names: names.length, files: files.flat(), scopes };
    });
    expect(kept.names).toBe(1);
    expect(kept.scopes).toEqual(['/field/']);
    expect(kept.files.map((file) => file.replace(/-[\w-]+\./u, '.')).sort()).toEqual(['/assets/field.css', '/assets/field.js', '/field/']);
    await page.goto(new URL('/', page.url()).href);
    await page.getByRole('link', { name: /^Ute/u }).waitFor();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await context.setOffline(true);
    await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/u);
  });
});
