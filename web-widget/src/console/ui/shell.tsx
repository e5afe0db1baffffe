import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Notice } from '../desk-view.ts';
import { countsRounds } from '../login/me.ts';
import { Invitations } from './company.tsx';
import { DangerCalls } from './danger.tsx';
import { DutyControl } from './duty-control.tsx';
import { Icon, type IconName } from './icons.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { HoursCalls } from './service-desk.tsx';
import { RenewalCall } from './renewal.tsx';
import { ServiceChanges } from './service-changes.tsx';
import { PasskeyButton, SettingsDialog } from './settings-dialog.tsx';
import { useTexts, type Room } from './room.ts';
import { TaskCalls } from './tasks-page.tsx';
import { Callout } from './tools.tsx';

export type Page = 'journal' | 'figures' | 'duty' | 'shifts' | 'tasks' | 'inbox' | 'notes' | 'outreach' | 'archive' | 'services' | 'people';
export type Overlay = 'none' | 'keys' | 'settings';

/** The frame around every page: who, which page, duty, and sentences that must be seen. */
export function Shell(props: {
  readonly room: Room;
  readonly page: Page;
  readonly overlay: Overlay;
  readonly onPage: (page: Page) => void;
  readonly onOverlay: (overlay: Overlay) => void;
  readonly children: ComponentChildren;
}): JSX.Element {
  const t = useTexts();
  const { room, page, overlay } = props;
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {t.shell.skip}
      </a>
      <header>
        <Banner room={room} />
        <div class="top">
        <p class="brand">
          <Icon name="harbour" />
          <span>{t.shell.product}</span>
        </p>
        <Pages room={room} page={page} onPage={props.onPage} />
        <div class="top-end">
          {room.audit === undefined && <DutyControl room={room} />}
          <button type="button" class="ghost only-wide" aria-label={t.shell.keys} onClick={() => props.onOverlay('keys')}>
            <Icon name="keyboard" />
          </button>
          <button type="button" class="ghost" aria-label={t.shell.settings} onClick={() => props.onOverlay('settings')}>
            <Icon name="gear" />
          </button>
          <span class="who only-wide">{room.me.name}</span>
        </div>
        </div>
        <Sentences room={room} />
      </header>
      {props.children}
      {overlay === 'keys' && <KeysDialog room={room} onClose={() => props.onOverlay('none')} />}
      {overlay === 'settings' && <SettingsDialog room={room} onClose={() => props.onOverlay('none')} />}
    </div>
  );
}

/** The pages this person has; nothing when there is only one. */
function Pages(props: { readonly room: Room; readonly page: Page; readonly onPage: (page: Page) => void }): JSX.Element | null {
  const t = useTexts();
  const { room, page } = props;
  const { inbox } = room;
  const letters = inbox?.count.value ?? 0;
  const missing = room.me.role === 'coordinator' ? (room.shifts?.shifts.value ?? []).filter(({ alarm }) => alarm === 'now').length : 0;
  const changed = room.shifts?.news.value.length ?? 0;
  const profiles = room.notes?.waiting.value ?? 0;
  const late = room.tasks?.late.value.length ?? 0;
  const answers = room.outreach?.waiting.count.value ?? 0;
  const pages: readonly (readonly [Page, IconName, string])[] = [
    ...(room.audit === undefined ? [['duty', 'chat', t.shell.duty] as const] : []),
    ...(room.audit === undefined ? [] : [['journal', 'archive', t.shell.journal] as const, ['figures', 'check', t.shell.figures] as const]),
    ...(room.shifts === undefined ? [] : [['shifts', 'clock', t.shifts.title] as const]),
    ...(hasTasks(room) ? [['tasks', 'check', t.tasks.title] as const] : []),
    ...(inbox === undefined ? [] : [['inbox', 'letter', t.inbox.title] as const]),
    ...(room.notes !== undefined ? [['notes', 'out', t.notes.title] as const] : []),
    ...(writesFirst(room) ? [['outreach', 'phone', t.outreach.title] as const] : []),
    ...(room.archives === undefined ? [] : [['archive', 'archive', t.archive.title] as const]),
    ...(room.services === undefined ? [] : [['services', 'gear', t.services.title] as const]),
    ...(room.me.role === 'coordinator' ? [['people', 'people', t.shell.people] as const] : []),
  ];
  const goesOut = countsRounds(room.me);
  if (pages.length < 2 && !goesOut) return null;
  const tabs = pages.map(([each, icon, name]) => (
    <button type="button" key={each} title={name} aria-current={page === each ? 'page' : undefined} onClick={() => props.onPage(each)}>
      <Icon name={icon} />
      <span class="page-name">{name}</span>
      {each === 'shifts' && missing + changed > 0 && (
        <span class="badge">
          <span aria-hidden="true">{missing + changed}</span>
          {missing > 0 && <span class="ds-sr-only">{t.shifts.alarmCount(missing)}</span>}
          {changed > 0 && <span class="ds-sr-only">{t.reminders.newsCount(changed)}</span>}
        </span>
      )}
      {each === 'tasks' && late > 0 && (
        <span class="badge">
          <span aria-hidden="true">{late}</span>
          <span class="ds-sr-only">{t.tasks.lateCount(late)}</span>
        </span>
      )}
      {each === 'notes' && profiles > 0 && (
        <span class="badge">
          <span aria-hidden="true">{profiles}</span>
          <span class="ds-sr-only">{t.notes.waiting(profiles)}</span>
        </span>
      )}
      {each === 'outreach' && answers > 0 && (
        <span class="badge">
          <span aria-hidden="true">{answers}</span>
          <span class="ds-sr-only">{t.outreach.waiting(answers)}</span>
        </span>
      )}
      {each === 'inbox' && letters > 0 && (
        <span class="badge">
          <span aria-hidden="true">{letters}</span>
          <span class="ds-sr-only">{t.inbox.waiting(letters)}</span>
        </span>
      )}
    </button>
  ));
  return (
    <nav class="pages" aria-label={t.shell.pages}>
      {tabs.slice(0, 1)}
      {/* In a tab of its own: whoever leaves this one goes off duty. */}
      {goesOut && (
        <a href="/field/" target="_blank" rel="noopener" title={t.rounds.out}>
          <Icon name="pin" />
          <span class="page-name">{t.rounds.out}</span>
          <span class="ds-sr-only">{` ${t.rounds.opens}`}</span>
        </a>
      )}
      {tabs.slice(1)}
    </nav>
  );
}

