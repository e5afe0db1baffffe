/** One fixed state for every screen a visitor can meet, by name. */

import { MINUTE, systemClock } from '../../src/kernel/clock.ts';
import type { FileRef } from '../../src/letters/file-ref.ts';
import type { Message, TalkEvent, TalkView } from '../../src/talk/view.ts';
import type { ServiceInfo, VisitState } from '../../src/visitor/session-view.ts';

/** A few minutes ago: what is shown after a quiet time is shown in states of its own. */
const AT = systemClock.now() - 5 * MINUTE;

const open: ServiceInfo = {
  id: 'example',
  names: { nb: 'Samtalen', en: 'The conversation' },
  languages: ['nb', 'en', 'es', 'th', 'ro'],
  lanes: ['chat', 'professional'],
  retentionDays: 0,
  state: 'open',
  waiting: 0,
  opensAt: null,
  lateSince: null,
  now: '2026-11-20T18:00:00Z',
  answersNow: null,
  emergency: [
    { number: '113', kind: 'health' },
    { number: '112', kind: 'police' },
    { number: '116117', kind: 'doctor' },
  ],
  exit: 'https://www.yr.no/',
};

const busy: ServiceInfo = {
  ...open,
  state: 'busy',
  waiting: 3,
  emergency: [...open.emergency, { number: '116006', kind: 'violence' }, { number: '116111', kind: 'child' }],
};
const closed: ServiceInfo = {
  ...open,
  state: 'closed',
  opensAt: '2026-11-24T17:00:00Z',
  answersNow: { name: 'Krisesenteret', phone: '+47 22 00 00 00' },
};

const said = (id: number, from: Message['from'], text: string, tick?: Message['tick']): Message => ({
  id: id.toString(16).padStart(32, '0'),
  from,
  name: from === 'them' ? 'Kari' : undefined,
  text,
  at: AT + id * 47_000,
  tick,
});

const happened = (id: number, kind: TalkEvent['kind']): Message => ({
  ...said(id, 'page', ''),
  event: { kind, name: 'Amal', role: 'mediator' },
});

const words: readonly Message[] = [
  said(1, 'them', 'Hei! Jeg heter Kari. Du kan spørre om det du vil, i ditt tempo.'),
  said(2, 'me', 'Hei. Jeg lurer på en ting om legetime', 'seen'),
  said(3, 'me', 'Trenger jeg å si navnet mitt der?', 'seen'),
  said(4, 'them', 'Nei. Hos oss kan du komme uten timebestilling og uten å si hvem du er.'),
  said(5, 'them', 'Sykepleieren er her mandag, onsdag og fredag kl. 12–15. Adressen står på https://example.org/sykepleier.'),
  said(6, 'me', 'Takk! Kan jeg ta med en venn', 'stored'),
  said(7, 'me', 'شكرا جزيلا، هل يمكنني أن أكتب بالعربية؟', 'held'),
];

const NOON = Date.parse('2026-11-24T12:00:00Z');
const fileOf = (type: FileRef['type']): FileRef => ({
  id: new Uint8Array(16),
  key: new Uint8Array(32),
  hash: new Uint8Array(32),
  type,
  length: 20_000,
  seconds: 0,
});

const talk: TalkView = {
  members: [{ slot: 1, kind: 'staff', name: 'Kari', role: 'worker', device: '01', lead: true }],
  messages: words,
  link: 'live',
  sealed: true,
  peerConnected: true,
  peerTyping: true,
  maySend: true,
  stopped: undefined,
};

const lines = (count: number): readonly Message[] =>
  [...Array(count).keys()].map((n) => {
    const mine = n % 3 === 0;
    return said(n, mine ? 'me' : 'them', `Linje ${n}`, mine ? 'seen' : undefined);
  });

const talking = (changed: Partial<TalkView>): VisitState => ({
  kind: 'talking',
  service: open,
  talk: { ...talk, ...changed },
});

const stopped = (reason: Extract<VisitState, { kind: 'stopped' }>['reason'], code?: number): VisitState => ({
  kind: 'stopped',
  reason,
  code,
  service: reason === 'unconfirmed' ? closed : open,
});

