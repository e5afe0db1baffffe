/** How much happened at one's services, a month a row: answer of GET /api/figures. */

import { list, members, text } from '../login/read.ts';

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
  /** Undefined: fewer than five, or hidden so that no such number can be computed. */
  readonly counts: Readonly<Record<Counted, number | undefined>>;
}

const count = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

export function readFigures(answer: unknown): readonly MonthRow[] {
  return list(members(answer)['months']).map((value) => {
    const json = members(value);
    return {
      service: text(json['service']),
      month: text(json['month']),
      running: json['running'] === true,
      counts: {
        chats: count(json['chats']),
        under5: count(json['under5']),
        from5to15: count(json['from5to15']),
        over15: count(json['over15']),
        unanswered: count(json['unanswered']),
        letters: count(json['letters']),
        textsBegun: count(json['textsBegun']),
        textsAnswered: count(json['textsAnswered']),
        calls: count(json['calls']),
        wroteBack: count(json['wroteBack']),
        stopped: count(json['stopped']),
      },
    };
  });
}

/** RFC 4180, one line a month, the word "hidden" for what is hidden. Ids of services hold nothing that a table program would run. */
export const csvOf = (rows: readonly MonthRow[]): string =>
  [
    ['service', 'month', 'running', ...COUNTED],
    ...rows.map(({ service, month, running, counts }) => [
      service,
      month,
      running ? 'yes' : 'no',
      ...COUNTED.map((what) => String(counts[what] ?? 'hidden')),
    ]),
  ]
    .map((line) => `${line.join(',')}\r\n`)
    .join('');
