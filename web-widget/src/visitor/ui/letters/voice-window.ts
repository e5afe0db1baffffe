/**
 * The small window that records: this page has no origin of its own, and browsers give such pages no microphone. The
 * two speak over a channel, so that a page that takes this one's place hears nothing. The window outlives the screen
 * that opened it: somebody who speaks for a minute finds this page covered, and the recording in it.
 */

import { isVoiceExit, isVoiceOffer, isVoiceTake } from '../../../voice/words.ts';
import type { Attachment } from '../../letters-view.ts';

export interface VoiceHands {
  /** Takes what was recorded; false when there is no room, and the window keeps it. */
  readonly heard: (voice: Attachment) => boolean;
  /** The way out was pressed in the window. */
  readonly exit: () => void;
}

const SIZE = 'popup,width=420,height=640';

let closeLast = (): void => undefined;

/**
 * Opens the window in place of one opened before; false when the browser did not.
 *
 * @param place whether the window's last button adds to a message or sends at once
 * @param over closes the window when it is aborted
 */
export function openVoiceWindow(language: string, place: 'letter' | 'chat', over: AbortSignal, { heard, exit }: VoiceHands): boolean {
  closeLast();
  const opened = window.open(`${location.href.replace(/^(https?:\/\/[^/]+).*$/u, '$1')}/voice#l=${language}&in=${place}`, '_blank', SIZE);
  if (opened === null) return false;
  const channel = new MessageChannel();
  let offered = false;
  const hello = (event: MessageEvent<unknown>): void => {
    if (event.source !== opened || offered || !isVoiceOffer(event.data)) return;
    offered = true;
    opened.postMessage({ havn: 'voice-channel' }, '*', [channel.port2]);
  };
  const close = (): void => {
    removeEventListener('message', hello);
    over.removeEventListener('abort', close);
    channel.port1.close();
    opened.close();
  };
  closeLast = close;
  addEventListener('message', hello);
  over.addEventListener('abort', close);
  channel.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isVoiceExit(data)) exit();
    if (!isVoiceTake(data)) return;
    const { content, type, seconds } = data;
    if (heard({ content, type, seconds })) close();
    else channel.port1.postMessage({ havn: 'voice-no-room' });
  };
  return true;
}
