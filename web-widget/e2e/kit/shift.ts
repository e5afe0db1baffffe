import type { Page } from 'playwright-core';

/** Three presses of Shift, sent at once: a crowded machine must not stretch them past two seconds. */
export async function shift(page: Page): Promise<void> {
  await Promise.all([1, 2, 3].map(() => page.keyboard.press('Shift')));
}
