/** What an auditor sees: the journal and the figures, and nothing else. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Http } from '../login/http.ts';
import { readFigures, type MonthRow } from '../services/figures.ts';
import { readRounds, type RoundsRow } from '../services/rounds.ts';
import type { Journal } from './journal.ts';

/** What was counted at one's own services. */
export interface Counts {
  readonly figures: ReadonlySignal<readonly MonthRow[]>;
  readonly rounds: ReadonlySignal<readonly RoundsRow[]>;
}

export interface Audit extends Counts {
  readonly journal: Journal;
  /** Whether the figures could be had when they were last asked for. */
  readonly reached: ReadonlySignal<boolean>;
  look(): Promise<void>;
}

export function createAudit(http: Http, journal: Journal): Audit {
  const figures = signal<readonly MonthRow[]>([]);
  const rounds = signal<readonly RoundsRow[]>([]);
  const reached = signal(true);
  return {
    journal,
    figures,
    rounds,
    reached,
    async look() {
      const [counted, gone] = await Promise.all([http.get('/api/figures'), http.get('/api/field/months')]);
      if (counted.kind === 'ok') figures.value = readFigures(counted.value);
      if (gone.kind === 'ok') rounds.value = readRounds(gone.value);
      reached.value = counted.kind === 'ok' && gone.kind === 'ok';
    },
  };
}
