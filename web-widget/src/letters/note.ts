import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { LetterNoteSchema, MailboxNoteSchema } from '../gen/havn/v1/letters_pb.ts';
import { openWith, sealTo } from '../seal/envelope.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import { pad, unpad } from './padded.ts';

/** What a person keeps for themselves in the mailbox. */
export interface Note {
  /** The word shown last time. */
  readonly word: string;
  /** Device of whoever wrote with this person last, in a chat or an answer: 16 bytes, or none. */
  readonly lastDevice: Uint8Array | undefined;
  /** When that was, in milliseconds since 1970; 0 when it is not known. */
  readonly lastAt: number;
  /** Number of the newest answer that was seen; 0 for none. */
  readonly lastAnswer: number;
  /** Highest roster version seen. */
  readonly rosterVersion: number;
  /** Newest last. */
  readonly letters: readonly OwnLetter[];
}

export interface OwnLetter {
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly service: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const MOST_LETTERS = 20;
const LONGEST_WORD = 64;

/** Sealed for the mailbox's own key. */
export function sealNote({ publicKey }: XWingIdentity, note: Note): Promise<Uint8Array> {
  const said = create(MailboxNoteSchema, {
    word: note.word,
    lastDevice: note.lastDevice ?? new Uint8Array(0),
    lastAt: BigInt(note.lastAt),
    lastAnswer: note.lastAnswer,
    rosterVersion: BigInt(note.rosterVersion),
    letters: note.letters
      .slice(-MOST_LETTERS)
      .map(({ id, service, at }) => create(LetterNoteSchema, { id, service, at: BigInt(at) })),
  });
  return sealTo([publicKey], pad(toBinary(MailboxNoteSchema, said)));
}

/** Undefined when it does not open or is malformed. */
export async function openNote(identity: XWingIdentity, file: Uint8Array): Promise<Note | undefined> {
  const content = unpad((await openWith(identity, file)) ?? new Uint8Array(0));
  if (content === undefined) return undefined;
  try {
    const said = fromBinary(MailboxNoteSchema, content);
    const note = {
      word: said.word,
      lastDevice: said.lastDevice.length === 0 ? undefined : said.lastDevice,
      lastAt: Number(said.lastAt),
      lastAnswer: said.lastAnswer,
      rosterVersion: Number(said.rosterVersion),
      letters: said.letters.map(({ id, service, at }) => ({ id, service, at: Number(at) })),
    };
    const { lastDevice = new Uint8Array(16) } = note;
    const wellFormed =
      note.word.length <= LONGEST_WORD &&
      lastDevice.length === 16 &&
      Number.isSafeInteger(note.rosterVersion) &&
      Number.isSafeInteger(note.lastAt) &&
      note.letters.length <= MOST_LETTERS &&
      note.letters.every(({ id, at }) => id.length === 16 && Number.isSafeInteger(at));
    return wellFormed ? note : undefined;
  } catch {
    return undefined;
  }
}