/** Whether a service of this person writes to people who have not asked. */
const writesFirst = ({ outreach }: Room): boolean => outreach?.waiting.lists.some(({ absent }) => !absent.value) ?? false;

/** Whether a service of this person has kinds of tasks, or had some. */
const hasTasks = ({ tasks }: Room): boolean => (tasks?.kinds.value.length ?? 0) + (tasks?.tasks.value?.length ?? 0) > 0;

function Banner({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const note = room.desk.rosterNote.value;
  if (note === '' && !room.me.demo) return null;
  return <p class="demo-banner">{room.me.demo || note === 'demo keys' ? t.shell.demoBanner : t.shell.noteBanner(note)}</p>;
}

/** Connection, the last refusal, and the offer of a passkey. */
function Sentences({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const { desk, preferences } = room;
  const notice = desk.notice.value;
  const [offered] = useState(room.me.passkeys === 0 && room.passkeys && !room.me.demo);
  return (
    <div class="sentences">
      <DangerCalls room={room} />
      {desk.link.value === 'reconnecting' && (
        <Callout tone="warning" live="status" icon="cut">
          <p>{t.shell.reconnecting}</p>
        </Callout>
      )}
      <HoursCalls room={room} />
      <TaskCalls room={room} />
      <RenewalCall room={room} />
      <Invitations room={room} />
      <ServiceChanges room={room} />
      {notice !== undefined && (
        <Callout tone={tone(notice)} live="alert" onDismiss={() => desk.dismissNotice()}>
          <p>
            {t.notices[notice.kind]}
            {notice.code !== undefined && <span class="quiet">{` (${t.code(notice.code)})`}</span>}
          </p>
        </Callout>
      )}
      {offered && !preferences.all.value.passkeyLater && (
        <Callout tone="info" title={t.login.addTitle} icon="key" onDismiss={() => preferences.change({ passkeyLater: true })}>
          <p>{t.login.addWhy}</p>
          <PasskeyButton room={room} />
        </Callout>
      )}
    </div>
  );
}

function tone(notice: Notice): 'info' | 'warning' | 'danger' {
  switch (notice.kind) {
    case 'already-taken':
    case 'offered-to-another':
    case 'earlier-waits':
    case 'not-for-you':
    case 'no-room':
    case 'not-yours':
    case 'chats-open':
    case 'invitation-pending':
    case 'invitation-gone':
    case 'chat-crowded':
      return 'info';
    case 'role-refused':
    case 'language-missing':
    case 'audiences-mixed':
    case 'nobody-beside':
    case 'lane-missing':
    case 'not-on-duty':
    case 'journal-unavailable':
    case 'replaced':
      return 'warning';
    case 'statement-refused':
    case 'session-over':
    case 'server-refused':
      return 'danger';
  }
}
