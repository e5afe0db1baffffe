/** Cards of all services a person works for are kept readable while the console is open, whatever page is. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { HOUR, MINUTE, SECOND, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import { resealCards, type Resealed } from './resealing.ts';
import { pause, type OutreachTools } from './tools.ts';

/** The page comes first. */
const AT_FIRST = 20 * SECOND;
const AGAIN = 24 * HOUR;
const TRY_AGAIN = 5 * MINUTE;

export interface Tending {
  /** Service → what became of its cards the last time. */
  readonly cards: ReadonlySignal<ReadonlyMap<string, Resealed>>;
  /** All cards of all services were gone through once and none was left: keys whose time is over may be destroyed. */
  readonly through: Promise<void>;
  close(): void;
}

/** One service after the other, soon and then once a day; five minutes later what could not be done. */
export function tendCards(services: readonly string[], tools: (service: string) => OutreachTools, clock: Clock): Tending {
  const cards = signal<ReadonlyMap<string, Resealed>>(new Map());
  const leaving = new AbortController();
  const { signal: ended } = leaving;
  let done = (): void => undefined;
  const through = new Promise<void>((go) => (done = go));

  const tend = async (service: string): Promise<boolean> => {
    try {
      const now = await resealCards(tools(service), ended);
      cards.value = new Map([...cards.value, [service, now]]);
      return now.whole;
    } catch {
      // Without a roster or a key: later.
      return false;
    }
  };
  const go = async (): Promise<void> => {
    await pause(clock, AT_FIRST, ended);
    while (!ended.aborted) {
      let whole = true;
      for (const service of services) whole = (await tend(service)) && whole;
      if (whole) done();
      await pause(clock, whole ? AGAIN : TRY_AGAIN, ended);
    }
  };
  unattended(go());
  return {
    cards,
    through,
    close() {
      leaving.abort();
    },
  };
}
