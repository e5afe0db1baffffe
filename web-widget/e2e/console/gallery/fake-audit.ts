/** What an auditor sees, with fixed contents. */

import { signal } from '@preact/signals';
import type { Audit } from '../../../src/console/audit/audit.ts';
import { readPage, type Journal } from '../../../src/console/audit/journal.ts';
import { readFigures } from '../../../src/console/services/figures.ts';
import { readRounds } from '../../../src/console/services/rounds.ts';

const who = (digit: string): string => digit.repeat(32);
const ACTS: readonly (readonly [string, string | null, string, string])[] = [
  ['2026-11-24T16:48:00Z', 'Rune', '1', 'journal.read'],
  ['2026-11-24T16:20:00Z', 'Solveig', '2', 'staff.invite'],
  ['2026-11-24T15:02:00Z', null, '3', 'contact.reveal'],
  ['2026-11-23T22:59:00Z', 'Ingrid', '4', 'archive.open'],
  ['2026-11-23T20:10:00Z', 'Ingrid', '4', 'staff.link'],
  ['2026-11-23T19:30:00Z', null, '0', 'journal.cut'],
  ['2026-11-23T19:00:00Z', null, '5', 'an.act-of-tomorrow'],
];

const UNREADABLE = [{ number: 405, at: '2026-11-23T18:59:00Z', who: null, name: null, act: null, thing: null }];

const page = (flawed: number | null): unknown => ({
  lines: [...ACTS.map(([at, name, digit, act], index) => ({ number: 412 - index, at, who: who(digit), name, act, thing: '3f92c1d07a5b64e8' })), ...UNREADABLE],
  more: true,
  cut: 37,
  checked: { at: '2026-11-24T16:00:00Z', whole: '2026-11-24T16:00:00Z', standing: `409:${'3f92c1d07a5b64e8'.repeat(4)}`, flawed },
});

function journal(flawed: number | null | undefined): Journal {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    page: signal(flawed === undefined ? undefined : readPage(page(flawed), false)),
    state: signal(flawed === undefined ? 'unreachable' : 'idle'),
    newest: nothing,
    earlier: nothing,
    whole: () => Promise.resolve(undefined),
  };
}

const FIGURES = {
  months: [{ service: 'pro-mann', month: '2026-11', running: true, chats: 40, under5: 25, from5to15: 10, over15: 5, letters: 10, textsBegun: 20, calls: 5 }],
};
const ROUNDS = { months: [{ service: 'nadheim', month: '2026-10', place: 'street', rounds: 12, people: 80, first: 15, mean: 7, least: 5, most: 12 }] };

/** @param flawed first line that is not as it was written; null, there is none; undefined, the server cannot be reached */
export const fakeAudit = (flawed: number | null | undefined): Audit => ({
  journal: journal(flawed),
  figures: signal(readFigures(FIGURES)),
  rounds: signal(readRounds(ROUNDS)),
  reached: signal(flawed !== undefined),
  look: () => Promise.resolve(),
});
