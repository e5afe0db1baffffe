/** One recording, from the microphone to the page that opened this window. It knows no screen. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Recording, Running } from './recorder.ts';
import { MOST_SECONDS } from './words.ts';
import type { VoiceAnswer, VoiceRefusal } from './words.ts';

/** How long the page gets to say that it has the recording. */
export const ANSWER_WITHIN = 5 * SECOND;

/** How far a recording is on its way. `unanswered`: the page said nothing in time; perhaps there is none any more. */
export type Handing = 'not-yet' | 'sent' | 'unanswered' | VoiceRefusal;

export type VoiceStage =
  | { readonly kind: 'before'; readonly trouble: 'refused' | 'large' | undefined }
  | { readonly kind: 'recording'; readonly left: number }
  | { readonly kind: 'after'; readonly recording: Recording; readonly handing: Handing };

export interface VoiceHands {
  /** Fails when the microphone is refused. */
  readonly record: (ticked: (secondsLeft: number) => void) => Promise<Running>;
  /** Sends it to the page; `number` is that of {@link VoiceAnswer}. */
  readonly hand: (recording: Recording, number: number) => void;
  /** The page has it. */
  readonly taken: () => void;
  readonly clock: Clock;
}

export interface VoiceRoom {
  readonly stage: ReadonlySignal<VoiceStage>;
  /** Records, in place of what was recorded before. */
  begin(): Promise<void>;
  stop(): void;
  /** Hands it to the page. It stays here until the page has it. */
  send(): void;
  answered(answer: VoiceAnswer): void;
  /** Throws away what was recorded, and ends what is being recorded. */
  forget(): void;
}

const BEFORE: VoiceStage = { kind: 'before', trouble: undefined };

export function voiceRoom({ record, hand, taken, clock }: VoiceHands): VoiceRoom {
  const stage = signal<VoiceStage>(BEFORE);
  /** Of the recording that counts; what still comes from an earlier one is thrown away. */
  let number = 0;
  let running: Running | undefined;
  let cancel = (): void => undefined;

  const next = (): number => {
    cancel();
    running?.stop();
    [running, stage.value] = [undefined, BEFORE];
    return ++number;
  };
  const becomes = (handing: Handing): void => {
    const now = stage.peek();
    if (now.kind === 'after') stage.value = { ...now, handing };
  };
  return {
    stage,
    begin: async () => {
      const mine = next();
      const ticked = (left: number): void => {
        if (mine === number) stage.value = { kind: 'recording', left };
      };
      const made = await record(ticked).catch(() => undefined);
      if (mine !== number) {
        made?.stop();
        return;
      }
      if (made === undefined) {
        stage.value = { kind: 'before', trouble: 'refused' };
        return;
      }
      running = made;
      ticked(MOST_SECONDS);
      const recording = await made.done;
      if (mine !== number) return;
      running = undefined;
      stage.value =
        recording === 'too-large' ? { kind: 'before', trouble: 'large' } : { kind: 'after', recording, handing: 'not-yet' };
    },
    stop: () => running?.stop(),
    send: () => {
      const now = stage.peek();
      if (now.kind !== 'after' || now.handing === 'sent') return;
      becomes('sent');
      cancel = clock.after(ANSWER_WITHIN, () => becomes('unanswered'));
      hand(now.recording, number);
    },
    answered: (answer) => {
      if (answer.number !== number || stage.peek().kind !== 'after') return;
      cancel();
      if (answer.refusal === undefined) taken();
      else becomes(answer.refusal);
    },
    forget: () => {
      next();
    },
  };
}
