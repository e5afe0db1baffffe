/** The hands of a coordinator who signs the list of devices, and of those who hold the root keys. */

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Installation } from './installation.ts';

const menu = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Sider' }).getByRole('button', { name, exact: true }).click();

export const toPeople = (page: Page): Promise<void> => menu(page, 'Folk og enheter');
export const toDuty = (page: Page): Promise<void> => menu(page, 'Vakt');

/** Two of three root keys, made and kept offline. Answers the pin. */
export async function makeRoot(site: Installation): Promise<string> {
  const said = await site.havn('keys', 'root', `--out=${join(site.folder, 'ceremony')}`);
  const pin = /pin ([\w-]{43})/u.exec(said)?.[1];
  if (pin === undefined) throw new Error(`havn keys root printed no pin:\n${said}`);
  return pin;
}

/** Makes the signing key in this browser, has the request signed by these root keys and publishes the next list. */
export async function takeOverSigning(
  site: Installation,
  page: Page,
  round: string,
  keys: readonly string[],
  first = false,
): Promise<void> {
  const ceremony = join(site.folder, 'ceremony');
  const [root, request, answer] = ['root-1.json', `request-${round}.json`, `signer-${round}.json`].map((name) => join(ceremony, name)) as [
    string,
    string,
    string,
  ];
  await toPeople(page);
  await page.getByRole('button', { name: /^(Start oppsettet|Overta signeringen|Ny signeringsnøkkel)$/u }).click();
  await page.getByRole('button', { name: 'Lag nøkkelen' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned forespørselen' }).click();
  await (await download).saveAs(request);
  const named = keys.map((key) => `--key=${join(ceremony, `${key}.key`)}`);
  await site.havn('keys', 'sign', request, `--root=${root}`, ...named, `--out=${answer}`);
  await page.getByRole('button', { name: 'Jeg har fått svar' }).click();
  await page.getByLabel('Rotsett (root.json)').setInputFiles(root);
  await page.getByLabel('Signeringsdokument (signer.json)').setInputFiles(answer);
  await page.getByRole('button', { name: 'Sjekk og last opp' }).click();
  // Later lists are signed in the same press.
  if (first) await page.getByRole('button', { name: /^Signer /u }).click();
  await page.getByText('Ferdig.').waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Lukk' }).last().click();
  // The first time the console opens anew, now that there is something to trust.
  if (first) await page.getByRole('heading', { name: 'Folk og enheter' }).waitFor({ state: 'detached' });
}

/** Compares nothing: the test holds both ends. */
export async function approve(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name: `Godkjenn enheten til ${name}` });
  const look = async (): Promise<void> => {
    await toDuty(page);
    await toPeople(page);
    await page.getByRole('heading', { name: 'Enheter', exact: true }).waitFor();
  };
  const isThere = (): Promise<boolean> => button.waitFor({ timeout: 2_000 }).then(() => true, () => false);
  // The page asks for the devices when it is opened.
  for (let looks = 0; looks < 15; looks++) {
    await look();
    if (await isThere()) break;
  }
  await button.click();
  await page.getByText(/^Liste \d+ er signert og publisert\.$/u).waitFor({ timeout: 30_000 });
}

export async function revoke(page: Page, name: string): Promise<void> {
  await toPeople(page);
  await page.getByRole('button', { name: `Trekk tilbake enheten til ${name}` }).click();
  await page.getByRole('button', { name: 'Ja, trekk tilbake' }).click();
}
