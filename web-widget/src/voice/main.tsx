/** The recording window: it has a microphone and no connection. What was said goes to the page that opened it. */

import { render } from 'preact';
import { unattended } from '../kernel/unattended.ts';
import { FALLBACK } from '../visitor/stores/exit-address.ts';
import { tripleShift } from '../visitor/stores/triple-shift.ts';
import type { Recording } from './recorder.ts';
import { voiceTextsOf } from './texts.ts';
import { Voice } from './Voice.tsx';
import { isVoiceChannel, isVoiceNoRoom } from './words.ts';
import type { VoiceTake } from './words.ts';
import '../visitor/ui/style/tokens.css';
import '../visitor/ui/style/page.css';
import '../visitor/ui/style/frame.css';
import './voice.css';

const root = document.getElementById('app');
const opener = window.opener as WindowProxy | null;
const asked = new URLSearchParams(location.hash.slice(1));
let channel: MessagePort | undefined;
const texts = voiceTextsOf(asked.get('l') ?? '', asked.get('in') === 'chat');

const send = async (port: MessagePort, { blob, type, seconds }: Recording): Promise<void> => {
  const content = new Uint8Array(await blob.arrayBuffer());
  const take: VoiceTake = { havn: 'voice', content, type, seconds };
  port.postMessage(take, [content.buffer]);
};

/** Nothing of this window is left. The page behind it goes the same way, if it is still there. */
function exit(): void {
  if (root !== null) render(null, root);
  document.body.replaceChildren();
  document.title = '\u00a0';
  channel?.postMessage({ havn: 'voice-exit' });
  window.close();
  location.replace(FALLBACK);
}

function show(full: boolean): void {
  if (root === null) return;
  const port = channel;
  const hands = (recording: Recording): void => {
    show(false);
    if (port !== undefined) unattended(send(port, recording));
  };
  render(
    <Voice texts={texts} send={port === undefined ? undefined : hands} full={full} leave={() => window.close()} exit={exit} />,
    root,
  );
}

document.documentElement.lang = texts.tag;
document.title = texts.title;
const shift = tripleShift();
addEventListener('keydown', ({ key, repeat, timeStamp }) => shift(key, repeat, timeStamp) && exit(), true);
if (opener === null) {
  show(false);
} else {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== opener || !isVoiceChannel(event.data)) return;
    channel = event.ports[0];
    if (channel !== undefined) channel.onmessage = ({ data }: MessageEvent<unknown>) => show(isVoiceNoRoom(data));
    show(false);
  });
  opener.postMessage({ havn: 'voice-ready' }, '*');
}
