import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useNewest } from '../../screen/newest.ts';
import type { Message } from '../../talk/view.ts';
import { keeping, type Keeping } from '../archive/keeping.ts';
import { isOver, type DeskChat } from '../desk-view.ts';
import { clockTime } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { SaidFile } from './chat-files.tsx';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';

/** Messages of one author within this time stand together under one line of time. */
const TOGETHER = 3 * 60_000;

/** What was said, newest last. Follows the newest unless somebody has scrolled up. */
export function Log({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const { messages, peerTyping } = chat.talk;
  const kept = keeping(chat, room.unkept.value);
  const { place, below, toEnd, follow, onScroll } = useNewest(messages.at(-1), chat.conversation);
  useEffect(follow, [peerTyping]);
  return (
    <div class="log-frame">
      <div ref={place} class="log" role="log" aria-label={t.chat.log} tabIndex={0} onScroll={onScroll}>
        <p class="log-note">{t.chat.began(clockTime(t, chat.since))}</p>
        {kept !== 'nothing' && <p class="log-note">{keptText(t, kept, chat)}</p>}
        {room.unwritten.value.has(chat.conversation) && (
          <p class="log-note" role="status">
            {t.archive.failing}
          </p>
        )}
        {messages.length === 0 && !isOver(chat) && <p class="log-note">{t.chat.begin}</p>}
        {messages.map((message, index) => (
          <Bubble
            key={message.id}
            room={room}
            chat={chat}
            message={message}
            name={nameOf(t.chat.visitor, t.chat.you, message)}
            first={opens(messages[index - 1], message)}
            last={messages[index + 1] === undefined || opens(message, messages[index + 1])}
          />
        ))}
        {peerTyping && (
          <p class="typing" role="status">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t.chat.typing}
          </p>
        )}
      </div>
      {below && (
        <button
          type="button"
          class="ds-button newer"
          onClick={() => {
            toEnd();
            room.desk.markRead(chat.conversation);
          }}
        >
          {t.chat.newMessage}
        </button>
      )}
    </div>
  );
}

/** What is said above a chat, and in its place when it is over, about what the server keeps of it. */
export const keptText = (t: Texts, kept: Keeping, { retentionDays }: DeskChat): string =>
  ({ nothing: t.chat.endedGone, 'no-more': t.archive.unkept, transcript: t.archive.kept(retentionDays) })[kept];

const nameOf = (visitor: string, you: string, message: Message): string =>
  message.from === 'me' ? you : (message.name ?? visitor);

const opens = (before: Message | undefined, message: Message | undefined): boolean =>
  before?.from !== message?.from ||
  before?.name !== message?.name ||
  (message?.at ?? 0) - (before?.at ?? 0) > TOGETHER;

function Bubble(props: {
  readonly room: Room;
  readonly chat: DeskChat;
  readonly message: Message;
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
}): JSX.Element {
  const t = useTexts();
  const { room, chat, message, name, first, last } = props;
  const { event, file } = message;
  if (event !== undefined) return <p class="log-note">{t.company.events[event.kind](event.name)}</p>;
  if (message.from === 'page') return <p class="log-note">{message.text}</p>;
  return (
    <div class="said" data-from={message.from} data-first={first}>
      {first && message.from === 'them' && message.name !== undefined && (
        <span class="said-by" aria-hidden="true">
          {name}
        </span>
      )}
      {message.care === true && <p class="log-note">{t.care.began}</p>}
      <div class="bubble" data-held={message.tick === 'held'}>
        <span class="ds-sr-only">{`${name}: `}</span>
        {file === undefined ? (
          <span class="words" dir="auto">
            {message.text}
          </span>
        ) : (
          <SaidFile room={room} chat={chat} file={file} />
        )}
      </div>
      {(last || message.tick === 'held') && (
        <p class="said-foot">
          <span>{clockTime(t, message.at)}</span>
          {message.tick !== undefined && (
            <span class="tick" data-tick={message.tick}>
              <Icon name={message.tick === 'seen' ? 'checks' : message.tick === 'stored' ? 'check' : 'clock'} />
              {t.chat.ticks[message.tick]}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
