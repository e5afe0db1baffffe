/** Somebody got a text and asks on the page of codes whether it was ours. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COLOURS_ONLY, faults } from './kit/axe.ts';
import { launchBrowser } from './kit/browser.ts';
import { demo, type Demo } from './kit/demo.ts';
import { keptFor, phone } from './kit/visitor.ts';

let running: Demo;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const context = await phone(browser);
  page = await context.newPage();
  address = new URL('/proof/pro-mann', running.read().pages.widget).href;
  await page.goto(address);
  return () => context.close();
});

async function asks(code: string): Promise<void> {
  await page.getByLabel('Kode').fill(code);
  await page.keyboard.press('Enter');
}

describe('the page of codes', () => {
  it('tells that it does not know a code, and leaves nothing', async () => {
    await asks('ABCD-EFGH');
    await page.getByRole('status').getByText('Vi kjenner ikke koden.').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, COLOURS_ONLY)).toEqual([]);
    expect(await page.title()).toBe('Kode');
    expect(await keptFor(page, address)).toEqual([]);
  });

  it('tells who wrote and when, in the language that was chosen', async () => {
    await page.route('**/proof', (route) => route.fulfill({ json: { name: 'Samtalen', day: '2026-11-18' } }), { times: 1 });
    await asks('abcd efgh');
    await page.getByText('Ja. Meldingen er fra Samtalen, onsdag 18. november 2026.').waitFor();
    await page.getByLabel('Språk').selectOption('ar');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    expect(await page.getByRole('status').innerText()).toContain('Samtalen');
    expect(await faults(page)).toEqual([]);
  });

  it('leaves no yes beside another code, not even while nobody answers', async () => {
    await page.route('**/proof', (route) => route.fulfill({ json: { name: 'Samtalen', day: '2026-11-18' } }), { times: 1 });
    await asks('abcd efgh');
    const said = page.getByRole('status');
    await said.getByText(/^Ja\./u).waitFor();
    await page.getByLabel('Kode').press('End');
    await page.keyboard.type('X');
    expect(await said.innerText()).toBe('');
    let asked = false;
    await page.route('**/proof', () => {
      asked = true;
    });
    await asks('ABCD-EFGH');
    await expect.poll(() => asked).toBe(true);
    expect(await said.innerText()).toBe('');
  });

  it('stands on a phone of 320 pixels with twice as large letters', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
