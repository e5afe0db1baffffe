/** Puts a signed-in person's console together. */

import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import { MINUTE, SECOND } from '../../kernel/clock.ts';
import { systemRandom } from '../../kernel/random.ts';
import { unattended } from '../../kernel/unattended.ts';
import { usableKeys } from '../../letters/statement.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import { createArchives } from '../archive/archives.ts';
import type { Archives } from '../archive/archives.ts';
import { archiveHttp } from '../archive/archive-http.ts';
import { createAudit } from '../audit/audit.ts';
import { createJournal, exportWith } from '../audit/journal.ts';
import { createScribe } from '../archive/scribe.ts';
import type { Scribe } from '../archive/scribe.ts';
import type { Desk } from '../desk-view.ts';
import type { Inbox } from '../inbox/inbox-view.ts';
import { createInbox, readsLetters } from '../inbox/inbox.ts';
import { letterHttp } from '../inbox/letter-http.ts';
import { enrolment } from '../keys/enrol.ts';
import { AFTERLIFE } from '../keys/lifetimes.ts';
import type { BrowserKeys } from '../keys/store.ts';
import type { ChatFileHttp, FileHttp } from '../login/files.ts';
import { createHttp, type Http } from '../login/http.ts';
import { provenHttp } from '../login/proven.ts';
import type { Login } from '../login/login.ts';
import type { Following } from '../login/following.ts';
import type { Me } from '../login/me.ts';
import { createCoordination } from '../people/coordination.ts';
import type { People } from '../people/people.ts';
import { makeNextSigner, readNextSigner, readSigner, signerRequest, useNextSigner } from '../people/signer-key.ts';
import { createReminders } from '../reminders/reminders.ts';
import { createRenewal } from '../renewal/renewal.ts';
import { createServices } from '../services/services.ts';
import { createShifts } from '../shifts/shifts.ts';
import { createNotes } from '../notes/notes.ts';
import { createAllOptOuts } from '../outreach/opt-outs.ts';
import { closedTexts, dutyTexts, heardTexts } from '../outreach/duty-texts.ts';
import type { Outreach } from '../outreach/stores.ts';
import type { OutreachTools } from '../outreach/tools.ts';
import { tendCards } from '../outreach/tending.ts';
import { createWaiting } from '../outreach/waiting.ts';
import type { Notes } from '../notes/notes.ts';
import { createTasks } from '../tasks/tasks.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { createServiceDesks, seesDesk } from '../service-desk/service-desks.ts';
import type { Preferences } from '../stores/preferences.ts';
import { createWorkspace } from '../stores/workspace.ts';
import { textsFor } from '../texts/choose.ts';
import type { Room } from '../ui/room.ts';
import { allowNotifications, watchForCalls } from './attention.ts';
import { fileShelf } from './chat-files.ts';
import { chime } from './chime.ts';
import type { Entering } from './entering.ts';
import { browserMedia } from './media.ts';
import { shelfNamed } from './page.ts';
import { trustBook } from './trust.ts';

const SWEEP_EVERY = 10 * MINUTE;
const PIN_EVERY = 5 * SECOND;
const GIVE_BACK = 3 * SECOND;

export interface Page {
  readonly clock: Clock;
  readonly http: Http;
  readonly files: FileHttp & ChatFileHttp;
  readonly login: Login;
  readonly preferences: Preferences;
  readonly passkeys: boolean;
  readonly now: ReadonlySignal<number>;
  readonly visible: ReadonlySignal<boolean>;
  readonly wide: ReadonlySignal<boolean>;
}

export interface OpenRoom {
  readonly room: Room;
  readonly people: People | undefined;
  close(): void;
}

