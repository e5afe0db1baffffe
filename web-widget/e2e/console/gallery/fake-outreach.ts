/** The page of outreach, in the states worth looking at. */

import { computed, signal } from '@preact/signals';
import type { NewCard } from '../../../src/courtesy/import.ts';
import type { Campaigns, ReadCampaign, Run } from '../../../src/console/outreach/campaigns.ts';
import { candidateOf } from '../../../src/console/outreach/candidates.ts';
import type { ShownCard } from '../../../src/console/outreach/card-desk.ts';
import type { Http } from '../../../src/console/login/http.ts';
import type { ImportView } from '../../../src/console/outreach/importing.ts';
import { createAllOptOuts, createOptOuts } from '../../../src/console/outreach/opt-outs.ts';
import type { ReleaseView } from '../../../src/console/outreach/release.ts';
import type { Face } from '../../../src/console/outreach/sealed.ts';
import type { DutyText } from '../../../src/console/outreach/duty-texts.ts';
import type { Outreach, OutreachStores } from '../../../src/console/outreach/stores.ts';
import type { MessageView, ShownThread } from '../../../src/console/outreach/threads.ts';
import type { Look, Waiting } from '../../../src/console/outreach/waiting.ts';
import type { Campaign, Card, Thread, Worth } from '../../../src/console/outreach/wire.ts';
import { NOW } from '../../../src/console/testing/fake-desk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const id = (of: string): string => of.repeat(16);

const card = (of: string, more: Partial<Card> = {}): Card => ({
  card: id(of),
  language: 'nb',
  stage: 'new',
  numbers: 1,
  adverts: 2,
  window: undefined,
  source: 'advert',
  made: '2026-11-02',
  ends: '2027-06-01',
  begun: '',
  permission: { may: 'now' },
  by: '',
  mine: false,
  consent: undefined,
  shared: 0,
  ...more,
});

const MINE = card('a1', { mine: true, by: 'Ingrid', numbers: 2, window: { from: 600, to: 840 } });
const CARDS: readonly Card[] = [
  MINE,
  card('b2', { language: 'th', permission: { may: 'later', at: NOW + 14 * HOUR } }),
  card('c3', { stage: 'contacted', begun: '2026-11-02', by: 'Per', permission: { may: 'never', why: 'silence' }, shared: 2 }),
  card('d4', { language: 'ro', stage: 'stopped', permission: { may: 'never', why: 'stopped' } }),
];

const FACE: Face = {
  names: ['Anna', 'Ana M'],
  seen: 'realescort, Oslo sentrum',
  notes: [
    { at: NOW - 24 * HOUR, by: 'Per', text: 'Vil helst ha SMS om formiddagen.' },
    { at: NOW - 2 * HOUR, by: 'Ingrid', text: '', called: 1 },
  ],
  proof: ['blå paraply'],
};

export const TEXT = 'Hei! Vi gir gratis og fortrolig hjelp – legetime, råd og “noen å snakke med”: https://h.example/ab Kode ABCD-EFGH. Svar STOPP for å slippe.';

const release = (more: Partial<ReleaseView>): ReleaseView => ({
  step: 'ready',
  occasion: 'first',
  text: TEXT,
  permission: { may: 'now' },
  place: 0,
  language: 'nb',
  detail: '',
  at: NOW,
  trouble: undefined,
  ...more,
});

const thread = (of: string, more: Partial<Thread> = {}): Thread => ({
  thread: id(of),
  at: NOW - 3 * MINUTE,
  waits: true,
  since: NOW - 3 * MINUTE,
  unanswered: '',
  words: 1,
  card: '',
  language: 'nb',
  by: '',
  mine: false,
  stopped: false,
  lost: undefined,
  rings: true,
  answerable: { may: 'now' },
  ...more,
});

const THREADS: readonly Thread[] = [
  thread('1f', { card: id('a1'), mine: true, by: 'Ingrid' }),
  thread('2f', { waits: false, by: 'Per', language: 'th', lost: 'failed' }),
  thread('3f', { waits: false, stopped: true, rings: false, answerable: { may: 'never', why: 'stopped' } }),
  thread('4f', { stopped: true }),
];

const message = (of: string, text: string | undefined, more: Partial<MessageView> = {}): MessageView => ({
  message: of,
  inward: false,
  at: NOW - 20 * MINUTE,
  by: 'Ingrid',
  occasion: 'first',
  state: 'delivered',
  due: undefined,
  text,
  ...more,
});

