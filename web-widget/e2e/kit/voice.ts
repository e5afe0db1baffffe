/** The small window that records, with the browser's own false microphone. */

import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { Visitor } from './visitor.ts';

export const withMicrophone = (): Promise<Browser> =>
  launchBrowser('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream');

/** Opens the window, ready to record. */
export async function speak(visitor: Visitor, button = 'Snakk inn en melding'): Promise<Page> {
  const opened = visitor.page.waitForEvent('popup');
  await visitor.chat.getByRole('button', { name: button, exact: true }).click();
  const voice = await opened;
  await voice.getByRole('button', { name: 'Ta opp' }).waitFor();
  return voice;
}

/** Records a second or two, listens to it, and adds it to the message or sends it: one button each. */
export async function record(visitor: Visitor, voice: Page, last = 'Legg ved meldingen'): Promise<void> {
  await voice.getByRole('button', { name: 'Ta opp' }).click();
  await voice.getByText(/Tar opp\. 17\d sekunder igjen/u).waitFor();
  await voice.getByRole('button', { name: 'Stopp' }).click();
  await voice.getByRole('button', { name: 'Hør på opptaket' }).click();
  const heard = (): Promise<number> => voice.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime);
  await expect.poll(heard).toBeGreaterThan(0);
  const closed = voice.waitForEvent('close');
  await voice.getByRole('button', { name: last, exact: true }).click();
  await closed;
  await visitor.sees(/Talemelding, \d+ sekund/u);
}
