import type { Page } from 'playwright-core';

/** Buttons that something else lies over: a finger on their centre, when they are scrolled to, would press that. */
export const covered = (page: Page): Promise<string[]> =>
  page.locator('button:visible').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      button.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return button.contains(hit) ? [] : [`${button.textContent} under ${hit?.outerHTML.slice(0, 60)}`];
    }),
  );