const MESSAGES: readonly MessageView[] = [
  message('a', TEXT),
  message('b', 'hei. hvem er dere', { inward: true, by: '', occasion: undefined, state: 'received', at: NOW - 9 * MINUTE }),
  message('c', 'Takk for meldingen. Den er ikke anonym. Her kan du skrive anonymt: https://h.example/ab', { by: '', occasion: 'automatic', state: 'sent', at: NOW - 9 * MINUTE }),
  message('d', 'Vi er sosionomer og sykepleiere.', { occasion: 'answer', state: 'again', at: NOW - 5 * MINUTE }),
  message('e', undefined, { inward: true, by: '', occasion: undefined, state: 'received', at: NOW - 3 * MINUTE }),
  message('g', '', { inward: true, by: '', occasion: undefined, state: 'received', at: NOW - 2 * MINUTE }),
  message('f', 'Legen er her tirsdag.', { occasion: 'answer', state: 'queued', due: NOW + 12 * HOUR, at: NOW - MINUTE }),
];

const contact = (number: string, name: string, rows: readonly number[]): NewCard => ({
  numbers: [number],
  names: [name],
  language: 'nb',
  seen: [],
  notes: [],
  adverts: { named: 0, unnamed: rows.length },
  windows: [],
  proof: [],
  yes: undefined,
  rows,
});
const worth = (kind: Worth['kind'], more: Partial<Worth> = {}): Worth => ({ kind, e164: kind === 'none' ? '' : '+4790000001', stopped: false, begun: false, withdrawn: '', cards: [], windows: [], ...more });

const IMPORT: ImportView = {
  step: 'ready',
  why: undefined,
  candidates: [
    candidateOf('a', contact('+4790000001', 'Anna', [2, 5]), new Map([['+4790000001', worth('mobile', { begun: true })]])),
    candidateOf('b', contact('+4722000000', 'Bea', [3]), new Map([['+4722000000', worth('call-only')]])),
    candidateOf('c', contact('+4790000003', 'Carla', [4]), new Map([['+4790000003', worth('mobile', { stopped: true })]])),
    candidateOf('d', contact('+4712345678', 'Dina', [6]), new Map([['+4712345678', worth('none')]])),
  ],
  problems: [
    { row: 7, column: 'number', fault: 'no-country', leftOut: true },
    { row: 8, column: 'language', fault: 'language', leftOut: false },
  ],
  ignored: ['Pris'],
  numbers: 4,
  done: 0,
  of: 0,
  outcomes: { kept: 0, noNumber: 0, full: 0, tooLong: 0 },
  trouble: undefined,
};

const CAMPAIGNS: readonly Campaign[] = [
  { campaign: id('91'), by: 'Per', mine: false, approved: '', at: NOW - HOUR, state: 'proposed', cards: 40, sent: 0, refused: 0, without: 0, delivered: 0, lost: 0, perhaps: 0 },
  { campaign: id('92'), by: 'Ingrid', mine: true, approved: 'Per', at: NOW - 30 * HOUR, state: 'approved', cards: 120, sent: 33, refused: 2, without: 4, delivered: 27, lost: 3, perhaps: 1 },
];
const RUN: Run = { campaign: id('92'), sent: 33, faults: [{ card: id('c3'), why: 'silence' }, { card: id('d4'), why: 'not-here' }], state: 'running' };

export interface OutreachState {
  readonly card?: Partial<ShownCard>;
  /** Of the card that is open. */
  readonly held?: Partial<Card>;
  readonly release?: Partial<ReleaseView>;
  readonly thread?: Partial<ShownThread>;
  /** Of the conversation that is open. */
  readonly answerable?: Partial<Thread>;
  readonly importing?: Partial<ImportView>;
  readonly approval?: ReadCampaign;
  /** Nobody is written to first until then. */
  readonly silent?: number;
}

function waiting(of: string, language: string, minutes: number): Thread {
  return { thread: id(of), at: NOW, waits: true, since: NOW - minutes * MINUTE, unanswered: '', words: 1, card: '', language, by: '', mine: false, stopped: false, lost: undefined, rings: true, answerable: { may: 'now' } };
}

const done = (): Promise<void> => Promise.resolve();
const yes = (): Promise<boolean> => Promise.resolve(true);
const list = { service: 'pro-mann', threads: signal<readonly Thread[] | undefined>(THREADS), more: signal(true), looks: signal(new Map<string, Look>()), reached: signal(true), absent: signal(false), look: done, keeps: () => undefined, looked: () => undefined };

const fakeWaiting = (reached: boolean): Waiting => ({
  lists: [{ ...list, reached: signal(reached) }],
  count: signal(1),
  fresh: signal(new Set([id('e5')])),
  seen: () => undefined,
  giveBack: done,
  close: () => undefined,
});

