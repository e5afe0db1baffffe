import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sheets = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.css'));

it('no style names a left or right side, so that it also fits languages written from the right', () => {
  expect(sheets.length).toBeGreaterThan(3);
  for (const sheet of sheets) {
    const css = readFileSync(`${import.meta.dirname}/${sheet}`, 'utf8');
    expect(css.match(/^\s*[a-z-]*(left|right)\b[a-z-]*\s*:/gmu) ?? [], sheet).toEqual([]);
  }
});
