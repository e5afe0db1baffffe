/** How much happened at one's services, a month a row: answer of GET /api/figures. */

import { list, members, text } from '../login/read.ts';
import { cellsOf, csvOfCells, readCounts, type Hideable } from './hideable.ts';

/** Of the chat and its letters. */
export const IN_CHAT = ['chats', 'under5', 'from5to15', 'over15', 'unanswered', 'letters'] as const;
/** Of texts to people who had not asked, and what came of them. */
export const IN_OUTREACH = ['textsBegun', 'textsAnswered', 'calls', 'wroteBack', 'stopped'] as const;
const COUNTED = [...IN_CHAT, ...IN_OUTREACH] as const;
export type Counted = (typeof COUNTED)[number];

export interface MonthRow {
  readonly service: string;
  /** "2026-11". */
  readonly month: string;
  /** Not over yet: numbers are rounded down to fives. */
  readonly running: boolean;
  readonly counts: Hideable<Counted>;
}

export function readFigures(answer: unknown): readonly MonthRow[] {
  return list(members(answer)['months']).map((value) => {
    const json = members(value);
    return {
      service: text(json['service']),
      month: text(json['month']),
      running: json['running'] === true,
      counts: readCounts(COUNTED, json),
    };
  });
}

/** One line a month. */
export const csvOf = (rows: readonly MonthRow[]): string =>
  csvOfCells([
    ['service', 'month', 'running', ...COUNTED],
    ...rows.map(({ service, month, running, counts }) => [service, month, running ? 'yes' : 'no', ...cellsOf(COUNTED, counts)]),
  ]);
