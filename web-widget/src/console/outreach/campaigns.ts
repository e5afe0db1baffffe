/** Campaigns: one person proposes to write to many cards, another approves, and then each text is released here. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../../kernel/clock.ts';
import { looking } from '../login/looking.ts';
import { list, members } from '../login/read.ts';
import { openNumbers } from './parts.ts';
import { firstDraft, releaseOnce } from './release.ts';
import { drawId, pathOf, pause, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readCampaign, readCard, type Campaign, type Card, type Why } from './wire.ts';
import { cardsWanted } from './worklist.ts';

const LOOK_EVERY = 15 * SECOND;
/** The server takes 60 a minute. */
const BETWEEN = 1_050;
/** After a refusal for haste, or a lost answer. */
const PATIENCE = 10 * SECOND;
/** Cards that somebody holds at once. */
const MOST_HELD = 20;
const HANDS_FULL = 423;
/** Tries of one text; then the run ends. */
const MOST_TRIES = 6;
/** Cards of a campaign. */
export const MOST_CARDS = 500;

export interface Filter {
  /** None: any. */
  readonly languages: readonly string[];
  /** Only those to whom nobody has written. */
  readonly onlyNew: boolean;
}

export interface Fault {
  readonly card: string;
  readonly why: Refusal | 'not-here' | 'no-number' | Why;
}

export interface Run {
  readonly campaign: string;
  readonly sent: number;
  /** Cards that were left out, and why. */
  readonly faults: readonly Fault[];
  /** `done`: no card is left that may be contacted now. `full`: this person holds 20. */
  readonly state: 'running' | 'stopped' | 'done' | 'full' | Refusal;
}

export interface Campaigns {
  readonly campaigns: ReadonlySignal<readonly Campaign[] | undefined>;
  readonly reached: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Refusal | undefined>;
  readonly run: ReadonlySignal<Run | undefined>;
  /** At most 500 cards that may be written to. */
  found(filter: Filter): Promise<readonly Card[]>;
  propose(cards: readonly Card[]): Promise<boolean>;
  act(campaign: string, act: 'approve' | 'stop'): Promise<boolean>;
  /** Releases one text after another until none is left, or `stop`. */
  begin(campaign: string): Promise<void>;
  /** After the text that is under way. */
  stop(): void;
  look(): Promise<void>;
  close(): void;
}

export const matches =
  ({ languages, onlyNew }: Filter) =>
  (card: Card): boolean =>
    card.permission.may !== 'never' &&
    card.stage !== 'call-only' &&
    (languages.length === 0 || languages.includes(card.language)) &&
    (!onlyNew || card.stage === 'new');

export function createCampaigns(tools: OutreachTools): Campaigns {
  const { http, clock } = tools;
  const campaigns = signal<readonly Campaign[] | undefined>(undefined);
  const trouble = signal<Refusal | undefined>(undefined);
  const run = signal<Run | undefined>(undefined);
  let going = new AbortController();
  const looks = looking({
    http,
    path: pathOf(tools, 'campaigns'),
    every: LOOK_EVERY,
    clock,
    read: (answer) => {
      campaigns.value = list(members(answer)['campaigns']).map(readCampaign);
    },
  });
  const post = async (path: string, body: unknown): Promise<boolean> => {
    const answer = await http.post(pathOf(tools, path), body);
    trouble.value = answer.kind === 'ok' ? undefined : refusal(answer);
    await looks.look();
    return answer.kind === 'ok';
  };
  /** Undefined when the text is on its way. */
  const releaseTo = async (campaign: string, card: Card, ended: AbortSignal): Promise<Fault['why'] | undefined> => {
    const { place, drafted } = await firstDraft(tools, card);
    if (drafted.kind !== 'draft') return drafted.kind;
    if (drafted.permission.may === 'never') return drafted.permission.why;
    const release = drawId(tools.random);
    for (let tried = 0; ; tried += 1) {
      const numbers = await openNumbers(tools, card.card, 'send');
      if (numbers.kind !== 'open') return numbers.kind;
      const to = numbers.value[place]?.e164;
      if (to === undefined) return 'no-number';
      const released = await releaseOnce(tools, { release, card: card.card, campaign, to, text: drafted.text });
      if (released.kind === 'queued') return undefined;
      if (released.kind === 'refused' && released.why !== 'too-fast') return released.why;
      if (tried + 1 >= MOST_TRIES) return released.kind === 'unknown' ? 'unreachable' : 'too-fast';
      await pause(clock, PATIENCE, ended);
      // It may be on its way: only the server knows, and the campaign's count will say so.
      if (ended.aborted) return released.kind === 'unknown' ? 'unreachable' : 'too-fast';
    }
  };
  return {
    campaigns,
    reached: looks.reached,
    trouble,
    run,
    found: (filter) => cardsWanted(tools, MOST_CARDS, matches(filter)),
    propose: (cards) => post('campaigns', { cards: cards.map(({ card }) => card).slice(0, MOST_CARDS) }),
    act: (campaign, act) => post(`campaigns/${campaign}/acts`, { act }),
    async begin(campaign) {
      if (run.value?.state === 'running') return;
      going = new AbortController();
      const ended = going.signal;
      run.value = { campaign, sent: 0, faults: [], state: 'running' };
      const met = new Set<string>();
      const end = (state: Run['state']): void => {
        if (run.value !== undefined) run.value = { ...run.value, state };
      };
      while (!ended.aborted) {
        const answer = await http.post(pathOf(tools, `campaigns/${campaign}/acts`), { act: 'next', knows: run.value.faults.map(({ card }) => card).slice(-MOST_HELD) });
        if (answer.kind !== 'ok') {
          const why = answer.kind === 'refused' && answer.status === HANDS_FULL ? 'full' : refusal(answer);
          end(why === 'gone' ? 'done' : why);
          break;
        }
        const card = readCard(members(answer.value)['card']);
        // The same card once more: nothing else is left, and it did not work.
        if (card.card === '' || met.has(card.card)) {
          end('done');
          break;
        }
        met.add(card.card);
        const why = await releaseTo(campaign, card, ended);
        if (why === undefined) {
          run.value = { ...run.value, sent: run.value.sent + 1 };
          // A person holds at most 20 cards. Those that failed stay held: given back, they would be the next again.
          await http.post(pathOf(tools, `cards/${card.card}/acts`), { act: 'give-back' });
        } else run.value = { ...run.value, faults: [...run.value.faults, { card: card.card, why }] };
        if (why === 'unreachable' || why === 'too-fast') {
          end(why);
          break;
        }
        await pause(clock, BETWEEN, ended);
      }
      if (run.value.state === 'running') end('stopped');
      await looks.look();
    },
    stop: () => going.abort(),
    look: looks.look,
    close() {
      going.abort();
      looks.close();
    },
  };
}
