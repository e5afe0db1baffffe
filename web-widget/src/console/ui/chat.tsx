import type { JSX } from 'preact';
import { watches } from '../../talk/watching.ts';
import { keeping } from '../archive/keeping.ts';
import { isOver, type DeskChat } from '../desk-view.ts';
import { overdue } from '../stores/overdue.ts';
import { languageName } from '../texts/format.ts';
import { CompanyBar } from './company.tsx';
import { Composer } from './composer.tsx';
import { CallForHelp, DangerMark } from './danger.tsx';
import { Icon } from './icons.tsx';
import { keptText, Log } from './log.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';
import { Whispers } from './whispers.tsx';

/** One chat: whom it is with, what was said, and where to answer. */
export function Chat({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const letter = room.work.letterOf.value.get(chat.conversation) ?? '·';
  const over = isOver(chat);
  const onlyReads = watches(room.me.role);
  return (
    <section class="chat" aria-label={t.chat.name(letter)}>
      <header class="chat-head">
        <button type="button" class="ghost only-small" aria-label={t.chat.back} onClick={() => (room.work.view.value = 'line')}>
          <Icon name="back" />
        </button>
        <span class="letter" data-letter={letter} aria-hidden="true">
          {letter}
        </span>
        <div class="chat-who">
          <h2>
            {serviceName(room.me, chat.service)}
            <span class="chat-language">{languageName(t, chat.language)}</span>
          </h2>
          <Presence room={room} chat={chat} />
        </div>
        <button type="button" class="ghost only-mid" aria-label={t.about.title} onClick={() => (room.work.view.value = 'about')}>
          <Icon name="info" />
        </button>
        {!over && !onlyReads && <CallForHelp room={room} chat={chat} />}
        {!over && <Acts room={room} chat={chat} />}
      </header>
      <Log room={room} chat={chat} />
      {!over && <CompanyBar room={room} chat={chat} />}
      <Overdue room={room} chat={chat} />
      {!onlyReads && <Whispers key={chat.conversation} room={room} chat={chat} />}
      {over ? (
        <Over room={room} chat={chat} />
      ) : onlyReads ? (
        <p class="reads quiet">{t.company.watch.reads}</p>
      ) : (
        <Composer key={chat.conversation} room={room} chat={chat} />
      )}
    </section>
  );
}

/** What the lead may do with a chat, and what a member beside the lead may. */
function Acts({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  if (!chat.leads) {
    return (
      <button type="button" class="ds-button end-button" data-variant="secondary" onClick={() => room.desk.leave(chat.conversation)}>
        {t.company.leave}
      </button>
    );
  }
  return (
    <>
      {chat.talk.question?.state !== 'yes' && (
        <button
          type="button"
          class="ghost"
          aria-label={t.company.bring}
          title={t.company.bring}
          onClick={() => room.work.bring(chat.conversation)}
        >
          <Icon name="people" />
        </button>
      )}
      <button type="button" class="ds-button end-button" data-variant="secondary" onClick={() => (room.work.asksToEnd.value = true)}>
        {t.about.endShort}
      </button>
    </>
  );
}

function Presence({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  if (isOver(chat)) return null;
  return (
    <p class="presence">
      <DangerMark room={room} chat={chat} />
      {chat.talk.link === 'live' && (
        <span class="state" data-good={chat.talk.peerConnected}>
          <Icon name={chat.talk.peerConnected ? 'linked' : 'cut'} />
          {chat.talk.peerConnected ? t.chat.connected : t.chat.disconnected}
        </span>
      )}
      <span class="state" data-good={chat.talk.sealed}>
        <Icon name={chat.talk.sealed ? 'lock' : 'open'} />
        {chat.talk.sealed ? t.chat.sealed : t.chat.sealing}
      </span>
    </p>
  );
}

/** Warns whoever leads before the service leaves the chat. */
function Overdue({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const minutes = overdue(chat, room.now.value);
  return (
    <p class="overdue" role="status">
      {minutes > 0 && (
        <>
          <strong>{t.chat.overdue(minutes)}</strong> <span class="only-wide">{t.chat.overdueHint}</span>
        </>
      )}
    </p>
  );
}

/** In place of the text field when nothing can be said any more. */
function Over({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const stopped = chat.talk.stopped;
  return (
    <div class="over">
      {stopped === undefined ? (
        <Callout tone="neutral" title={t.chat.ended[chat.ended ?? 'limit']}>
          {chat.ended !== 'left' && <p>{keptText(t, keeping(chat, room.unkept.value), chat)}</p>}
        </Callout>
      ) : (
        <Callout tone="danger" title={t.chat.stoppedTitle} live="alert">
          <p>{t.chat.stopped[stopped]}</p>
        </Callout>
      )}
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => room.work.dismiss(chat.conversation)}>
        {t.chat.dismiss}
      </button>
    </div>
  );
}