export function openRoom(page: Page, following: Following, desk: Desk, keys: BrowserKeys, entering: Entering): OpenRoom {
  const me = following.me.peek();
  const { enrolling, offer, back, making } = entering;
  const { clock, login, preferences } = page;
  const inChat = computed(() => page.wide.value || work.view.value === 'chat');
  const showing = computed(() => page.visible.value && inChat.value);
  const work = createWorkspace(desk, showing, () => clock.now());
  const listed = listedHttp(page, me, keys);
  const inbox = readsLetters(me.role) ? openInbox(page, me, listed, desk, keys) : undefined;
  const keeps = me.services.some(({ retentionDays }) => retentionDays > 0);
  const archives = keeps && readsLetters(me.role) ? openArchives(page, listed, desk, keys) : undefined;
  // Also where nothing was kept when this page was loaded: each chat says what its visitor was told.
  const scribe = readsLetters(me.role) ? openScribe(page, me, listed, desk) : undefined;
  const shelf = fileShelf(desk, page.files, () => enrolling.device.peek(), systemRandom);
  const letters = computed(() => inbox?.fresh.value ?? 0);
  const look = (): void => inbox?.look();
  addEventListener('focus', look);
  const told = seesDesk(me.role);
  const tasks = told ? openTasks(page, me, listed, keys) : undefined;
  const notes = readsLetters(me.role) ? openNotes(page, me, listed, desk, keys) : undefined;
  const outreach = readsLetters(me.role) && me.channels !== undefined ? openOutreach(page, me, me.channels, desk, keys) : undefined;
  const texts = computed(() => ({ ...heardTexts(outreach?.onDuty.value ?? []), fresh: outreach?.waiting.fresh.value ?? new Set<string>() }));
  const late = computed(() => tasks?.late.value ?? []);
  const serviceDesks = createServiceDesks({ http: page.http, clock, told });
  const stopWatching = watchForCalls({
    ...{ desk, letters, texts, tasks: late, afterShift: serviceDesks.afterShift, untaken: serviceDesks.untaken },
    ...{ preferences, clock, chime: chime(), visible: page.visible },
  });
  const stopSession = effect(() => {
    if (desk.notice.value?.kind === 'session-over') login.sessionOver();
  });
  // At work nobody keeps a spare any more: the seed goes.
  const stopOffer = effect(() => {
    if (desk.duty.value.state !== 'off') offer.end();
  });
  let cancelSweep = (): void => undefined;
  // What only an old mailbox key opens is sealed anew before the key goes.
  let sealed = outreach === undefined;
  outreach?.tending.through.then(() => (sealed = true), reportError);
  const sweep = (): void => {
    keys.sweep(sealed).catch(() => undefined);
    cancelSweep = clock.after(SWEEP_EVERY, sweep);
  };
  sweep();
  const people =
    me.role === 'coordinator'
      ? createCoordination({
          http: page.http,
          me: () => following.me.peek(),
          clock,
          origin: location.origin,
          mine: () => enrolling.device.value,
          signers: {
            read: readSigner,
            readNext: readNextSigner,
            makeNext: makeNextSigner,
            useNext: useNextSigner,
            request: signerRequest,
          },
        })
      : undefined;
  const renews = readsLetters(me.role) && me.pin !== '';
  const renewal = renews ? createRenewal({ http: page.http, keys, pin: me.pin, clock }) : undefined;
  const shifts =
    me.role === 'auditor' ? undefined : createShifts({ http: page.http, clock, origin: location.origin, now: page.now });
  const reminders = me.role === 'auditor' || me.channels === undefined ? undefined : createReminders({ http: channelsHttp(me.channels), clock });
  const audit = me.role === 'auditor' ? createAudit(listed, createJournal(listed, exportWith((path, init) => fetch(path, init)))) : undefined;
  const services = me.role === 'coordinator' ? createServices({ http: listed, clock, making }) : undefined;
  // What a coordinator has just published is theirs to tick at once.
  const stopPublished = effect(() => {
    const outcome = services?.outcome.value.kind;
    if (outcome === 'published' || outcome === 'undone') unattended(following.look());
  });
  // Whoever goes on or off duty changes what visitors are told.
  const stopDesks = effect(() => {
    if (desk.duty.value.state !== 'starting') serviceDesks.look();
  });
  let cancelPin = (): void => undefined;
  /** Before trust is set up nobody can work; the page goes on by itself when it is. */
  const awaitPin = (): void => {
    cancelPin = clock.after(PIN_EVERY, () => {
      // Not while this person is setting it up here.
      if (people?.wizard.value === undefined) login.refresh().catch(() => undefined);
      awaitPin();
    });
  };
  if (me.pin === '') awaitPin();
  let settingUp = false;
  /** Whoever has just set trust up here goes on at once, not in the middle of the next thing they do. */
  const stopSetUp = effect(() => {
    const now = people?.wizard.value !== undefined;
    if (settingUp && !now && me.pin === '') login.refresh().catch(() => undefined);
    settingUp = now;
  });
  const start = (work: Promise<unknown>): void => {
    work.catch((failure: unknown) => reportError(failure));
  };
  const leave = async (): Promise<void> => {
    if (desk.duty.value.state !== 'off') await desk.goOffDuty();
    if (desk.duty.value.state !== 'off') return;
    // Nobody else hears what this person holds; who signs out does not wait for it for long.
    await Promise.race([outreach?.waiting.giveBack(), new Promise<void>((go) => clock.after(GIVE_BACK, go))]);
    await login.signOut();
  };
  const room: Room = {
    get me() {
      return following.me.value;
    },
    following,
    desk,
    work,
    audit,
    inbox,
    archives,
    unwritten: scribe?.failing ?? signal(new Set()),
    unkept: scribe?.givenUp ?? signal(new Set()),
    renewal,
    serviceDesks,
    services,
    shifts,
    reminders,
    tasks,
    notes,
    outreach,
    media: browserMedia(clock),
    filesOf: (conversation) => shelf.of(conversation),
    preferences,
    now: page.now,
    device: enrolling.device,
    code: enrolling.code,
    trouble: enrolling.trouble,
    offer,
    back: {
      view: back.view,
      withPasskey: async () => {
        if (await back.withPasskey()) await enrolling.enrol();
      },
      withDigits: async (typed) => {
        if (await back.withDigits(typed)) await enrolling.enrol();
      },
      asNew: () => start(enrolling.enrolAsNew()),
      seen: () => back.forget(),
    },
    enrolAgain: () => start(enrolling.enrol()),
    signOut: () => start(leave()),
    addPasskey: () => login.addPasskey(),
    passkeys: page.passkeys,
    allowNotifications,
  };
  return {
    room,
    people,
    close() {
      cancelSweep();
      cancelPin();
      stopSession();
      stopSetUp();
      stopOffer();
      stopDesks();
      stopPublished();
      following.close();
      serviceDesks.close();
      shifts?.close();
      reminders?.close();
      tasks?.close();
      notes?.close();
      outreach?.waiting.close();
      outreach?.tending.close();
      outreach?.optOuts.close();
      offer.end();
      stopWatching();
      removeEventListener('focus', look);
      renewal?.close();
      inbox?.close();
      archives?.close();
      scribe?.close();
      shelf.close();
      work.close();
      desk.close();
    },
  };
}

