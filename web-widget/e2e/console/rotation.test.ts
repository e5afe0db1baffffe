/** The drill of docs/handbook/drills.md: the only coordinator's device is lost, and another takes over with the root keys. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAuthenticator } from '../kit/authenticator.ts';
import { launchBrowser } from '../kit/browser.ts';
import { approve, makeRoot, revoke, takeOverSigning, toDuty, toPeople } from '../kit/coordinator.ts';
import { Installation } from '../kit/installation.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

let browser: Browser;
let site: Installation;
let pin: string;
let per: Worker;
let visitor: Visitor;
let ragnhild: Worker;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), Installation.begin('e2e-rotation')]);
  pin = await makeRoot(site);
  const solveig = await Worker.arrive(browser, await site.invite('Solveig', 'coordinator'));
  await takeOverSigning(site, solveig.page, '1', ['root-1-1', 'root-1-2'], true);
  per = await Worker.arrive(browser, await solveig.link('Per'));
  await approve(solveig.page, 'Per');
  await per.goOnDuty();
  visitor = await Visitor.alone(await phone(browser), site.chat(pin));
  await visitor.ring();
  await per.take();
  await visitor.answered();
  // The laptop is gone, with the only signing key.
  await solveig.context.close();
});
afterAll(async () => {
  await browser.close();
  await site.end();
});

async function newChat(): Promise<void> {
  const next = await Visitor.alone(await phone(browser), site.chat(pin));
  await next.ring();
  await ragnhild.take();
  await next.answered();
  await next.say('under den nye listen');
  await ragnhild.bubble('under den nye listen');
  await ragnhild.end();
}

describe('when the only coordinator has lost the device that signs', () => {
  it('the operator lets another in, two of three root keys name the new signer, and the lost device is removed', async () => {
    ragnhild = await Worker.arrive(browser, await site.invite('Ragnhild', 'coordinator'));
    await ragnhild.sees('Venter på godkjenning');
    await takeOverSigning(site, ragnhild.page, '2', ['root-1-2', 'root-1-3']);
    await revoke(ragnhild.page, 'Solveig');
    await ragnhild.page.getByText(/^Liste \d+ er signert og publisert\.$/u).waitFor({ timeout: 30_000 });
    await toDuty(ragnhild.page);
    await per.pause();
    await ragnhild.goOnDuty();

    const { roster } = (await site.document('trust')) as { roster: { payload: string } };
    const { devices } = JSON.parse(Buffer.from(roster.payload, 'base64').toString()) as { devices: readonly { role: string }[] };
    expect(devices.map(({ role }) => role).sort()).toEqual(['coordinator', 'worker']);
    await newChat();
  });

  it('the chat that was open goes on', async () => {
    await visitor.say('er du der ennå?');
    await per.bubble('er du der ennå?');
    await per.say('ja');
    await visitor.bubble('ja');
  });

  it('half a year later the same browser gets a new signing key, and nobody is approved anew', async () => {
    await takeOverSigning(site, ragnhild.page, '3', ['root-1-1', 'root-1-3']);
    await toPeople(ragnhild.page);
    await ragnhild.sees('Denne nettleseren signerer listen.');
    expect(await ragnhild.page.getByText('Venter på godkjenning').count()).toBe(0);
    await toDuty(ragnhild.page);
    await newChat();
    await visitor.say('fortsatt her');
    await per.bubble('fortsatt her');
  });

  it('a machine that is lost is brought back from its backup: the same device answers, and a chat is held', async () => {
    await addAuthenticator(ragnhild);
    await ragnhild.page.getByRole('button', { name: 'Innstillinger' }).click();
    await ragnhild.page.getByRole('dialog').getByRole('button', { name: 'Lag passnøkkel' }).click();
    await ragnhild.sees('Passnøkkelen er lagret. Neste gang logger du inn med den.');
    await per.context.close();
    await site.loseMachine();
    await ragnhild.page.reload();
    await ragnhild.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
    await ragnhild.sees('På vakt'); // her shift went on in her browser
    await newChat();
  });
});
