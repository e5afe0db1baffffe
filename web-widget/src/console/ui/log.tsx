import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../talk/view.ts';
import type { DeskChat } from '../desk-view.ts';
import { clockTime } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';

/** Messages of one author within this time stand together under one line of time. */
const TOGETHER = 3 * 60_000;
const NEAR = 80;

/** What was said, newest last. Follows the newest unless somebody has scrolled up. */
export function Log({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [behind, setBehind] = useState(false);
  const { messages, peerTyping } = chat.talk;
  const newest = messages.at(-1)?.id;
  const down = (): void => place.current?.scrollTo({ top: place.current.scrollHeight });
  useEffect(() => {
    follows.current = true;
    down();
  }, [chat.conversation]);
  useEffect(() => {
    if (follows.current || messages.at(-1)?.from === 'me') down();
    else setBehind(true);
  }, [newest, peerTyping]);
  return (
    <div class="log-frame">
      <div
        ref={place}
        class="log"
        role="log"
        aria-label={t.chat.log}
        tabIndex={0}
        onScroll={(event) => {
          const log = event.currentTarget;
          follows.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
          if (follows.current) setBehind(false);
        }}
      >
        <p class="log-note">{t.chat.began(clockTime(t, chat.since))}</p>
        {chat.retentionDays > 0 && <p class="log-note">{t.archive.kept(chat.retentionDays)}</p>}
        {room.unwritten.value.has(chat.conversation) && (
          <p class="log-note" role="status">
            {t.archive.failing}
          </p>
        )}
        {messages.length === 0 && <p class="log-note">{t.chat.begin}</p>}
        {messages.map((message, index) => (
          <Bubble
            key={message.id}
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
      {behind && (
        <button
          type="button"
          class="ds-button newer"
          onClick={() => {
            down();
            setBehind(false);
            room.desk.markRead(chat.conversation);
          }}
        >
          {t.chat.newMessage}
        </button>
      )}
    </div>
  );
}

const nameOf = (visitor: string, you: string, message: Message): string =>
  message.from === 'me' ? you : (message.name ?? visitor);

const opens = (before: Message | undefined, message: Message | undefined): boolean =>
  before?.from !== message?.from ||
  before?.name !== message?.name ||
  (message?.at ?? 0) - (before?.at ?? 0) > TOGETHER;

function Bubble(props: {
  readonly message: Message;
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
}): JSX.Element {
  const t = useTexts();
  const { message, name, first, last } = props;
  const { event } = message;
  if (event !== undefined) return <p class="log-note">{t.company.events[event.kind](event.name)}</p>;
  if (message.from === 'page') return <p class="log-note">{message.text}</p>;
  return (
    <div class="said" data-from={message.from} data-first={first}>
      {first && message.from === 'them' && message.name !== undefined && (
        <span class="said-by" aria-hidden="true">
          {name}
        </span>
      )}
      <p class="bubble" data-held={message.tick === 'held'}>
        <span class="ds-sr-only">{`${name}: `}</span>
        <span class="words" dir="auto">
          {message.text}
        </span>
      </p>
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
