import type { JSX } from 'preact';
import { useTexts, type Room } from './room.ts';
import { Dialog } from './tools.tsx';

/** Asked once before a chat ends, because it cannot be taken up again. */
export function EndDialog({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const chat = room.work.chosen.value;
  if (!room.work.asksToEnd.value || chat?.ended !== undefined || chat?.leads !== true) return null;
  const close = (): void => {
    room.work.asksToEnd.value = false;
  };
  const letter = room.work.letterOf.value.get(chat.conversation) ?? '·';
  return (
    <Dialog title={t.about.endAsk(letter)} onClose={close} narrow>
      <p>{t.about.endWhy}</p>
      <div class="actions">
        <button type="button" class="ds-button" data-color="danger" onClick={() => room.work.end(chat.conversation)}>
          {t.about.endYes}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={close}>
          {t.about.endNo}
        </button>
      </div>
    </Dialog>
  );
}
