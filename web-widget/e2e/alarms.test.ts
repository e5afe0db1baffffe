/** Nobody comes, and no console is open: the coordinator’s phone says so. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { demoOf, startDemoAt, type RunningDemo } from './kit/demo.ts';
import { Phones } from './kit/outreach.ts';
import { Worker } from './kit/worker.ts';

const NUMBER = '+4798654322';

let run: RunningDemo;
let browser: Browser;
let phones: Phones;

beforeAll(async () => {
  run = await startDemoAt('alarms', '2026-11-24T22:50');
  browser = await launchBrowser();
  phones = new Phones(demoOf(run.file).read().pages.phone, 'pro-mann');
});
afterAll(async () => {
  await browser.close();
  await run.stop();
});

const alarms = async (): Promise<readonly string[]> =>
  (await phones.shown()).filter(({ to, text }) => to === NUMBER && !text.startsWith('Koden')).map(({ text }) => text);

describe('a service that should be open, and nobody is there', () => {
  it('says to its coordinator that nobody is told, until their number counts', async () => {
    const { page, context } = await Worker.arrive(browser, demoOf(run.file).read().pages.coordinator);
    await page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: /^Vakter/u }).click({ timeout: 90_000 });
    const panel = page.getByRole('region', { name: 'Påminnelser på telefonen' });
    await panel.getByText(/^Ingen får varsel på telefonen for .*Pro Mann/u).waitFor({ timeout: 30_000 });
    await panel.getByLabel('Mobilnummeret ditt').fill('986 54 322');
    await panel.getByRole('button', { name: 'Send en kode' }).click();
    await panel.getByLabel('Koden fra meldingen').waitFor();
    const code = async (): Promise<string | undefined> => /er (\d{6})\./u.exec((await phones.textTo(NUMBER, /^Koden/u))?.text ?? '')?.[1];
    await expect.poll(code, { timeout: 20_000 }).toMatch(/^\d{6}$/u);
    await panel.getByLabel('Koden fra meldingen').fill((await code()) ?? '');
    await panel.getByRole('button', { name: 'Bekreft nummeret' }).click();
    await panel.getByLabel(/ingen er på plass fem minutter etter åpning/u).waitFor();
    expect(await panel.getByLabel(/ingen er på plass fem minutter etter åpning/u).isChecked()).toBe(true);
    expect(await panel.getByText(/^Ingen får varsel/u).count()).toBe(0);
    await context.close();
  });

  it('tells the phone, once for all services, at night and with no console open', async () => {
    await expect.poll(alarms, { timeout: 60_000 }).toEqual(['Ingen er på plass ennå.']);
    // Two more looks: every 30 seconds.
    const until = performance.now() + 65_000;
    await expect.poll(() => performance.now() > until, { timeout: 80_000, interval: 1_000 }).toBe(true);
    expect(await alarms()).toEqual(['Ingen er på plass ennå.']);
  }, 180_000);
});
