/** Every state of the console worth looking at, with fixed contents. */

import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { systemClock } from '../../../src/kernel/clock.ts';
import { createShifts, type Shifts } from '../../../src/console/shifts/shifts.ts';
import type { Me } from '../../../src/console/login/me.ts';
import type { Archives } from '../../../src/console/archive/archives.ts';
import type { Inbox } from '../../../src/console/inbox/inbox-view.ts';
import { readsLetters } from '../../../src/console/inbox/inbox.ts';
import { TextsContext, type Room } from '../../../src/console/ui/room.ts';
import { Console } from '../../../src/console/ui/console.tsx';
import { Login } from '../../../src/console/ui/login.tsx';
import type { SignedOut } from '../../../src/console/login/login.ts';
import type { Liking } from '../../../src/console/stores/preferences.ts';
import type { Page, Overlay } from '../../../src/console/ui/shell.tsx';
import { textsFor } from '../../../src/console/texts/choose.ts';
import type { Message, TalkEvent } from '../../../src/talk/view.ts';
import { call, chat, entry, fakeDesk, id, NOW, onDuty, said, talk, type FakeDesk } from '../../../src/console/testing/fake-desk.ts';
import { ARCHIVES } from './fake-archives.ts';
import { fakeAudit } from './fake-audit.ts';
import { fakeNotes } from './fake-notes.ts';
import { aboutOutreach, textsOnDuty } from './fake-outreach.ts';
import { outreachPictures } from './outreach-states.tsx';
import { changedShifts, fakeReminders } from './fake-shifts.ts';
import { fakeTasks } from './fake-tasks.ts';
import { fakeInbox, LETTERS } from './fake-inbox.ts';
import { changedServices, fakeBack, fakeOffer, fakePeople, fakeRoom, noLaneLeft, WORKER, type FakePeople } from './fake-room.ts';

export type Picture = (liking: Partial<Liking>) => JSX.Element;

/** Planned shifts whose list has not come yet. */
const waitingShifts = (): Shifts => {
  const never = (): Promise<never> => new Promise(() => undefined);
  return createShifts({ http: { get: never, post: never }, clock: systemClock, origin: '', now: signal(NOW) });
};

const LINK = 'https://vakt.example.org/#i=7xE2mJ0pQw3nVh5tYb8cRk1sLz4dFg6aTu9oNi2eMxA';
const COORDINATOR: Me = { ...WORKER, name: 'Solveig', role: 'coordinator', services: [...WORKER.services, { id: 'rosa', name: 'ROSA', retentionDays: 0, languages: ['nb', 'en'], lanes: ['self'] }] };
const AUDITOR: Me = { ...WORKER, name: 'Rune', role: 'auditor', channels: 8086 };
const TRAINEE: Me = { ...WORKER, name: 'Lea', role: 'trainee' };

interface Setting {
  readonly me?: Me;
  readonly page?: Page;
  readonly overlay?: Overlay;
  readonly people?: (people: FakePeople) => unknown;
  /** By default an inbox with nothing in it, for those who have one. */
  readonly inbox?: Inbox;
  readonly archives?: Archives;
  readonly room?: (room: Room) => Partial<Room>;
}

/** A signed-in state: `arrange` sets the desk, `open` touches the finished room. */
const room =
  (arrange: (desk: FakeDesk) => void, setting: Setting = {}, open: (room: Room) => void = () => undefined): Picture =>
  (liking) => {
    const desk = fakeDesk();
    arrange(desk);
    const me = setting.me ?? WORKER;
    const inbox = setting.inbox ?? (readsLetters(me.role) ? fakeInbox() : undefined);
    const plain = fakeRoom(desk, me, liking, inbox, setting.archives);
    const finished = { ...plain, ...setting.room?.(plain) };
    open(finished);
    const people = fakePeople();
    setting.people?.(people);
    return (
      <Console
        room={finished}
        people={me.role === 'coordinator' ? people : undefined}
        {...(setting.page === undefined ? {} : { page: setting.page })}
        {...(setting.overlay === undefined ? {} : { overlay: setting.overlay })}
      />
    );
  };

const login =
  (why: SignedOut['why'], passkeys = true): Picture =>
  ({ language }) => (
    <TextsContext.Provider value={textsFor(language ?? 'nb')}>
      <Login state={{ kind: 'signed-out', why, busy: false }} passkeys={passkeys} onPasskey={() => undefined} />
    </TextsContext.Provider>
  );

