/** Pictures, documents and voices in a running chat, between a real visitor and a real worker. */

import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './kit/axe.ts';
import { demo, type Demo } from './kit/demo.ts';
import { invite } from './kit/havn.ts';
import { phone, Visitor } from './kit/visitor.ts';
import { record, speak, withMicrophone } from './kit/voice.ts';
import { Worker } from './kit/worker.ts';

/** What a camera writes beside a picture. */
const PLACE = '59.9139N 10.7522E';
const PDF = Buffer.from('%PDF-1.4 et dokument');

let running: Demo;
let browser: Browser;
let context: BrowserContext;
let worker: Worker;
let visitor: Visitor;

beforeAll(async () => {
  running = demo();
  browser = await withMicrophone();
  worker = await Worker.onDuty(browser, await invite(running, 'Tiril'));
  context = await phone(browser);
  visitor = await Visitor.embedded(context, running.read().pages.host);
  await visitor.ring();
  await worker.take();
  await visitor.answered();
});
afterAll(async () => {
  await worker.offDuty();
  await browser.close();
});

/** A photo as a camera keeps it. */
async function photo(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')!.fillRect(8, 8, 20, 20);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\b\0\0${PLACE}`, 'latin1');
  const length = Buffer.from([(exif.length + 2) >> 8, (exif.length + 2) & 255]);
  return Buffer.concat([Buffer.from(drawn.slice(0, 2)), Buffer.from([0xff, 0xe1]), length, exif, Buffer.from(drawn.slice(2))]);
}

async function bytesOf(download: Promise<Download>): Promise<Buffer> {
  return readFile(await (await download).path());
}

describe('a file in a running chat', () => {
  it('of the visitor is a picture drawn anew, which the worker opens', async () => {
    const original = await photo(visitor.page);
    expect(original.includes(PLACE)).toBe(true);
    await visitor.chat.locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: original });
    await visitor.sees('Bildet er tegnet på nytt');
    expect(await faults(visitor.page)).toEqual([]);
    await visitor.chat.getByRole('button', { name: 'Send filen' }).click();
    const { page } = worker;
    await page.getByRole('button', { name: 'Vis bildet' }).click({ timeout: 45_000 });
    await page.getByRole('log').getByRole('img').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('log').getByRole('button', { name: 'Last ned' }).click();
    const arrived = await bytesOf(download);
    expect(arrived.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect([arrived.includes(PLACE), arrived.includes('Exif')]).toEqual([false, false]);
    expect(await faults(page)).toEqual([]);
  });

  it('of the worker is a document, which the visitor saves', async () => {
    const { page } = worker;
    await page.locator('.composer input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('button', { name: 'Send filen' }).click();
    const file = visitor.chat.getByRole('group', { name: 'PDF' });
    await file.getByRole('button', { name: 'Åpne' }).click({ timeout: 45_000 });
    const download = visitor.page.waitForEvent('download');
    await file.getByRole('link', { name: /^Lagre på denne enheten/u }).click();
    expect(await bytesOf(download)).toEqual(PDF);
  });

  it('of the visitor is a voice: record, listen, send, and the worker plays it', async () => {
    const voice = await speak(visitor, 'Tale');
    await record(visitor, voice, 'Send');
    const { page } = worker;
    await page.getByRole('button', { name: 'Hør opptaket' }).click({ timeout: 45_000 });
    const player = page.getByRole('log').locator('audio');
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.readyState)).toBeGreaterThan(0);
  });

  it('that the server swaps for another is not shown, and the page says so', async () => {
    const { page } = worker;
    const other = Buffer.alloc(16_400, 7);
    await page.route('**/api/chats/files/*', (route) => route.fulfill({ body: other, contentType: 'application/octet-stream' }));
    const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF };
    await visitor.chat.locator('input[type=file]').setInputFiles(pdf);
    await visitor.chat.getByRole('button', { name: 'Send filen' }).click();
    const card = page.getByRole('log').locator('.file-card').last();
    await card.getByText('PDF').waitFor({ timeout: 45_000 });
    await card.getByRole('button', { name: 'Last ned' }).click();
    await page.getByText('Serveren ga en annen fil enn den som ble sendt.').waitFor();
    await page.unroute('**/api/chats/files/*');
  });

  it('that cannot be sent says so, and goes when it is tried again', async () => {
    await context.route('**/api/v1/visits/files', (route) => route.abort());
    await visitor.chat.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF });
    await visitor.chat.getByRole('button', { name: 'Send filen' }).click();
    await visitor.sees('Ikke sendt: vi fikk ikke kontakt.');
    await context.unroute('**/api/v1/visits/files');
    await visitor.chat.getByRole('button', { name: /^Prøv igjen/u }).click();
    const papers = worker.page.getByRole('log').locator('.file-card').filter({ hasText: 'PDF' });
    await expect.poll(() => papers.count(), { timeout: 15_000 }).toBe(3);
  });

  it('is gone from its address when the visitor deletes everything', async () => {
    const asked = visitor.page.waitForRequest(/\/api\/v1\/visits\/files\/[\w-]{22}$/u);
    await visitor.chat.getByRole('group', { name: 'PDF' }).last().getByRole('button', { name: 'Åpne' }).click();
    const address = (await asked).url();
    expect((await fetch(address)).status).toBe(200);
    await visitor.chat.getByRole('button', { name: 'Innstillinger' }).click();
    await visitor.chat.getByRole('button', { name: 'Slett alt nå' }).click();
    await visitor.chat.getByRole('button', { name: /^Ja, slett/u }).click();
    await visitor.sees('Alt er slettet');
    expect((await fetch(address)).status).toBe(404);
    await worker.clear();
  });
});
