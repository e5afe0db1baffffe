/** The hands of somebody who writes first, and the phones of the demonstration that it reaches. */

import type { Locator, Page } from 'playwright-core';

const PATIENCE = { timeout: 45_000 };

export interface Text {
  readonly to: string;
  readonly text: string;
}

/** What becomes of the next texts, as `/phone` names it. */
export type Mood = 'arrive' | 'delay' | 'twice' | 'lose' | 'refuse' | 'mute' | 'fail' | 'jumble' | 'anything';

export class Phones {
  constructor(
    private readonly page: string,
    private readonly service: string,
  ) {}

  /** What arrived, the newest first; at most 1,000. */
  async shown(): Promise<readonly Text[]> {
    return ((await (await fetch(`${this.page}/shown`)).json()) as { readonly texts: readonly Text[] }).texts;
  }

  /** The newest text to a number. */
  async textTo(number: string, words: RegExp): Promise<Text | undefined> {
    return (await this.shown()).find(({ to, text }) => to === number && words.test(text));
  }

  sends(from: string, text: string): Promise<void> {
    return this.post('send', { from, service: this.service, text });
  }

  are(mood: Mood): Promise<void> {
    return this.post('mood', { mood });
  }

  private async post(what: string, form: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${this.page}/${what}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`the phones refused ${what}: ${answer.status}`);
  }
}

/** The page of those who write first, of one service. */
export class Outreach {
  constructor(readonly page: Page) {}

  async open(service: string): Promise<void> {
    await this.press(/^Oppsøkende/u);
    // A service that does not know this device yet comes a little later.
    await this.page.getByLabel('Tjeneste').selectOption(service, PATIENCE);
    await this.page.getByRole('navigation', { name: 'Deler av siden' }).waitFor(PATIENCE);
  }

  part(name: string): Promise<void> {
    return this.page
      .getByRole('navigation', { name: 'Deler av siden' })
      .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
      .click();
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).first().click(PATIENCE);
  }

  sees(words: string | RegExp): Promise<void> {
    return this.page.getByText(words).first().waitFor(PATIENCE);
  }

  region(name: string): Locator {
    return this.page.getByRole('region', { name });
  }

  /** Chooses a file of contacts, and waits until the server has said what its numbers are worth. */
  async reads(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    await this.page.getByLabel('Fil (CSV)').setInputFiles(file);
    await this.sees(/ (?:kort|1 kort) blir lagret\./u);
  }

  /** Keeps what was read, until the first of June. */
  async keeps(cards: number): Promise<void> {
    await this.page.getByLabel('Hvor kommer listen fra?').selectOption('advert');
    await this.page.getByLabel('Slettes').fill('2027-06-01');
    await this.press(`Lagre ${cards} kort`);
  }
}
