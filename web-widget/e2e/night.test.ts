/** A story: somebody speaks a message at night, is answered, reads it on another phone with 24 digits, and erases it all. */

import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, type Demo } from './kit/demo.ts';
import { invite, putService } from './kit/havn.ts';
import { inBytes, inFiles, inMemory } from './kit/residue.ts';
import { aService } from './kit/service.ts';
import { keptFor, phone, Visitor } from './kit/visitor.ts';
import { record, speak, withMicrophone } from './kit/voice.ts';
import { Worker } from './kit/worker.ts';

/** A service of its own, closed at every hour. */
const NIGHT = aService('nattestemme', 'Nattestemme', 'Night voice', { languages: ['nb', 'th'] });

let running: Demo;
let browser: Browser;
let worker: Worker;
let address: string;

beforeAll(async () => {
  running = demo();
  browser = await withMicrophone();
  address = running.read().pages.widget.replace('/pro-mann', `/${NIGHT.id}`);
  await putService(running, NIGHT);
  worker = await Worker.onDuty(browser, await invite(running, 'Somchai', NIGHT.id));
});
afterAll(() => browser.close());

/** Somebody of the service was there once: a letter can be sealed. Then the night begins. */
async function nightfall(): Promise<void> {
  const address = `${new URL(running.read().pages.widget).origin}/api/v1/services/${NIGHT.id}/mailbox-keys`;
  const readers = async (): Promise<number> => {
    const { keys = [] } = (await (await worker.page.request.get(address)).json()) as { keys?: unknown[] };
    return keys.length;
  };
  await expect.poll(readers, { timeout: 30_000 }).toBe(1);
  await worker.offDuty();
}

/** A phone that was never here before, at the closed service; what it sends is kept in `sent`. */
async function aPhone(sent: Buffer[]): Promise<{ context: BrowserContext; visitor: Visitor }> {
  const context = await phone(browser);
  context.on('request', (request) => {
    sent.push(Buffer.from(request.url()), request.postDataBuffer() ?? Buffer.alloc(0));
  });
  const visitor = await Visitor.alone(context, address);
  await visitor.sees('Vi har stengt nå');
  return { context, visitor };
}

async function type(visitor: Visitor, code: string): Promise<void> {
  await visitor.chat.getByRole('button', { name: 'Jeg har en kode' }).click();
  await visitor.chat.getByLabel('Koden din').fill(code);
  await visitor.chat.getByRole('button', { name: 'Åpne postkassen' }).click();
}

const inbox = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: /^Innboks/u }).click();
  await page.evaluate(() => void dispatchEvent(new Event('focus')));
};

describe('a voice message left at night', () => {
  it('is answered, read on another phone with 24 digits, erased, and nowhere readable', async () => {
    const [asked, answered] = [`สวัสดี-${randomUUID()}`, `ค่ะ-${randomUUID()}`] as const;
    const sent: Buffer[] = [];

    await nightfall();
    const { context: first, visitor } = await aPhone(sent);
    await visitor.chat.getByRole('button', { name: 'Legg igjen en melding' }).click();
    await record(visitor, await speak(visitor));
    await visitor.chat.getByRole('textbox', { name: 'Meldingen' }).fill(asked);
    await visitor.chat.getByRole('button', { name: 'Vis koden' }).click();
    await visitor.chat.getByText('24 sifre').click();
    const groups = visitor.chat.locator('.code-digits li');
    await expect.poll(() => groups.count()).toBe(6);
    const digits = await groups.allInnerTexts();
    await visitor.chat.getByRole('button', { name: 'Send meldingen' }).click();
    await visitor.sees('Meldingen er lagt igjen');
    const word = await visitor.chat.locator('.word-card strong').innerText();
    await visitor.exit();
    await visitor.isGone();
    expect(await keptFor(visitor.page, address)).toEqual([]);
    await first.close();

    await worker.page.getByRole('button', { name: 'Gå på vakt' }).click();
    await worker.sees('På vakt');
    await inbox(worker.page);
    await worker.page.getByRole('region', { name: 'Beskjeder' }).getByRole('listitem').getByRole('button').click();
    await worker.sees(asked);
    await worker.page.getByRole('button', { name: 'Hør opptaket' }).click();
    const ready = await worker.page.getByLabel('Opptak').evaluate(async (audio: HTMLAudioElement) => {
      await audio.play();
      return audio.readyState;
    });
    expect(ready).toBeGreaterThan(0);
    await worker.page.getByLabel('Skriv et svar').fill(answered);
    await worker.page.getByRole('button', { name: 'Send svaret' }).click();
    await worker.sees('Svaret ligger i postkassen.');

    const { context: second, visitor: back } = await aPhone(sent);
    await type(back, digits.join(' – '));
    await back.sees(answered);
    await back.sees('Somchai');
    expect(await back.chat.locator('.word-card strong').first().innerText()).toBe(word);

    const words = [asked, answered, digits.join(''), digits.join(' '), digits.join('-')];
    expect(inBytes(sent, [NIGHT.id, ...words])).toContain(NIGHT.id);
    expect(inBytes(sent, words)).toEqual([]);
    const nowhere = (...programs: readonly (keyof ReturnType<Demo['read']>['pids'])[]): void => {
      expect(inFiles(running.folder, words)).toEqual([]);
      for (const program of programs) {
        // The service's name is there to be found: whoever finds that would find a word too.
        expect(inMemory(running.read().pids[program], [NIGHT.id, ...words]), program).toEqual([NIGHT.id]);
      }
    };
    nowhere('server');

    await back.chat.getByRole('button', { name: 'Slett alt nå' }).click();
    await back.chat.getByRole('button', { name: 'Ja, slett alt' }).click();
    await back.sees('Alt er slettet');
    await back.chat.getByRole('button', { name: 'Ferdig' }).click();
    await type(back, digits.join(''));
    await back.sees('Koden åpner ingen postkasse.');
    expect(await keptFor(back.page, address)).toEqual([]);
    await second.close();
    await inbox(worker.page);
    await worker.sees('Beskjeden finnes ikke lenger.');
    expect(await worker.page.getByText(asked).count()).toBe(0);
    nowhere('redis', 'postgres');
  });
});
