import type { Page } from 'playwright-core';

/**
 * Three presses of Shift, sent without waiting between: a crowded machine must not stretch them past two seconds. The third
 * may close its window before the key is up.
 */
export async function shift(page: Page): Promise<void> {
  const { keyboard } = page;
  const keys = [1, 2, 3].flatMap(() => [keyboard.down('Shift'), keyboard.up('Shift')]);
  const last = keys.pop()?.catch((failed: unknown) => {
    if (!String(failed).includes('has been closed')) throw failed;
  });
  await Promise.all([...keys, last]);
}
