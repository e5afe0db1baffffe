/** The contact cards of one service, as the server lists them: nothing that is sealed. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../../kernel/clock.ts';
import { looking } from '../login/looking.ts';
import { list, members } from '../login/read.ts';
import { pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readCard, readCounts, type Card, type Counts } from './wire.ts';

const LOOK_EVERY = 15 * SECOND;
/** Cards of one answer. */
const PAGE = 200;

export interface Worklist {
  /** At most 200, those that may be contacted first in front. Undefined until they were read once. */
  readonly cards: ReadonlySignal<readonly Card[] | undefined>;
  readonly counts: ReadonlySignal<Counts | undefined>;
  readonly reached: ReadonlySignal<boolean>;
  look(): Promise<void>;
  close(): void;
}

/** Looks every 15 seconds after the first call of `look`. */
export function createWorklist(tools: Pick<OutreachTools, 'service' | 'http' | 'clock'>): Worklist {
  const cards = signal<readonly Card[] | undefined>(undefined);
  const counts = signal<Counts | undefined>(undefined);
  const looks = looking({
    http: tools.http,
    path: pathOf(tools, 'cards'),
    every: LOOK_EVERY,
    clock: tools.clock,
    read: (answer) => {
      const json = members(answer);
      cards.value = list(json['cards']).map(readCard);
      counts.value = readCounts(json['counts']);
    },
  });
  return { cards, counts, reached: looks.reached, look: looks.look, close: looks.close };
}

/** Cards that were found, and what ended the search before all were looked at. */
export interface FoundCards {
  readonly cards: readonly Card[];
  readonly trouble: Refusal | undefined;
}

/** The first cards of the service that are wanted. */
export async function cardsWanted(
  tools: Pick<OutreachTools, 'service' | 'http'>,
  most: number,
  wanted: (card: Card) => boolean,
): Promise<FoundCards> {
  const found: Card[] = [];
  for (let after = ''; found.length < most; ) {
    const answer = await tools.http.get(pathOf(tools, after === '' ? 'cards' : `cards?after=${after}`));
    if (answer.kind !== 'ok') return { cards: found, trouble: refusal(answer) };
    const page = list(members(answer.value)['cards']).map(readCard);
    found.push(...page.filter(wanted));
    const last = page.at(-1)?.card ?? after;
    if (page.length < PAGE || last === after) break;
    after = last;
  }
  return { cards: found.slice(0, most), trouble: undefined };
}
