/**
 * The small window that records: this page has no origin of its own, and browsers give such pages no microphone. The
 * two speak over a channel, so that a page that takes this one's place hears nothing. The window outlives the screen
 * that opened it: somebody who speaks for a minute finds this page covered, and the recording in it.
 */

import { effect } from '@preact/signals';
import { isVoiceExit, isVoiceOffer, isVoiceOver, isVoiceTake } from '../../../voice/words.ts';
import type { VoiceAnswer, VoicePhone, VoiceRefusal } from '../../../voice/words.ts';
import type { Attachment } from '../../letters-view.ts';
import type { Visit } from '../../stores/visit.ts';

/** Takes what was recorded, or says why not, and the window keeps it. */
export type Heard = (voice: Attachment) => VoiceRefusal | undefined;

interface OpenWindow {
  readonly opened: WindowProxy;
  readonly over: AbortSignal;
  heard: Heard;
  readonly close: () => void;
}

const SIZE = 'popup,width=420,height=640';

let last: OpenWindow | undefined;

/**
 * Opens the window, or shows the one that is open for the same letter or chat; false when the browser did not.
 *
 * @param place whether the window's last button adds to a message or sends at once
 * @param over closes the window when it is aborted
 */
export function openVoiceWindow(visit: Visit, place: 'letter' | 'chat', over: AbortSignal, heard: Heard): boolean {
  if (last?.over === over && !last.opened.closed) {
    last.heard = heard;
    last.opened.focus();
    return true;
  }
  last?.close();
  const site = location.href.replace(/^(https?:\/\/[^/]+).*$/u, '$1');
  const opened = window.open(`${site}/voice#l=${visit.texts.value.tag}&in=${place}`, '_blank', SIZE);
  if (opened === null) return false;
  const { port1: port, port2 } = new MessageChannel();
  const tells = (words: VoiceAnswer | VoicePhone): void => port.postMessage(words);
  const untold = effect(() => tells({ havn: 'voice-phone', shared: visit.phone.value === 'shared' }));
  let offered = false;
  let taken = 0;
  const hello = (event: MessageEvent<unknown>): void => {
    if (event.source !== opened || offered || !isVoiceOffer(event.data)) return;
    offered = true;
    opened.postMessage({ havn: 'voice-channel' }, '*', [port2]);
  };
  const close = (): void => {
    removeEventListener('message', hello);
    over.removeEventListener('abort', close);
    untold();
    port.close();
    opened.close();
  };
  const here: OpenWindow = { opened, over, heard, close };
  last = here;
  addEventListener('message', hello);
  over.addEventListener('abort', close);
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isVoiceExit(data)) visit.exit();
    if (isVoiceOver(data)) close();
    if (!isVoiceTake(data)) return;
    const { number, content, type, seconds } = data;
    const refusal = number === taken ? undefined : here.heard({ content, type, seconds });
    if (refusal === undefined) taken = number;
    tells({ havn: 'voice-answer', number, refusal });
  };
  return true;
}
