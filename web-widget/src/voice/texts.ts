/** Words of the recording window. A language lacking a line does not compile. */

export interface VoiceTexts {
  readonly tag: string;
  readonly title: string;
  readonly before: string;
  readonly remembers: string;
  readonly record: string;
  readonly recording: (left: number) => string;
  readonly stop: string;
  readonly listen: string;
  readonly again: string;
  readonly send: string;
  /** For a running chat, where the last button sends at once. */
  readonly chat: Pick<VoiceTexts, 'before' | 'send'>;
  readonly leave: string;
  readonly refused: string;
  readonly none: string;
  readonly alone: string;
  readonly large: string;
}

const nb: VoiceTexts = {
  tag: 'nb',
  title: 'Talemelding',
  before: 'Snakk i inntil tre minutter. Du kan høre på opptaket før du sender det til meldingen din.',
  remembers: 'Nettleseren spør om mikrofonen, og kan huske at denne adressen fikk bruke den. Det kan du fjerne i innstillingene etterpå.',
  record: 'Ta opp',
  recording: (left) => `Tar opp. ${left} sekunder igjen.`,
  stop: 'Stopp',
  listen: 'Hør på opptaket',
  again: 'Ta opp på nytt',
  send: 'Legg ved meldingen',
  chat: { before: 'Snakk i inntil tre minutter. Du kan høre på opptaket før du sender det.', send: 'Send' },
  leave: 'Lukk vinduet',
  refused: 'Mikrofonen ble ikke tillatt. Du kan tillate den i nettleseren og prøve igjen, eller skrive i stedet.',
  none: 'Denne nettleseren kan ikke ta opp lyd. Du kan skrive i stedet.',
  alone: 'Dette vinduet hører til en chat som er lukket. Lukk det.',
  large: 'Opptaket ble for stort. Ta opp et kortere.',
};

const en: VoiceTexts = {
  tag: 'en-GB',
  title: 'Voice message',
  before: 'Speak for up to three minutes. You can listen to it before you add it to your message.',
  remembers: 'The browser asks about the microphone, and may remember that this address was allowed it. You can remove that in its settings afterwards.',
  record: 'Record',
  recording: (left) => `Recording. ${left} seconds left.`,
  stop: 'Stop',
  listen: 'Listen to it',
  again: 'Record again',
  send: 'Add to the message',
  chat: { before: 'Speak for up to three minutes. You can listen to it before you send it.', send: 'Send' },
  leave: 'Close the window',
  refused: 'The microphone was not allowed. You can allow it in the browser and try again, or write instead.',
  none: 'This browser cannot record sound. You can write instead.',
  alone: 'This window belongs to a chat that is closed. Close it.',
  large: 'The recording became too large. Make a shorter one.',
};

/** Norwegian unless the page around speaks English. */
export function voiceTextsOf(language: string, inChat: boolean): VoiceTexts {
  const texts = language.startsWith('en') ? en : nb;
  return inChat ? { ...texts, ...texts.chat } : texts;
}
