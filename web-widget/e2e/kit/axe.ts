import AxeBuilder from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = axe
  .getRules(RULES)
  .filter(({ tags }) => tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId);

const EVERYTHING: axe.RunOnly = { type: 'tag', values: RULES };
/** For a second look at a page that differs from the first in nothing but its colours. */
export const COLOURS_ONLY: axe.RunOnly = { type: 'rule', values: COLOURS };

/** What axe finds wrong in a page without frames, as lines to read; empty when nothing is. */
export async function faults(page: Page, runOnly = EVERYTHING): Promise<string[]> {
  // What fades in has other colours on the way.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
        .map(({ finished }) => finished),
    ),
  );
  // Axe is half a megabyte: a page that is looked at in many states gets it once.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    { runOnly, resultTypes: ['violations'], iframes: false } satisfies axe.RunOptions,
  );
  return lines(found);
}

/** The same for a page and the frames in it, also those of other origins; it takes longer. */
export async function faultsInFrames(page: Page): Promise<string[]> {
  // Axe compares landmarks across frames; the frame has a title, and its landmarks stand in it alone.
  return lines(await new AxeBuilder({ page }).withTags(RULES).disableRules(['landmark-unique']).analyze());
}

const lines = ({ violations }: axe.AxeResults): string[] =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
