/**
 * A campaign of two hundred by two people, from the list to the counts: on the demonstration's phones, which refuse, lose,
 * delay and tell things twice, and which say stop in every language.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './kit/browser.ts';
import { DemoClock } from './kit/clock.ts';
import { demoOf, ROOT, startDemoAt, type Demo, type RunningDemo } from './kit/demo.ts';
import { Outreach, Phones } from './kit/outreach.ts';
import { tablesOf } from './kit/postgres.ts';
import { inBytes, inFiles, inHeapDump, inMemory } from './kit/residue.ts';
import { Worker } from './kit/worker.ts';

const SERVICE = 'pro-mann';
const PEOPLE = 202;
const EVERYBODY = [...Array(PEOPLE).keys()];
const LANGUAGES = ['nb', 'en', 'th', 'ru', 'ar', 'ro', 'es', 'pt', 'bg', 'tr', 'nn'];
/** People whom the provider stopped before, and people who say stop before it is their turn. */
const STOPPED_BEFORE = [50, 51];
const STOPPED_LATE = [60, 61, 62];
const SENT = PEOPLE - STOPPED_BEFORE.length - STOPPED_LATE.length;

const mobile = (person: number): string => `90200${String(person).padStart(3, '0')}`;
const e164 = (person: number): string => `+47${mobile(person)}`;

/** As people write numbers. */
function written(person: number): string {
  const number = mobile(person);
  const parts = [number.slice(0, 3), number.slice(3, 5), number.slice(5)];
  switch (person % 5) {
    case 0:
      return `+47 ${parts.join(' ')}`;
    case 1:
      return `${number} / ${mobile(person + 500)}`;
    case 2:
      return `0047${number}`;
    case 3:
      return `${parts.join(' ')}; 22 12 3${String(person).padStart(3, '0')}`;
    default:
      return number;
  }
}

/** A number in the ways that people and programs part its digits; with a country in front it is the same words. */
const spellings = (number: string): readonly string[] => [
  number,
  number.replace(/(...)(..)(...)/u, '$1 $2 $3'),
  number.replace(/(..)(?!$)/gu, '$1 '),
];
/** Every number of the list, some people have two. */
const CANARIES = [...EVERYBODY.flatMap((at) => [at, at + 500]).map(mobile).flatMap(spellings), 'Navnløs 17', 'Kanarihilsen'];
/** Ports from the figures of the one process to those of the other. */
const CHANNELS_BEHIND_SERVER = 5;

const COLUMNS = 'Telefon,Alias,Språk,Sett på,Notat,Vindu,Pris';
const person = (of: number): string =>
  `"${written(of)}",Navnløs ${of},${LANGUAGES[of % LANGUAGES.length]},"Avis, side ${of}",,${of % 25 === 0 ? '10-14' : ''},1500`;
const ROWS = [
  ...EVERYBODY.map(person),
  // The same people in another advert.
  ...EVERYBODY.slice(30, 45).map((at) => `${mobile(at)},Navnløs annen ${at},,,,,`),
  // Landlines, which can be called only.
  ...['22 45 67 80', '22 45 67 81', '55 12 34 56'].map((number) => `${number},Fasttelefon,nb,,,,`),
  // What nobody can use.
  '112,Nødnummer,nb,,,,',
  'ring meg,Uten nummer,nb,,,,',
  ',Tom,nb,,,,',
  '"9,02E+07",Avrundet,nb,,,,',
  '90299999,Uforstått tid,nb,,,kveldstid,',
];
const FILE = { name: 'annonser.csv', mimeType: 'text/csv', buffer: Buffer.from(`\u{FEFF}${[COLUMNS, ...ROWS].join('\r\n')}`) };
const CARDS = PEOPLE + 3;
const NUMBERS = CARDS + EVERYBODY.filter((at) => at % 5 === 1 || at % 5 === 3).length;
const ADVERTS = CARDS + 15;

const PROVIDERS_LIST = {
  name: 'stopped.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Date;Phone Number;Reason', ...[...STOPPED_BEFORE, 900, 901].map((at) => `2026-11-01 10:00;${e164(at)};STOP`), '2026-11-02;Unknown;STOP'].join('\n')),
};

/** One for each language, in its own letters: Latin, Cyrillic, Thai and Arabic ones. */
const STOP_WORDS: readonly string[] = Object.values(
  JSON.parse(readFileSync(join(ROOT, 'server/src/main/resources/havn/courtesy/stop-words.json'), 'utf8')) as Readonly<
    Record<string, { readonly stop: readonly string[] }>
  >,
).map(({ stop }) => stop.findLast((word) => /[^\p{Script=Latin}\p{P}\s]/u.test(word)) ?? stop.at(-1)!);

let run: RunningDemo;
let running: Demo;
let browser: Browser;
let ingrid: Outreach;
let per: Outreach;
let phones: Phones;
/** Whom a text of the campaign reached. */
let arrived: readonly string[];

