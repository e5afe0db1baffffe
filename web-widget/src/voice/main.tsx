/** The recording window: it has a microphone and no connection. What was said goes to the page that opened it. */

import { render } from 'preact';
import { unattended } from '../kernel/unattended.ts';
import type { Recording } from './recorder.ts';
import { voiceTextsOf } from './texts.ts';
import { Voice } from './Voice.tsx';
import { isVoiceChannel } from './words.ts';
import type { VoiceTake } from './words.ts';
import '../visitor/ui/style/tokens.css';
import '../visitor/ui/style/page.css';
import './voice.css';

const root = document.getElementById('app');
const opener = window.opener as WindowProxy | null;
const asked = new URLSearchParams(location.hash.slice(1));
const texts = voiceTextsOf(asked.get('l') ?? '', asked.get('in') === 'chat');

const send = async (port: MessagePort, { blob, type, seconds }: Recording): Promise<void> => {
  const content = new Uint8Array(await blob.arrayBuffer());
  const take: VoiceTake = { havn: 'voice', content, type, seconds };
  port.postMessage(take, [content.buffer]);
};

function show(port: MessagePort | undefined): void {
  if (root === null) return;
  const hands = port === undefined ? undefined : (recording: Recording) => unattended(send(port, recording));
  render(<Voice texts={texts} send={hands} leave={() => window.close()} />, root);
}

document.documentElement.lang = texts.tag;
document.title = texts.title;
if (opener === null) {
  show(undefined);
} else {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== opener || !isVoiceChannel(event.data)) return;
    show(event.ports[0]);
  });
  opener.postMessage({ havn: 'voice-ready' }, '*');
}
