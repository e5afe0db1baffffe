/** What a visitor may meet and do besides talking: leaving at once, being warned, being stopped, finding nobody. */

import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultsInFrames } from './kit/axe.ts';
import { launchBrowser } from './kit/browser.ts';
import { demo, type Demo } from './kit/demo.ts';
import { invite, putService } from './kit/havn.ts';
import { shift } from './kit/shift.ts';
import { visitorSays } from './kit/sockets.ts';
import { keptFor, phone, PHONE, Visitor } from './kit/visitor.ts';
import { Worker } from './kit/worker.ts';

/** The published example of the control digits. */
const NATIONAL_ID = '31129956715';

let running: Demo;
let browser: Browser;
let worker: Worker;
let visitors: BrowserContext;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  worker = await Worker.onDuty(browser, await invite(running, 'Kari'));
});
afterAll(async () => {
  await worker.offDuty();
  await browser.close();
});

beforeEach(async () => {
  visitors = await phone(browser);
  return () => visitors.close();
});

async function answered(visitor: Visitor): Promise<Visitor> {
  await visitor.ring();
  await worker.take();
  await visitor.answered();
  return visitor;
}

const embedded = (): Promise<Visitor> => Visitor.embedded(visitors, running.read().pages.host);
const alone = (): Promise<Visitor> => Visitor.alone(visitors, running.read().pages.widget);

/** The worker learns that the visitor left, and has nothing more to do. */
async function workerIsTold(): Promise<void> {
  await worker.sees('Den andre avsluttet samtalen.');
  await worker.clear();
}

describe('a visitor leaves at once', () => {
  it('with the button: the website is gone, nothing is kept, and the worker is told', async () => {
    const visitor = await answered(await embedded());
    await visitor.say('Noen kommer');
    await visitor.exit();
    await visitor.isGone();
    await workerIsTold();
    const { widget, host } = running.read().pages;
    await visitor.page.goBack({ timeout: 3_000 }).catch(() => null);
    expect(visitor.page.url()).not.toBe(host);
    expect(await keptFor(visitor.page, widget)).toEqual([]);
    await visitor.page.evaluate(() => localStorage.setItem('found', 'yes'));
    expect(await keptFor(visitor.page, widget)).toEqual(['found']);
  });

  it('with three presses of Shift in the chat', async () => {
    const visitor = await answered(await embedded());
    await visitor.say('Noen kommer');
    await visitor.chat.getByRole('textbox').focus();
    await shift(visitor.page);
    await visitor.isGone();
    await workerIsTold();
  });

  it('with three presses of Shift on the website around it', async () => {
    const visitor = await answered(await embedded());
    await visitor.page.getByRole('button', { name: /^Skjul/u }).focus();
    await shift(visitor.page);
    await visitor.isGone();
    await workerIsTold();
  });

  it('from the chat’s own page, which keeps nothing either', async () => {
    const visitor = await answered(await alone());
    await visitor.say('Hei');
    await worker.bubble('Hei');
    await visitor.exit();
    await visitor.isGone();
    await workerIsTold();
    expect(await keptFor(visitor.page, running.read().pages.widget)).toEqual([]);
  });
});

describe('a visitor is protected', () => {
  it('by a question before a number that says who they are is sent', async () => {
    const visitor = await answered(await embedded());
    const field = visitor.chat.getByRole('textbox');
    await field.fill(`jeg er ${NATIONAL_ID}`);
    await visitor.chat.getByRole('button', { name: 'Send', exact: true }).click();
    await visitor.sees('Dette ligner et fødselsnummer eller D-nummer');
    await visitor.chat.getByRole('button', { name: 'Endre' }).click();
    expect(await field.inputValue()).toBe(`jeg er ${NATIONAL_ID}`);
    await visitor.say('jeg vil ikke si det');
    await worker.bubble('jeg vil ikke si det');
    expect(await worker.times(`jeg er ${NATIONAL_ID}`)).toBe(0);
    await field.fill(NATIONAL_ID);
    await visitor.chat.getByRole('button', { name: 'Send', exact: true }).click();
    await visitor.chat.getByRole('button', { name: 'Send likevel' }).click();
    await worker.bubble(NATIONAL_ID);
    await visitor.end();
    await workerIsTold();
  });

  it('from a website with a wrong pin: nobody is rung, and nothing is sent', async () => {
    const { host } = running.read().pages;
    const page = await visitors.newPage();
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const snippet = document.querySelector<HTMLScriptElement>('script[data-pin]');
        if (snippet !== null) snippet.dataset['pin'] = 'A'.repeat(43);
      }).observe(document, { childList: true, subtree: true });
    });
    const said = visitorSays(page);
    await page.goto(host);
    await page.getByRole('button', { name: 'Chat' }).click();
    const visitor = Visitor.on(page);
    await visitor.sees('Vi vet ikke sikkert hvem som svarer her');
    expect(await visitor.chat.getByRole('link', { name: /113/u }).getAttribute('href')).toBe('tel:113');
    expect(await visitor.chat.getByRole('button', { name: /^(Skriv med oss|Still deg i kø)$/u }).count()).toBe(0);
    expect(said).toEqual([]);
  });
});

