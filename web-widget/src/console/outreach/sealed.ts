/** What stands inside a sealed card or message, and where each belongs. */

import { utf8 } from '../../kernel/bytes.ts';
import { MINUTE } from '../../kernel/clock.ts';
import { list, members, number, text, texts } from '../login/read.ts';

/** What is kept of each kind of note; the oldest go first. With nine readers the part is then no longer than the server takes. */
const BOUNDS = { written: { most: 20, bytes: 4_000 }, call: { most: 10, bytes: 1_500 } } as const;
/** Characters of a note. */
export const LONGEST_CARD_NOTE = 280;
/** Names of a card. */
const MOST_NAMES = 10;
/** Proof words of a card. */
export const MOST_PROOF = 10;
/** Characters of a proof word. */
export const LONGEST_PROOF = 40;
/** Numbers of a card. */
const MOST_NUMBERS = 10;
/** Characters of a sealed part in base64url, as the server takes it. */
export const LONGEST_PART = 32_768;

export interface CardNote {
  /** ms since 1970. */
  readonly at: number;
  readonly by: string;
  /** Empty on a call. */
  readonly text: string;
  /** This note is a call: the place of the number on the card, 0–9. */
  readonly called?: number;
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

const isPlace = (value: unknown): value is number => Number.isInteger(value) && number(value) >= 0 && number(value) < MOST_NUMBERS;

function readNote(value: unknown): CardNote {
  const { at, by, text: words, called } = members(value);
  return { at: number(at), by: text(by), text: text(words), ...(isPlace(called) && { called }) };
}

export function readFace(words: string): Face {
  const face = json(words);
  return {
    names: texts(face['names']).slice(0, MOST_NAMES),
    seen: text(face['seen']),
    notes: list(face['notes'])
      .slice(-BOUNDS.written.most - BOUNDS.call.most)
      .map(readNote),
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

const kindOf = ({ called }: CardNote): keyof typeof BOUNDS => (called === undefined ? 'written' : 'call');

/**
 * With one more note. The oldest of its kind go while there are more than 20 notes, or than 4,000 bytes of them; of calls more than 10, or
 * than 1,500 bytes. So no call pushes out what somebody wrote.
 */
export function noted(face: Face, note: CardNote): Face {
  const kind = kindOf(note);
  const { most, bytes } = BOUNDS[kind];
  const all = [...face.notes, note];
  const kept = all.filter((each) => kindOf(each) === kind).slice(-most);
  while (kept.length > 1 && utf8(JSON.stringify(kept)).length > bytes) kept.shift();
  return { ...face, notes: all.filter((each) => kindOf(each) !== kind || kept.includes(each)) };
}

/** Whether the face has this call already: the same person, the same number, within a minute. The server counts those once, too. */
export const hasCall = (face: Face, { at, by, called }: CardNote): boolean =>
  face.notes.some((each) => each.called !== undefined && each.called === called && each.by === by && Math.abs(at - each.at) < MINUTE);

/** How a card is called: its first name, or the beginning of its id. */
export const nickname = (card: string, face: Face | undefined): string => face?.names[0] ?? card.slice(0, 4);
