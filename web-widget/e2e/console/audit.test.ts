/** An auditor: the journal and the figures and nothing else, and an export that the program accepts. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../kit/axe.ts';
import { launchBrowser } from '../kit/browser.ts';
import { demo, type Demo } from '../kit/demo.ts';
import { invite, verifyJournal } from '../kit/havn.ts';
import { Worker } from '../kit/worker.ts';

let running: Demo;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  const coordinator = await Worker.arrive(browser, await invite(running, 'Unni', 'pro-mann', 'coordinator'));
  await coordinator.page.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 90_000 });
  await coordinator.link('Solveig');
  page = (await Worker.arrive(browser, await invite(running, 'Rune', 'pro-mann', 'auditor'))).page;
});
afterAll(() => browser.close());

const tab = (name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name });

describe('an auditor', () => {
  it('has the journal and the figures, and no other page', async () => {
    await page.getByText('Inviterte noen ny').first().waitFor({ timeout: 90_000 });
    const names = await page.getByRole('navigation', { name: 'Sider' }).getByRole('button').allInnerTexts();
    expect(names.map((name) => name.trim())).toEqual(['Journal', 'Tall']);
    expect(await page.getByRole('button', { name: /vakt/iu }).count()).toBe(0);
  });

  it('is told nothing at any other address', async () => {
    const addresses = ['/api/desk', '/api/tasks', '/api/shifts', '/api/staff', '/api/devices', '/api/letters', '/api/archives', '/api/notes', '/api/services'];
    const answers = await page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => `${path} ${String((await fetch(path)).status)}`)),
      addresses,
    );
    expect(answers).toEqual(addresses.map((path) => `${path} 403`));
  });

  it('reads that their own look is a line, and that every line is as it was written', async () => {
    await page.getByText('Rune: Så i journalen').first().waitFor();
    await page.getByText(/Hver linje var som den ble skrevet/u).waitFor();
    expect(await page.locator('code.standing').innerText()).toMatch(/^\d+:[0-9a-f]{64}$/u);
    expect(await faults(page)).toEqual([]);
  });

  it('downloads what the program accepts', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Last ned alt' }).click()]);
    const stream = await download.createReadStream();
    const parts: Uint8Array[] = [];
    for await (const part of stream) parts.push(part as Uint8Array);
    const file = join(running.folder, 'journal-of-rune.txt');
    writeFileSync(file, Buffer.concat(parts));
    expect(await verifyJournal(running, file)).toContain('every line is as it was written');
  });

  it('sees figures of their services', async () => {
    await tab('Tall').click();
    await page.getByRole('heading', { name: 'Hvor mye det er' }).waitFor();
    await page.getByRole('heading', { name: 'Runder ute og inne' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });
});
