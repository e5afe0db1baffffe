/** The hands of somebody on duty. */

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export class Worker {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  /** Signs in by the one-time link and goes on duty once the browser is in the roster. */
  static async onDuty(browser: Browser, link: string): Promise<Worker> {
    const worker = await Worker.arrive(browser, link);
    await worker.goOnDuty();
    return worker;
  }

  /** Signs in by the one-time link, in a browser of its own. */
  static async arrive(browser: Browser, link: string): Promise<Worker> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 860 },
      locale: 'nb-NO',
      timezoneId: 'Europe/Oslo',
    });
    const page = await context.newPage();
    await page.goto(link);
    return new Worker(context, page);
  }

  async goOnDuty(): Promise<void> {
    const start = this.page.getByRole('button', { name: 'Gå på vakt' });
    await start.waitFor({ timeout: 90_000 });
    // Remembered by the browser, and ticked beforehand in a demonstration.
    await this.page.getByRole('group', { name: 'Språk' }).getByLabel('norsk').check();
    await start.click();
    await this.sees('På vakt');
  }

  /** A coordinator's one-time link for somebody new of Pro Mann. */
  async link(name: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Folk og enheter' }).click();
    await this.page.getByLabel('Navn').fill(name);
    await this.page.getByLabel('Pro Mann').check();
    await this.page.getByRole('button', { name: 'Lag lenke' }).click();
    const link = await this.page.getByRole('textbox', { name: 'Lenke' }).inputValue();
    await this.page.getByRole('button', { name: 'Ferdig' }).click();
    await this.page.getByRole('button', { name: 'Vakt', exact: true }).click();
    return link;
  }

  /** Nobody is offered to somebody on a break. */
  async pause(): Promise<void> {
    await this.page.getByRole('button', { name: /^På vakt/u }).click();
    await this.page.getByRole('button', { name: 'Ta pause' }).click();
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('button', { name: /^Pause/u }).waitFor();
  }

  /** Says on duty which languages this person speaks. */
  async speaks(language: string, yes: boolean): Promise<void> {
    await this.page.getByRole('button', { name: /^På vakt/u }).click();
    await this.page.getByRole('dialog').getByLabel(language).setChecked(yes);
    await this.page.keyboard.press('Escape');
  }

  async resume(): Promise<void> {
    await this.page.getByRole('button', { name: /^Pause/u }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Tilbake fra pause' }).click();
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('button', { name: /^På vakt/u }).waitFor();
  }

  /** Leaves duty; the keys of the shift are destroyed. */
  async offDuty(): Promise<void> {
    await this.page.getByRole('button', { name: /^(På vakt|Pause)/u }).click();
    await this.page.getByRole('button', { name: 'Gå av vakt' }).click();
    await this.page.getByRole('heading', { name: 'Start vakt' }).waitFor();
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: 45_000 });
  }

  async take(): Promise<void> {
    await this.page.getByRole('button', { name: /^Ta samtalen/u }).first().click({ timeout: 45_000 });
    await this.page.getByLabel('Skriv et svar').waitFor({ timeout: 30_000 });
  }

  async say(words: string): Promise<void> {
    await this.page.getByLabel('Skriv et svar').fill(words);
    await this.page.getByLabel('Skriv et svar').press('Enter');
  }

  async bubble(words: string): Promise<void> {
    await this.words(words).waitFor({ timeout: 45_000 });
  }

  /** What was said, in the chat that is chosen. */
  words(words: string): Locator {
    return this.page.getByRole('log').getByText(words, { exact: true });
  }

  times(words: string): Promise<number> {
    return this.words(words).count();
  }

  async end(): Promise<void> {
    await this.page.getByRole('button', { name: /^Avslutt/u }).first().click();
    await this.page.getByRole('button', { name: 'Ja, avslutt' }).click();
    await this.clear();
  }

  /** Removes the ended chat from the screen. */
  async clear(): Promise<void> {
    await this.page.getByRole('button', { name: 'Fjern fra skjermen' }).first().click({ timeout: 45_000 });
  }
}
