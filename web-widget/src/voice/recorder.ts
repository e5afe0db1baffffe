/** Records from the microphone, within the limits of a sealed file. */

import { systemClock } from '../kernel/clock.ts';
import { MOST_BYTES, MOST_SECONDS, VOICE_TYPES } from './words.ts';
import type { VoiceType } from './words.ts';

export interface Recording {
  readonly blob: Blob;
  readonly type: VoiceType;
  readonly seconds: number;
}

export type Outcome = Recording | 'too-large';

export interface Running {
  /** Ends the recording; what came so far is kept. */
  stop(): void;
  readonly done: Promise<Outcome>;
}

const WANTED = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
/** Speech stays clear, and three minutes stay below 1 MB. */
const BITS_PER_SECOND = 32_000;
const PIECE_MS = 1_000;

/** Undefined in a browser that cannot record. */
export const wayToRecord = (): string | undefined =>
  typeof MediaRecorder === 'undefined' ? undefined : WANTED.find((type) => MediaRecorder.isTypeSupported(type));

/** Fails when the microphone is refused. */
export async function record(way: string, ticked: (secondsLeft: number) => void): Promise<Running> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream, { mimeType: way, audioBitsPerSecond: BITS_PER_SECOND });
  const began = systemClock.now();
  const pieces: Blob[] = [];
  let size = 0;
  const spoken = (): number => Math.min(MOST_SECONDS, Math.round((systemClock.now() - began) / 1_000));
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const done = new Promise<Outcome>((resolve) => {
    recorder.ondataavailable = ({ data }) => {
      size += data.size;
      if (size <= MOST_BYTES) pieces.push(data);
      ticked(MOST_SECONDS - spoken());
      if (spoken() >= MOST_SECONDS || size > MOST_BYTES) stop();
    };
    recorder.onstop = () => {
      stream.getTracks().forEach((track) => track.stop());
      const type = VOICE_TYPES.find((known) => recorder.mimeType.startsWith(known)) ?? 'audio/webm';
      resolve(size > MOST_BYTES ? 'too-large' : { blob: new Blob(pieces, { type }), type, seconds: spoken() });
    };
  });
  recorder.start(PIECE_MS);
  return { stop, done };
}
