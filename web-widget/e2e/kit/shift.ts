import type { Page } from 'playwright-core';

/** Three presses of Shift, sent without waiting between: a crowded machine must not stretch them past two seconds. */
export async function shift(page: Page): Promise<void> {
  const { keyboard } = page;
  await Promise.all([1, 2, 3].flatMap(() => [keyboard.down('Shift'), keyboard.up('Shift')]));
}
