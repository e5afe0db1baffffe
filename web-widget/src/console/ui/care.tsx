/** Where advice becomes care: the service's words about records come first. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { marksCare } from '../../talk/care.ts';
import type { DeskChat } from '../desk-view.ts';
import { languageName } from '../texts/format.ts';
import { useTexts, type Room } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** For those whose role may: marks it, or says why that cannot be. */
export function Care({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  const [asks, setAsks] = useState(false);
  if (!marksCare(room.me.role)) return null;
  const marked = chat.talk.messages.some(({ care }) => care === true);
  const text = room.serviceDesks.desks.value.find(({ service }) => service === chat.service)?.records[chat.language] ?? '';
  return (
    <section class="block" aria-labelledby="care-title">
      <div class="block-head">
        <h2 id="care-title">{t.care.title}</h2>
      </div>
      <div class="inset">
        {marked && <p>{t.care.done}</p>}
        {!marked && text === '' && <p class="quiet">{t.care.noText(languageName(t, chat.language))}</p>}
        {!marked && text !== '' && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsks(true)}>
            {t.care.mark}
          </button>
        )}
      </div>
      {asks && <Ask room={room} chat={chat} text={text} onClose={() => setAsks(false)} />}
    </section>
  );
}

function Ask(props: { readonly room: Room; readonly chat: DeskChat; readonly text: string; readonly onClose: () => void }): JSX.Element {
  const t = useTexts();
  const { room, chat, text, onClose } = props;
  const [refused, setRefused] = useState(false);
  const mark = (): void => {
    if (room.desk.care(chat.conversation, text)) onClose();
    else setRefused(true);
  };
  return (
    <Dialog title={t.care.ask} onClose={onClose} narrow>
      <p>{t.care.why}</p>
      <blockquote lang={chat.language} dir="auto">
        {text}
      </blockquote>
      {refused && <Callout tone="warning" live="alert">{t.care.notNow}</Callout>}
      <div class="actions">
        <button type="button" class="ds-button" onClick={mark}>
          {t.care.yes}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={onClose}>
          {t.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}