const line = (desk: FakeDesk): void => {
  desk.line.value = [
    entry(11, 7, { language: 'th', service: 'nadheim' }),
    entry(12, 3, { language: 'es', service: 'nadheim', lane: 'on-behalf', connected: false }),
    entry(13, 0),
  ];
};

const RECORDS = {
  service: 'pro-mann', name: 'Pro Mann', state: 'open', mode: 'open', presses: [], notNew: undefined, closesAt: null, opensAt: null, stayUntil: null, lateSince: null, untakenSince: [], lateLanes: [],
  alarm: false, calendarEnds: null, insteadEnds: null, overtime: 'nobody', afterShift: 'nobody', afterShiftAgain: false, onDuty: false, records: { nb: 'Fra nå gir vi helsehjelp. Da fører vi journal.' },
} as const;

const WHISPERS = {
  messages: [
    said('them', 2, 'Hun virker redd. Skal vi ringe legevakta?', { name: 'Amal' }),
    said('me', 1, 'Ja. Spør henne først.', { tick: 'stored' }),
    said('me', 0, 'Jeg blir på linja.', { tick: 'held' }),
  ],
  together: true,
  maySend: true,
  full: false,
};

const PICTURE = { id: new Uint8Array(16), key: new Uint8Array(32), hash: new Uint8Array(32), type: 'image/jpeg', length: 420_000, seconds: 0 } as const;
const PAPER = { ...PICTURE, type: 'application/pdf', length: 90_000 } as const;

/** A photo as tall as a phone takes it. */
function photo(): Uint8Array {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [900, 1_600];
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    pen.fillStyle = '#7a9';
    pen.fillRect(0, 0, 900, 1_600);
    pen.fillStyle = '#246';
    pen.fillRect(200, 300, 500, 900);
  }
  return Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1] ?? ''), (sign) => sign.charCodeAt(0));
}

const GREETING = [
  said('them', 14, 'Hei. Er det noen der nå?'),
  said('me', 13, 'Hei! Ja, jeg er her. Jeg heter Ingrid og er sosionom.'),
  said('me', 13, 'Ta den tiden du trenger.'),
  said('them', 11, 'Jeg lurer på om jeg kan få time hos lege uten å si hva jeg heter. Jeg har ikke fastlege.'),
  said('me', 9, 'Ja, det kan du. Legen hos oss er her tirsdag og torsdag fra 13 til 21. Du trenger ikke legitimasjon, og ingen skriver ned navnet ditt.'),
  said('them', 8, 'ok tusen takk'),
  said('them', 8, 'Hva om jeg ikke kan komme på dagtid?'),
] as const;

const VISITOR = { slot: 0, kind: 'visitor', name: '', role: '', device: id(0), lead: false } as const;
const AMAL = { slot: 2, kind: 'staff', name: 'Amal', role: 'mediator', device: id(7), lead: false } as const;
const COLLEAGUES = [
  { device: id(7), name: 'Amal', salt: new Uint8Array(16), role: 'mediator', free: true, languages: ['th', 'nb'], outside: true },
  { device: id(8), name: 'Per', salt: new Uint8Array(16), role: 'worker', free: false, languages: ['nb'], outside: false },
];
const happened = (kind: TalkEvent['kind']): Message =>
  said('page', 1, '', { event: { kind, name: 'Amal', role: 'mediator' } });

const busy = (desk: FakeDesk): void => {
  line(desk);
  desk.duty.value = onDuty(2);
  desk.chats.value = [
    chat(1, 15, talk(GREETING, { peerTyping: true }), { wishes: ['gender:woman', 'device:BwcHBwcHBwcHBwcHBwcHBw'] }),
    chat(2, 6, talk([said('them', 2, 'Hola, ¿hablas español?')]), { language: 'es', service: 'nadheim', unread: 1 }),
  ];
};

const one = (desk: FakeDesk, more: Parameters<typeof talk>[1] = {}, rest: Parameters<typeof chat>[3] = {}): void => {
  desk.duty.value = onDuty(1);
  desk.chats.value = [chat(1, 15, talk(GREETING, more), rest)];
};

const inChat = (finished: Room): void => finished.work.choose(id(1));

