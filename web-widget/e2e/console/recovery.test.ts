/** A browser is lost: its device comes back in another one, by a printed sheet or a passkey, and goes on duty. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpare, kitSecret, saltOf } from '../../src/console/recovery/spare.ts';
import { fromBase64Url, toBase64Url } from '../../src/kernel/base64.ts';
import { toHex } from '../../src/kernel/hex.ts';
import { stretchHere } from '../../src/testing/stretch.ts';
import { faults } from '../kit/axe.ts';
import { addAuthenticator } from '../kit/authenticator.ts';
import { launchBrowser } from '../kit/browser.ts';
import { toPeople } from '../kit/coordinator.ts';
import { demo } from '../kit/demo.ts';
import { invite } from '../kit/havn.ts';
import { Worker } from '../kit/worker.ts';

const TWO_MINUTES = 120_000;

const running = demo();
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Everything a script of the page can find in what the browser keeps, as text. */
const kept = (page: Page): Promise<{ text: string; private: string[] }> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
      });
    const found: string[] = [JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage))];
    const secret: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const value of Object.values(await done(database.transaction('key').objectStore('key').get(0) as IDBRequest<object>))) {
        if (value instanceof CryptoKey) {
          const out = await crypto.subtle.exportKey('pkcs8', value).then(() => 'exported', () => 'not to be exported');
          secret.push(`${name.replace(/-[\da-f]{8,}.*/u, '')} ${value.extractable ? 'extractable' : 'non-extractable'}, ${out}`);
        } else if (value instanceof Uint8Array) {
          found.push(Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join(''));
        } else found.push(String(value));
      }
      database.close();
    }
    return { text: found.join('\n'), private: secret };
  });

const deviceKeys = async (page: Page): Promise<string[]> =>
  (await kept(page)).private.filter((key) => key.startsWith('havn-device'));

const deviceId = async (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const name = (await indexedDB.databases()).map((each) => each.name ?? '').find((each) => each.startsWith('havn-device-')) ?? '';
    return new Promise<string>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(new Error('IndexedDB'));
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('key').objectStore('key').get(0) as IDBRequest<{ id: Uint8Array }>;
        reading.onsuccess = () => {
          database.close();
          resolve(Array.from(reading.result.id, (byte) => byte.toString(16).padStart(2, '0')).join(''));
        };
      };
    });
  });

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click({ timeout: 45_000 });
const mayStart = (page: Page): Promise<void> => page.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: TWO_MINUTES });

