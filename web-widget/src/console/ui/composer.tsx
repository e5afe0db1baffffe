import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DeskChat } from '../desk-view.ts';
import { tooLongBy } from '../stores/workspace.ts';
import { FileTools } from './chat-files.tsx';
import { Icon } from './icons.tsx';
import { LineField } from './line-field.tsx';
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
        <LineField
          field={field}
          id="answer"
          words={t.chat.write}
          describedBy="answer-hint"
          text={text}
          tooLong={over > 0}
          onText={(next) => room.work.write(chat.conversation, next)}
          onSay={send}
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
