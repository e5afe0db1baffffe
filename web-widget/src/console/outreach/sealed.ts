/** What stands inside a sealed card or message, and where each belongs. */

import { utf8 } from '../../kernel/bytes.ts';
import { list, members, number, text, texts } from '../login/read.ts';

/** Notes of a card; the oldest go first. */
const MOST_NOTES = 20;
/** Bytes of all notes: with nine readers the part is then no longer than the server takes. */
const NOTES_BYTES = 4_000;
/** Characters of a note. */
export const LONGEST_CARD_NOTE = 280;
/** Names of a card. */
const MOST_NAMES = 10;
/** Proof words of a card. */
export const MOST_PROOF = 10;
/** Characters of a proof word. */
export const LONGEST_PROOF = 40;
/** Characters of a sealed part in base64url, as the server takes it. */
export const LONGEST_PART = 32_768;

export interface CardNote {
  /** ms since 1970. */
  readonly at: number;
  readonly by: string;
  readonly text: string;
}

/** What may be shown of a card without a second look. */
export interface Face {
  readonly names: readonly string[];
  readonly seen: string;
  readonly notes: readonly CardNote[];
  readonly proof: readonly string[];
}

export interface CardNumber {
  readonly e164: string;
  readonly kind: 'mobile' | 'call-only';
}

export interface Words {
  /** The phone's number, or `id:` and a name of the channel; empty when this went the other way. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export const facePlace = (service: string, card: string): string => `card-face ${service} ${card}`;
export const numbersPlace = (service: string, card: string): string => `card-numbers ${service} ${card}`;
export const messagePlace = (service: string, thread: string): string => `message ${service} ${thread}`;

export const writeFace = ({ names, seen, notes, proof }: Face): string => JSON.stringify({ names, seen, notes, proof });
export const writeNumbers = (numbers: readonly CardNumber[]): string => JSON.stringify({ numbers });

function json(words: string): ReturnType<typeof members> {
  try {
    return members(JSON.parse(words));
  } catch {
    return {};
  }
}

export function readFace(words: string): Face {
  const face = json(words);
  const notes = list(face['notes']).map((each): CardNote => {
    const note = members(each);
    return { at: number(note['at']), by: text(note['by']), text: text(note['text']) };
  });
  return {
    names: texts(face['names']).slice(0, MOST_NAMES),
    seen: text(face['seen']),
    notes: notes.slice(-MOST_NOTES),
    proof: texts(face['proof']).slice(0, MOST_PROOF),
  };
}

export const readNumbers = (words: string): readonly CardNumber[] =>
  list(json(words)['numbers']).map((each) => {
    const { e164, kind } = members(each);
    return { e164: text(e164), kind: kind === 'mobile' ? 'mobile' : 'call-only' };
  });

export function readWords(words: string): Words {
  const message = json(words);
  return { from: text(message['from']), to: text(message['to']), text: text(message['text']) };
}

/** With one more note; the oldest go while there are more than 20, or than 4,000 bytes of them. */
export function noted(face: Face, note: CardNote): Face {
  const notes = [...face.notes, note].slice(-MOST_NOTES);
  while (notes.length > 1 && utf8(JSON.stringify(notes)).length > NOTES_BYTES) notes.shift();
  return { ...face, notes };
}

/** How a card is called: its first name, or the beginning of its id. */
export const nickname = (card: string, face: Face | undefined): string => face?.names[0] ?? card.slice(0, 4);
