/**
 * Keeps the page of rounds, so that it opens without a network: exactly the files named below, of one build, and those
 * of the build before while its page may be open. It is served from `/field/` and reaches nothing beyond; what the page
 * asks the server is never touched.
 */

import { FILES, isOfBuild, OURS, outlived } from './build.ts';

/** Put in by the build: addresses of the page and its files, and a mark that changes with any of them. */
declare const FIELD_FILES: readonly string[];
declare const FIELD_BUILD: string;

/** What a worker is given; the library of types for pages lacks it. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

const PAGE = '/field/';
const CACHE = `${OURS}${FIELD_BUILD}`;
/** A network that takes longer for the page is as good as none. */
const PATIENCE_MS = 4_000;

const worker = globalThis as unknown as Worker;

/** All files, or no cache. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    await cache.addAll(FIELD_FILES.map((file) => new Request(file, { cache: 'reload' })));
  } catch (failure) {
    if (!(await isFilled(CACHE))) await caches.delete(CACHE);
    throw failure;
  }
  await worker.skipWaiting();
}

/** One that was never filled, as the worker was ended meanwhile, is no build before. */
const isFilled = async (name: string): Promise<boolean> => (await (await caches.open(name)).keys()).length > 0;

async function removeOthers(): Promise<void> {
  const names = await caches.keys();
  const filled = await Promise.all(names.map(isFilled));
  await Promise.all(outlived(names, CACHE, (name) => filled[names.indexOf(name)] === true).map((name) => caches.delete(name)));
}

/**
 * The page as the network has it now, if it came whole and its files are kept; the kept one otherwise. That of a newer
 * build is shown when its worker has all its files.
 */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  if (kept === undefined) return fetch(request);
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return fresh.ok && isOfBuild(await fresh.clone().text(), FIELD_FILES) ? fresh : kept;
  } catch {
    return kept;
  }
}

/** A file whose name changes with its content, also of the build before. */
const file = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOthers()));
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (pathname === PAGE) event.respondWith(page(event.request));
  else if (pathname.startsWith(FILES)) event.respondWith(file(event.request));
});