beforeAll(async () => {
  // A Tuesday at noon: what a service begins may go out.
  run = await startDemoAt('campaign', '2026-11-24T12:00');
  running = demoOf(run.file);
  browser = await launchBrowser();
  const { pages } = running.read();
  phones = new Phones(pages.phone, SERVICE);
  [ingrid, per] = await Promise.all([arrives(pages.coordinator), arrives(pages.worker)]);
});
afterAll(async () => {
  await browser.close();
  await run.stop();
});

async function arrives(link: string): Promise<Outreach> {
  const { page } = await Worker.arrive(browser, link);
  await page.getByRole('button', { name: 'Gå på vakt' }).waitFor({ timeout: 90_000 });
  const hands = new Outreach(page);
  await hands.open(SERVICE);
  return hands;
}

/** Looks at a part of the page anew. */
async function looks(hands: Outreach, part: string): Promise<void> {
  await hands.part(part === 'Arbeidsliste' ? 'Kampanjer' : 'Arbeidsliste');
  await hands.part(part);
}

/** The numbers that a row or a list of counts shows, in order. */
const counted = (words: string): readonly number[] => [...words.matchAll(/\d+/gu)].map(([digits]) => Number(digits));

/** The numbers of what arrived, without the confirmations of a stop. */
const reached = async (): Promise<readonly string[]> => {
  const late = new Set(STOPPED_LATE.map(e164));
  return (await phones.shown()).map(({ to }) => to).filter((number) => !late.has(number));
};

