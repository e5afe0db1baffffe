/** The embed script on a strange website, with a frame that may be anything. */

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { shift } from './kit/shift.ts';

const SITE = 'http://site.test/';
const CHAT = 'http://chat.test/';
const HTML = { contentType: 'text/html; charset=utf-8' } as const;

let code: string;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    root: `${import.meta.dirname}/..`,
    build: {
      target: 'es2018',
      write: false,
      lib: { entry: 'src/loader/loader.ts', formats: ['iife'], name: 'havn', fileName: () => 'loader.js' },
    },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('the loader was not built');
  code = first.output[0].code;
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  context = await browser.newContext({ locale: 'nb-NO' });
  return () => context.close();
});

/** A website with the snippet; `frame` is what the chat's host answers, or nothing. */
async function website(frame: string | undefined, attributes = ''): Promise<Page> {
  await context.route(/^https:/u, (route) => route.fulfill({ ...HTML, body: '<title>Weather</title>' }));
  await context.route(`${CHAT}**`, (route) => {
    if (route.request().url().endsWith('loader.js')) return route.fulfill({ contentType: 'text/javascript', body: code });
    return frame === undefined ? route.abort() : route.fulfill({ ...HTML, body: frame });
  });
  const snippet = `<script src="${CHAT}loader.js" data-service="pro-mann" data-pin="abc" ${attributes} async></script>`;
  await context.route(SITE, (route) =>
    route.fulfill({ ...HTML, body: `<!doctype html><html lang="nb"><title>Klinikk</title><h1>Klinikk</h1>${snippet}` }),
  );
  const page = await context.newPage();
  await page.goto(SITE);
  await page.getByRole('button', { name: 'Chat' }).waitFor();
  return page;
}


const says = (message: string): string => `<title>x</title><script>parent.postMessage(${message}, '*')</script>`;

describe('the embed script', () => {
  it('is at most 3,000 bytes, in plain letters', () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(3_000);
    expect(code).toMatch(/^[\n -~]*$/u);
  });

  it('asks for nothing before the button is pressed, and then for a sandboxed frame with the pin', async () => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await website('<title>x</title>');
    expect(asked).toEqual([SITE, `${CHAT}loader.js`]);
    await page.getByRole('button', { name: 'Chat' }).click();
    const frame = page.locator('iframe');
    await expect.poll(() => frame.getAttribute('src')).toBe(`${CHAT}frame/pro-mann#p=abc`);
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-same-origin');
    await expect.poll(() => frame.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('says that hiding is not leaving, hides with Escape, and keeps the frame as it was', async () => {
    const page = await website('<title>x</title><input value="">');
    await page.getByRole('button', { name: 'Chat' }).click();
    await page.frameLocator('iframe').locator('input').fill('still here');
    await page.getByRole('button', { name: 'Skjul. Chatten fortsetter' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('iframe').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Chat' }).click();
    await expect.poll(() => page.frameLocator('iframe').locator('input').inputValue()).toBe('still here');
  });

  it('speaks English on an English page', async () => {
    const page = await website('<title>x</title>', 'data-lang="en"');
    await page.getByRole('button', { name: 'Chat' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Hide. The chat goes on' }).isVisible()).toBe(true);
  });

  it('speaks the language of its frame, and listens to nobody else about it', async () => {
    const page = await website(says(`{ havn: 'language', to: 'en' }`));
    const hide = page.locator('.hide');
    await page.getByRole('button', { name: 'Chat' }).click();
    await expect.poll(() => hide.textContent()).toBe('Hide. The chat goes on');
    await expect.poll(() => hide.getAttribute('lang')).toBe('en');
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', resolve, { once: true });
          window.postMessage({ havn: 'language', to: 'nb' }, '*');
        }).then(() => 'heard'),
    );
    expect(await heard).toBe('heard');
    expect(await hide.textContent()).toBe('Hide. The chat goes on');
  });
});

describe('leaving at once', () => {
  it('works with three presses of Shift although the frame never answers', async () => {
    const page = await website(undefined);
    await page.getByRole('button', { name: 'Chat' }).click();
    await page.getByRole('button', { name: /^Skjul/u }).focus();
    await shift(page);
    await expect.poll(() => page.url()).toBe('https://www.yr.no/');
  });

  it('goes where the website says, before the chat was ever opened', async () => {
    const page = await website('<title>x</title>', 'data-exit="https://news.example/"');
    await shift(page);
    await expect.poll(() => page.url()).toBe('https://news.example/');
    await page.goBack({ timeout: 3_000 }).catch(() => null);
    expect(page.url()).not.toBe(SITE);
  });

  it('follows the frame’s word, to web addresses only', async () => {
    const page = await website(says(`{ havn: 'exit', to: 'https://news.example/' }`));
    await page.getByRole('button', { name: 'Chat' }).click();
    await expect.poll(() => page.url()).toBe('https://news.example/');
    await context.unrouteAll();
    const other = await website(says(`{ havn: 'exit', to: 'javascript:document.title=1' }`));
    await other.getByRole('button', { name: 'Chat' }).click();
    await expect.poll(() => other.url()).toBe('https://www.yr.no/');
  });

  it('does not follow anybody else’s word', async () => {
    const page = await website('<title>x</title>');
    await page.getByRole('button', { name: 'Chat' }).click();
    await page.evaluate(async () => {
      const message = { havn: 'exit', to: 'https://evil.example/' };
      window.postMessage(message, '*');
      const stranger = document.createElement('iframe');
      stranger.srcdoc = `<script>parent.postMessage(${JSON.stringify(message)}, '*')</script>`;
      document.body.append(stranger);
      await new Promise((loaded) => stranger.addEventListener('load', loaded));
      await new Promise(requestAnimationFrame);
    });
    expect(page.url()).toBe(SITE);
    await expect.poll(() => page.getByRole('heading', { name: 'Klinikk' }).isVisible()).toBe(true);
  });

  it('tells the frame to end the visit', async () => {
    const page = await website(
      `<title>x</title><script>onmessage = ({ data, source }) => source === parent && data.havn === 'vanish' && console.log('told')</script>`,
    );
    const told = page.waitForEvent('console', { predicate: (line) => line.text() === 'told' });
    await page.getByRole('button', { name: 'Chat' }).click();
    await page.frameLocator('iframe').locator('script').waitFor({ state: 'attached' });
    // The page that it goes to does not answer, and the website is not emptied before the clock goes on.
    await context.route(/^https:/u, () => undefined);
    await page.locator('h1').click();
    await page.clock.pauseAt('2100-01-01');
    await shift(page);
    expect((await told).text()).toBe('told');
  });

  it('empties the website although the network is gone', async () => {
    const page = await website('<title>x</title>');
    await context.route(/^https:/u, (route) => route.abort());
    await page.locator('h1').click();
    await shift(page);
    await expect.poll(() => page.content().catch(() => 'leaving')).not.toContain('Klinikk');
  });
});
