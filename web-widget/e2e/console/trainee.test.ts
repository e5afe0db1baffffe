/** Somebody in training watches a chat: only after the visitor's yes, and only to read. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { faults } from '../kit/axe.ts';
import { launchBrowser } from '../kit/browser.ts';
import { demo } from '../kit/demo.ts';
import { invite } from '../kit/havn.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

const TODAY = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Oslo' }).format(systemClock.now());

let browser: Browser;
let solveig: Worker;
let lea: Worker;
let visitor: Visitor;

/** Asks the desk as this person's page would. */
const post = (page: Page, path: string, body: object): Promise<unknown> =>
  page.evaluate(
    async ([to, json]) => {
      const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: json });
      if (!answer.ok) throw new Error(`${to}: ${String(answer.status)}`);
      return answer.status === 204 ? {} : ((await answer.json()) as unknown);
    },
    [path, JSON.stringify(body)] as const,
  );

beforeAll(async () => {
  const running = demo();
  browser = await launchBrowser();
  solveig = await Worker.onDuty(browser, await invite(running, 'Solveig', 'pro-mann', 'coordinator'));
  lea = await Worker.arrive(browser, await invite(running, 'Lea', 'pro-mann', 'trainee'));
  await lea.page.getByText('Du har ingen vakt nå').first().waitFor({ timeout: 90_000 });
  const shift = { service: 'pro-mann', lane: '', first: TODAY, from: '00:00', to: '23:59', rule: '', seats: 1, roles: ['trainee'], languages: [] };
  const { plan } = (await post(solveig.page, '/api/shifts/plans', shift)) as { readonly plan: string };
  await post(lea.page, '/api/shifts/acts', { act: 'sign-up', plan, day: TODAY });
  await lea.page.reload();
  await lea.goOnDuty();
  visitor = await Visitor.embedded(await phone(browser), running.read().pages.host);
  await visitor.ring();
  await solveig.take();
  await visitor.answered();
  await visitor.say('hei');
  await solveig.bubble('hei');
});
afterAll(async () => {
  await solveig.end();
  await Promise.all([solveig.offDuty(), lea.offDuty()]);
  await browser.close();
});

async function ask(answer: 'Ja' | 'Nei'): Promise<void> {
  await solveig.page.getByRole('button', { name: 'Hent inn en kollega' }).click();
  await solveig.page.getByRole('button', { name: 'Spør om å få se på: Lea' }).click();
  await visitor.sees('Solveig spør: kan Lea (under opplæring) lese med i samtalen for å lære?');
  await visitor.sees('Lea kan ikke skrive');
  expect(await faults(visitor.page)).toEqual([]);
  await visitor.chat.getByRole('button', { name: answer, exact: true }).click();
}

it('without a yes nobody watches', async () => {
  await ask('Nei');
  await solveig.sees('Den besøkende sa nei til Lea.');
  expect(await lea.page.getByRole('button', { name: 'Godta' }).count()).toBe(0);
});

it('with a yes they read from then on, seen by both, and have no place to write', async () => {
  await ask('Ja');
  await lea.sees('En kollega ber deg se på en samtale');
  await lea.page.getByRole('button', { name: 'Godta' }).click();
  await Promise.all([visitor.bubble('Lea kan lese herfra, og ikke skrive.'), solveig.bubble('Lea kan lese herfra, og ikke skrive.')]);
  await visitor.sees('2 personer kan lese dette');
  await visitor.say('er dere der?');
  await lea.bubble('er dere der?');
  await solveig.say('ja, begge to');
  await lea.bubble('ja, begge to');
  expect(await lea.times('hei')).toBe(0);
  await lea.sees('Du ser på samtalen, og kan ikke skrive i den.');
  expect(await lea.page.getByRole('textbox').count()).toBe(0);
  expect(await solveig.page.getByRole('button', { name: 'Vis tidligere meldinger: Lea' }).count()).toBe(0);
  expect(await faults(lea.page)).toEqual([]);
});

it('the visitor ends it with one press', async () => {
  await visitor.chat.getByRole('button', { name: 'Jeg vil at Lea går ut' }).click();
  await lea.sees('Samtalen går videre uten deg.');
  await visitor.bubble('Lea kan ikke lese mer.');
  await visitor.sees('1 person kan lese dette');
  await lea.clear();
});
