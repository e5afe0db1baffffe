/** A shift in the real console: signing in, taking chats, reloading, leaving duty. */

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAuthenticator } from '../kit/authenticator.ts';
import { launchBrowser } from '../kit/browser.ts';
import { demo, type Demo } from '../kit/demo.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

let running: Demo;
let browser: Browser;
let worker: Worker;
let visitors: BrowserContext;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  visitors = await phone(browser);
  worker = await Worker.onDuty(browser, running.read().pages.coordinator);
});
afterAll(() => browser.close());

async function ringing(): Promise<Visitor> {
  const visitor = await Visitor.embedded(visitors, running.read().pages.host);
  await visitor.ring();
  return visitor;
}

async function finish(visitor: Visitor): Promise<void> {
  await visitor.end();
  await worker.sees('Den andre avsluttet samtalen.');
  await worker.clear();
  await visitor.page.close();
}

const openDuty = (page: Page): Promise<void> => page.getByRole('button', { name: /^(På vakt|Pause)/u }).click();

describe('a one-time link', () => {
  it('signs in once: whoever opens it again is refused with a sentence', async () => {
    const other = await browser.newContext({ locale: 'nb-NO' });
    const page = await other.newPage();
    await page.goto(running.read().pages.coordinator);
    await page.getByText('Lenken virker ikke. Den kan være brukt eller for gammel').waitFor();
    await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).waitFor();
    expect(await other.cookies()).toEqual([]);
    await other.close();
  });
});

describe('somebody on duty', () => {
  it('takes the first in line with one key', async () => {
    const visitor = await ringing();
    await worker.page.getByRole('button', { name: /^Ta samtalen/u }).waitFor({ timeout: 30_000 });
    await worker.page.locator('#main').focus();
    await worker.page.keyboard.press('t');
    await visitor.answered();
    await visitor.say('Hei');
    await worker.bubble('Hei');
    await finish(visitor);
  });

  it('holds two chats at once, and keeps them apart', async () => {
    const first = await ringing();
    await worker.take();
    await first.answered();
    await first.say('jeg er den første');
    await worker.bubble('jeg er den første');
    const second = await ringing();
    await worker.page.getByRole('button', { name: /^Ta samtalen/u }).click({ timeout: 30_000 });
    await second.answered();
    const chats = worker.page.getByRole('region', { name: 'Mine samtaler' }).getByRole('listitem').getByRole('button');
    await expect.poll(() => chats.count()).toBe(2);
    await chats.nth(1).click();
    await second.say('jeg er den andre');
    await worker.bubble('jeg er den andre');
    expect(await worker.times('jeg er den første')).toBe(0);
    await worker.say('til den andre');
    await second.bubble('til den andre');
    expect(await first.times('til den andre')).toBe(0);
    await finish(second);
    await chats.first().click();
    await worker.say('til den første');
    await first.bubble('til den første');
    await finish(first);
  });

  it('goes on with a chat after the console was loaded anew', async () => {
    const visitor = await ringing();
    await worker.take();
    await visitor.answered();
    await visitor.say('før');
    await worker.bubble('før');
    await worker.page.reload();
    await worker.page.getByLabel('Skriv et svar').waitFor({ timeout: 30_000 });
    await visitor.say('etter');
    await worker.bubble('etter');
    await worker.say('jeg er tilbake');
    await visitor.bubble('jeg er tilbake');
    expect([await worker.times('etter'), await visitor.times('jeg er tilbake')]).toEqual([1, 1]);
    await finish(visitor);
  });

  it('is told in the first tab that a second one has taken over', async () => {
    const second = await worker.context.newPage();
    await second.goto(new URL('/', running.read().pages.coordinator).href);
    await worker.sees('Vaktrommet er åpnet et annet sted med denne enheten');
    await second.getByRole('button', { name: /^På vakt/u }).waitFor({ timeout: 30_000 });
    await second.close();
    await worker.page.reload();
    await worker.page.getByRole('button', { name: /^På vakt/u }).waitFor({ timeout: 30_000 });
  });

  it('says with one press that it is full, only for those with a code, or closed, and opens again: visitors read it', async () => {
    const { page } = worker;
    const button = (name: string): Locator => page.getByRole('button', { name: `${name}: Pro Mann`, includeHidden: true });
    const press = async (name: string, then: string): Promise<void> => {
      await openDuty(page);
      await button(name).waitFor({ state: 'attached' });
      if (!(await button(name).isVisible())) await page.locator('.service-desk', { hasText: 'Pro Mann' }).getByText('Andre valg').click();
      await button(name).click();
      await button(then).waitFor();
      await page.keyboard.press('Escape');
    };
    const reads = async (words: string): Promise<void> => {
      const visitor = await Visitor.embedded(visitors, running.read().pages.host);
      await visitor.sees(words);
      await visitor.page.close();
    };
    for (const [name, told] of [
      ['Fullt i dag', 'Det er fullt i dag.'],
      ['Bare de med kode', 'Vi svarer bare dem som har en kode fra før.'],
      ['Ta ikke imot nye', 'Vi svarer bare dem som alt har begynt.'],
      ['Steng nå', 'Legg igjen en melding'],
    ] as const) {
      await press(name, 'Åpne igjen');
      await reads(told);
      await press('Åpne igjen', 'Steng nå');
    }
    await reads('Noen er her nå');
  });

  it('cannot go off duty while a chat is open, and then can: visitors see at once that nobody is there', async () => {
    const visitor = await ringing();
    await worker.take();
    await visitor.answered();
    await openDuty(worker.page);
    await worker.sees('Avslutt den åpne samtalen først.');
    expect(await worker.page.getByRole('button', { name: 'Gå av vakt' }).getAttribute('aria-disabled')).toBe('true');
    await worker.page.keyboard.press('Escape');
    await finish(visitor);
    const passerby = await Visitor.embedded(visitors, running.read().pages.host);
    await passerby.sees('Noen er her nå');
    await worker.offDuty();
    await passerby.sees('Ingen er på plass nå');
  });
});

describe('a passkey', () => {
  it('is made in the settings, and signs in after signing out', async () => {
    const { page } = worker;
    await addAuthenticator(worker);
    await page.getByRole('button', { name: 'Innstillinger' }).click();
    await worker.sees('Du har ingen passnøkkel.');
    await page.getByRole('button', { name: 'Lag passnøkkel' }).click();
    await worker.sees('Passnøkkelen er lagret. Neste gang logger du inn med den.');
    await page.getByRole('button', { name: 'Logg ut' }).click();
    await worker.sees('Du er logget ut.');
    expect(await worker.context.cookies()).toEqual([]);
    await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
    await page.getByRole('heading', { name: 'Start vakt' }).waitFor({ timeout: 30_000 });
  });
});
