/** What the recording window and the page that opened it say to each other. Both believe nothing else. */

/** At most three minutes. */
export const MOST_SECONDS = 180;
/** 10 MiB, as much as a sealed file holds. */
export const MOST_BYTES = 10_485_760;

export const VOICE_TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;
export type VoiceType = (typeof VOICE_TYPES)[number];

export interface VoiceTake {
  readonly havn: 'voice';
  readonly content: Uint8Array;
  readonly type: VoiceType;
  readonly seconds: number;
}

/** The window is ready to be handed a channel. */
export const isVoiceOffer = (data: unknown): boolean => said(data)?.['havn'] === 'voice-ready';

export const isVoiceChannel = (data: unknown): boolean => said(data)?.['havn'] === 'voice-channel';

/** The person in the window wants to be away from all of it. */
export const isVoiceExit = (data: unknown): boolean => said(data)?.['havn'] === 'voice-exit';

/** There was no room for the recording. */
export const isVoiceNoRoom = (data: unknown): boolean => said(data)?.['havn'] === 'voice-no-room';

export function isVoiceTake(data: unknown): data is VoiceTake {
  const take = said(data);
  if (take?.['havn'] !== 'voice') return false;
  const { content, type, seconds } = take;
  return (
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

const said = (data: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : undefined;