export const pictures: Readonly<Record<string, Picture>> = {
  login: login('none'),
  'login-link-refused': login('link-refused'),
  'login-session-over': login('session-over'),
  'login-no-passkeys': login('none', false),
  'device-pending': room((desk) => (desk.device.value = 'pending'), { me: { ...WORKER, demo: true } }),
  'device-refused': room((desk) => (desk.device.value = 'none'), { room: () => ({ trouble: signal('refused' as const) }) }),
  'device-unsupported': room((desk) => (desk.device.value = 'unsupported')),
  'device-alarm': room((desk) => (desk.device.value = 'alarm')),
  'device-back': room((desk) => (desk.device.value = 'none'), {
    me: COORDINATOR,
    room: () => ({ code: signal(undefined), back: fakeBack({ kind: 'choose', methods: ['passkey', 'kit'], trouble: 'wrong-digits', busy: false }) }),
  }),
  'device-gone': room((desk) => (desk.device.value = 'none'), { room: () => ({ code: signal(undefined), back: fakeBack({ kind: 'gone' }) }) }),
  'device-is-back': room(() => undefined, { me: COORDINATOR, room: () => ({ back: fakeBack({ kind: 'back' }) }) }),
  'spare-offer': room((desk) => (desk.device.value = 'pending'), {
    room: () => ({ offer: fakeOffer({ kind: 'ask', kept: ['passkey'], trouble: 'refused', busy: false }) }),
  }),
  'spare-kit': room(() => undefined, {
    room: () => ({ offer: fakeOffer({ kind: 'kit', groups: ['4821', '9027', '7116', '5073', '3045', '9918'], trouble: 'none', busy: false }) }),
  }),
  off: room(() => undefined),
  'off-passkey-offer': room(() => undefined, { me: { ...WORKER, passkeys: 0 } }),
  'services-changed': room((desk) => (desk.duty.value = onDuty(0)), { room: () => ({ following: changedServices() }) }),
  'services-new': room(() => undefined, {
    me: COORDINATOR,
    room: (plain) => ({ following: { ...changedServices(), isNew: (service) => service === 'rosa' }, preferences: noLaneLeft(plain) }),
  }),
  volunteer: room(() => undefined, { me: { ...WORKER, name: 'Kim', role: 'volunteer' } }),
  'no-services': room(() => undefined, { me: { ...WORKER, services: [] } }),
  starting: room((desk) => (desk.duty.value = { ...onDuty(0), state: 'starting' })),
  empty: room((desk) => (desk.duty.value = onDuty(0))),
  waiting: room((desk) => {
    line(desk);
    desk.duty.value = onDuty(0);
    desk.rosterNote.value = 'demo keys';
  }, { me: COORDINATOR }),
  'waiting-texts': room((desk) => {
    line(desk);
    desk.duty.value = onDuty(0);
  }, { room: () => ({ outreach: textsOnDuty() }) }),
  'texts-alone': room((desk) => (desk.duty.value = onDuty(0)), { room: () => ({ outreach: textsOnDuty() }) }),
  'texts-unreached': room((desk) => (desk.duty.value = onDuty(0)), { room: () => ({ outreach: aboutOutreach([], false) }) }),
  break: room((desk) => {
    line(desk);
    desk.duty.value = onDuty(0, 'break');
  }),
  chat: room((desk) => {
    busy(desk);
    desk.rosterNote.value = 'demo keys';
  }, {}, inChat),
  'chat-line': room(busy),
  'chat-about': room(busy, {}, (finished) => {
    inChat(finished);
    finished.work.view.value = 'about';
  }),
  'chat-rtl': room((desk) => {
    desk.duty.value = onDuty(1);
    const arabic = [said('them', 4, 'مرحبا، هل يوجد أحد هنا الآن؟'), said('me', 3, 'Hei! Jeg er her.'), said('them', 1, 'شكرا جزيلا')];
    desk.chats.value = [chat(1, 5, talk(arabic), { language: 'ar' })];
  }, {}, inChat),
  'chat-held': room((desk) => {
    one(desk, { link: 'reconnecting', maySend: false, messages: [...GREETING, said('me', 0, 'Da finner vi en kveld.', { tick: 'held' })] });
    desk.link.value = 'reconnecting';
  }, {}, (finished) => {
    inChat(finished);
    finished.work.write(id(1), 'Onsdager har legen åpent til ni');
  }),
  'chat-files': room((desk) => one(desk, { messages: [...GREETING.slice(0, 2), said('them', 4, '', { file: PICTURE }), said('me', 2, '', { file: PAPER })] }), {}, inChat),
  'chat-picture': room((desk) => one(desk), {}, (finished) => {
    inChat(finished);
    finished.filesOf(id(1)).chosen.value = { content: photo(), type: 'image/png', seconds: 0 };
  }),
  'danger-elsewhere': room((desk) => {
    desk.duty.value = onDuty(0, 'break');
    const me = [{ device: id(7), name: 'Ingrid', me: true }];
    desk.danger.value = [call(21), call(22, { leadName: '', caller: 'line', coming: me }), call(23, { heard: me })];
  }),
  'danger-alone': room((desk) => (desk.danger.value = [call(21, { alone: true })]), { me: COORDINATOR }),
  'danger-own': room((desk) => {
    one(desk);
    desk.danger.value = [call(1, { lead: 'me', coming: [{ device: id(8), name: 'Per', me: false }], heard: [{ device: id(9), name: 'Ida', me: false }] })];
  }, {}, inChat),
  'danger-own-alone': room((desk) => {
    one(desk);
    desk.danger.value = [call(1, { lead: 'me', alone: true, hushed: true })];
  }, {}, inChat),
  'danger-unknown': room((desk) => {
    desk.line.value = [entry(1, 3)];
    desk.lineUnknown.value = new Set(['pro-mann']);
    desk.dangerUnknown.value = new Set(['pro-mann']);
  }),
  'danger-uncalled': room((desk) => {
    one(desk);
    desk.uncalled.value = new Set([id(1)]);
  }, {}, inChat),
  'chat-care': room((desk) => one(desk), {
    room: ({ serviceDesks }) => ({ serviceDesks: { ...serviceDesks, desks: signal([RECORDS]) } }),
  }, inChat),
  'chat-cared': room((desk) => one(desk, { messages: [...GREETING, said('me', 0, RECORDS.records.nb, { care: true })] }), {}, inChat),
  'chat-foreign': room((desk) => one(desk, {}, { language: 'th' }), {}, inChat),
  'chat-ended': room((desk) => one(desk, { sealed: false }, { ended: 'visitor' }), {}, inChat),
  'chat-stopped': room((desk) => one(desk, { sealed: false, stopped: 'frame-refused' }), {}, inChat),
  'chat-stopped-empty': room((desk) => one(desk, { sealed: false, stopped: 'epoch-refused', messages: [] }), {}, inChat),
  'chat-full': room((desk) => {
    line(desk);
    desk.duty.value = onDuty(3);
    desk.notice.value = { kind: 'already-taken', code: 4003 };
    desk.chats.value = [
      chat(1, 15, talk(GREETING)),
      chat(2, 6, talk([said('them', 2, 'Hola, ¿hablas español?')], { peerConnected: false }), { language: 'es', service: 'nadheim' }),
      chat(3, 1, talk([], { sealed: false, members: [] }), { language: 'th', service: 'nadheim' }),
    ];
  }, {}, inChat),
  colleagues: room((desk) => one(desk, {}, { colleagues: COLLEAGUES }), {}, (finished) => {
    inChat(finished);
    finished.work.asksColleague.value = id(1);
  }),
  'colleague-asked': room((desk) => {
    const question = { what: 'handover', device: id(7), name: 'Amal', role: 'worker', state: 'asked' } as const;
    one(desk, { question, messages: [...GREETING, happened('asked-handover')] });
    desk.invitations.value = [
      { conversation: id(5), what: 'join', service: 'nadheim', lane: 'self', language: 'es', since: NOW - 240_000, until: NOW + 100_000 },
    ];
  }, {}, inChat),
  'colleague-inside': room((desk) => one(desk, { members: [VISITOR, AMAL], messages: [...GREETING, happened('joined'), said('them', 1, 'Hei, jeg heter Amal.', { name: 'Amal' })] }), {}, inChat),
  'colleague-leads': room((desk) => one(desk, { members: [VISITOR, { ...AMAL, lead: true }] }, { leads: false }), {}, inChat),
  'colleague-watches': room((desk) => one(desk, { maySend: false, reading: true, members: [VISITOR, { ...AMAL, lead: true }] }, { leads: false }), { me: TRAINEE }, inChat),
  'colleague-watches-asked': room((desk) => {
    desk.duty.value = onDuty(0);
    desk.invitations.value = [
      { conversation: id(5), what: 'join', service: 'nadheim', lane: 'self', language: 'es', since: NOW - 240_000, until: NOW + 100_000 },
    ];
  }, { me: TRAINEE }),
  'colleague-whispers': room((desk) => one(desk, { members: [VISITOR, AMAL] }, { whispers: WHISPERS }), {}, (finished) => {
    inChat(finished);
    finished.work.asideOf.value = id(1);
    finished.work.writeAside(id(1), 'Jeg ringer');
  }),
  'colleague-whispered': room((desk) => one(desk, { members: [VISITOR, AMAL] }, { whispers: WHISPERS }), {}, inChat),
  'colleague-gone': room((desk) => one(desk, {}, { whispers: { ...WHISPERS, together: false, maySend: false } }), {}, (finished) => {
    inChat(finished);
    finished.work.asideOf.value = id(1);
  }),
  'chat-handed-over': room((desk) => one(desk, {}, { ended: 'left' }), {}, inChat),
  'end-asked': room((desk) => one(desk), {}, (finished) => {
    inChat(finished);
    finished.work.asksToEnd.value = true;
  }),
  keys: room((desk) => one(desk), { overlay: 'keys' }, inChat),
  settings: room((desk) => one(desk), { overlay: 'settings' }, inChat),
  ...Object.fromEntries(
    Object.entries(LETTERS).map(([name, inbox]) => [
      `inbox-${name}`,
      room(
        (desk) => (desk.duty.value = name === 'off-duty' ? desk.duty.value : onDuty(0)),
        { page: 'inbox', get inbox() { return inbox(); } },
      ),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(ARCHIVES).map(([name, archives]) => [
      `archive-${name}`,
      room((desk) => (desk.duty.value = onDuty(0)), { me: COORDINATOR, page: 'archive', archives }),
    ]),
  ),
  journal: room(() => undefined, { me: AUDITOR, room: () => ({ audit: fakeAudit(null) }) }),
  'journal-flawed': room(() => undefined, { me: AUDITOR, room: () => ({ audit: fakeAudit(3) }) }),
  'journal-unreachable': room(() => undefined, { me: AUDITOR, room: () => ({ audit: fakeAudit(undefined) }) }),
  figures: room(() => undefined, { me: AUDITOR, page: 'figures', room: () => ({ audit: fakeAudit(null) }) }),
  tasks: room((desk) => (desk.duty.value = onDuty(0)), { me: COORDINATOR, page: 'tasks', room: () => ({ tasks: fakeTasks() }) }),
  ...outreachPictures,
  notes: room((desk) => (desk.duty.value = onDuty(0)), { page: 'notes', room: () => ({ notes: fakeNotes(true) }) }),
  'notes-sealed': room((desk) => (desk.duty.value = onDuty(0)), { page: 'notes', room: () => ({ notes: fakeNotes(false) }) }),
  'chat-comment': room((desk) => one(desk), { room: () => ({ notes: fakeNotes(false) }) }, (finished) => {
    inChat(finished);
    finished.work.view.value = 'about';
  }),
  'many-pages': room((desk) => (desk.duty.value = onDuty(0)), {
    me: COORDINATOR,
    ...(ARCHIVES['list'] === undefined ? {} : { archives: ARCHIVES['list'] }),
    room: () => ({ tasks: fakeTasks(), notes: fakeNotes(false), shifts: waitingShifts() }),
  }),
  shifts: room(() => undefined, { page: 'shifts', room: () => ({ shifts: changedShifts(NOW), reminders: fakeReminders('confirmed') }) }),
  'shifts-number': room(() => undefined, { page: 'shifts', room: () => ({ shifts: waitingShifts(), reminders: fakeReminders('none') }) }),
  'shifts-code': room(() => undefined, { page: 'shifts', room: () => ({ shifts: waitingShifts(), reminders: fakeReminders('unproven') }) }),
  'tasks-none': room((desk) => (desk.duty.value = onDuty(0)), { page: 'tasks', room: () => ({ tasks: fakeTasks([]) }) }),
  'tasks-raising': room((desk) => (desk.duty.value = onDuty(0)), { page: 'tasks', room: () => ({ tasks: fakeTasks([], true) }) }),
  people: room(() => undefined, { me: COORDINATOR, page: 'people' }),
  'people-demo': room(() => undefined, {
    me: { ...COORDINATOR, demo: true },
    page: 'people',
    people: (people) => {
      people.signing.value = { kind: 'demo' };
    },
  }),
  'people-link': room(() => undefined, { me: COORDINATOR, page: 'people', people: (people) => (people.link.value = { name: 'Kim', address: LINK }) }),
  'people-none': room(() => undefined, {
    me: COORDINATOR,
    page: 'people',
    people: (people) => {
      people.signing.value = { kind: 'none' };
      people.roster.value = undefined;
      people.devices.value = people.devices.value?.slice(0, 1);
    },
  }),
  ...Object.fromEntries(
    (['make', 'download', 'upload', 'sign', 'done'] as const).map((step) => [
      `wizard-${step}`,
      room(() => undefined, {
        me: COORDINATOR,
        page: 'people',
        people: (people) => {
          people.wizard.value = {
            step,
            fault: step === 'upload' ? 'signature' : undefined,
            later: false,
            pin: step === 'done' ? WORKER.pin : undefined,
          };
        },
      }),
    ]),
  ),
};
