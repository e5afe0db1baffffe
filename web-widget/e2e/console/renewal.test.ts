/** The list runs out while whoever signs it is away: two persons extend it, each by one press. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, systemClock } from '../../src/kernel/clock.ts';
import { launchBrowser } from '../kit/browser.ts';
import { approve, makeRoot, takeOverSigning, toPeople } from '../kit/coordinator.ts';
import { Installation } from '../kit/installation.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

/** The signer's clock is so far behind that the list has a day and a half left. */
const BEHIND = 6.5 * 24 * HOUR;

let browser: Browser;
let site: Installation;
let pin: string;
let per: Worker;
let kari: Worker;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), Installation.begin('e2e-renewal')]);
  pin = await makeRoot(site);
  const solveig = await Worker.arrive(browser, await site.invite('Solveig', 'coordinator'));
  await solveig.page.clock.setFixedTime(systemClock.now() - BEHIND);
  await takeOverSigning(site, solveig.page, '1', ['root-1-1', 'root-1-3'], true);
  per = await Worker.arrive(browser, await solveig.link('Per'));
  kari = await Worker.arrive(browser, await solveig.link('Kari'));
  await approve(solveig.page, 'Per');
  await approve(solveig.page, 'Kari');
  await toPeople(solveig.page);
  await solveig.context.close();
});
afterAll(async () => {
  await browser.close();
  await site.end();
});

const button = ({ page }: Worker): ReturnType<Worker['page']['getByRole']> =>
  page.getByRole('button', { name: 'Bekreft forlengelsen' });

describe('a list that runs out in less than two days', () => {
  it('is renewed by the presses of two persons, and a chat goes on under it', async () => {
    await per.goOnDuty();
    const visitor = await Visitor.alone(await phone(browser), site.chat(pin));
    await visitor.ring();
    await per.take();
    await kari.goOnDuty();
    await visitor.answered();
    await visitor.say('før');
    await per.bubble('før');

    await Promise.all([per.page.reload(), kari.page.reload()]);
    await button(per).click({ timeout: 30_000 });
    await per.sees('Du har bekreftet. Be en kollega');
    await button(kari).click({ timeout: 30_000 });
    await kari.page.getByText('Listen over godkjente enheter går ut').waitFor({ state: 'detached', timeout: 30_000 });

    const { renewal } = (await site.document('trust')) as { renewal?: { signatures: readonly unknown[] } };
    expect(renewal?.signatures).toHaveLength(2);
    await visitor.say('etter');
    await per.bubble('etter');
    const second = await Visitor.alone(await phone(browser), site.chat(pin));
    await second.ring();
    await kari.take();
    await second.answered();
    await second.say('under den nye');
    await kari.bubble('under den nye');
  });
});
