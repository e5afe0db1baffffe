/** A letter being written, around the engine that seals it. It knows no screen. */

import { effect, signal, type Signal } from '@preact/signals';
import type { VoiceRefusal } from '../../voice/words.ts';
import type { Attachment, Letters } from '../letters-view.ts';
import { composer, type Composer } from './composer.ts';

const MOST_ATTACHMENTS = 5;

export interface LetterRoom {
  readonly letters: Letters;
  /** The text; its `submit` is for texts only, see {@link LetterRoom.submit}. */
  readonly composer: Composer;
  readonly attachments: Signal<readonly Attachment[]>;
  /** Aborted when the letter was put away. */
  readonly over: AbortSignal;
  /** Undefined when it is attached. */
  attach(file: Attachment): VoiceRefusal | undefined;
  /** Sends text and files, or raises the composer's warning. */
  submit(): void;
  /** Ends its windows and forgets text and files; with `keeps`, the opened mailbox goes on for whoever holds it. */
  close(keeps?: boolean): void;
}

export function letterRoom(letters: Letters, text: string, now: () => number): LetterRoom {
  const attachments = signal<readonly Attachment[]>([]);
  const over = new AbortController();
  let handed = '';
  const send = (written: string): boolean => {
    if (!letters.send(written, attachments.value)) return false;
    handed = written;
    return true;
  };
  const writing = composer({ now, send, typing: () => undefined });
  writing.write(text);
  const stop = effect(() => {
    const { kind } = letters.state.value;
    if (kind === 'writing' && handed !== '') {
      writing.write(handed); // it was not sent after all
      handed = '';
    }
    if (kind === 'sent') {
      handed = '';
      attachments.value = [];
    }
  });
  return {
    letters,
    composer: writing,
    attachments,
    over: over.signal,
    attach: (file) => {
      const { kind } = letters.state.peek();
      if (kind !== 'writing') return kind === 'busy' ? 'busy' : 'over';
      if (attachments.peek().length >= MOST_ATTACHMENTS) return 'many';
      attachments.value = [...attachments.peek(), file];
      return undefined;
    },
    submit: () => {
      if (writing.text.peek().trim() !== '') writing.submit();
      else if (attachments.peek().length > 0) send('');
    },
    close: (keeps) => {
      stop();
      over.abort();
      if (keeps !== true) letters.forget();
      writing.clear();
      [handed, attachments.value] = ['', []];
    },
  };
}
