/** One evening of a service that did not exist in the afternoon, on the demonstration's clock. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { DemoClock } from './kit/clock.ts';
import { demoOf, startDemoAt, type Demo, type RunningDemo } from './kit/demo.ts';
import { phone, Visitor } from './kit/visitor.ts';
import { Worker } from './kit/worker.ts';

/** A Tuesday in winter. */
const DAY = '2026-11-24';
const at = (time: string): number => Date.parse(`${DAY}T${time}:00+01:00`);

let run: RunningDemo;
let running: Demo;
let clock: DemoClock;
let browser: Browser;
let ingrid: Page;
let berit: Worker;
let jonas: Worker;
let visitor: Visitor;

beforeAll(async () => {
  run = await startDemoAt('evening', `${DAY}T17:57`);
  running = demoOf(run.file);
  clock = DemoClock.of(running);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await run.stop();
});

const menu = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Sider' })
    .getByRole('button', { name: new RegExp(`^${name}( |\\d|$)`, 'u') })
    .click({ timeout: 60_000 });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** Somebody new, of the service alone. */
async function joins(name: string): Promise<Worker> {
  await menu(ingrid, 'Folk og enheter');
  await ingrid.getByLabel('Navn').fill(name);
  await ingrid.getByLabel('Kveldslys').check();
  await press(ingrid, 'Lag lenke');
  const link = await ingrid.getByRole('textbox', { name: 'Lenke' }).inputValue();
  await press(ingrid, 'Ferdig');
  return Worker.arrive(browser, link);
}

describe('an evening', () => {
  it('a coordinator writes the service, invites two workers and plans a shift, which one of them takes', async () => {
    ingrid = (await Worker.arrive(browser, running.read().pages.coordinator)).page;
    await ingrid.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 90_000 });
    await menu(ingrid, 'Tjenester');
    await press(ingrid, 'Ny tjeneste');
    await ingrid.getByLabel('Kort navn i adresser').fill('kveldslys');
    await ingrid.getByRole('group', { name: 'Navn som vises, rad 1' }).getByLabel('Navn', { exact: true }).fill('Kveldslys');
    await press(ingrid, 'Legg til: Åpent hver uke');
    const slot = ingrid.getByRole('group', { name: 'Åpent hver uke, rad 1' });
    await slot.getByLabel('Dag').selectOption('tuesday');
    await slot.getByLabel('Fra', { exact: true }).fill('18:00');
    await slot.getByLabel('Til', { exact: true }).fill('18:25');
    await press(ingrid, 'Publiser');
    await ingrid.getByText('Publisert. Besøkende ser det om et par sekunder.').waitFor();
    // The console learns of its services when it opens.
    await ingrid.reload();
    [berit, jonas] = [await joins('Berit'), await joins('Jonas')];
    await menu(ingrid, 'Vakter');
    await ingrid.getByLabel('Tjeneste').selectOption('kveldslys');
    await ingrid.getByLabel('Første dag').fill(DAY);
    await ingrid.getByLabel('Til', { exact: true }).fill('18:25');
    await press(ingrid, 'Legg inn');
    await ingrid.getByText('Vakten er lagt inn.').waitFor();
    await menu(berit.page, 'Vakter');
    await press(berit.page, /^Meld deg på: .*18:00–18:25/u);
    await berit.page.getByRole('region', { name: 'Mine vakter' }).getByText('Kveldslys').waitFor();
  });

  it('a visitor reads when it opens, then that nobody has come, of which the coordinator is told, then that somebody is there', async () => {
    const address = new URL(running.read().pages.widget);
    address.pathname = '/chat/kveldslys';
    visitor = await Visitor.alone(await phone(browser), address.href);
    await visitor.sees(/kl\. 18[:.]00/u);
    await clock.until(at('18:01'));
    await visitor.sees('Vi skulle hatt åpent');
    await clock.until(at('18:06'));
    await ingrid.getByText('Kveldslys skulle hatt åpent fra kl. 18:00, og ingen er der').waitFor({ timeout: 45_000 });
    await menu(berit.page, 'Vakt');
    await berit.goOnDuty();
    await visitor.ring();
    await berit.take();
    await visitor.answered();
    await visitor.say('Hei, har jeg rett til lege?');
    await berit.bubble('Hei, har jeg rett til lege?');
  });

  it('whoever falls silent is warned, and the visitor is taken by somebody else', async () => {
    await clock.pass(5.5);
    await berit.sees(/Venter på svar i \d+ min/u);
    await menu(jonas.page, 'Vakt');
    await jonas.goOnDuty();
    await clock.pass(3);
    await visitor.isLeft('Den du skrev med, har ikke svart på åtte minutter. Det beklager vi.', 'Hei, har jeg rett til lege?');
    await jonas.take();
    await visitor.answered();
    await visitor.say('Er det noen der nå?');
    await jonas.bubble('Er det noen der nå?');
    await jonas.say('Ja, jeg er her.');
    await visitor.bubble('Ja, jeg er her.');
  });

  it('a chat that is handed over and goes on past closing time is nobody’s to end: its worker is asked, the coordinator is told', async () => {
    await clock.until(at('18:26'));
    await visitor.say('Kan jeg spørre om en ting til?');
    await jonas.bubble('Kan jeg spørre om en ting til?');
    await jonas.say('Ja, spør Berit.');
    await visitor.bubble('Ja, spør Berit.');
    await press(jonas.page, 'Hent inn en kollega');
    await press(jonas.page, 'Spør om å ta over: Berit');
    await visitor.sees('Jonas spør: kan Berit (ansatt) ta over');
    await visitor.chat.getByRole('button', { name: 'Ja', exact: true }).click();
    await berit.page.getByRole('button', { name: 'Godta' }).click({ timeout: 30_000 });
    await visitor.bubble('Du skriver med Berit herfra.');
    await jonas.sees('Samtalen går videre uten deg.');
    await berit.say('Nå er det meg igjen.');
    await visitor.bubble('Nå er det meg igjen.');
    await clock.until(at('18:41'));
    await visitor.say('Tusen takk.');
    await berit.say('Bare hyggelig.');
    await visitor.sees('Bare hyggelig.');
    await clock.until(at('18:53'));
    await visitor.sees('Er du der fortsatt?');
    await visitor.chat.getByRole('button', { name: 'Ja, jeg er her' }).click();
    await expect.poll(() => visitor.chat.getByText('Er du der fortsatt?').count()).toBe(0);
    await clock.until(at('18:56'));
    await berit.sees(/Kveldslys er stengt, og du har/u);
    await ingrid.getByText(/Kveldslys er stengt, og noen har/u).waitFor({ timeout: 45_000 });
    await visitor.end();
    await berit.clear();
    await expect.poll(() => berit.page.getByText(/Kveldslys er stengt, og/u).count(), { timeout: 45_000 }).toBe(0);
  }, 180_000);
});
