import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isOver, type DeskChat } from '../desk-view.ts';
import type { Attachment, ChatFiles, FileOutcome } from '../inbox/inbox-view.ts';
import type { Message } from '../../talk/view.ts';
import { Picture } from '../../screen/picture.tsx';
import { Attach } from './attach.tsx';
import { Icon } from './icons.tsx';
import { SealedFile, Sound } from './letter-file.tsx';
import { useTexts, type Room } from './room.ts';

/** A file that was said in a chat; gone with it. */
export function SaidFile(props: { readonly room: Room; readonly chat: DeskChat; readonly file: NonNullable<Message['file']> }): JSX.Element {
  const t = useTexts();
  const { room, chat, file } = props;
  const { conversation } = chat;
  if (isOver(chat)) {
    return (
      <span class="words">
        {t.inbox.file[file.type]} <span class="quiet">{t.files.ended}</span>
      </span>
    );
  }
  const fetchFile = (): Promise<FileOutcome> => room.filesOf(conversation).open(file);
  return <SealedFile file={file} fetchFile={fetchFile} damaged={t.files.swapped} />;
}

/** Under the field for writing: record or choose, look or listen, send. */
export function FileTools({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const files = room.filesOf(chat.conversation);
  const chosen = files.chosen.value;
  const setChosen = (file: Attachment | undefined): void => {
    files.chosen.value = file;
  };
  const [full, setFull] = useState(false);
  const choose = (file: Attachment): boolean => {
    setFull(false);
    setChosen(file);
    return true;
  };
  const send = (file: Attachment): void => {
    const taken = files.add(file);
    setFull(!taken);
    if (taken) setChosen(undefined);
  };
  return (
    <div class="chat-files">
      <Outgoing files={files} />
      {chosen !== undefined && (
        <div class="file-card" role="group" aria-label={t.files.chosen}>
          <p class="file-name">{t.inbox.file[chosen.type]}</p>
          <button type="button" class="ghost" aria-label={t.inbox.remove(t.inbox.file[chosen.type])} onClick={() => setChosen(undefined)}>
            <Icon name="close" />
          </button>
          {chosen.type.startsWith('audio/') && <Sound content={chosen.content} type={chosen.type} />}
          {chosen.type.startsWith('image/') && (
            <Picture content={chosen.content} type={chosen.type} label={t.inbox.file[chosen.type]} onDamaged={() => setChosen(undefined)} />
          )}
          <p class="quiet">{chosen.type.startsWith('image/') ? t.files.image : chosen.seconds === 0 ? t.files.asItIs : t.inbox.recordWhy}</p>
          <button type="button" class="ds-button" onClick={() => send(chosen)}>
            <Icon name="send" />
            {t.files.send}
          </button>
        </div>
      )}
      <p role="status">{full ? t.files.tooMany : ''}</p>
      <div hidden={chosen !== undefined}>
        <Attach media={room.media} busy={false} put={choose} compact />
      </div>
    </div>
  );
}

/** What is on its way, and what did not go. */
function Outgoing({ files }: { readonly files: ChatFiles }): JSX.Element {
  const t = useTexts();
  const outgoing = files.outgoing.value;
  return (
    <ul class="files" aria-label={t.files.outgoing} aria-live="polite" hidden={outgoing.length === 0}>
      {outgoing.map(({ key, file, state }) => {
        const name = t.inbox.file[file.type];
        return (
          <li key={key} class="file-card">
            <p class={state === 'sending' ? 'quiet' : 'file-note'}>
              {name}: {state === 'sending' ? t.files.sending : t.files.troubles[state]}
            </p>
            <span class="actions">
              {state !== 'sending' && (
                <button type="button" class="ds-button" data-variant="secondary" onClick={() => files.again(key)}>
                  {t.files.again}
                  <span class="ds-sr-only"> {name}</span>
                </button>
              )}
              <button type="button" class="ghost" aria-label={t.inbox.remove(name)} onClick={() => files.remove(key)}>
                <Icon name="close" />
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
