/** What the recording window and the page that opened it say to each other. Both believe nothing else. */

/** At most three minutes. */
export const MOST_SECONDS = 180;
/** 10 MiB, as much as a sealed file holds. */
export const MOST_BYTES = 10_485_760;

export const VOICE_TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;
export type VoiceType = (typeof VOICE_TYPES)[number];

/** Why the page does not take a recording: five files wait already, the letter is just being sent, none is being written. */
const REFUSALS = ['many', 'busy', 'over'] as const;
export type VoiceRefusal = (typeof REFUSALS)[number];

export interface VoiceTake {
  readonly havn: 'voice';
  /** Of this recording in its window, from 1: handed over twice, it is taken once. */
  readonly number: number;
  readonly content: Uint8Array;
  readonly type: VoiceType;
  readonly seconds: number;
}

export interface VoiceAnswer {
  readonly havn: 'voice-answer';
  readonly number: number;
  /** Undefined when the page has it. */
  readonly refusal: VoiceRefusal | undefined;
}

/** Whether somebody else may look at this phone. */
export interface VoicePhone {
  readonly havn: 'voice-phone';
  readonly shared: boolean;
}

/** The window is ready to be handed a channel. */
export const isVoiceOffer = (data: unknown): boolean => said(data)?.['havn'] === 'voice-ready';

export const isVoiceChannel = (data: unknown): boolean => said(data)?.['havn'] === 'voice-channel';

/** The person in the window wants to be away from all of it. */
export const isVoiceExit = (data: unknown): boolean => said(data)?.['havn'] === 'voice-exit';

/** The window is going, and what it held with it. */
export const isVoiceOver = (data: unknown): boolean => said(data)?.['havn'] === 'voice-over';

export function isVoicePhone(data: unknown): data is VoicePhone {
  const phone = said(data);
  return phone?.['havn'] === 'voice-phone' && typeof phone['shared'] === 'boolean';
}

export function isVoiceAnswer(data: unknown): data is VoiceAnswer {
  const answer = said(data);
  if (answer?.['havn'] !== 'voice-answer' || !isNumber(answer['number'])) return false;
  return answer['refusal'] === undefined || REFUSALS.some((known) => known === answer['refusal']);
}

export function isVoiceTake(data: unknown): data is VoiceTake {
  const take = said(data);
  if (take?.['havn'] !== 'voice') return false;
  const { number, content, type, seconds } = take;
  return (
    isNumber(number) &&
    content instanceof Uint8Array &&
    content.length > 0 &&
    content.length <= MOST_BYTES &&
    VOICE_TYPES.some((known) => known === type) &&
    typeof seconds === 'number' &&
    Number.isInteger(seconds) &&
    seconds >= 0 &&
    seconds <= MOST_SECONDS
  );
}

const isNumber = (number: unknown): boolean => Number.isInteger(number) && (number as number) > 0;

const said = (data: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : undefined;
