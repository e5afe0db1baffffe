/** What colleagues in a chat say to each other: a place of its own, with a field of its own, so that nothing goes to the visitor by mistake. */

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../talk/view.ts';
import type { DeskChat } from '../desk-view.ts';
import { tooLongBy } from '../stores/workspace.ts';
import { clockTime } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { LineField } from './line-field.tsx';
import { useTexts, type Room } from './room.ts';

/** Nothing while this person is alone in the chat and nothing was said. */
export function Whispers({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts().whispers;
  const { messages, together } = chat.whispers;
  const { asideOf } = room.work;
  const open = asideOf.value === chat.conversation;
  const [seen, setSeen] = useState(0);
  const heard = messages.filter(({ from }) => from !== 'me').length;
  const over = chat.ended !== undefined || chat.talk.stopped !== undefined;
  useEffect(() => {
    if (open) setSeen(heard);
  }, [open, heard]);
  if (!together && messages.length === 0) return null;
  const fresh = open ? 0 : heard - seen;
  return (
    <section class="whispers" aria-label={t.title}>
      <button type="button" class="whispers-head" aria-expanded={open} onClick={() => (asideOf.value = open ? undefined : chat.conversation)}>
        <Icon name="people" />
        <span>{t.title}</span>
        <span class="whispers-fresh" role="status" data-any={fresh > 0}>
          {fresh > 0 ? t.fresh(fresh) : ''}
        </span>
      </button>
      {open && (
        <div class="whispers-body">
          <p class="quiet">{t.why}</p>
          <Said messages={messages} />
          {!over && together ? <Aside room={room} chat={chat} /> : <p class="quiet">{over ? undefined : t.alone}</p>}
        </div>
      )}
    </section>
  );
}

function Said({ messages }: { readonly messages: readonly Message[] }): JSX.Element {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.id;
  useEffect(() => place.current?.scrollTo({ top: place.current.scrollHeight }), [newest]);
  return (
    <div ref={place} class="whispers-log" role="log" aria-label={t.whispers.log} tabIndex={0}>
      {messages.length === 0 && <p class="quiet">{t.whispers.empty}</p>}
      {messages.map(({ id, from, name, text, at, tick }) => (
        <div key={id} class="whisper" data-from={from} data-held={tick === 'held'}>
          <p class="whisper-by">
            <strong>{from === 'me' ? t.whispers.you : (name ?? '…')}</strong>
            {` · ${t.whispers.only} · ${clockTime(t, at)}`}
            {tick === 'held' && ` · ${t.chat.ticks.held}`}
          </p>
          <p class="words" dir="auto">
            {text}
          </p>
        </div>
      ))}
    </div>
  );
}

/** Enter says it to colleagues; the field for the visitor is another. */
function Aside({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const { conversation, whispers } = chat;
  const field = useRef<HTMLTextAreaElement>(null);
  const text = room.work.asides.value.get(conversation) ?? '';
  const long = tooLongBy(text);
  const say = (): void => {
    room.work.whisper(conversation);
    field.current?.focus();
  };
  useLayoutEffect(() => field.current?.focus(), []);
  const why = whispers.full ? t.whispers.full : whispers.maySend ? undefined : t.whispers.soon;
  const note = long > 0 ? t.chat.tooLong(long) : why;
  return (
    <form
      class="aside"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <p class="composer-note" role="status" data-any={note !== undefined}>
        {note}
      </p>
      <div class="composer-row">
        <LineField
          field={field}
          words={t.whispers.write}
          text={text}
          tooLong={long > 0}
          onText={(next) => room.work.writeAside(conversation, next)}
          onSay={say}
        />
        <button
          type="submit"
          class="ds-button"
          data-variant="secondary"
          aria-disabled={!whispers.maySend || text.trim() === '' || long > 0}
        >
          {t.whispers.send}
        </button>
      </div>
    </form>
  );
}
