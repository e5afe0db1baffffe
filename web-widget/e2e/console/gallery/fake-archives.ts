/** Transcripts that do nothing but show what they were given. */

import { signal } from '@preact/signals';
import type { ArchiveRow, Archives, Opening } from '../../../src/console/archive/archives.ts';
import { NOW } from '../../../src/console/testing/fake-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const row = (id: string, hours: number, mine = true): ArchiveRow => {
  const begun = NOW - hours * HOUR;
  return { id, service: 'nadheim', begun, ends: begun + 14 * DAY, mine };
};
const ROWS = [row('a', 3), row('b', 50, false), row('c', 320)];

const archives = (opening?: Opening, rows: readonly ArchiveRow[] = ROWS, reached = true): Archives => {
  const nothing = (): void => undefined;
  const first = rows[0];
  return {
    rows: signal(rows),
    reached: signal(reached),
    shown: signal(opening === undefined || first === undefined ? undefined : { row: first, opening }),
    look: nothing,
    choose: nothing,
    open: nothing,
    leave: nothing,
    erase: nothing,
    close: nothing,
  };
};

const said = (minutes: number, from: string, text: string): { at: number; from: string; text: string } => ({
  at: NOW - 3 * HOUR + minutes * 60_000,
  from,
  text,
});
const LINES = [
  said(0, '', 'Hei. Jeg har et spørsmål om leiekontrakten min.'),
  said(2, 'Ingrid', 'Hei! Fint at du skriver. Hva står det i den?'),
  said(4, '', 'اسمي لا يهم. هل تستطيعون المساعدة؟'),
];

/** States of the transcripts' page by name. */
export const ARCHIVES: Readonly<Record<string, Archives>> = {
  none: archives(undefined, []),
  list: archives(),
  unreachable: archives(undefined, [], false),
  asking: archives({ kind: 'asking' }),
  open: archives({ kind: 'open', lines: LINES, whole: true }),
  cut: archives({ kind: 'open', lines: LINES, whole: false }),
  'not-mine': archives({ kind: 'not-mine' }),
  damaged: archives({ kind: 'damaged' }),
  gone: archives({ kind: 'gone' }),
};
