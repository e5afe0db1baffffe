import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskChat } from '../desk-view.ts';
import { tooLongBy } from '../stores/workspace.ts';
import { FileTools } from './chat-files.tsx';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';

/** Where an answer is written. Enter sends; the text stays when the chat may not send now. */
export function Composer({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = room.work.drafts.value.get(chat.conversation) ?? '';
  const over = tooLongBy(text);
  const may = chat.talk.maySend && text.trim() !== '' && over <= 0;
  const send = (): void => {
    room.work.send(chat.conversation);
    field.current?.focus();
  };
  useEffect(() => {
    if (matchMedia('(min-width: 48rem)').matches) field.current?.focus();
  }, [chat.conversation]);
  const note = over > 0 ? t.chat.tooLong(over)  : chat.talk.maySend || chat.talk.link !== 'live' ? undefined : t.chat.maySoon;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p class="composer-note" role="status" data-any={note !== undefined}>
        {note}
      </p>
      <div class="composer-row">
        <textarea
          ref={field}
          id="answer"
          class="ds-input"
          rows={1}
          dir="auto"
          aria-label={t.chat.write}
          aria-describedby="answer-hint"
          aria-invalid={over > 0}
          placeholder={t.chat.write}
          autocomplete="off"
          value={text}
          onInput={(event) => room.work.write(chat.conversation, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="ds-button send" aria-disabled={!may}>
          <Icon name="send" />
          <span>{t.chat.send}</span>
        </button>
      </div>
      <p id="answer-hint" class="quiet composer-hint">
        {t.chat.writeHint}
      </p>
      <FileTools room={room} chat={chat} />
    </form>
  );
}
