/** A service from its first word to a visitor who reads it, by a coordinator and nobody else. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../kit/axe.ts';
import { launchBrowser } from '../kit/browser.ts';
import { demo, type Demo } from '../kit/demo.ts';
import { invite } from '../kit/havn.ts';
import { Worker } from '../kit/worker.ts';

/** A Sunday, and the Monday after it. */
const SUNDAY = '2027-03-07T12:00';
const PHONE = { width: 360, height: 740 };

let running: Demo;
let browser: Browser;
let kari: Page;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  kari = (await Worker.arrive(browser, await invite(running, 'Kari', 'pro-mann', 'coordinator'))).page;
  // What is written needs a browser in the list.
  await kari.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 90_000 });
});
afterAll(() => browser.close());

const press = (name: string): Promise<void> => kari.getByRole('button', { name, exact: true }).click();

/** What somebody reads who opens the service's own page. */
async function visited(id: string): Promise<string> {
  const page = await browser.newPage({ locale: 'nb-NO', timezoneId: 'Europe/Oslo' });
  try {
    // The fragment names the root key that the page follows.
    const address = new URL(running.read().pages.widget);
    address.pathname = `/chat/${id}`;
    const answer = await page.goto(address.href);
    if (answer?.status() !== 200) return String(answer?.status());
    await page.getByText('Fyrlykta').first().waitFor();
    return await page.locator('body').innerText();
  } finally {
    await page.close();
  }
}

describe('a service without an operator', () => {
  it('is written, tried for a Sunday, published, read by a visitor, and undone', async () => {
    await kari.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Tjenester' }).click();
    await kari.getByRole('heading', { name: 'Pro Mann' }).waitFor();
    await kari.getByRole('heading', { name: 'Hvor mye det er' }).waitFor();
    await press('Ny tjeneste');
    await kari.getByLabel('Kort navn i adresser').fill('Fyr lykta');
    await press('Til listen');
    await kari.getByText('Gå uten å lagre?').waitFor();
    expect(await kari.getByLabel('Kort navn i adresser').inputValue()).toBe('Fyr lykta');
    await press('Gå uten å lagre');
    await press('Ny tjeneste');
    expect(await kari.getByLabel('Kort navn i adresser').inputValue()).toBe('');
    await kari.getByLabel('Kort navn i adresser').fill('fyrlykta');
    await kari.getByRole('group', { name: 'Navn som vises, rad 1' }).getByLabel('Navn', { exact: true }).fill('Fyrlykta');
    for (const [list, words] of [
      ['Velkomst', 'Spør om hva du vil.'],
      ['Hva som skjer med det som skrives', 'Vi skriver ingen journal.'],
    ] as const) {
      await press(`Legg til: ${list}`);
      await kari.getByRole('group', { name: `${list}, rad 1` }).getByLabel('Tekst').fill(words);
    }
    await press('Legg til: Åpent hver uke');
    const slot = kari.getByRole('group', { name: 'Åpent hver uke, rad 1' });
    await slot.getByLabel('Fra', { exact: true }).fill('10:00');
    await slot.getByLabel('Til', { exact: true }).fill('25:00');
    const manners = kari.getByRole('region', { name: 'Når dere skriver først' });
    await manners.getByLabel('Tidligst').fill('09:00');
    await press('Publiser');
    await kari.getByRole('alert').getByText(/^Åpent hver uke: .*must be a time/u).waitFor();
    await kari.getByRole('alert').getByText(/^Når dere skriver først: .*must be a time from 10:00 to 20:00/u).waitFor();
    await manners.getByLabel('Tidligst').fill('12:00');
    await manners.getByLabel('Vi skriver også på søndager').check();
    for (const line of ['Vi skriver også på søndager', '12:00–20:00']) await kari.locator('ins', { hasText: line }).waitFor();
    expect(await visited('fyrlykta')).toBe('404');
    await slot.getByLabel('Til', { exact: true }).fill('14:00');
    await kari.getByLabel('Tidspunkt', { exact: true }).fill(SUNDAY);
    await press('Vis');
    await kari.getByText('Stengt. Åpner mandag 8. mars kl. 10:00.').waitFor();
    await kari.getByText('Ikke åpent den dagen.').waitFor();
    await kari.getByText('nb: Spør om hva du vil.').first().waitFor();
    expect(await faults(kari)).toEqual([]);
    // What was said is gone when something else is typed.
    await slot.getByLabel('Til', { exact: true }).fill('15:00');
    await kari.getByText('Ikke åpent den dagen.').waitFor({ state: 'hidden' });
    await kari.getByLabel('Hvem som svarer når dere har stengt').selectOption('phone');
    await kari.getByRole('group', { name: 'Navn, rad 1' }).getByLabel('Navn', { exact: true }).fill('Krisesenteret');
    await kari.getByLabel('Telefon', { exact: true }).fill('+47 22 00 00 00');
    await press('Publiser');
    await kari.getByRole('alert').getByText(/afterHours\.hours must hold/u).waitFor();
    await press('Legg til: Åpent hver uke (på telefon)');
    await kari.locator('ins', { hasText: 'Mandag 10:00–14:00' }).waitFor();
    await press('Vis');
    await kari.getByText(/^Krisesenteret svarer fra mandag 8\. mars kl\. 10:00/u).waitFor();
    expect(await faults(kari)).toEqual([]);
    await press('Publiser');
    await kari.getByText('Publisert. Besøkende ser det om et par sekunder.').waitFor();
    // It is theirs without a new page, and nothing is ticked for them.
    await kari.getByRole('status').filter({ hasText: 'Fyrlykta er ny hos deg.' }).waitFor();
    await kari.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Vakt', exact: true }).click();
    await kari.getByLabel('Pro Mann', { exact: true }).waitFor();
    expect(await kari.getByLabel('Pro Mann', { exact: true }).isChecked()).toBe(true);
    expect(await kari.getByLabel('Fyrlykta', { exact: true }).isChecked()).toBe(false);
    await kari.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: 'Tjenester' }).click();
    await kari.getByLabel('Kort navn i adresser').waitFor();
    await expect.poll(() => visited('fyrlykta'), { timeout: 15_000 }).toMatch(/Spør om hva du vil\.[^]*Vi skriver ingen journal\./u);

    await kari.getByRole('group', { name: 'Navn som vises, rad 1' }).getByLabel('Navn', { exact: true }).fill('Fyrlykta natt');
    await kari.locator('ins', { hasText: 'nb: Fyrlykta natt' }).waitFor();
    await press('Publiser');
    await expect.poll(() => visited('fyrlykta'), { timeout: 15_000 }).toContain('Fyrlykta natt');
    await press('Angre siste publisering');
    await kari.getByRole('dialog').getByRole('button', { name: 'Angre siste publisering' }).click();
    await kari.getByText('Det som gjaldt før er publisert igjen.').waitFor();
    await expect.poll(() => visited('fyrlykta'), { timeout: 15_000 }).not.toContain('Fyrlykta natt');
    await kari.setViewportSize(PHONE);
    expect(await faults(kari)).toEqual([]);
    expect(await kari.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });
});