/** Two in this person's languages, and one in another. */
const ON_DUTY: readonly DutyText[] = [
  { service: 'pro-mann', thread: waiting('e5', 'nb', 12), isNew: true },
  { service: 'nadheim', thread: { ...waiting('e6', '', 1), mine: true }, isNew: true },
  { service: 'nadheim', thread: waiting('e7', 'th', 31), isNew: true },
];

const kept: Http = { get: () => Promise.resolve({ kind: 'ok', value: {} }), post: () => Promise.resolve({ kind: 'ok', value: { kept: 1, unread: [1] } }) };
/** Of two numbers that are stopped, the second is none. */
const ONE_IS_NONE = { service: 'pro-mann', http: kept };

/** What a room has of outreach before its page is open. */
export const aboutOutreach = (onDuty: readonly DutyText[] = [], reached = true): Outreach => ({
  waiting: fakeWaiting(reached),
  tending: { cards: signal(new Map()), through: Promise.resolve(), close: () => undefined },
  onDuty: signal(onDuty),
  closed: signal(onDuty.length > 0 ? 1 : 0),
  optOuts: createAllOptOuts(() => ONE_IS_NONE),
  wanted: signal(undefined),
  tools() {
    throw new Error('not in a gallery');
  },
});

/** Texts that wait for whoever is on duty. */
export const textsOnDuty = (): Outreach => aboutOutreach(ON_DUTY);

export function fakeOutreach(state: OutreachState): OutreachStores {
  const text = signal(release(state.release ?? {}));
  const opened = signal(state.card !== undefined || state.release !== undefined);
  const shown: ShownCard = {
    card: { ...MINE, ...state.held },
    face: { kind: 'open', face: FACE },
    numbers: undefined,
    trouble: undefined,
    noting: '',
    next: true,
    release: { view: text, draft: done, write: (words) => (text.value = { ...text.value, text: words }), send: done, close: () => undefined },
    ...state.card,
  };
  const conversation: ShownThread = {
    thread: THREADS[0]!,
    messages: MESSAGES,
    trouble: undefined,
    draft: '',
    answering: 'idle',
    detail: '',
    numberless: false,
    link: 'https://h.example/ab',
    ...state.thread,
  };
  const open = signal(state.thread === undefined ? undefined : { ...conversation, thread: { ...conversation.thread, ...state.answerable } });
  const campaigns: Campaigns = {
    campaigns: signal(CAMPAIGNS),
    reached: signal(true),
    trouble: signal(undefined),
    run: signal(RUN),
    found: () => Promise.resolve(CARDS),
    read: signal(state.approval),
    propose: yes,
    show: done,
    hide: () => undefined,
    approve: yes,
    end: yes,
    begin: done,
    stop: () => undefined,
    look: done,
    close: () => undefined,
  };
  return {
    worklist: {
      cards: signal(CARDS),
      counts: signal({ cards: 412, numbers: 388, adverts: 1_204, contacted: 97, replied: 31, stopped: 8 }),
      reached: signal(true),
      page: signal(1),
      follows: signal(true),
      look: done,
      turn: done,
      close: () => undefined,
    },
    desk: {
      shown: computed(() => (opened.value ? shown : undefined)),
      faces: signal(new Map([[MINE.card, FACE]])),
      next() {
        opened.value = true;
        return Promise.resolve('taken');
      },
      open: done,
      act: yes,
      called: () => Promise.resolve('counted'),
      showNumbers: done,
      hideNumbers: () => undefined,
      writeNote: () => undefined,
      note: () => Promise.resolve('meanwhile'),
      prove: () => Promise.resolve('kept'),
      setFacts: () => Promise.resolve('kept'),
      consent: yes,
      leave: () => undefined,
      close: () => undefined,
    },
    threads: {
      list,
      shown: open,
      open: done,
      take: done,
      looked: () => undefined,
      act: yes,
      write: (draft) => (open.value = open.value && { ...open.value, draft }),
      answer: done,
      leave: () => undefined,
      close: () => undefined,
    },
    campaigns,
    importing: {
      view: signal(state.importing === undefined ? { ...IMPORT, step: 'none', candidates: [], problems: [], ignored: [] } : { ...IMPORT, ...state.importing }),
      read: done,
      check: done,
      keep: yes,
      stop: () => undefined,
      leave: () => undefined,
      forget: () => undefined,
    },
    optOuts: createOptOuts(ONE_IS_NONE),
    silence: { until: signal(state.silent), look: done, end: () => Promise.resolve('meanwhile') },
    cardsWith: () => Promise.resolve({ cards: [MINE], trouble: undefined }),
    cardOf: () => Promise.resolve(MINE),
    close: () => undefined,
  };
}
