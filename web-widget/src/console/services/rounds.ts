/** What was counted on rounds outdoors and indoors, by month: answer of GET /api/field/months. */

import type { Http } from '../login/http.ts';
import { list, members, text } from '../login/read.ts';
import { cellsOf, csvOfCells, readCounts, type Hideable } from './hideable.ts';

export const GATHERED = ['rounds', 'people', 'first', 'places', 'mean', 'least', 'most'] as const;
export type Gathered = (typeof GATHERED)[number];

export interface RoundsRow {
  readonly service: string;
  /** "2026-11". */
  readonly month: string;
  /** Rounds can still come: numbers are rounded down to fives. */
  readonly running: boolean;
  readonly place: string;
  readonly estimated: boolean;
  readonly counts: Hideable<Gathered>;
}

/**
 * What came of striking a round; `none`: the service has none with that code, of the last 14 days. `unreachable`: nobody knows whether
 * it is struck.
 */
export type Struck = 'struck' | 'none' | 'forbidden' | 'busy' | 'unreachable';

/** Takes out the round with the code that whoever counted it has on their phone. */
export async function strikeRound(http: Http, service: string, code: string): Promise<Struck> {
  const answer = await http.post('/api/field/strikes', { service, code: code.slice(0, 40) });
  if (answer.kind === 'ok') return 'struck';
  return answer.kind === 'refused' ? refusalOf(answer.status) : 'unreachable';
}

function refusalOf(status: number): Struck {
  if (status === 404) return 'none';
  if (status === 401 || status === 403) return 'forbidden';
  return status === 429 ? 'busy' : 'unreachable';
}

export function readRounds(answer: unknown): readonly RoundsRow[] {
  return list(members(answer)['months']).map((value) => {
    const json = members(value);
    return {
      service: text(json['service']),
      month: text(json['month']),
      running: json['running'] === true,
      place: text(json['place']),
      estimated: json['estimated'] === true,
      counts: readCounts(GATHERED, json),
    };
  });
}

/** One line a month and kind of place. */
export const roundsCsv = (rows: readonly RoundsRow[]): string =>
  csvOfCells([
    ['service', 'month', 'running', 'place', 'estimated', ...GATHERED],
    ...rows.map(({ service, month, running, place, estimated, counts }) => [
      service,
      month,
      running ? 'yes' : 'no',
      place,
      estimated ? 'yes' : 'no',
      ...cellsOf(GATHERED, counts),
    ]),
  ]);
