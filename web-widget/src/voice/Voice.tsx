import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import { unattended } from '../kernel/unattended.ts';
import type { Cover } from '../visitor/stores/cover.ts';
import { useHeadingFocus } from '../visitor/ui/heading-focus.ts';
import { Icon } from '../visitor/ui/parts/Icon.tsx';
import type { VoiceTexts } from './texts.ts';
import type { Handing, VoiceRoom } from './voice-room.ts';

export interface VoiceProps {
  readonly texts: VoiceTexts;
  readonly room: VoiceRoom;
  readonly cover: Cover;
  /** Undefined when nobody opened this window, or the page that did is silent. */
  readonly channel: ReadonlySignal<unknown>;
  /** Undefined in a browser that cannot record. */
  readonly way: string | undefined;
  readonly leave: () => void;
  /** The way out: of this window, and of the chat behind it. */
  readonly exit: () => void;
}

export function Voice(props: VoiceProps): VNode {
  const { texts: t, cover, exit } = props;
  const covered = cover.state.value !== 'open';
  useHeadingFocus(covered ? 'covered' : 'open');
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
      {covered ? (
        <main class="voice">
          <h1 tabIndex={-1}>{t.cover.title}</h1>
          <p>{t.cover.lead}</p>
          <button type="button" class="main" onClick={() => cover.lift()}>
            {t.cover.back}
          </button>
        </main>
      ) : (
        <Recorder {...props} />
      )}
    </>
  );
}

/** Record, listen, send: one button each. */
function Recorder({ texts: t, room, channel, way, leave }: VoiceProps): VNode {
  const stage = room.stage.value;
  const unable = channel.value === undefined ? t.alone : way === undefined ? t.none : undefined;
  const trouble = unable ?? (stage.kind === 'before' && stage.trouble !== undefined ? t[stage.trouble] : undefined);
  return (
    <main class="voice">
      <h1 tabIndex={-1}>{t.title}</h1>
      {stage.kind === 'before' && (
        <>
          <p>{t.before}</p>
          <p class="advice">{t.remembers}</p>
        </>
      )}
      <div role="status">
        {stage.kind === 'recording' && <p class="recording">{t.recording(stage.left)}</p>}
        {stage.kind === 'after' && <OnItsWay handing={stage.handing} texts={t} />}
        {trouble !== undefined && <p class="notice">{trouble}</p>}
      </div>
      {unable === undefined && stage.kind === 'before' && (
        <button type="button" class="main" onClick={() => unattended(room.begin())}>
          {t.record}
        </button>
      )}
      {stage.kind === 'recording' && (
        <button type="button" class="main" onClick={() => room.stop()}>
          {t.stop}
        </button>
      )}
      {stage.kind === 'after' && (
        <>
          <Listen recording={stage.recording.blob} words={t.listen} />
          <p class="advice">{t.asItIs}</p>
          <button type="button" class="main" onClick={() => room.send()}>
            {t.send}
          </button>
          <button type="button" class="plain" onClick={() => unattended(room.begin())}>
            {t.again}
          </button>
        </>
      )}
      <button type="button" class="plain" onClick={leave}>
        {t.leave}
      </button>
    </main>
  );
}

function OnItsWay({ handing, texts: t }: { readonly handing: Handing; readonly texts: VoiceTexts }): VNode | null {
  if (handing === 'not-yet') return null;
  return <p class={handing === 'sent' ? 'advice' : 'notice'}>{t.handing[handing]}</p>;
}

function Listen({ recording, words }: { readonly recording: Blob; readonly words: string }): VNode {
  const player = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = player.current;
    const address = URL.createObjectURL(recording);
    if (audio !== null) audio.src = address;
    return () => {
      audio?.pause(); // it would be heard to its end, also from under a cover
      URL.revokeObjectURL(address);
    };
  }, [recording]);
  return (
    <>
      <audio ref={player} />
      <button type="button" class="second" onClick={() => unattended(player.current?.play() ?? Promise.resolve())}>
        {words}
      </button>
    </>
  );
}
