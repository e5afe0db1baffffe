/**
 * The small window that records: this page has no origin of its own, and browsers give such pages no microphone. The
 * two speak over a channel, so that a page that takes this one's place hears nothing.
 */

import { isVoiceOffer, isVoiceTake } from '../../../voice/words.ts';
import type { Attachment } from '../../letters-view.ts';

export interface VoiceWindow {
  close(): void;
}

const SIZE = 'popup,width=420,height=640';

/**
 * Undefined when the browser did not open the window. `heard` is called at most once.
 *
 * @param place whether the window's last button adds to a message or sends at once
 */
export function openVoiceWindow(language: string, place: 'letter' | 'chat', heard: (voice: Attachment) => void): VoiceWindow | undefined {
  const opened = window.open(`${location.href.replace(/^(https?:\/\/[^/]+).*$/u, '$1')}/voice#l=${language}&in=${place}`, '_blank', SIZE);
  if (opened === null) return undefined;
  const channel = new MessageChannel();
  let offered = false;
  const hello = (event: MessageEvent<unknown>): void => {
    if (event.source !== opened || offered || !isVoiceOffer(event.data)) return;
    offered = true;
    opened.postMessage({ havn: 'voice-channel' }, '*', [channel.port2]);
  };
  const close = (): void => {
    removeEventListener('message', hello);
    channel.port1.close();
    opened.close();
  };
  addEventListener('message', hello);
  channel.port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isVoiceTake(data)) return;
    const { content, type, seconds } = data;
    close();
    heard({ content, type, seconds });
  };
  return { close };
}
