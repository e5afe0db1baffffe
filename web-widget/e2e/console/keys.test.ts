/** Keys at rest, in a real browser: kept over a reload, never to be exported, gone when they end. */

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveGallery, type Gallery } from '../gallery/serve.ts';
import { launchBrowser } from '../kit/browser.ts';
import type {} from './keys/keys.ts';

const HOUR = 3_600_000;

let site: Gallery;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await serveGallery(`${import.meta.dirname}/keys`);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  await load();
  return () => context.close();
});

async function load(): Promise<void> {
  await page.goto(site.address);
  await page.waitForFunction(() => 'keysPage' in window);
}

const databases = (): Promise<string[]> => page.evaluate(() => window.keysPage.databases());
const onDuty = (hours: number): Promise<void> =>
  page.evaluate(async (long) => {
    const keys = window.keysPage.of('ingrid');
    await keys.makeDevice();
    await keys.makeShift(window.keysPage.now + long * 3_600_000);
  }, hours);
const pass = (ms: number): Promise<void> => page.evaluate((more) => void (window.keysPage.now += more), ms);

describe('a device key', () => {
  it('is made once and is the same after a reload', async () => {
    await page.evaluate(() => window.keysPage.of('ingrid').makeDevice());
    const first = await page.evaluate(() => window.keysPage.device('ingrid'));
    await load();
    await page.evaluate(() => window.keysPage.of('ingrid').makeDevice());
    expect(await page.evaluate(() => window.keysPage.device('ingrid'))).toBe(first);
  });

  it('is made once even when two are asked for at the same time', async () => {
    const ids = await page.evaluate(async () => {
      const both = [window.keysPage.of('ingrid').makeDevice(), window.keysPage.of('ingrid').makeDevice()];
      return (await Promise.all(both)).map((device) => device.id.join());
    });
    expect(ids[0]).toBe(ids[1]);
  });

  it('belongs to one person: another who signs in on the same browser has none', async () => {
    await page.evaluate(() => window.keysPage.of('ingrid').makeDevice());
    expect(await page.evaluate(() => window.keysPage.device('solveig'))).toBeUndefined();
    expect(await databases()).toEqual(['havn-device-ingrid']);
  });
});

describe('shift keys', () => {
  it('are stated by the device and open what is sealed to them, also after a reload', async () => {
    await onDuty(4);
    expect(await page.evaluate(() => window.keysPage.shiftWorks('ingrid'))).toBe(true);
    await load();
    expect(await page.evaluate(() => window.keysPage.shiftWorks('ingrid'))).toBe(true);
  });

  it('leave no database behind when duty ends', async () => {
    await onDuty(4);
    expect(await databases()).toHaveLength(2);
    await page.evaluate(() => window.keysPage.of('ingrid').destroyShift());
    expect(await databases()).toEqual(['havn-device-ingrid']);
    await page.evaluate(() => window.keysPage.of('ingrid').destroyShift());
  });

  it('replace the ones before', async () => {
    await onDuty(4);
    await onDuty(5);
    expect(await databases()).toHaveLength(2);
  });

  it('open chats for 24 hours after their end and are destroyed at the next start after that', async () => {
    await onDuty(4);
    await pass(27 * HOUR);
    expect(await page.evaluate(() => window.keysPage.shiftWorks('ingrid'))).toBe(true);
    await pass(2 * HOUR);
    expect(await page.evaluate(() => window.keysPage.shiftWorks('ingrid'))).toBe(false);
    expect(await databases()).toEqual(['havn-device-ingrid']);
  });

  it('keep what their person chose beside them over a reload, as it was said last, and take it with them', async () => {
    const wish = (): Promise<unknown> => page.evaluate(() => window.keysPage.of('ingrid').wish());
    const choose = (onBreak: boolean): Promise<void> =>
      page.evaluate((resting) => window.keysPage.of('ingrid').keepWish({ services: ['a', 'b'], onBreak: resting }), onBreak);
    await choose(false);
    expect([await wish(), await databases()]).toEqual([undefined, []]);
    await onDuty(4);
    expect(await wish()).toBeUndefined();
    await choose(false);
    await choose(true);
    await load();
    expect(await wish()).toEqual({ services: ['a', 'b'], onBreak: true });
    expect(await page.evaluate(() => window.keysPage.shiftWorks('ingrid'))).toBe(true);
    await page.evaluate(() => window.keysPage.of('ingrid').keepWish(undefined));
    expect(await wish()).toBeUndefined();
    await choose(true);
    await page.evaluate(() => window.keysPage.of('ingrid').destroyShift());
    await onDuty(4);
    expect(await wish()).toBeUndefined();
  });

  it('of somebody who never came back are swept by whoever comes next', async () => {
    await onDuty(4);
    await pass(29 * HOUR);
    await page.evaluate(() => window.keysPage.of('solveig').sweep());
    expect(await databases()).toEqual(['havn-device-ingrid']);
  });

  it('last at most 14 hours', async () => {
    await expect(onDuty(15)).rejects.toThrow('14 hours');
    expect(await databases()).toEqual(['havn-device-ingrid']);
  });
});

