/** The contact cards of one service, as the server lists them: nothing that is sealed. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../../kernel/clock.ts';
import { looking } from '../login/looking.ts';
import { list, members, text } from '../login/read.ts';
import { pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readCard, readCounts, readWorth, type Card, type Counts } from './wire.ts';

const LOOK_EVERY = 15 * SECOND;
const MOST_PAGES = 25;
/** Characters of a number. */
const LONGEST_NUMBER = 40;

export interface Worklist {
  /** A page of 200 at most, those that may be contacted first in front. Undefined until they were read once. */
  readonly cards: ReadonlySignal<readonly Card[] | undefined>;
  readonly counts: ReadonlySignal<Counts | undefined>;
  readonly reached: ReadonlySignal<boolean>;
  /** Which page it is, from 1; 25 at most. */
  readonly page: ReadonlySignal<number>;
  /** Whether another one follows. */
  readonly follows: ReadonlySignal<boolean>;
  look(): Promise<void>;
  turn(by: 1 | -1): Promise<void>;
  close(): void;
}

/** Looks every 15 seconds after the first call of `look`. */
export function createWorklist(tools: Pick<OutreachTools, 'service' | 'http' | 'clock'>): Worklist {
  const cards = signal<readonly Card[] | undefined>(undefined);
  const counts = signal<Counts | undefined>(undefined);
  const page = signal(1);
  const follows = signal(false);
  /** Behind which place each page begins, as the server says it. */
  const befores = [''];
  let next = '';
  const looks = looking({
    http: tools.http,
    path: () => pagePath(tools, befores[page.peek() - 1] ?? ''),
    every: LOOK_EVERY,
    clock: tools.clock,
    read: (answer) => {
      const json = members(answer);
      const all = list(json['cards']).map(readCard);
      cards.value = all;
      next = text(json['next']);
      follows.value = next !== '' && page.peek() < MOST_PAGES;
      counts.value = readCounts(json['counts']);
    },
  });
  return {
    cards,
    counts,
    reached: looks.reached,
    page,
    follows,
    look: looks.look,
    async turn(by) {
      if (by === 1 ? !follows.peek() : page.peek() === 1) return;
      if (by === 1) befores[page.peek()] = next;
      page.value += by;
      cards.value = undefined;
      follows.value = false;
      await looks.look();
    },
    close: looks.close,
  };
}

const pagePath = (tools: Pick<OutreachTools, 'service'>, after: string): string =>
  pathOf(tools, after === '' ? 'cards' : `cards?after=${after}`);

/** One card as the worklist has it. */
export async function cardOf(tools: Pick<OutreachTools, 'service' | 'http'>, card: string): Promise<Card | Refusal> {
  const answer = await tools.http.get(pathOf(tools, `cards/${card}`));
  return answer.kind === 'ok' ? readCard(members(answer.value)['card']) : refusal(answer);
}

/** The cards of the service with a number, 20 at most; the journal has a line of it. `no-number`: it is none. */
export async function cardsWith(tools: Pick<OutreachTools, 'service' | 'http'>, number: string): Promise<FoundCards | 'no-number'> {
  const answer = await tools.http.post(pathOf(tools, 'numbers'), { numbers: [number.trim().slice(0, LONGEST_NUMBER)] });
  if (answer.kind !== 'ok') return { cards: [], trouble: refusal(answer) };
  const worth = readWorth(list(members(answer.value)['numbers'])[0]);
  if (worth.kind === 'none' || worth.kind === 'short') return 'no-number';
  const cards: Card[] = [];
  for (const id of worth.cards) {
    const card = await cardOf(tools, id);
    if (card === 'gone') continue;
    if (typeof card === 'string') return { cards, trouble: card };
    cards.push(card);
  }
  return { cards, trouble: undefined };
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
    const answer = await tools.http.get(pagePath(tools, after));
    if (answer.kind !== 'ok') return { cards: found, trouble: refusal(answer) };
    const json = members(answer.value);
    found.push(...list(json['cards']).map(readCard).filter(wanted));
    const next = text(json['next']);
    if (next === '' || next === after) break;
    after = next;
  }
  return { cards: found.slice(0, most), trouble: undefined };
}
