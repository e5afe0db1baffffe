import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ACCEPTED, type Attachment, type Media, type Recorder } from '../inbox/inbox-view.ts';
import type { Unsendable } from '../../screen/chosen.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { useTexts } from './room.ts';

type Trouble = 'none' | Unsendable | 'many' | 'refused';

interface Props {
  readonly media: Media;
  readonly busy: boolean;
  /** Takes the file; false when there are too many, or it is too large. */
  readonly put: (attachment: Attachment) => boolean;
  /** Without the line that explains it. */
  readonly compact?: boolean;
}

/** Chooses a picture, a PDF or a sound, and records. */
export function Attach({ media, busy, put: take, compact = false }: Props): JSX.Element {
  const t = useTexts();
  const [recorder, setRecorder] = useState<Recorder | undefined>(undefined);
  const [trouble, setTrouble] = useState<Trouble>('none');
  const chooser = useRef<HTMLInputElement>(null);
  const running = useRef<Recorder | undefined>(undefined);
  const alive = useRef(true);
  useEffect(
    () => () => {
      alive.current = false;
      running.current?.cancel();
    },
    [],
  );
  const put = (attachment: Attachment): void => setTrouble(take(attachment) ? 'none' : 'many');
  const keep = (next: Recorder | undefined): void => {
    running.current = next;
    setRecorder(next);
  };
  const stop = async (): Promise<void> => {
    const voice = await running.current?.stop();
    if (!alive.current) return;
    keep(undefined);
    if (voice !== undefined) put(voice);
  };
  const record = async (): Promise<void> => {
    const next = await media.record(() => begin(stop()));
    if (!alive.current) {
      next?.cancel();
      return;
    }
    setTrouble(next === undefined ? 'refused' : 'none');
    keep(next);
  };
  const choose = async (file: File): Promise<void> => {
    const prepared = await media.prepare(file);
    if (!alive.current) return;
    if (typeof prepared === 'string') setTrouble(prepared);
    else put(prepared);
  };
  const words = { ...t.inbox.attachTroubles, refused: t.inbox.recordRefused };
  return (
    <div class="attach">
      {recorder === undefined ? (
        <div class="actions">
          {media.canRecord && (
            <button type="button" class="ds-button" data-variant="secondary" disabled={busy} onClick={() => begin(record())}>
              <Icon name="mic" />
              {t.inbox.record}
            </button>
          )}
          <button type="button" class="ds-button" data-variant="secondary" disabled={busy} onClick={() => chooser.current?.click()}>
            <Icon name="clip" />
            {t.inbox.attach}
          </button>
          <input
            ref={chooser}
            type="file"
            hidden
            accept={ACCEPTED}
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              currentTarget.value = '';
              if (file !== undefined) begin(choose(file));
            }}
          />
        </div>
      ) : (
        <div class="actions">
          <span class="recording">{t.inbox.recordNow(recorder.seconds.value)}</span>
          <button type="button" class="ds-button" data-color="danger" onClick={() => begin(stop())}>
            <Icon name="stop" />
            {t.inbox.recordStop}
          </button>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            onClick={() => {
              recorder.cancel();
              keep(undefined);
            }}
          >
            {t.inbox.recordCancel}
          </button>
        </div>
      )}
      {(!compact || recorder !== undefined) && <p class="quiet">{recorder === undefined ? t.inbox.attachWhy : t.inbox.recordWhy}</p>}
      <p role="alert">{trouble === 'none' ? '' : words[trouble]}</p>
    </div>
  );
}
