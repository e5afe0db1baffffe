/** What the visitor is writing. It is kept while waiting, and until it was really handed over for sending. */

import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { findIdentifier, type Finding } from './identity-number.ts';

/** Characters of one message. */
export const LONGEST = 4_000;
const TYPING_EVERY_MS = 3_000;

export interface Composer {
  readonly text: ReadonlySignal<string>;
  /** Characters above the limit, 0 when it fits. */
  readonly over: ReadonlySignal<number>;
  /** Something that looks like an identity number waits for the person's decision. */
  readonly warning: ReadonlySignal<Finding | undefined>;
  /** The last attempt to send was refused; the text is still here. */
  readonly refused: ReadonlySignal<boolean>;
  /** Whether the other side may see that the visitor writes. Off until the visitor turns it on. */
  readonly showTyping: Signal<boolean>;
  write(text: string): void;
  /** Sends, or raises the warning. */
  submit(): void;
  /** Sends although the warning was raised. */
  insist(): void;
  /** Takes the warning back; the text stays. */
  reconsider(): void;
  clear(): void;
}

export interface ComposerHands {
  readonly now: () => number;
  readonly send: (text: string) => boolean;
  readonly typing: () => void;
}

export function composer({ now, send, typing }: ComposerHands): Composer {
  const text = signal('');
  const warning = signal<Finding | undefined>(undefined);
  const refused = signal(false);
  const showTyping = signal(false);
  const over = computed(() => Math.max(0, text.value.trim().length - LONGEST));
  let typedAt = Number.NEGATIVE_INFINITY;

  const handOver = (): void => {
    warning.value = undefined;
    refused.value = !send(text.value.trim());
    if (!refused.value) text.value = '';
  };
  return {
    text,
    over,
    warning,
    refused,
    showTyping,
    write: (written) => {
      text.value = written;
      warning.value = undefined;
      refused.value = false;
      if (!showTyping.value || written === '' || now() - typedAt < TYPING_EVERY_MS) return;
      typedAt = now();
      typing();
    },
    submit: () => {
      if (text.value.trim() === '' || over.value > 0) return;
      const found = findIdentifier(text.value);
      if (found === undefined) handOver();
      else warning.value = found;
    },
    insist: handOver,
    reconsider: () => {
      warning.value = undefined;
    },
    clear: () => {
      text.value = '';
      warning.value = undefined;
      refused.value = false;
    },
  };
}