describe('a device whose browser is lost', () => {
  it('comes back with the digits of a printed sheet and a new link from the coordinator, in a browser that knows nothing', async () => {
    const old = await Worker.arrive(browser, await invite(running, 'Ragnhild'));
    await press(old.page, 'Skriv ut et ark');
    const digits = (await old.page.locator('.kit-digits').innerText()).replaceAll(/\D/gu, '');
    expect(digits).toMatch(/^\d{24}$/u);
    await old.page.emulateMedia({ media: 'print' });
    expect(await old.page.getByRole('button', { name: 'Skriv ut', exact: true }).isVisible()).toBe(false);
    expect(await old.page.locator('.kit-digits').isVisible()).toBe(true);
    await old.page.emulateMedia({ media: 'screen' });
    await press(old.page, 'Jeg har dem på papir');
    await old.page.getByLabel('Skriv de 24 sifrene fra arket').fill(digits.replaceAll(/(.{4})/gu, '$1 '));
    await press(old.page, 'Lagre reserven');
    await old.sees('Reserven åpnes med sifrene på arket.');
    await press(old.page, 'Ferdig med reserven');
    await mayStart(old.page);
    const id = await deviceId(old.page);
    await old.context.close();

    const solveig = await Worker.arrive(browser, await invite(running, 'Solveig', 'pro-mann', 'coordinator'));
    await mayStart(solveig.page);
    await toPeople(solveig.page);
    await solveig.page.getByRole('button', { name: 'Ny lenke til Ragnhild' }).last().click();
    await press(solveig.page, 'Ja, lag lenken');
    const link = await solveig.page.getByRole('textbox', { name: 'Lenke' }).inputValue();
    await solveig.context.close();

    const began = performance.now();
    const fresh = await Worker.arrive(browser, link);
    await fresh.sees('Hent enheten din tilbake');
    const there = performance.now();
    expect(await faults(fresh.page)).toEqual([]);
    const typed = fresh.page.getByLabel('De 24 sifrene på reservearket');
    await typed.fill('1'.repeat(24));
    await typed.press('Enter');
    await fresh.sees('Sifrene åpner ikke reserven. Ingenting er endret.');
    expect((await kept(fresh.page)).private).toEqual([]);
    const again = performance.now();
    await typed.fill(digits);
    await typed.press('Enter');
    await mayStart(fresh.page);
    const took = performance.now() - again + there - began;
    console.log(`from the link to "on duty" by the sheet: ${(took / 1_000).toFixed(1)} s, without the typing`);
    expect(took).toBeLessThan(TWO_MINUTES);
    await fresh.sees('Enheten er hentet tilbake');
    expect(await deviceId(fresh.page)).toBe(id);

    // The seed, as whoever has the sheet and the sign-in can open it, is in nothing this browser keeps.
    const device = fromBase64Url(toBase64Url(Uint8Array.from(Buffer.from(id, 'hex'))))!;
    const handed = await fresh.page.evaluate(async (named) => {
      const body = JSON.stringify({ device: named, method: 'kit' });
      const answer = await fetch('/api/spares/open', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      return (await answer.json()) as { sealed: string; ed25519: string };
    }, toBase64Url(device));
    const [sealed, ed25519] = [fromBase64Url(handed.sealed)!, fromBase64Url(handed.ed25519)!];
    const stretched = performance.now();
    const secret = await kitSecret(digits, saltOf(sealed), stretchHere, new AbortController().signal);
    console.log(`Argon2id of the digits: ${Math.round(performance.now() - stretched)} ms`);
    const opened = await openSpare(secret, 'kit', { id: device, ed25519 }, sealed);
    const { text } = await kept(fresh.page);
    expect(text).toContain(toHex(ed25519));
    for (const form of [toHex(opened!.seed), toBase64Url(opened!.seed), digits]) expect(text).not.toContain(form);
    expect(await deviceKeys(fresh.page)).toEqual(['havn-device non-extractable, not to be exported']);

    await fresh.goOnDuty();
    await fresh.offDuty();
    await fresh.context.close();
  });

  it('comes back with a passkey after everything the site had kept is gone', async () => {
    const worker = await Worker.arrive(browser, await invite(running, 'Torill'));
    const { page } = worker;
    const cdp = await worker.context.newCDPSession(page);
    await addAuthenticator(worker);
    await press(page, 'Bruk passnøkkel');
    await worker.sees('Reserven åpnes med passnøkkelen din.');
    await press(page, 'Ferdig med reserven');
    await mayStart(page);
    const id = await deviceId(page);
    const { origin } = new URL(page.url());
    await page.goto('about:blank');
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await worker.context.clearCookies();

    const began = performance.now();
    await page.goto(origin);
    await press(page, 'Logg inn med passnøkkel');
    await worker.sees('Hent enheten din tilbake');
    await press(page, 'Hent tilbake med passnøkkel');
    await mayStart(page);
    const took = performance.now() - began;
    console.log(`from nothing to "on duty" by passkey: ${(took / 1_000).toFixed(1)} s`);
    expect(took).toBeLessThan(TWO_MINUTES);
    expect(await deviceId(page)).toBe(id);
    expect(await deviceKeys(page)).toEqual(['havn-device non-extractable, not to be exported']);
    await worker.goOnDuty();
    await worker.offDuty();
    await worker.context.close();
  });
});
