import type { JSX } from 'preact';
import type { Attachment, Inbox, ShownLetter } from '../inbox/inbox-view.ts';
import { tooLongBy } from '../stores/workspace.ts';
import { Attach } from './attach.tsx';
import { Icon } from './icons.tsx';
import { Sound } from './letter-file.tsx';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

interface Props {
  readonly room: Room;
  readonly inbox: Inbox;
  readonly shown: ShownLetter;
}

/** Where an answer to a letter is written and recorded. */
export function Reply({ room, inbox, shown }: Props): JSX.Element {
  const t = useTexts();
  const { draft, sending } = shown;
  const duty = room.desk.duty.value.state;
  const onDuty = duty === 'on' || duty === 'break';
  const over = tooLongBy(draft.text);
  const empty = draft.text.trim() === '' && draft.files.length === 0;
  const may = onDuty && !empty && over <= 0 && sending !== 'sending';
  return (
    <form
      class="reply"
      aria-labelledby="reply-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (may) inbox.answer();
      }}
    >
      <h3 id="reply-title">{t.inbox.reply}</h3>
      <textarea
        class="ds-input"
        rows={5}
        dir="auto"
        aria-label={t.inbox.write}
        aria-describedby="reply-hint"
        aria-invalid={over > 0}
        autocomplete="off"
        readOnly={sending === 'sending'}
        value={draft.text}
        onInput={(event) => inbox.write(event.currentTarget.value)}
      />
      {over > 0 && <p role="status">{t.chat.tooLong(over)}</p>}
      <p id="reply-hint" class="quiet">
        {t.inbox.hint}
      </p>
      <Attachments inbox={inbox} shown={shown} />
      <Attach media={room.media} busy={sending === 'sending'} put={(file) => inbox.attach(file)} />
      {!onDuty && (
        <Callout tone="info" icon="power">
          <p>{t.inbox.offDuty}</p>
        </Callout>
      )}
      <Outcome shown={shown} />
      <button type="submit" class="ds-button reply-send" aria-disabled={!may} aria-busy={sending === 'sending'}>
        <Icon name="send" />
        {sending === 'sending' ? t.inbox.sending : t.inbox.send}
      </button>
    </form>
  );
}

function Outcome({ shown }: { readonly shown: ShownLetter }): JSX.Element | null {
  const t = useTexts();
  switch (shown.sending) {
    case 'idle':
    case 'sending':
      return null;
    case 'sent':
      return (
        <Callout tone="success" live="status">
          <p>{t.inbox.sent}</p>
        </Callout>
      );
    default:
      return (
        <Callout tone="warning" live="alert">
          <p>{t.inbox.trouble[shown.sending]}</p>
        </Callout>
      );
  }
}

function Attachments({ inbox, shown }: { readonly inbox: Inbox; readonly shown: ShownLetter }): JSX.Element | null {
  const t = useTexts();
  const { files } = shown.draft;
  if (files.length === 0) return null;
  const nameOf = ({ type, seconds, content }: Attachment): string =>
    `${t.inbox.file[type]}, ${seconds > 0 ? t.inbox.seconds(seconds) : t.inbox.size(content.length)}`;
  return (
    <ul class="files" aria-label={t.inbox.files}>
      {files.map((file, index) => (
        <li key={index} class="file-card">
          <p class="file-name">{nameOf(file)}</p>
          <button type="button" class="ghost" aria-label={t.inbox.remove(nameOf(file))} onClick={() => inbox.detach(index)}>
            <Icon name="close" />
          </button>
          {file.type.startsWith('audio/') && <Sound content={file.content} type={file.type} />}
        </li>
      ))}
    </ul>
  );
}