export const STATES = {
  loading: { kind: 'loading' },
  unreachable: { kind: 'unreachable' },
  'start-open': { kind: 'start', service: open },
  'start-open-line': { kind: 'start', service: { ...open, waiting: 2, retentionDays: 30 } },
  'start-busy': { kind: 'start', service: busy },
  'start-late': { kind: 'start', service: { ...open, state: 'late', lateSince: '2026-11-20T17:00:00Z' } },
  'start-lane-late': {
    kind: 'start',
    service: { ...open, lanes: ['self', 'professional'], waiting: 2, limitedLanes: { self: { state: 'late', opensAt: null } } },
  },
  'start-duty': { kind: 'start', service: { ...open, duty: { nb: 'Vi som svarer, må melde fra når et barn er i alvorlig fare.', en: 'We who answer must report when a child is in serious danger.' } } },
  'start-closed': { kind: 'start', service: closed },
  'start-closed-unknown': { kind: 'start', service: { ...closed, opensAt: null, answersNow: null } },
  waiting: { kind: 'waiting', service: busy, position: 3, band: '5-15', connected: true },
  'waiting-next': { kind: 'waiting', service: busy, position: 1, band: 'unknown', connected: false },
  'waiting-asked': {
    kind: 'waiting',
    service: busy,
    position: 2,
    band: 'unknown',
    connected: true,
    match: { question: { number: 1, preference: 'gender' }, spoken: ['nb', 'en'], understood: true },
  },
  'waiting-not-understood': {
    kind: 'waiting',
    service: busy,
    position: 2,
    band: 'unknown',
    connected: true,
    match: { question: { number: 2, preference: 'language' }, spoken: ['th', 'es', 'nb-x-interp', 'en-x-interp'], understood: false },
  },
  'waiting-left': { kind: 'waiting', service: busy, position: 1, band: 'under-5', connected: true, left: 'silent' },
  'waiting-danger': { kind: 'waiting', service: busy, position: 2, band: 'under-5', connected: true, danger: true },
  checking: { kind: 'checking', service: open },
  'checking-alone': { kind: 'checking', service: open, alone: true },
  'talk-new': talking({ messages: [], sealed: false, peerTyping: false }),
  talk: talking({}),
  'talk-first': talking({ messages: words.slice(0, 1), peerTyping: false }),
  'talk-long': talking({ messages: lines(30) }),
  'talk-quiet': talking({ messages: words.filter(({ from }) => from === 'them').map((word) => ({ ...word, at: AT - 6 * MINUTE })), peerTyping: false }),
  'talk-longer': talking({ messages: lines(32) }),
  'talk-files': talking({
    messages: [
      { id: 'f1', from: 'me', name: undefined, text: '', at: NOON, tick: 'seen', file: fileOf('image/jpeg') },
      { id: 'f2', from: 'them', name: 'Ingrid', text: '', at: NOON, tick: undefined, file: fileOf('application/pdf') },
      { id: 'f3', from: 'me', name: undefined, text: '', at: NOON, tick: 'stored', file: { ...fileOf('audio/webm'), seconds: 7 } },
    ],
    peerTyping: false,
  }),
  'talk-two': talking({
    members: [...talk.members, { slot: 2, kind: 'staff', name: 'Amal', role: 'mediator' }],
    peerTyping: false,
  }),
  'talk-asked': talking({
    messages: words.slice(0, 3),
    question: { what: 'handover', device: '00', name: 'Amal', role: 'worker', state: 'asked' },
    peerTyping: false,
  }),
  'talk-asked-watch': talking({
    messages: words.slice(0, 3),
    question: { what: 'join', device: '00', name: 'Lea', role: 'trainee', state: 'asked' },
    peerTyping: false,
  }),
  'talk-watched': talking({
    members: [
      { slot: 1, kind: 'staff', name: 'Kari', role: 'worker', device: '01', lead: true },
      { slot: 2, kind: 'staff', name: 'Lea', role: 'trainee', device: '02', lead: false },
    ],
    messages: [...words.slice(0, 3), happened(9, 'yes'), happened(10, 'watches')],
    peerTyping: false,
  }),
  'talk-joined': talking({
    members: [
      { slot: 1, kind: 'staff', name: 'Kari', role: 'worker', device: '01', lead: true },
      { slot: 2, kind: 'staff', name: 'Amal', role: 'mediator', device: '02', lead: false },
    ],
    messages: [...words.slice(0, 3), happened(9, 'yes'), happened(10, 'joined')],
    peerTyping: false,
  }),
  'talk-reconnecting': talking({ link: 'reconnecting', peerTyping: false }),
  'talk-away': talking({ peerConnected: false, peerTyping: false }),
  'talk-full': talking({ maySend: false, peerTyping: false }),
  'ended-visitor': { kind: 'ended', service: open, by: 'visitor' },
  'ended-staff': { kind: 'ended', service: { ...open, retentionDays: 30 }, by: 'staff' },
  'ended-gone': { kind: 'ended', service: open, by: 'gone' },
  'ended-lost': { kind: 'ended', service: open, by: 'lost' },
  'ended-limit': { kind: 'ended', service: open, by: 'limit' },
  'ended-removed': { kind: 'ended', service: open, by: 'removed' },
  'ended-deleted': { kind: 'ended', service: open, by: 'deleted' },
  'stopped-unconfirmed': stopped('unconfirmed'),
  'stopped-untrusted': stopped('untrusted'),
  'stopped-roster-old': stopped('roster-old'),
  'stopped-clock': stopped('clock'),
  'stopped-epoch-refused': stopped('epoch-refused'),
  'stopped-frame-refused': stopped('frame-refused'),
  'stopped-server-refused': stopped('server-refused', 3506),
  'stopped-replaced': stopped('replaced', 3540),
  'stopped-browser': stopped('browser'),
  'refused-closed': { kind: 'refused', service: open, why: 'closed' },
  'refused-left': { kind: 'refused', service: open, why: 'closed', left: 'silent' },
  'refused-full': { kind: 'refused', service: open, why: 'full' },
  'refused-unknown': { kind: 'refused', service: open, why: 'unknown' },
} as const satisfies Record<string, VisitState>;

export type StateName = keyof typeof STATES;
