/**
 * Keeps the page of rounds, so that it opens without a network: exactly the files named below, of one build. It is
 * served from `/field/` and reaches nothing beyond; what the page asks the server is never touched.
 */

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
const OURS = 'havn-field-';
const CACHE = `${OURS}${FIELD_BUILD}`;
/** A network that takes longer for the page is as good as none. */
const PATIENCE_MS = 4_000;

const worker = globalThis as unknown as Worker;

/** All files or none. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(FIELD_FILES.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

async function removeOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The page of the newest build where there is a network, the kept one otherwise. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: CACHE });
  try {
    const fresh = await fetch(request, kept === undefined ? {} : { signal: AbortSignal.timeout(PATIENCE_MS) });
    return fresh.ok || kept === undefined ? fresh : kept;
  } catch (failure) {
    if (kept === undefined) throw failure;
    return kept;
  }
}

/** A file whose name changes with its content. */
const file = async (request: Request): Promise<Response> => (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(removeOthers()));
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin || !FIELD_FILES.includes(pathname)) return;
  event.respondWith(pathname === PAGE ? page(event.request) : file(event.request));
});
