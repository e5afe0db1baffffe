/** Campaigns: one person proposes to write to many cards, another approves, and then each text is released here. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../../kernel/clock.ts';
import { looking } from '../login/looking.ts';
import { list, members, text } from '../login/read.ts';
import { openNumbers } from './parts.ts';
import { firstDraft, releaseOnce } from './release.ts';
import { drawId, pathOf, pause, refusal, type OutreachTools, type Refusal } from './tools.ts';
import { readCampaign, readCampaignTexts, readCard, type Campaign, type CampaignTexts, type Card, type Why } from './wire.ts';
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

export interface ReadCampaign {
  readonly campaign: string;
  readonly languages: readonly CampaignTexts[];
  /** By which it is approved. */
  readonly digest: string;
}

export interface Campaigns {
  readonly campaigns: ReadonlySignal<readonly Campaign[] | undefined>;
  readonly reached: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Refusal | undefined>;
  readonly run: ReadonlySignal<Run | undefined>;
  /** The campaign that is read before it is approved. */
  readonly read: ReadonlySignal<ReadCampaign | undefined>;
  /** At most 500 cards that may be written to; undefined when not all could be looked at. */
  found(filter: Filter): Promise<readonly Card[] | undefined>;
  /** The same cards once more, after a lost answer, are the same proposal. */
  propose(cards: readonly Card[]): Promise<boolean>;
  /** Gets what it would send. */
  show(campaign: string): Promise<void>;
  hide(): void;
  /** What is being read, and nothing else. */
  approve(): Promise<boolean>;
  /** For good: what waits of it is dropped. */
  end(campaign: string): Promise<boolean>;
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
  const read = signal<ReadCampaign | undefined>(undefined);
  let going = new AbortController();
  /** Of the proposal whose answer was lost. */
  let proposal: { readonly campaign: string; readonly cards: readonly Card[] } | undefined;
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
  const found = async (filter: Filter): Promise<readonly Card[] | undefined> => {
    const all = await cardsWanted(tools, MOST_CARDS, matches(filter));
    trouble.value = all.trouble;
    return all.trouble === undefined ? all.cards : undefined;
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
    read,
    found,
    async propose(cards) {
      if (proposal?.cards !== cards) proposal = { campaign: drawId(tools.random), cards };
      return post('campaigns', { campaign: proposal.campaign, cards: cards.map(({ card }) => card).slice(0, MOST_CARDS) });
    },
    async show(campaign) {
      read.value = undefined;
      const answer = await http.get(pathOf(tools, `campaigns/${campaign}`));
      trouble.value = answer.kind === 'ok' ? undefined : refusal(answer);
      if (answer.kind !== 'ok') return;
      const { languages, texts } = members(answer.value);
      read.value = { campaign, languages: readCampaignTexts(languages), digest: text(texts) };
    },
    hide() {
      read.value = undefined;
    },
    async approve() {
      const now = read.value;
      if (now === undefined) return false;
      read.value = undefined;
      return post(`campaigns/${now.campaign}/acts`, { act: 'approve', texts: now.digest });
    },
    end: (campaign) => post(`campaigns/${campaign}/acts`, { act: 'stop' }),
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