describe('a visitor whom nobody on duty understands', () => {
  it('is told so, waits, chooses a language that somebody speaks, and is taken', async () => {
    await worker.speaks('Engelsk', false);
    const visitor = await embedded();
    await visitor.chat.getByLabel('Jeg vil skrive på').selectOption('en');
    await visitor.sees('Ingen på vakt snakker engelsk nå.');
    await visitor.ring();
    await visitor.sees('Ingen på vakt snakker engelsk nå.');
    await worker.sees('Du snakker ikke språket');
    await visitor.chat.getByRole('button', { name: 'Skriv på norsk' }).click();
    await worker.sees('klarer seg på norsk bokmål');
    await worker.take();
    await visitor.answered();
    await visitor.end();
    await workerIsTold();
    await worker.speaks('Engelsk', true);
  });
});

describe('a visitor finds nobody', () => {
  it('and reads when the service opens, in words, and whom to call now', async () => {
    const oslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
    const tomorrow = oslo.format(new Date().getTime() + 24 * 3_600_000);
    await putService(running, {
      id: 'closed-today',
      names: { nb: 'Stengt i dag', en: 'Closed today' },
      languages: ['nb'],
      lanes: ['self'],
      hours: { zone: 'Europe/Oslo', weekly: [], exceptions: [{ date: tomorrow, open: true, from: '10:00', to: '12:00' }] },
      origins: [],
      retentionDays: 0,
      exit: 'https://www.yr.no/',
      emergency: [
        { number: '113', kind: 'health' },
        { number: '112', kind: 'police' },
      ],
    });
    const page = await visitors.newPage();
    const address = running.read().pages.widget.replace('/pro-mann', '/closed-today');
    const { origin } = new URL(address);
    const known = async (): Promise<number> =>
      (await visitors.request.get(`${origin}/api/v1/services/closed-today`)).status();
    await expect.poll(known, { timeout: 15_000 }).toBe(200);
    await page.goto(address);
    await page.getByRole('heading', { name: 'Vi har stengt nå' }).waitFor();
    await page.getByText(/^Vi åpner igjen i morgen, .+dag, kl\. 10\.00\.$/u).waitFor();
    expect(await page.getByRole('link', { name: /113/u }).getAttribute('href')).toBe('tel:113');
    expect(await page.getByRole('link', { name: /112/u }).getAttribute('href')).toBe('tel:112');
    expect(await page.getByRole('button', { name: /^(Skriv med oss|Still deg i kø)$/u }).count()).toBe(0);
  });
});

describe('the chat is for everybody', () => {
  it('who has only a keyboard', async () => {
    const page = await visitors.newPage();
    await page.goto(running.read().pages.host);
    const visitor = Visitor.on(page);
    const reach = async (name: string): Promise<void> => {
      for (let press = 0; press < 40; press += 1) {
        await page.keyboard.press('Tab');
        if ((await visitor.focused()).includes(name)) return;
      }
      throw new Error(`${name} was not reached with Tab`);
    };
    await page.getByRole('button', { name: 'Chat' }).waitFor();
    await reach('Chat');
    await page.keyboard.press('Enter');
    await visitor.sees('Noen er her nå');
    await reach('Skriv med oss');
    await page.keyboard.press('Enter');
    await worker.take();
    await visitor.answered();
    await reach('Skriv en melding');
    await page.keyboard.type('Uten mus');
    await page.keyboard.press('Enter');
    await worker.bubble('Uten mus');
    await visitor.end();
    await workerIsTold();
  });

  it('who uses aids: axe finds nothing wrong on the website, nor in the open chat', async () => {
    const visitor = await answered(await embedded());
    await visitor.say('Hei');
    await worker.say('Hei du');
    await visitor.bubble('Hei du');
    expect(await faultsInFrames(visitor.page)).toEqual([]);
    await visitor.chat.getByRole('log').evaluate((log) => log.append(document.createElement('img')));
    expect((await faultsInFrames(visitor.page)).join()).toContain('image-alt');
    await visitor.end();
    await workerIsTold();
  });

  it('who reads English: the page follows the browser', async () => {
    const english = await browser.newContext({ ...PHONE, locale: 'en-GB' });
    const page = await english.newPage();
    await page.goto(`${running.read().pages.host}?lang=en`);
    await page.getByRole('button', { name: 'Chat' }).click();
    const chat = page.frameLocator('iframe');
    await chat.getByRole('heading', { name: 'Somebody is here now' }).waitFor();
    expect(await chat.locator('html').getAttribute('lang')).toMatch(/^en/u);
    await chat.getByRole('button', { name: 'Write with us' }).waitFor();
    await chat.getByRole('button', { name: 'Leave this page' }).waitFor();
    await english.close();
  });

  it('who chooses English on a Norwegian website: what stands around the chat follows', async () => {
    const visitor = await embedded();
    await visitor.page.getByRole('button', { name: 'Skjul. Chatten fortsetter' }).waitFor();
    await visitor.chat.getByLabel('Språk').selectOption('en');
    await visitor.page.getByRole('button', { name: 'Hide. The chat goes on' }).waitFor();
  });
});