/** For what is handed out to listed devices only, by the desk or by another port. */
function listedHttp({ http }: Page, me: Me, keys: BrowserKeys, to = http): Http {
  return provenHttp(to, async () => {
    const device = await keys.device();
    if (device === undefined) return false;
    return (await http.post('/api/devices', await enrolment(device, me.name))).kind === 'ok';
  });
}

const openArchives = ({ login }: Page, http: Http, desk: Desk, keys: BrowserKeys): Archives =>
  createArchives({ http: archiveHttp(http), keys, device: desk.device, sessionOver: () => login.sessionOver() });

/** Keys of the service's devices to which something may be sealed now. */
function recipients(page: Page, me: Me, http: Http): (service: string) => Promise<readonly MailboxKey[]> {
  const trust = trustBook(page, me.pin);
  const letters = letterHttp(http);
  return async (service) => {
    const [roster, list] = [await trust.newest(), await letters.list()];
    return list.kind === 'ok' ? usableKeys(list.value.keys, roster, service, page.clock.now()) : [];
  };
}

/** For what is kept for months: also devices whose console was closed for some weeks. */
function lastingRecipients(page: Page, me: Me, http: Http): (service: string) => Promise<readonly MailboxKey[]> {
  const trust = trustBook(page, me.pin);
  const letters = letterHttp(http);
  return async (service) => {
    const [roster, keys] = [await trust.newest(), await letters.keys()];
    return keys.kind === 'ok' ? usableKeys(keys.value, roster, service, page.clock.now(), AFTERLIFE.mailbox) : [];
  };
}

