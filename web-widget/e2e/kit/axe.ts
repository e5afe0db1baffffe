import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, as lines to read; empty when nothing is. Frames of other origins take longer. */
export async function faults(page: Page, frames: 'own frames' | 'all frames' = 'own frames'): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(RULES).setLegacyMode(frames === 'own frames');
  // Axe compares landmarks across frames; the frame has a title, and its landmarks stand in it alone.
  if (frames === 'all frames') builder.disableRules(['landmark-unique']);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}
