/** The window that records, with the browser's own false microphone: the page around it has none. */

import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faults } from './kit/axe.ts';
import { demo, type Demo } from './kit/demo.ts';
import { shift } from './kit/shift.ts';
import { phone, Visitor } from './kit/visitor.ts';
import { record, speak, withMicrophone } from './kit/voice.ts';

let running: Demo;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  running = demo();
  browser = await withMicrophone();
});
afterAll(() => browser.close());

beforeEach(async () => {
  context = await phone(browser);
  return () => context.close();
});

/** Somebody about to leave a message, on the website that embeds the chat. */
async function writing(): Promise<Visitor> {
  const visitor = await Visitor.embedded(context, running.read().pages.host);
  await visitor.sees(/Legg igjen en melding|Skriv med oss|Still deg i kø/u);
  if ((await visitor.chat.getByRole('button', { name: 'Legg igjen en melding' }).count()) === 0) await visitor.ring();
  await visitor.chat.getByRole('button', { name: /^Legg igjen en melding/u }).click();
  await visitor.chat.getByRole('heading', { name: 'Legg igjen en melding' }).waitFor();
  return visitor;
}

/** A page is put aside for this long, as by the window that lies over it on a phone. */
async function leftFor(page: Page | FrameLocator, milliseconds: number): Promise<void> {
  await page.locator('body').evaluate((_, passed) => {
    const aside = (hidden: boolean): void => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    aside(true);
    Object.assign(Date, { now: () => performance.timeOrigin + performance.now() + passed });
    aside(false);
  }, milliseconds);
}

/** Says something, and stops. */
async function spoken(voice: Page): Promise<void> {
  await voice.getByRole('button', { name: 'Ta opp' }).click();
  await voice.getByText(/Tar opp\. 17\d sekunder igjen/u).waitFor();
  await voice.getByRole('button', { name: 'Stopp' }).click();
  await voice.getByText('Stemmen din kan kjennes igjen.').waitFor();
}

/** What the window says reaches the page behind only when the answer is called, as if that slept. */
async function holdBack(voice: Page): Promise<() => Promise<void>> {
  await voice.evaluate(() => {
    const held: (() => void)[] = [];
    const post = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'postMessage')?.value as MessagePort['postMessage'];
    MessagePort.prototype.postMessage = function (this: MessagePort, ...words: unknown[]) {
      held.push(() => void Reflect.apply(post, this, words));
    };
    Object.assign(window, { arrive: () => held.forEach((late) => late()) });
  });
  return () => voice.evaluate(() => (window as unknown as { arrive: () => void }).arrive());
}

async function added(visitor: Visitor, voice: Page): Promise<void> {
  const closed = voice.waitForEvent('close');
  await voice.getByRole('button', { name: 'Legg ved meldingen' }).click();
  await closed;
  await visitor.sees(/Talemelding, \d+ sekund/u);
}

