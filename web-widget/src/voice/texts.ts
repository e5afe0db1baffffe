/** Words of the recording window. A language lacking a line does not compile. */

import type { Handing } from './voice-room.ts';

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
  /** Before it goes: a voice is sent as it is. */
  readonly asItIs: string;
  /** What became of it; unless it was taken, it is still here. */
  readonly handing: Readonly<Record<Exclude<Handing, 'not-yet'>, string>>;
  /** For a running chat, where the last button sends at once. */
  readonly chat: Pick<VoiceTexts, 'before' | 'send'> & { readonly many: string };
  readonly exit: string;
  readonly exitHint: string;
  readonly leave: string;
  readonly refused: string;
  readonly none: string;
  readonly alone: string;
  readonly large: string;
  readonly cover: { readonly title: string; readonly lead: string; readonly back: string };
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
  asItIs: 'Opptaket sendes som det er. Stemmen din kan kjennes igjen.',
  handing: {
    sent: 'Sender …',
    unanswered: 'Siden bak svarer ikke. Opptaket er her ennå: prøv igjen, eller lukk vinduet for å kaste det.',
    many: 'Det er ikke plass til opptaket nå: en melding har høyst fem filer. Fjern en av dem i meldingen, og prøv igjen her.',
    busy: 'Meldingen sendes akkurat nå, uten opptaket. Vent til siden bak er ferdig, og prøv igjen her.',
    over: 'Ingen melding skrives nå. Begynn på en ny på siden bak, og prøv igjen her. Opptaket er her ennå.',
  },
  chat: {
    before: 'Snakk i inntil tre minutter. Du kan høre på opptaket før du sender det.',
    send: 'Send',
    many: 'Ikke sendt: fem filer venter i chatten allerede. Vent til en er fremme, eller fjern en der, og prøv igjen her.',
  },
  exit: 'Forlat siden',
  exitHint: 'Lukker dette vinduet og chatten med en gang, og viser en annen nettside. Du kan også trykke Shift tre ganger.',
  leave: 'Lukk vinduet',
  refused: 'Mikrofonen ble ikke tillatt. Du kan tillate den i nettleseren og prøve igjen, eller skrive i stedet.',
  none: 'Denne nettleseren kan ikke ta opp lyd. Du kan skrive i stedet.',
  alone: 'Dette vinduet hører til en chat som er lukket. Lukk det.',
  large: 'Opptaket ble for stort. Ta opp et kortere.',
  cover: { title: 'Vinduet er skjult', lead: 'Det har ligget i bakgrunnen en stund.', back: 'Vis vinduet' },
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
  asItIs: 'It is sent as it is. Your voice may be recognised.',
  handing: {
    sent: 'Sending …',
    unanswered: 'The page behind does not answer. The recording is still here: try again, or close the window to throw it away.',
    many: 'There is no room for it now: a message has at most five files. Remove one of them in the message, and try again here.',
    busy: 'The message is being sent right now, without the recording. Wait until the page behind is done, and try again here.',
    over: 'No message is being written now. Begin another on the page behind, and try again here. The recording is still here.',
  },
  chat: {
    before: 'Speak for up to three minutes. You can listen to it before you send it.',
    send: 'Send',
    many: 'Not sent: five files wait in the chat already. Wait until one has arrived, or remove one there, and try again here.',
  },
  exit: 'Leave this page',
  exitHint: 'Closes this window and the chat at once, and shows another website. You can also press Shift three times.',
  leave: 'Close the window',
  refused: 'The microphone was not allowed. You can allow it in the browser and try again, or write instead.',
  none: 'This browser cannot record sound. You can write instead.',
  alone: 'This window belongs to a chat that is closed. Close it.',
  large: 'The recording became too large. Make a shorter one.',
  cover: { title: 'The window is hidden', lead: 'It has been in the background for a while.', back: 'Show the window' },
};

/** Norwegian unless the page around speaks English. */
export function voiceTextsOf(language: string, inChat: boolean): VoiceTexts {
  const texts = language.startsWith('en') ? en : nb;
  if (!inChat) return texts;
  const { before, send, many } = texts.chat;
  return { ...texts, before, send, handing: { ...texts.handing, many } };
}
