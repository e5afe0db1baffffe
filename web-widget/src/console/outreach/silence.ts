/** Nothing is begun for 180 days after a restore from a backup, by any service, unless a coordinator ends that. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { members, text } from '../login/read.ts';
import { pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';

export interface Silence {
  /** Until when, in ms since 1970; undefined while nothing stands in the way, or it is not known. */
  readonly until: ReadonlySignal<number | undefined>;
  look(): Promise<void>;
  /** Says that nothing was sent after the backup, and that the stops of the provider are imported. */
  end(): Promise<'ended' | Refusal>;
}

/** Looks once when it is asked to, and after each press. */
export function createSilence(tools: Pick<OutreachTools, 'service' | 'http'>): Silence {
  const until = signal<number | undefined>(undefined);
  const look = async (): Promise<void> => {
    const answer = await tools.http.get(pathOf(tools, 'silence'));
    if (answer.kind !== 'ok') return;
    const at = Date.parse(text(members(answer.value)['until']));
    until.value = Number.isNaN(at) ? undefined : at;
  };
  return {
    until,
    look,
    async end() {
      const answer = await tools.http.post(pathOf(tools, 'silence'), { nothingSent: true, stopsImported: true });
      await look();
      return answer.kind === 'ok' ? 'ended' : refusal(answer);
    },
  };
}
