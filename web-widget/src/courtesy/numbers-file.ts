/** The numbers of a list as providers hand it out: with a row of names, or bare, beside dates and reasons. */

import papa from 'papaparse';
import { numbersIn, readNumber } from './cells.ts';
import { decoded, readSheet, type FileFault } from './sheet.ts';

/** `2026-11-24`, `24.11.2026`, `11/24/2026`, whatever follows: its digits could be a number. */
const DAY = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?:\D|$)/u;

/** The numbers of the columns that are named so, or else of the first of those with most numbers. Throws nothing. */
export function readNumbersFile(bytes: Uint8Array): readonly string[] | FileFault {
  const sheet = readSheet(bytes);
  if (sheet.kind === 'sheet') return sheet.rows.flatMap(({ cells }) => cells.number ?? []).flatMap(numbersIn);
  const rows = sheet.why === 'no-number-column' ? papa.parse<string[]>(decoded(bytes) ?? '').data : [];
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const columns = [...Array(width).keys()].map((at) => rows.map((cells) => cells[at]?.trim() ?? '').filter(isNumber));
  const best = columns.reduce((most, next) => (next.length > most.length ? next : most), []);
  return best.length === 0 ? sheet.why : best;
}

const isNumber = (cell: string): boolean => !DAY.test(cell) && readNumber(cell).kind === 'number';
