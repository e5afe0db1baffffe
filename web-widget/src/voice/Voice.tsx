import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { unattended } from '../kernel/unattended.ts';
import { Icon } from '../visitor/ui/parts/Icon.tsx';
import { record, wayToRecord } from './recorder.ts';
import type { Recording, Running } from './recorder.ts';
import type { VoiceTexts } from './texts.ts';
import { MOST_SECONDS } from './words.ts';

type Stage =
  | { readonly kind: 'before'; readonly trouble: string | undefined }
  | { readonly kind: 'recording'; readonly left: number }
  | { readonly kind: 'after'; readonly recording: Recording; readonly address: string };

export interface VoiceProps {
  readonly texts: VoiceTexts;
  /** Undefined when nobody opened this window. */
  readonly send: ((recording: Recording) => void) | undefined;
  /** The last one that was sent found no room. */
  readonly full: boolean;
  readonly leave: () => void;
  /** The way out: of this window, and of the chat behind it. */
  readonly exit: () => void;
}

/** Record, listen, send: one button each. */
export function Voice({ texts: t, send, full, leave, exit }: VoiceProps): VNode {
  const way = wayToRecord();
  const unable = send === undefined ? t.alone : way === undefined ? t.none : undefined;
  const [stage, setStage] = useState<Stage>({ kind: 'before', trouble: undefined });
  const running = useRef<Running | undefined>(undefined);
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => () => running.current?.stop(), []);

  const begin = async (): Promise<void> => {
    if (stage.kind === 'after') URL.revokeObjectURL(stage.address);
    try {
      running.current = await record(way ?? '', (left) => setStage({ kind: 'recording', left }));
    } catch {
      setStage({ kind: 'before', trouble: t.refused });
      return;
    }
    setStage({ kind: 'recording', left: MOST_SECONDS });
    const recording = await running.current.done;
    setStage(
      recording === 'too-large'
        ? { kind: 'before', trouble: t.large }
        : { kind: 'after', recording, address: URL.createObjectURL(recording.blob) },
    );
  };
  const trouble = unable ?? (stage.kind === 'before' ? stage.trouble : stage.kind === 'after' && full ? t.noRoom : undefined);
  return (
    <>
      <header class="top">
        <button type="button" class="exit" aria-describedby="exit-hint" onClick={exit}>
          <Icon name="leave" />
          {t.exit}
        </button>
        <span id="exit-hint" class="unseen">
          {t.exitHint}
        </span>
      </header>
      <main class="voice">
        <h1>{t.title}</h1>
        {stage.kind === 'before' && (
          <>
            <p>{t.before}</p>
            <p class="advice">{t.remembers}</p>
          </>
        )}
        <div role="status">
          {stage.kind === 'recording' && <p class="recording">{t.recording(stage.left)}</p>}
          {trouble !== undefined && <p class="notice">{trouble}</p>}
        </div>
        {unable === undefined && stage.kind === 'before' && (
          <button type="button" class="main" onClick={() => unattended(begin())}>
            {t.record}
          </button>
        )}
        {stage.kind === 'recording' && (
          <button type="button" class="main" onClick={() => running.current?.stop()}>
            {t.stop}
          </button>
        )}
        {stage.kind === 'after' && (
          <>
            <audio ref={player} src={stage.address} />
            <button type="button" class="second" onClick={() => unattended(player.current?.play() ?? Promise.resolve())}>
              {t.listen}
            </button>
            <p class="advice">{t.asItIs}</p>
            <button type="button" class="main" onClick={() => send?.(stage.recording)}>
              {t.send}
            </button>
            <button type="button" class="plain" onClick={() => unattended(begin())}>
              {t.again}
            </button>
          </>
        )}
        <button type="button" class="plain" onClick={leave}>
          {t.leave}
        </button>
      </main>
    </>
  );
}