describe('mailbox keys', () => {
  const DAY = 24 * HOUR;
  const seal = (): Promise<number[]> => page.evaluate(() => window.keysPage.sealToMailbox('ingrid'));
  const opens = (file: number[]): Promise<boolean> =>
    page.evaluate((sealed) => window.keysPage.mailboxOpens('ingrid', sealed), file);
  const mailboxes = async (): Promise<number> =>
    (await databases()).filter((name) => name.startsWith('havn-mailbox-ingrid-')).length;
  beforeEach(async () => {
    await page.evaluate(() => window.keysPage.of('ingrid').makeDevice());
  });

  it('are stated by the device and open what is sealed to them for this person, also after a reload and off duty', async () => {
    const file = await seal();
    expect(await opens(file)).toBe(true);
    const now = await page.evaluate(() => window.keysPage.now);
    await load();
    await page.evaluate((then) => void (window.keysPage.now = then), now);
    await page.evaluate(() => window.keysPage.of('ingrid').destroyShift());
    expect(await opens(file)).toBe(true);
    expect(await page.evaluate((sealed) => window.keysPage.mailboxOpens('solveig', sealed), file)).toBe(false);
    await seal();
    expect(await mailboxes()).toBe(1);
  });

  it('are followed by another when less than a day is left, and are destroyed 35 days after their end', async () => {
    const file = await seal();
    await pass(6 * DAY - HOUR);
    await seal();
    expect(await mailboxes()).toBe(1);
    await pass(2 * HOUR);
    const later = await seal();
    expect(await mailboxes()).toBe(2);
    expect([await opens(file), await opens(later)]).toEqual([true, true]);
    await pass(36 * DAY - HOUR - 1);
    expect(await opens(file)).toBe(true);
    await page.evaluate(() => window.keysPage.of('ingrid').sweep());
    expect(await opens(file)).toBe(true);
    await pass(1);
    await page.evaluate(() => window.keysPage.of('ingrid').sweep());
    expect([await opens(file), await opens(later)]).toEqual([false, true]);
    expect(await mailboxes()).toBe(1);
    await pass(6 * DAY + HOUR);
    await page.evaluate(() => window.keysPage.of('solveig').sweep());
    expect(await databases()).toEqual(['havn-device-ingrid']);
  });
});

describe('this browser', () => {
  it('exports no private half of any kept key', async () => {
    await onDuty(4);
    await page.evaluate(() => window.keysPage.sealToMailbox('ingrid'));
    expect(await page.evaluate(() => window.keysPage.leaks())).toBe(0);
  });

  it('does not keep an X-Wing key whole, which is why its two halves are kept', async () => {
    expect(['null', 'refused', 'not made']).toContain(await page.evaluate(() => window.keysPage.xwingKey()));
  });

  it('that cannot make the keys refuses, and keeps nothing', async () => {
    await page.addInitScript(() => {
      const make = crypto.subtle.generateKey.bind(crypto.subtle) as (...given: unknown[]) => Promise<CryptoKey>;
      crypto.subtle.generateKey = ((...given: unknown[]) => {
        const { name } = given[0] as { name: string };
        return name === 'ML-KEM-768' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : make(...given);
      }) as typeof crypto.subtle.generateKey;
    });
    await load();
    await expect(onDuty(4)).rejects.toThrow();
    expect(await databases()).toEqual([]);
  });

  it('that stores a key as nothing without an error refuses, and keeps nothing', async () => {
    await page.addInitScript(() => {
      const prototype = IDBObjectStore.prototype as { put: (value: object, key?: IDBValidKey) => IDBRequest<IDBValidKey> };
      prototype.put = new Proxy(prototype.put, {
        apply(put, store, [value, key]: [object, IDBValidKey]) {
          return Reflect.apply(put, store, ['mlkem' in value ? { ...value, mlkem: null } : value, key]);
        },
      });
    });
    await load();
    await expect(onDuty(4)).rejects.toThrow('does not keep such keys');
    expect(await databases()).toEqual([]);
  });
});