describe('a voice message', () => {
  it('is recorded, heard and added with one button each', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    expect(await faults(voice)).toEqual([]);
    await voice.getByText('kan huske at denne adressen fikk bruke den').waitFor();
    await record(visitor, voice);
    await expect.poll(() => visitor.chat.getByRole('button', { name: 'Send meldingen' }).isEnabled()).toBe(true);
    const player = visitor.chat.locator('audio');
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.readyState)).toBeGreaterThan(0);
  });

  it('is taken from the window that this page opened, and from no other', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await visitor.page.evaluate(() => {
      const take = { havn: 'voice', content: new Uint8Array(3), type: 'audio/webm', seconds: 3 };
      window.frames[0]?.postMessage({ havn: 'voice-ready' }, '*');
      window.frames[0]?.postMessage(take, '*');
    });
    await voice.getByRole('button', { name: 'Lukk vinduet' }).click();
    await expect.poll(() => voice.isClosed()).toBe(true);
    expect(await visitor.chat.getByText('Talemelding').count()).toBe(0);
  });

  it('is kept when the page behind it was covered meanwhile', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await voice.getByRole('button', { name: 'Ta opp' }).click();
    await voice.getByRole('button', { name: 'Stopp' }).waitFor();
    await leftFor(visitor.chat, 61_000);
    await visitor.sees('Siden er skjult');
    await voice.getByText(/Tar opp\. 17\d sekunder igjen/u).waitFor();
    await voice.getByRole('button', { name: 'Stopp' }).click();
    const closed = voice.waitForEvent('close');
    await voice.getByRole('button', { name: 'Legg ved meldingen' }).click();
    await closed;
    await visitor.chat.getByRole('button', { name: 'Vis siden' }).click();
    await visitor.sees(/Talemelding, \d+ sekund/u);
  });

  it('stays in its window when there is no room, and goes when there is', async () => {
    const visitor = await writing();
    const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 et dokument') };
    const removals = visitor.chat.getByRole('button', { name: /^Fjern/u });
    for (let count = 1; count <= 5; count += 1) {
      await visitor.chat.locator('input[type=file]').setInputFiles(file);
      await expect.poll(() => removals.count()).toBe(count);
    }
    const voice = await speak(visitor);
    await spoken(voice);
    await voice.getByRole('button', { name: 'Legg ved meldingen' }).click();
    await voice.getByText('Det er ikke plass til opptaket nå').waitFor();
    expect(await faults(voice)).toEqual([]);
    await removals.first().click();
    await added(visitor, voice);
  });

  it('is covered with its window after a minute in the background, and gone after a quarter of an hour', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await spoken(voice);
    await leftFor(voice, 61_000);
    await voice.getByRole('heading', { name: 'Vinduet er skjult' }).waitFor();
    expect(await voice.getByText(/opptak|stemme/iu).count()).toBe(0);
    expect(await faults(voice)).toEqual([]);
    await voice.getByRole('button', { name: 'Vis vinduet' }).click();
    await voice.getByRole('button', { name: 'Hør på opptaket' }).waitFor();
    await leftFor(voice, 17 * 60_000);
    await expect.poll(() => voice.isClosed()).toBe(true);
    expect(await visitor.chat.getByText('Talemelding').count()).toBe(0);
    await visitor.chat.getByText('Bare jeg').click();
    const own = await speak(visitor);
    await leftFor(own, 16 * 60_000);
    await own.getByRole('button', { name: 'Ta opp' }).waitFor();
  });

  it('is not lost when the window is asked for once more', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await spoken(voice);
    const windows = context.pages().length;
    await visitor.chat.getByRole('button', { name: 'Snakk inn en melding' }).click();
    await voice.getByRole('button', { name: 'Hør på opptaket' }).waitFor();
    expect(context.pages().length).toBe(windows);
    await added(visitor, voice);
  });

  it('is kept when the page behind does not answer, and taken once when that wakes up', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await spoken(voice);
    const arrive = await holdBack(voice);
    const send = voice.getByRole('button', { name: 'Legg ved meldingen' });
    await send.click();
    await voice.getByText('Siden bak svarer ikke. Opptaket er her ennå').waitFor();
    expect(await faults(voice)).toEqual([]);
    await send.click();
    const closed = voice.waitForEvent('close');
    await arrive();
    await closed;
    await visitor.sees(/Talemelding, \d+ sekund/u);
    expect(await visitor.chat.getByRole('button', { name: /^Fjern/u }).count()).toBe(1);
  });

  it('has the same way out, which takes the page behind it along', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await voice.getByRole('button', { name: 'Ta opp' }).click();
    await voice.getByRole('button', { name: 'Stopp' }).waitFor();
    await voice.getByRole('button', { name: 'Forlat siden' }).click();
    await expect.poll(() => voice.isClosed()).toBe(true);
    await visitor.isGone();
  });

  it('goes with three presses of Shift, also when the page behind it is gone', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await visitor.page.evaluate(() => window.frames[0]?.location.replace('about:blank'));
    await shift(voice);
    await expect.poll(() => voice.isClosed()).toBe(true);
  });

  it('goes with the way out', async () => {
    const visitor = await writing();
    const voice = await speak(visitor);
    await visitor.exit();
    await expect.poll(() => voice.isClosed()).toBe(true);
    await visitor.isGone();
  });

  it('is not recorded in a window that nobody opened, which has no connection either', async () => {
    const page = await context.newPage();
    await page.goto(new URL('/voice', running.read().pages.widget).href);
    await page.getByText('Dette vinduet hører til en chat som er lukket.').waitFor();
    expect(await page.getByRole('button', { name: 'Ta opp' }).count()).toBe(0);
    const refused = await page.evaluate(() => fetch('/loader.json').then(() => false, () => true));
    expect(refused).toBe(true);
    await page.getByRole('button', { name: 'Forlat siden' }).click();
    await expect.poll(() => page.title()).toBe('Weather');
  });
});

describe('a typed code', () => {
  it('becomes a key beside the sandboxed page, which goes on answering', async () => {
    const visitor = await Visitor.embedded(context, running.read().pages.host);
    await visitor.chat.getByRole('button', { name: 'Jeg har en kode' }).click();
    const field = visitor.chat.getByLabel('Koden din');
    await field.fill('0123 4567 8901 2345 6789 0123');
    const began = performance.now();
    await field.press('Enter');
    await visitor.sees('Lager nøkkelen av koden …');
    await visitor.chat.getByRole('button', { name: 'Stopp' }).click();
    await field.waitFor();
    await field.fill('0123 4567 8901 2345 6789 0124');
    await field.press('Enter');
    await visitor.sees('Koden åpner ingen postkasse.');
    console.log(`stopped once and derived once in ${Math.round(performance.now() - began)} ms`);
  });
});
