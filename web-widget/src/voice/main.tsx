/** The recording window: it has a microphone and no connection. What was said goes to the page that opened it. */

import { signal } from '@preact/signals';
import { render } from 'preact';
import { systemClock } from '../kernel/clock.ts';
import { unattended } from '../kernel/unattended.ts';
import { cover } from '../visitor/stores/cover.ts';
import { FALLBACK } from '../visitor/stores/exit-address.ts';
import { tripleShift } from '../visitor/stores/triple-shift.ts';
import { record, wayToRecord } from './recorder.ts';
import type { Recording } from './recorder.ts';
import { voiceTextsOf } from './texts.ts';
import { Voice } from './Voice.tsx';
import { voiceRoom } from './voice-room.ts';
import { isVoiceAnswer, isVoiceChannel, isVoicePhone } from './words.ts';
import type { VoiceTake } from './words.ts';
import '../visitor/ui/style/tokens.css';
import '../visitor/ui/style/page.css';
import '../visitor/ui/style/frame.css';
import './voice.css';

const root = document.getElementById('app');
const opener = window.opener as WindowProxy | null;
const asked = new URLSearchParams(location.hash.slice(1));
const texts = voiceTextsOf(asked.get('l') ?? '', asked.get('in') === 'chat');
const way = wayToRecord();
/** To the page that opened this window, once it answered. */
const channel = signal<MessagePort | undefined>(undefined);
let shared = true;

const hand = async ({ blob, type, seconds }: Recording, number: number): Promise<void> => {
  const content = new Uint8Array(await blob.arrayBuffer());
  const take: VoiceTake = { havn: 'voice', number, content, type, seconds };
  channel.peek()?.postMessage(take, [content.buffer]);
};
const room = voiceRoom({
  record: (ticked) => record(way ?? '', ticked),
  hand: (recording, number) => unattended(hand(recording, number)),
  taken: () => window.close(),
  clock: systemClock,
});

/** Nothing of this window is left, also when the browser keeps it. */
function forget(): void {
  room.forget();
  covering.stop();
  channel.peek()?.postMessage({ havn: 'voice-over' });
  if (root !== null) render(null, root);
  document.body.replaceChildren();
  document.title = '\u00a0';
}

/** Closes; a window that may not close itself goes to `address`. */
function goTo(address: string): void {
  forget();
  window.close();
  location.replace(address);
}

/** The page behind goes the same way, if it is still there. */
function exit(): void {
  channel.peek()?.postMessage({ havn: 'voice-exit' });
  goTo(FALLBACK);
}

const covering = cover({ now: () => systemClock.now(), shared: () => shared, empty: () => goTo('about:blank') });

function hear({ data }: MessageEvent<unknown>): void {
  if (isVoicePhone(data)) ({ shared } = data);
  else if (isVoiceAnswer(data)) room.answered(data);
}

document.documentElement.lang = texts.tag;
document.title = texts.title;
const shift = tripleShift();
addEventListener('keydown', ({ key, repeat, timeStamp }) => shift(key, repeat, timeStamp) && exit(), true);
document.addEventListener('visibilitychange', () => covering.background(document.hidden));
addEventListener('pagehide', forget);
addEventListener('pageshow', ({ persisted }) => persisted && goTo('about:blank'));
if (opener !== null) {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== opener || !isVoiceChannel(event.data) || port === undefined) return;
    port.onmessage = hear;
    channel.value = port;
  });
  opener.postMessage({ havn: 'voice-ready' }, '*');
}
if (root !== null) {
  render(
    <Voice texts={texts} room={room} cover={covering} channel={channel} way={way} leave={() => window.close()} exit={exit} />,
    root,
  );
}