const openTasks = (page: Page, me: Me, http: Http, keys: BrowserKeys): Tasks =>
  createTasks({ http, clock: page.clock, keys, sealTo: recipients(page, me, http) });

const openNotes = (page: Page, me: Me, http: Http, desk: Desk, keys: BrowserKeys): Notes =>
  createNotes({
    http,
    clock: page.clock,
    keys,
    device: desk.device,
    sealTo: recipients(page, me, http),
    shelf: shelfNamed(`havn-notes-${me.staff}`),
  });

function openScribe(page: Page, me: Me, http: Http, desk: Desk): Scribe {
  const { clock } = page;
  return createScribe({
    http: archiveHttp(http),
    chats: desk.chats,
    name: me.name,
    // A transcript says that there was a file; the file itself ends with the chat.
    mark: ({ type }) => `[${textsFor(page.preferences.all.peek().language).inbox.file[type]}]`,
    keys: recipients(page, me, http),
    clock,
    random: systemRandom,
  });
}

function openInbox(page: Page, me: Me, http: Http, desk: Desk, keys: BrowserKeys): Inbox {
  const { clock, files, login } = page;
  return createInbox({
    person: { name: me.name, role: me.role, services: me.services.map(({ id }) => id), pin: me.pin },
    keys,
    http: letterHttp(http),
    files,
    trust: trustBook(page, me.pin),
    device: desk.device,
    onDuty: computed(() => desk.duty.value.state === 'on' || desk.duty.value.state === 'break'),
    clock,
    random: systemRandom,
    sessionOver: () => login.sessionOver(),
  });
}

/** The role that sends texts, on another port of this host. */
function channelsHttp(port: number): Http {
  const there = new URL(location.origin);
  there.port = String(port);
  return createHttp((path, init) => fetch(path, init), there.origin);
}

function openOutreach(page: Page, me: Me, port: number, desk: Desk, keys: BrowserKeys): Outreach {
  const { clock } = page;
  const http = listedHttp(page, me, keys, channelsHttp(port));
  const sealTo = lastingRecipients(page, me, listedHttp(page, me, keys));
  const services = me.services.map(({ id }) => id);
  const onDuty = computed(() => desk.duty.value.state === 'on' || desk.duty.value.state === 'break');
  const hears = (service: string): boolean => onDuty.peek() && desk.duty.peek().services.includes(service);
  const waiting = createWaiting({ services, http, clock, device: desk.device, onDuty, hears });
  const tools = (service: string): OutreachTools => ({ service, name: me.name, http, clock, random: systemRandom, keys, sealTo });
  return {
    waiting,
    tending: tendCards(services, tools, clock),
    optOuts: createAllOptOuts(tools),
    onDuty: computed(() => dutyTexts(waiting.lists, desk.duty.value, page.preferences.all.value.able.languages)),
    closed: computed(() => closedTexts(waiting.lists, desk.duty.value)),
    wanted: signal(undefined),
    tools,
  };
}
