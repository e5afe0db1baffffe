/** The page of rounds on a phone while newer builds come, in whole and in part, and when it is taken back altogether. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { launchBrowser } from './kit/browser.ts';

const DIST = new URL('../dist/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', html: 'text/html' };
/** Takes the page back: what a server answers in the place of its worker. */
const UNDO = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil((async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await registration.unregister();
  })()));`;

const built = (file: string): string => readFileSync(new URL(file, DIST), 'utf8');

/** A build as a server has it, by path. */
type Build = ReadonlyMap<string, string>;

/** The page that was built, under a mark by which another build of it is known. */
function buildOf(mark: string): Build {
  const renamed = (text: string): string => text.replaceAll(/\/assets\/field-/gu, `/assets/field-${mark}`);
  const page = built('field.html');
  const files = [...page.matchAll(/\/assets\/field-[\w.-]+/gu)].map(([file]) => file);
  const worker = renamed(built('field-worker.js')).replace(/[0-9a-f]{16}/u, (was) => `${mark}${was}`);
  return new Map([
    ['/field/', renamed(page).replace('<body>', `<body data-build="${mark}">`)],
    ['/field/worker.js', worker],
    ...files.map((file) => [renamed(file), built(file.slice(1))] as const),
  ]);
}

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let served: Build;

beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer(({ url = '' }, answer) => {
    const body = served.get(url);
    if (body === undefined) answer.writeHead(url.startsWith('/api/') ? 401 : 404).end();
    else answer.writeHead(200, { 'content-type': TYPES[/\.(\w+)$/u.exec(url)?.[1] ?? 'html'] ?? '', 'cache-control': 'no-store' }).end(body);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  context = await browser.newContext({ locale: 'nb-NO' });
  page = await context.newPage();
  served = buildOf('a');
  await opens();
  await page.getByText('Siden virker uten nett.').waitFor();
  return () => context.close();
});

const opens = async (): Promise<void> => {
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/field/`);
  await page.getByRole('heading', { name: 'Ute' }).waitFor();
};
const shown = (): Promise<string | null> => page.locator('body').getAttribute('data-build');
const cachesKept = (): Promise<number> => page.evaluate(async () => (await caches.keys()).length);
const isKept = (mark: string): Promise<boolean> =>
  page.evaluate(async (name) => {
    const { installing, waiting } = (await navigator.serviceWorker.getRegistration('/field/')) ?? {};
    return !installing && !waiting && (await caches.keys()).some((each) => each.startsWith(name));
  }, `havn-field-${mark}`);
/** Opens it until a newer build is on the phone, as browsers look in their own time, and once more. */
async function becomes(mark: string): Promise<void> {
  const comes = (): Promise<boolean> => opens().then(() => vi.waitUntil(() => isKept(mark), { timeout: 10_000, interval: 100 }));
  await expect.poll(comes, { timeout: 60_000 }).toBe(true);
  await opens();
  expect(await shown()).toBe(mark);
}

it('opens as it was while a newer build is there in part only', async () => {
  const newer = buildOf('b');
  served = new Map([...newer].filter(([path]) => !path.endsWith('.js') || path === '/field/worker.js'));
  await opens();
  await opens();
  expect(await shown()).toBe('a');
  await context.setOffline(true);
  await opens();
  expect(await shown()).toBe('a');
  await context.setOffline(false);
  served = newer;
  await becomes('b');
});

it('opens in the newer build without a network, once that is on the phone, and keeps the one before', async () => {
  served = buildOf('b');
  await becomes('b');
  await context.setOffline(true);
  await opens();
  expect(await shown()).toBe('b');
  expect(await cachesKept()).toBe(2);
  await context.setOffline(false);
  served = buildOf('c');
  await becomes('c');
  expect(await cachesKept()).toBe(2);
});

it('can be taken back: its worker and all it kept are gone after the next opening', async () => {
  served = new Map([...served, ['/field/worker.js', UNDO]]);
  await opens();
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), { timeout: 20_000 }).toBe(0);
  await expect.poll(cachesKept).toBe(0);
  await page.close();
  page = await context.newPage();
  await context.setOffline(true);
  await expect(opens()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/u);
});
