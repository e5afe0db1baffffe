import type { JSX } from 'preact';
import type { DeskChat } from '../desk-view.ts';
import { overdue } from '../stores/overdue.ts';
import { clockTime, languageName } from '../texts/format.ts';
import { serviceName, useTexts, type Room } from './room.ts';

/** The chats this person holds, and ended ones until they are removed. */
export function MyChats({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const chats = room.desk.chats.value;
  return (
    <section class="block" aria-labelledby="mine-title">
      <div class="block-head">
        <h2 id="mine-title">{t.chat.mine}</h2>
        {chats.length > 0 && <span class="count">{chats.length}</span>}
      </div>
      {chats.length === 0 ? (
        <p class="quiet inset">{t.chat.none}</p>
      ) : (
        <ul class="rows">
          {chats.map((chat) => (
            <li key={chat.conversation}>
              <Row room={room} chat={chat} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const chosen = room.work.chosen.value?.conversation === chat.conversation;
  const letter = room.work.letterOf.value.get(chat.conversation) ?? '·';
  const last = chat.talk.messages.filter((message) => message.from !== 'page').at(-1);
  return (
    <button
      type="button"
      class="row chat-row"
      aria-current={chosen ? 'true' : undefined}
      data-ended={chat.ended !== undefined || chat.talk.stopped !== undefined}
      onClick={() => room.work.choose(chat.conversation)}
    >
      <span class="letter" data-letter={letter}>
        <span class="ds-sr-only">{t.chat.name(letter)}</span>
        <span aria-hidden="true">{letter}</span>
      </span>
      <span class="row-main">
        <span class="row-title">{serviceName(room.me, chat.service)}</span>
        <span class="row-sub">{languageName(t, chat.language)}</span>
        {chat.wishes.includes('danger') && <span class="row-warn">{t.line.boost.danger}</span>}
        <RowState room={room} chat={chat} preview={last?.file === undefined ? last?.text : t.inbox.file[last.file.type]} />
      </span>
      <span class="row-end">
        <span class="row-time">{clockTime(t, last?.at ?? chat.since)}</span>
        {chat.unread > 0 && (
          <span class="badge">
            <span aria-hidden="true">{chat.unread}</span>
            <span class="ds-sr-only">{t.chat.unread(chat.unread)}</span>
          </span>
        )}
      </span>
    </button>
  );
}

function RowState(props: { readonly room: Room; readonly chat: DeskChat; readonly preview: string | undefined }): JSX.Element | null {
  const t = useTexts();
  const { room, chat, preview } = props;
  if (chat.talk.stopped !== undefined) return <span class="row-warn">{t.chat.stopped[chat.talk.stopped]}</span>;
  if (chat.ended !== undefined) return <span class="row-sub">{t.chat.ended[chat.ended]}</span>;
  const minutes = overdue(chat, room.now.value);
  if (minutes > 0) return <span class="row-warn">{t.chat.overdue(minutes)}</span>;
  if (chat.paused) return <span class="row-sub">{t.chat.paused}</span>;
  if (chat.talk.peerTyping) return <span class="row-sub typing-word">{t.chat.typing}</span>;
  if (!chat.talk.peerConnected) return <span class="row-warn">{t.chat.disconnected}</span>;
  if (preview === undefined) return null;
  return (
    <span class="row-preview" dir="auto">
      {preview}
    </span>
  );
}
