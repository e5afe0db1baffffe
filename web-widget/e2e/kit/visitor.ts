/** The hands of a visitor, in Norwegian as the page speaks to a Norwegian browser. */

import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const PHONE = { viewport: { width: 390, height: 780 }, locale: 'nb-NO', timezoneId: 'Europe/Oslo' } as const;

/** A phone that reaches nothing but this machine; the neutral page is answered here. */
export async function phone(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext(PHONE);
  await context.route(/^https:/u, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Sun</h1>' }),
  );
  return context;
}

/** What the browser keeps for the chat's host, asked by a page of that host in the same tab. */
export async function keptFor(page: Page, address: string): Promise<string[]> {
  await page.goto(new URL('/loader.json', address).href);
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => String(name)),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);
  return [...kept, ...(await page.context().cookies()).map(({ name }) => name)];
}

export class Visitor {
  private constructor(
    readonly page: Page,
    /** Where the chat is: the frame, or the page itself. */
    readonly chat: Page | FrameLocator,
  ) {}

  /** Opens the website and its chat. */
  static async embedded(context: BrowserContext, host: string): Promise<Visitor> {
    const page = await context.newPage();
    await page.goto(host);
    await page.getByRole('button', { name: 'Chat' }).click();
    return new Visitor(page, page.frameLocator('iframe'));
  }

  /** Opens the chat on its own page. */
  static async alone(context: BrowserContext, address: string): Promise<Visitor> {
    const page = await context.newPage();
    await page.goto(address);
    return new Visitor(page, page);
  }

  /** On a website that is open already. */
  static on(page: Page): Visitor {
    return new Visitor(page, page.frameLocator('iframe'));
  }

  /** What has the keyboard, on the website or in the frame: its label or its text. */
  async focused(): Promise<string[]> {
    const inFrames = this.page.frames().map((frame) =>
      frame.evaluate(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        if (focused === null || focused === document.body) return '';
        return (focused.getAttribute('aria-label') ?? focused.textContent).trim();
      }),
    );
    return Promise.all(inFrames);
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.chat.getByText(words).first().waitFor({ timeout: 30_000 });
  }

  async ring(): Promise<void> {
    await this.chat.getByRole('button', { name: /^(Skriv med oss|Still deg i kø)$/u }).click();
    await this.chat.getByRole('heading', { name: /Du er (neste|nummer)/u }).waitFor({ timeout: 30_000 });
  }

  /** Waits until somebody has taken the chat and was checked. */
  async answered(): Promise<void> {
    await this.chat.getByRole('log').waitFor({ timeout: 45_000 });
  }

  async say(words: string): Promise<void> {
    await this.chat.getByRole('textbox').fill(words);
    await this.chat.getByRole('button', { name: 'Send', exact: true }).click();
    await this.bubble(words);
  }

  async bubble(words: string): Promise<void> {
    await this.words(words).waitFor({ timeout: 45_000 });
  }

  /** What was said. */
  words(words: string): Locator {
    return this.chat.getByRole('log').getByText(words, { exact: true });
  }

  /** How often a text stands in the log. */
  times(words: string): Promise<number> {
    return this.words(words).count();
  }

  async exit(): Promise<void> {
    await this.chat.getByRole('button', { name: 'Forlat siden' }).click();
  }

  /** The service left the chat: the page stands in front of the line again, with what nobody answered. */
  async isLeft(why: string, unanswered: string): Promise<void> {
    await this.chat.getByRole('heading', { name: 'Du er neste' }).waitFor({ timeout: 30_000 });
    await this.sees(why);
    await expect.poll(() => this.chat.getByRole('textbox').inputValue()).toBe(unanswered);
  }

  async leaveLine(): Promise<void> {
    for (let press = 0; press < 2; press++) await this.chat.getByRole('button', { name: 'Gå ut av køen' }).click();
    await this.sees('Takk for at du skrev.');
  }

  async end(): Promise<void> {
    await this.chat.getByRole('button', { name: 'Avslutt' }).click();
    await this.chat.getByRole('button', { name: 'Ja, avslutt' }).click();
    await this.sees('Takk for at du skrev.');
  }

  /** The neutral page stands where the website stood. */
  async isGone(): Promise<void> {
    await expect.poll(() => this.page.url(), { timeout: 15_000 }).toMatch(/^https:/u);
    await expect.poll(() => this.page.title(), { timeout: 15_000 }).toBe('Weather');
  }
}
