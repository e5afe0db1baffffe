/** A device is taken out of the list by the coordinator's press: what its console, the others and visitors see. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from '../kit/axe.ts';
import { launchBrowser } from '../kit/browser.ts';
import { approve, makeRoot, revoke, takeOverSigning, toDuty, toPeople } from '../kit/coordinator.ts';
import { Installation } from '../kit/installation.ts';
import { phone, Visitor } from '../kit/visitor.ts';
import { Worker } from '../kit/worker.ts';

/** What a console may take to learn of a new list. */
const WITHIN_MS = 5_000;
const RED = 'Stopp: listen over godkjente enheter stemmer ikke';

let browser: Browser;
let site: Installation;
let pin: string;
let solveig: Worker;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), Installation.begin('e2e-revocation')]);
  pin = await makeRoot(site);
  solveig = await Worker.arrive(browser, await site.invite('Solveig', 'coordinator'));
  await takeOverSigning(site, solveig.page, '1', ['root-1-1', 'root-1-2'], true);
  await toDuty(solveig.page);
  await solveig.goOnDuty();
  await solveig.pause();
});
afterAll(async () => {
  await browser.close();
  await site.end();
});

async function colleague(name: string): Promise<Worker> {
  const worker = await Worker.arrive(browser, await solveig.link(name));
  await worker.sees('Venter på godkjenning');
  await approve(solveig.page, name);
  await toDuty(solveig.page);
  await worker.goOnDuty();
  return worker;
}

const shiftKeys = ({ page }: Worker): Promise<number> =>
  page.evaluate(async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith('havn-shift-')).length);

describe('a device that the coordinator removes', () => {
  it('stops in red within five seconds, with its shift keys destroyed, and its visitor stands in front again', async () => {
    const per = await colleague('Per');
    const visitor = await Visitor.alone(await phone(browser), site.chat(pin));
    await visitor.ring();
    await per.take();
    await visitor.answered();
    await visitor.say('hei Per');
    await per.bubble('hei Per');
    expect(await shiftKeys(per)).toBe(1);

    await revoke(solveig.page, 'Per');
    const pressed = performance.now();
    await per.page.getByRole('heading', { name: RED }).waitFor({ timeout: WITHIN_MS });
    expect(performance.now() - pressed).toBeLessThan(WITHIN_MS);
    await visitor.isLeft('er tatt ut av bruk hos oss', 'hei Per');
    await expect.poll(() => shiftKeys(per)).toBe(0);
    expect(await per.page.getByText('hei Per').count()).toBe(0);

    await per.page.reload();
    await per.sees('Denne enheten er trukket tilbake');
    await visitor.leaveLine();
    await toDuty(solveig.page);
  });

  it('is out of the chat of another at once, and cannot read what is written after that', async () => {
    const kari = await colleague('Kari');
    await kari.pause();
    await solveig.resume();
    const visitor = await Visitor.alone(await phone(browser), site.chat(pin));
    await visitor.ring();
    await solveig.take();
    await kari.resume();
    await visitor.answered();
    await solveig.page.getByRole('button', { name: 'Hent inn en kollega' }).click();
    await solveig.page.getByRole('button', { name: 'Spør om å bli med: Kari' }).click();
    await visitor.sees('Solveig spør: kan Kari (ansatt) bli med');
    await visitor.chat.getByRole('button', { name: 'Ja', exact: true }).click();
    await kari.page.getByRole('button', { name: 'Godta' }).click({ timeout: 30_000 });
    await visitor.sees('2 personer kan lese dette');

    await revoke(solveig.page, 'Kari');
    await kari.page.getByRole('heading', { name: RED }).waitFor({ timeout: WITHIN_MS });
    await visitor.sees('1 person kan lese dette');
    await visitor.bubble('Kari kan ikke lese mer.');
    await toDuty(solveig.page);
    await visitor.say('bare til Solveig');
    await solveig.bubble('bare til Solveig');
    await solveig.end();
    await solveig.pause();
  });

  it('that was away finds its shift keys destroyed when it comes back, and its chat had ended at once', async () => {
    const ola = await colleague('Ola');
    const visitor = await Visitor.alone(await phone(browser), site.chat(pin));
    await visitor.ring();
    await ola.take();
    await visitor.answered();
    const address = ola.page.url();
    await ola.page.goto('about:blank');
    await revoke(solveig.page, 'Ola');
    await visitor.isLeft('er tatt ut av bruk hos oss', '');
    await ola.page.goto(address);
    await ola.sees('Denne enheten er trukket tilbake');
    await expect.poll(() => shiftKeys(ola)).toBe(0);

    // Nor does it come back in another browser.
    await toDuty(solveig.page);
    await toPeople(solveig.page);
    await solveig.page.getByRole('button', { name: 'Ny lenke til Ola' }).click();
    await solveig.page.getByRole('button', { name: 'Ja, lag lenken' }).click();
    const again = await Worker.arrive(browser, await solveig.page.getByRole('textbox', { name: 'Lenke' }).inputValue());
    await again.sees('Den gamle enheten kan ikke hentes tilbake');
    await again.page.getByRole('button', { name: 'Gjør dette til en ny enhet' }).click();
    await again.sees('Venter på godkjenning');
    await solveig.page.getByRole('button', { name: 'Ferdig' }).click();
  });
});

describe('somebody whom the coordinator changes', () => {
  it('works as a volunteer after the next sign-in, and after being off-boarded not at all', async () => {
    const nina = await colleague('Nina');
    await nina.offDuty();
    const change = async (): Promise<void> => {
      await toDuty(solveig.page);
      await toPeople(solveig.page);
      await solveig.page.getByRole('button', { name: 'Endre Nina' }).click();
    };
    await change();
    await solveig.page.getByRole('dialog').getByLabel('Rolle').selectOption('volunteer');
    expect(await faults(solveig.page)).toEqual([]);
    await solveig.page.getByRole('button', { name: 'Lagre' }).click();
    await solveig.page.getByText(/^Liste \d+ er signert og publisert\.$/u).waitFor();
    await nina.sees('Økten er over');
    expect(await nina.page.getByRole('heading', { name: RED }).count()).toBe(0);

    await solveig.page.getByRole('button', { name: 'Ny lenke til Nina' }).click();
    await solveig.page.getByRole('button', { name: 'Ja, lag lenken' }).click();
    const link = await solveig.page.getByRole('textbox', { name: 'Lenke' }).inputValue();
    await nina.page.goto('about:blank');
    await nina.page.goto(link);
    await nina.sees('Du har ingen vakt nå');

    await change();
    await solveig.page.getByRole('button', { name: 'Avslutt personen' }).click();
    await solveig.page.getByRole('button', { name: 'Ja, avslutt' }).click();
    await nina.sees('Økten er over');
    await solveig.page.getByRole('button', { name: 'Endre Nina' }).waitFor({ state: 'detached' });
    await solveig.page.locator('[data-state="revoked"]', { hasText: 'Nina' }).waitFor();
    await toDuty(solveig.page);
  });
});
