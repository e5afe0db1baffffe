import type { JSX } from 'preact';
import { About } from './about.tsx';
import { IsBack } from './bring-back.tsx';
import { Chat } from './chat.tsx';
import { ColleaguesDialog } from './company.tsx';
import { DeviceGate } from './device-gate.tsx';
import { DutyStart } from './duty-start.tsx';
import { textsOf } from './duty-texts.tsx';
import { EndDialog } from './end-dialog.tsx';
import { Icon, type IconName } from './icons.tsx';
import { LineList } from './line-list.tsx';
import { MyChats } from './my-chats.tsx';
import { useTexts, type Room } from './room.ts';
import { SpareOffer } from './spare-offer.tsx';
import type { DutyText } from '../outreach/duty-texts.ts';
import type { View } from '../stores/workspace.ts';

/** Line and chats on the left, the chat in the middle, what may be needed on the right. */
export function DutyPage(props: { readonly room: Room; readonly onText: (text: DutyText) => void }): JSX.Element {
  const t = useTexts();
  const { room } = props;
  const { work } = room;
  const chat = work.chosen.value;
  const rows = work.line.value.length + textsOf(room).length + room.desk.chats.value.length;
  return (
    <>
      <main class="duty" data-view={work.view.value}>
        <h1 class="ds-sr-only">{t.shell.duty}</h1>
        {/* While nobody is there, it holds only text: with the keyboard it is scrolled by its box. */}
        <div class="side left" tabIndex={rows > 0 ? -1 : 0}>
          <LineList room={room} onText={props.onText} />
          <MyChats room={room} />
        </div>
        {/* While this browser waits, there is only text: with the keyboard it is scrolled by its box. */}
        <div id="main" class="middle" tabIndex={room.desk.device.value === 'rostered' ? -1 : 0}>
          {chat === undefined ? <Nothing room={room} /> : <Chat room={room} chat={chat} />}
        </div>
        <div class="side right">
          <About room={room} />
        </div>
      </main>
      <Tabs room={room} />
      <EndDialog room={room} />
      <ColleaguesDialog room={room} />
    </>
  );
}

/** The middle without a chat. */
function Nothing({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const { desk, work } = room;
  if (desk.device.value !== 'rostered') return <DeviceGate room={room} />;
  const duty = desk.duty.value.state;
  if (duty === 'off' || duty === 'starting' || duty === 'ending') {
    return (
      <>
        <IsBack room={room} />
        <DutyStart room={room} />
        <SpareOffer room={room} />
      </>
    );
  }
  const line = work.line.value;
  const waiting = line.length + textsOf(room).length;
  const othersAsked = line.length > 0 && line.every(({ offer, boost }) => offer === 'another' && boost !== 'danger');
  const hint = line.length === 0 && waiting > 0 ? t.outreach.inLine.hint : t.chat.chosenNoneHint(waiting);
  return (
    <div class="middle-card rest">
      <Icon name={duty === 'break' ? 'pause' : waiting > 0 ? 'line' : 'harbour'} />
      <h2>{duty === 'break' ? t.duty.onBreak : waiting > 0 ? t.line.waiting(waiting) : t.line.empty}</h2>
      <p>{duty === 'break' ? t.duty.breakText : othersAsked ? t.line.othersAsked : hint}</p>
      {duty === 'break' && (
        <button type="button" class="ds-button" onClick={() => desk.takeBreak(false)}>
          <Icon name="play" />
          {t.duty.endBreak}
        </button>
      )}
      {work.mayTake.value.size > 0 && (
        <button
          type="button"
          class="ds-button big"
          data-key={room.preferences.all.value.singleKeys ? 'T' : undefined}
          onClick={() => work.takeFirst()}
        >
          {t.line.takeFirst}
        </button>
      )}
    </div>
  );
}

/** On a small screen: one view at a time, chosen at the thumb. */
function Tabs({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const { work, desk } = room;
  const unread = desk.chats.value.reduce((sum, chat) => sum + chat.unread, 0);
  const tabs: readonly (readonly [View, IconName, string, number])[] = [
    ['line', 'line', t.shell.viewLine, work.line.value.length + textsOf(room).length],
    ['chat', 'chat', t.shell.viewChat, unread],
    ['about', 'info', t.shell.viewAbout, 0],
  ];
  return (
    <nav class="tabs" aria-label={t.shell.views}>
      {tabs.map(([view, icon, name, count]) => (
        <button
          type="button"
          key={view}
          aria-current={work.view.value === view ? 'true' : undefined}
          onClick={() => (work.view.value = view)}
        >
          <span class="tab-icon">
            <Icon name={icon} />
            {count > 0 && <span class="badge">{count}</span>}
          </span>
          {name}
        </button>
      ))}
    </nav>
  );
}
