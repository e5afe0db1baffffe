/** Planned shifts, from the plan to a volunteer who goes on duty, and the calendar that another program reads. */

import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { faults } from '../kit/axe.ts';
import { launchBrowser } from '../kit/browser.ts';
import { demo, type Demo } from '../kit/demo.ts';
import { invite, putService } from '../kit/havn.ts';
import { aService } from '../kit/service.ts';
import { inMemory } from '../kit/residue.ts';
import { Worker } from '../kit/worker.ts';

const SERVICE = aService('vaktprove', 'Vaktprøve', 'Shift trial');
const DAY = 86_400_000;
/** Date in Oslo, as a field of type date takes it. */
const date = (at: number): string => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Oslo' }).format(at);

let running: Demo;
let browser: Browser;
let kari: Page;
let ola: Page;
let eva: Page;

beforeAll(async () => {
  running = demo();
  browser = await launchBrowser();
  await putService(running, SERVICE);
  const arrive = async (name: string, role: string): Promise<Page> =>
    (await Worker.arrive(browser, await invite(running, name, SERVICE.id, role))).page;
  kari = await arrive('Kari', 'coordinator');
  ola = await arrive('Ola', 'volunteer');
  eva = await arrive('Eva', 'worker');
  await Promise.all([kari, ola, eva].map((page) => open(page, 'Vakter')));
});
afterAll(() => browser.close());

const open = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name: new RegExp(`^${name}( |\\d|$)`, 'u') }).click({ timeout: 60_000 });
/** A list of the page by its heading. */
const part = (page: Page, name: string): ReturnType<Page['getByRole']> => page.getByRole('region', { name });
const press = (page: Page, list: string, name: string | RegExp): Promise<void> =>
  part(page, list).getByRole('button', { name }).first().click();
/** The console looks every minute; whoever opens the page sees it at once. */
async function again(page: Page): Promise<void> {
  await open(page, 'Vakt');
  await open(page, 'Vakter');
}

async function plan(first: string, from: string, to: string, repeat: string): Promise<void> {
  await kari.getByLabel('Første dag').fill(first);
  await kari.getByLabel('Fra', { exact: true }).fill(from);
  await kari.getByLabel('Til', { exact: true }).fill(to);
  await kari.getByLabel('Gjentas').selectOption({ label: repeat });
  await kari.getByLabel('Plasser').fill('1');
  await kari.getByRole('button', { name: 'Legg inn' }).click();
  await kari.getByText('Vakten er lagt inn.').waitFor();
}