describe('a campaign of two hundred', () => {
  it('keeps out whom a provider stopped, by its own list', async () => {
    await ingrid.part('Reservasjoner');
    await ingrid.page.getByLabel('Listen fra leverandøren (CSV)').setInputFiles(PROVIDERS_LIST);
    await ingrid.press('Stans dem');
    await ingrid.sees('4 nye er stanset.');
    await ingrid.sees('1 kunne ikke leses som nummer. Det står igjen i feltet.');
  });

  it('is imported from a list as people keep them, after a look at what would happen', async () => {
    await ingrid.part('Import');
    await ingrid.reads(FILE);
    await ingrid.sees(`${CARDS} kontakter fra ${ADVERTS} annonser, med ${NUMBERS} ulike nummer.`);
    await ingrid.sees(`${CARDS - STOPPED_BEFORE.length} kort blir lagret.`);
    await ingrid.sees('Disse kolonnene leses ikke: Pris');
    await ingrid.sees('5 feil i filen');
    await ingrid.keeps(CARDS - STOPPED_BEFORE.length);
    await ingrid.sees(/^Lagrer: \d+ av 203\./u);
    await ingrid.sees(`${CARDS - STOPPED_BEFORE.length} kort er lagret.`);
  });

  it('is proposed by one, and approved by another', async () => {
    await ingrid.part('Kampanjer');
    await ingrid.press('Finn kort');
    await ingrid.sees(`${PEOPLE - STOPPED_BEFORE.length} kort passer.`);
    await ingrid.press('Foreslå kampanje');
    await ingrid.sees('Du foreslo den. En annen må godkjenne.');
    expect(await ingrid.page.getByRole('button', { name: 'Les og godkjenn' }).count()).toBe(0);
    await per.part('Kampanjer');
    await per.press('Les og godkjenn');
    await per.page.getByRole('button', { name: 'Godkjenn', exact: true }).click();
    await per.sees(/Godkjent av/u);
  });

  it('reaches everybody once who has not said stop, whatever the provider does', async () => {
    for (const [at, word] of ['Стоп', 'หยุด', 'توقف'].entries()) await phones.sends(e164(STOPPED_LATE[at]!), word);
    await expect.poll(async () => (await phones.shown()).length, { timeout: 20_000 }).toBe(STOPPED_LATE.length);
    await phones.are('anything');
    await DemoClock.of(running).run(5);
    await looks(ingrid, 'Kampanjer');
    await Promise.all([ingrid.press('Kjør'), per.press('Kjør')]);
    const ends = await Promise.all(
      [ingrid, per].map(async ({ page }) => {
        const end = page.getByText(/^(?:Ferdig nå|Stoppet)\. \d+ sendt her/u);
        await end.waitFor({ timeout: 85_000 });
        return counted(await end.innerText())[0]!;
      }),
    );
    expect(ends[0]! + ends[1]!, ends.join(' + ')).toBe(SENT);
    await DemoClock.of(running).run(1);
    await ingrid.sees(`${SENT} av ${PEOPLE - STOPPED_BEFORE.length} sendt · ${STOPPED_LATE.length} kan ikke kontaktes`);
  });

  it('shows how many texts arrived, and how many did not', async () => {
    const row = ingrid.page.getByText(/^\d+ levert · \d+ ikke levert$/u);
    let fates: readonly number[] = [];
    await expect
      .poll(
        async () => {
          await looks(ingrid, 'Kampanjer');
          fates = counted(await row.innerText());
          const [delivered = 0, lost = 0] = fates;
          // One in ten fails and one in ten is lost without a word.
          return delivered === new Set(await reached()).size && Math.abs(SENT - delivered - 2 * lost) <= 1;
        },
        { timeout: 60_000, interval: 500 },
      )
      .toBe(true);
    arrived = await reached();
    expect(fates[1], fates.join(' ')).toBeGreaterThan(15);
    expect(new Set(arrived).size, 'nobody got it twice').toBe(arrived.length);
    const people = new Set(EVERYBODY.map(e164));
    for (const at of [...STOPPED_BEFORE, ...STOPPED_LATE]) people.delete(e164(at));
    expect(arrived.filter((number) => !people.has(number))).toEqual([]);
  });

  it('stops at a stop word of every language, is answered by others, and counts both', async () => {
    await phones.are('twice');
    for (const [at, word] of STOP_WORDS.entries()) await phones.sends(arrived[at]!, word);
    const talkers = arrived.slice(STOP_WORDS.length, STOP_WORDS.length + 5);
    for (const number of talkers) await phones.sends(number, 'Kanarihilsen: hvem er dere?');
    const heard = [...STOPPED_LATE, ...STOP_WORDS, ...talkers].length;
    await expect
      .poll(
        async () => {
          await looks(ingrid, 'Arbeidsliste');
          return counted(await ingrid.region('Arbeidsliste').getByRole('list').first().innerText());
        },
        { timeout: 30_000, interval: 500 },
      )
      .toEqual([CARDS - 2, expect.any(Number), ADVERTS - 2, expect.any(Number), heard, STOPPED_LATE.length + STOP_WORDS.length]);
    await looks(per, 'Samtaler');
    await expect.poll(() => per.region('Samtaler').getByText('Venter på svar', { exact: true }).count(), { timeout: 30_000 }).toBe(talkers.length);
    expect(await per.region('Samtaler').getByText('Skal ikke kontaktes').count()).toBe(STOPPED_LATE.length + STOP_WORDS.length);
    expect(await per.region('Samtaler').getByText('ikke levert – send igjen').count()).toBeGreaterThan(15);
  });

  it('leaves a second one only those whom no text reached, and those who answered', async () => {
    await looks(ingrid, 'Kampanjer');
    const [, lost] = counted(await ingrid.page.getByText(/^\d+ levert · \d+ ikke levert$/u).innerText());
    await ingrid.press('Finn kort');
    await ingrid.sees(`${lost} kort passer.`);
    await ingrid.page.getByLabel('Bare de ingen har skrevet til').uncheck();
    await ingrid.press('Finn kort');
    await ingrid.sees(`${lost! + 5} kort passer.`);
    await ingrid.part('Import');
    await ingrid.reads(FILE);
    await ingrid.sees('0 kort blir lagret.');
  });

  it('leaves no number, name or word in any table, in whatever way it may be kept', async () => {
    const tables = await tablesOf(running);
    const found = [...tables].flatMap(([name, rows]) => inBytes([rows], [SERVICE, ...CANARIES]).map((word) => `${word} in ${name}`));
    expect(found).toEqual(expect.arrayContaining(['contact', 'thread', 'campaign'].map((name) => `${SERVICE} in public.${name}`)));
    expect(found.filter((word) => !word.startsWith(SERVICE))).toEqual([]);
  });

  it('leaves no number, name or word in any file of the stores, nor in a log', () => {
    expect(inFiles(running.folder, CANARIES)).toEqual([]);
  });

  it('leaves none of them in the heap of the process that staff and visitors reach', () => {
    const { pids } = running.read();
    expect(inHeapDump(pids.server, [SERVICE, ...CANARIES])).toEqual([SERVICE]);
  });

  it('leaves none of them for long in the process that sends: it holds no buffer that it would use again', async () => {
    const { pids } = running.read();
    await expect.poll(() => inHeapDump(pids.channels, [SERVICE, ...CANARIES], 'held'), { timeout: 150_000, interval: 10_000 }).toEqual([SERVICE]);
  }, 200_000);

  it('leaves none of them in the memory of Redis, in which every key and value is, nor in the figures of any process', async () => {
    const { pages, pids } = running.read();
    expect(inMemory(pids.redis, [SERVICE, ...CANARIES])).toEqual([SERVICE]);
    const server = new URL('/metrics', pages.management);
    const channels = new URL(server);
    channels.port = String(Number(server.port) + CHANNELS_BEHIND_SERVER);
    const figures = await Promise.all([server, channels].map(async (at) => (await fetch(at)).text()));
    expect(figures.map((text) => inBytes([text], ['havn_', ...CANARIES]))).toEqual([['havn_'], ['havn_']]);
    expect(figures[1]).toContain('havn_texts_total');
  });
});
