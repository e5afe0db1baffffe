import { beforeEach, expect, it, vi } from 'vitest';

const ORIGIN = 'https://desk.example';
const HTML = '<script src="/assets/field-a.js"></script>';
const NEWER = '<script src="/assets/field-b.js"></script>';

type Listener = (event: { readonly request?: Request; waitUntil?(work: Promise<unknown>): void; respondWith?(answer: Promise<Response>): void }) => void;

/** A browser around the worker: what is kept, by cache, and what the network does. */
class Browser {
  readonly kept = new Map<string, Map<string, string>>();
  network: (path: string) => Promise<Response> = () => Promise.reject(new TypeError('no network'));
  private readonly listeners = new Map<string, Listener>();

  async starts(): Promise<void> {
    vi.resetModules();
    vi.stubGlobal('FIELD_FILES', ['/field/', '/assets/field-a.js']);
    vi.stubGlobal('FIELD_BUILD', 'a');
    vi.stubGlobal('location', new URL(ORIGIN));
    vi.stubGlobal('skipWaiting', () => Promise.resolve());
    vi.stubGlobal('addEventListener', (type: string, listener: Listener) => this.listeners.set(type, listener));
    vi.stubGlobal('fetch', (asked: Request | string) => this.network(new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname));
    vi.stubGlobal('Request', class extends Request {
      constructor(input: string | Request, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, ORIGIN) : input, init);
      }
    });
    vi.stubGlobal('caches', this.caches());
    await import('./worker.ts');
  }

  /** Undefined: the worker leaves it to the browser. */
  async asks(path: string, method = 'GET'): Promise<string | undefined> {
    let answer: Promise<Response> | undefined;
    this.listeners.get('fetch')?.({ request: new Request(`${ORIGIN}${path}`, { method }), respondWith: (given) => void (answer = given) });
    return answer === undefined ? undefined : (await answer).text();
  }

  async happens(type: 'install' | 'activate'): Promise<void> {
    const works: Promise<unknown>[] = [];
    this.listeners.get(type)?.({ waitUntil: (work) => works.push(work) });
    await Promise.all(works);
  }

  private caches(): unknown {
    const find = (path: string, name?: string): string | undefined => {
      const searched = name === undefined ? [...this.kept.values()] : [this.kept.get(name)];
      return searched.map((cache) => cache?.get(path)).find((each) => each !== undefined);
    };
    return {
      keys: () => Promise.resolve([...this.kept.keys()]),
      delete: (name: string) => Promise.resolve(this.kept.delete(name)),
      match: (asked: Request | string, options?: { readonly cacheName: string }) => {
        const body = find(new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname, options?.cacheName);
        return Promise.resolve(body === undefined ? undefined : new Response(body));
      },
      open: (name: string) => {
        if (!this.kept.has(name)) this.kept.set(name, new Map());
        return Promise.resolve({
          keys: () => Promise.resolve([...(this.kept.get(name)?.keys() ?? [])]),
          addAll: async (requests: readonly Request[]) => {
            const answers = await Promise.all(requests.map((each) => this.network(new URL(each.url).pathname)));
            if (answers.some(({ ok }) => !ok)) throw new TypeError('not all');
            const bodies = await Promise.all(answers.map((each) => each.text()));
            this.kept.set(name, new Map(requests.map((each, index) => [new URL(each.url).pathname, bodies[index] ?? ''])));
          },
        });
      },
    };
  }
}

let browser: Browser;
beforeEach(async () => {
  browser = new Browser();
  await browser.starts();
  browser.network = (path) => Promise.resolve(new Response(path === '/field/' ? HTML : 'a'));
  await browser.happens('install');
  return () => vi.unstubAllGlobals();
});

it('shows the page from the network when it is of the same build', async () => {
  browser.network = () => Promise.resolve(new Response(`${HTML}<p>mended</p>`));
  expect(await browser.asks('/field/')).toContain('mended');
});

it('shows the kept page when there is no network, a fault, a newer build, or another page', async () => {
  const breaksOff = new ReadableStream({ pull: (stream) => stream.error(new TypeError('broke off')) });
  for (const answer of [
    () => Promise.reject(new TypeError('no network')),
    () => Promise.resolve(new Response('fault', { status: 503 })),
    () => Promise.resolve(new Response(NEWER)),
    () => Promise.resolve(new Response('<h1>Sign in to this network</h1>')),
    () => Promise.resolve(new Response(breaksOff)),
  ]) {
    browser.network = answer;
    expect(await browser.asks('/field/')).toBe(HTML);
    expect(await browser.asks('/assets/field-a.js')).toBe('a');
  }
});

it('keeps the build before, for a page of it that is still open, and removes older ones', async () => {
  browser.kept.clear();
  for (const build of ['x', 'y']) browser.kept.set(`havn-field-${build}`, new Map([[`/assets/field-${build}.js`, build]]));
  await browser.happens('install');
  await browser.happens('activate');
  expect([...browser.kept.keys()]).toEqual(['havn-field-y', 'havn-field-a']);
  browser.network = () => Promise.reject(new TypeError('no network'));
  expect(await browser.asks('/assets/field-y.js')).toBe('y');
  expect(await browser.asks('/field/')).toBe(HTML);
});

it('keeps the build before also when one between was never filled', async () => {
  browser.kept.clear();
  browser.kept.set('havn-field-x', new Map([['/assets/field-x.js', 'x']]));
  browser.kept.set('havn-field-y', new Map());
  await browser.happens('install');
  await browser.happens('activate');
  expect([...browser.kept.keys()]).toEqual(['havn-field-x', 'havn-field-a']);
});

it('keeps what it has of a build when its worker is installed once more without a network', async () => {
  browser.network = () => Promise.reject(new TypeError('no network'));
  await expect(browser.happens('install')).rejects.toThrow();
  expect(await browser.asks('/field/')).toBe(HTML);
});

it('keeps nothing of a build of which a file is missing', async () => {
  browser.kept.clear();
  browser.network = (path) => Promise.resolve(new Response('', { status: path === '/field/' ? 200 : 404 }));
  await expect(browser.happens('install')).rejects.toThrow();
  expect(browser.kept.size).toBe(0);
});

it('never touches what the page asks the server', async () => {
  expect(await browser.asks('/api/me')).toBeUndefined();
  expect(await browser.asks('/api/field/rounds/x', 'PUT')).toBeUndefined();
  expect(await browser.asks('/field/worker.js')).toBeUndefined();
});