describe('planned shifts', () => {
  it('are planned, swapped, given up at the last moment and missed on the coordinator’s list', async () => {
    const now = systemClock.now();
    await plan(date(now), '00:00', '23:59', 'Bare denne dagen');
    await plan(date(now + 3 * DAY), '18:00', '21:00', 'Hver uke');
    await part(kari, 'Planer').getByText('18:00–21:00 · Hver uke · Plasser: 1').waitFor();
    expect(await faults(kari)).toEqual([]);
    await Promise.all([again(ola), again(eva)]);
    await press(eva, 'Alle vakter', /^Meld deg på: .*00:00–23:59/u);
    await press(ola, 'Alle vakter', /^Meld deg på: .*18:00–21:00/u);
    await part(ola, 'Mine vakter').getByText('Vaktprøve').waitFor();
    await again(ola);
    await press(ola, 'Mine vakter', /^Spør om å bytte/u);
    await ola.getByRole('dialog').getByRole('button', { name: /^Eva, .*00:00–23:59/u }).click();
    await part(ola, 'Mine vakter').getByText(/^Du har spurt om å bytte/u).waitFor();
    await again(eva);
    await press(eva, 'Alle vakter', /^Bytt$/u);
    await part(eva, 'Mine vakter').getByText('18:00–21:00').waitFor();
    await again(ola);
    await part(ola, 'Mine vakter').getByText('00:00–23:59').waitFor();
  });

  it('are changed from a day on: whoever fits keeps the seat, and the coordinator reads who does not', async () => {
    const replace = async (from: string, workers: boolean): Promise<void> => {
      await again(kari);
      await part(kari, 'Planer').getByRole('button', { name: /^Endre planen: .* (18|19):00$/u }).last().click();
      const dialog = kari.getByRole('dialog');
      await dialog.getByLabel('Fra og med').fill(date(systemClock.now() + 3 * DAY));
      await dialog.getByLabel('Fra', { exact: true }).fill(from);
      if (!workers) await dialog.getByLabel('ansatt').uncheck();
      await dialog.getByRole('button', { name: 'Endre', exact: true }).click();
    };
    await replace('19:00', true);
    await kari.getByText('Planen er endret. 1 beholdt plassen.').waitFor();
    expect(await faults(kari)).toEqual([]);
    await kari.keyboard.press('Escape');
    await again(eva);
    await part(eva, 'Mine vakter').getByText('19:00–21:00').waitFor();
    await replace('20:00', false);
    await kari.getByText('Disse mistet plassen. Si fra til dem:').waitFor();
    await kari.getByRole('dialog').getByText(/^Eva, /u).waitFor();
    await kari.keyboard.press('Escape');
  });

  it('tell who lost a seat, and remind people on a phone whose number no desk and no store ever has', async () => {
    await again(eva);
    await part(eva, 'Endret i vaktene dine').getByText('har ikke plass til deg').first().waitFor();
    await part(eva, 'Påminnelser på telefonen').getByLabel('Mobilnummeret ditt').fill('22 12 34 56');
    await press(eva, 'Påminnelser på telefonen', 'Send en kode');
    await eva.getByText('Dit kan det ikke sendes SMS').waitFor();
    await eva.getByLabel('Mobilnummeret ditt').fill('986 54 321');
    await press(eva, 'Påminnelser på telefonen', 'Send en kode');
    await eva.getByLabel('Koden fra meldingen').waitFor();
    const code = async (): Promise<string | undefined> => {
      const { texts } = (await (await fetch(`${running.read().pages.phone}/shown`)).json()) as { texts: { to: string; text: string }[] };
      const text = texts.find(({ to }) => to === '+4798654321')?.text;
      return /er (\d{6})\./u.exec(text ?? '')?.[1];
    };
    await expect.poll(code, { timeout: 20_000 }).toMatch(/^\d{6}$/u);
    await eva.getByLabel('Koden fra meldingen').fill((await code()) ?? '');
    await press(eva, 'Påminnelser på telefonen', 'Bekreft nummeret');
    await eva.getByText('Nummeret ditt er bekreftet.').waitFor();
    expect(await faults(eva)).toEqual([]);
    const { server, redis, postgres } = running.read().pids;
    expect([server, redis, postgres].map((pid) => inMemory(pid, ['98654321']))).toEqual([[], [], []]);
    await press(eva, 'Endret i vaktene dine', 'Jeg har sett det');
    await part(eva, 'Endret i vaktene dine').waitFor({ state: 'detached' });
    await press(eva, 'Påminnelser på telefonen', 'Glem nummeret');
    await eva.getByLabel('Mobilnummeret ditt').waitFor();
  });

  it('let a volunteer go on duty, and say so to nobody’s calendar but their own', async () => {
    await ola.getByRole('button', { name: 'Lag en ny adresse' }).click();
    const address = await ola.getByRole('textbox', { name: 'I din egen kalender' }).inputValue();
    const shown = await ola.evaluate(async () => {
      const { shifts } = (await (await fetch('/api/shifts')).json()) as { shifts: { from: string; to: string; taken: { mine: boolean }[] }[] };
      return shifts.filter(({ taken }) => taken.some(({ mine }) => mine)).map(({ from, to }) => [from, to]);
    });
    const feed = await ola.evaluate(async (at) => (await fetch(at, { credentials: 'omit' })).text(), address);
    const events = new ICAL.Component(ICAL.parse(feed) as unknown[]).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const instant = (time: ICAL.Time): number => time.toJSDate().getTime();
    expect(events.map(({ startDate, endDate }) => [instant(startDate), instant(endDate)])).toEqual(
      shown.map((each) => each.map((at) => Date.parse(at))),
    );
    expect(events.length).toBe(1);
    expect(feed).not.toContain('Vaktpr');
    await open(ola, 'Vakt');
    await ola.getByRole('button', { name: 'Gå på vakt' }).click({ timeout: 90_000 });
    await ola.getByRole('button', { name: /^På vakt/u }).waitFor();
    await open(ola, 'Vakter');
    await press(ola, 'Mine vakter', /^Jeg kan ikke komme/u);
    await ola.getByRole('dialog').getByRole('button', { name: 'Jeg kan ikke komme' }).click();
    await part(ola, 'Mine vakter').getByText('Du har ingen vakter').waitFor();
    await again(kari);
    await part(kari, 'Her mangler noen').getByText('Mangler folk om mindre enn et døgn').waitFor();
    await open(ola, 'Vakt');
    await ola.getByText('Du har ingen vakt nå').waitFor({ timeout: 30_000 });
  });
});
