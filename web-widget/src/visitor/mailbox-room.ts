/** What a page does with a mailbox: leaves letters, opens it, believes answers, erases it. Fails closed. */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { LetterPostSchema, MailboxNoteWriteSchema, StoredAnswerSchema } from '../gen/havn/v1/letters_pb.ts';
import { toBase64Url } from '../kernel/base64.ts';
import { equal } from '../kernel/bytes.ts';
import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { verifyAnswer } from '../letters/answer.ts';
import type { Answer } from '../letters/answer.ts';
import { drawWord } from '../letters/code.ts';
import { beginsAs } from '../letters/beginning.ts';
import { openFile, sealFile } from '../letters/file.ts';
import type { FileRef } from '../letters/file-ref.ts';
import { sealLetter } from '../letters/letter.ts';
import type { Mailbox } from '../letters/mailbox.ts';
import { openNote, sealNote } from '../letters/note.ts';
import type { Note } from '../letters/note.ts';
import { usableKeys } from '../letters/statement.ts';
import type { WordList } from '../letters/words.ts';
import type { TrustBook } from '../trust/book.ts';
import type { Attachment, MailboxView } from './letters-view.ts';
import { Refusal } from './mailbox-http.ts';
import type { KeptMailbox, MailboxHttp } from './mailbox-http.ts';
import type { Site } from './site.ts';

/** The server gave a note that this mailbox did not write. */
export class Damaged extends Error {}
/** Nobody of the service has a key that may open letters now. */
export class Nobody extends Error {}

export interface MailboxTools {
  readonly http: MailboxHttp;
  readonly site: Site;
  readonly trust: TrustBook;
  readonly clock: Clock;
  readonly random: Random;
  readonly words: WordList;
}

/** A mailbox as this page knows it. */
export interface OpenBox {
  readonly version: number;
  readonly note: Note;
  readonly answers: readonly Answer[];
}

export interface Written {
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly service: string;
  readonly language: string;
}

/** How long to try to note with whom somebody wrote. */
const WRITING = 20 * SECOND;

type Step = (doing: 'sealing' | 'sending') => void;

/** A mailbox that is to be made, and the body that makes it: sent once more, the same bytes change nothing. */
export interface NewBox {
  readonly box: OpenBox;
  readonly body: Uint8Array;
}

/** @param last device of whoever this person talks with: asked for first when they come back */
export async function newBox(
  mailbox: Mailbox,
  last: Uint8Array | undefined,
  { trust, clock, random, words }: MailboxTools,
): Promise<NewBox> {
  const { version: rosterVersion } = await trust.newest();
  const note = { word: drawWord(random, words), lastDevice: last, lastAt: clock.now(), lastAnswer: 0, rosterVersion, letters: [] };
  return { box: { version: 1, note, answers: [] }, body: await noteWrite(mailbox, 1, note) };
}

/** Seals and leaves a letter. Fails with {@link Nobody} when there is no key to seal it to. */
export async function leave(
  mailbox: Mailbox,
  written: Written,
  tools: MailboxTools,
  step: Step,
  signal: AbortSignal,
): Promise<{ readonly id: Uint8Array; readonly ends: number; readonly at: number }> {
  const { http, trust, clock, site, random } = tools;
  const { service, language, text } = written;
  const statements = await http.keys(service, signal);
  const keys = usableKeys(statements, await trust.newest(), service, clock.now());
  if (keys.length === 0) throw new Nobody();
  const files: FileRef[] = [];
  for (const { content, type, seconds } of written.attachments) {
    step('sealing');
    const { stored, ref } = await sealFile(content, type, seconds, random);
    step('sending');
    files.push({ ...ref, id: await http.upload(stored, await site.ticket(), signal) });
  }
  step('sealing');
  const at = clock.now();
  const letter = { mailbox: mailbox.id, xwing: mailbox.identity.publicKey, service, language, text, files, at };
  const file = await sealLetter(keys, letter);
  step('sending');
  const post = create(LetterPostSchema, {
    service,
    devices: keys.map(({ device }) => device),
    file,
    files: files.map(({ id }) => id),
  });
  return { at, ...(await http.letter(mailbox, toBinary(LetterPostSchema, post), signal)) };
}

/** Keeps in the note where a letter went. The letter is left either way: undefined when the note was not written. */
export async function remember(
  mailbox: Mailbox,
  box: OpenBox,
  letter: { readonly id: Uint8Array; readonly service: string; readonly at: number },
  tools: MailboxTools,
  signal: AbortSignal,
): Promise<OpenBox | undefined> {
  const note = { ...box.note, letters: [...box.note.letters, letter] };
  const version = box.version + 1;
  try {
    await tools.http.act(mailbox, 'note', await noteWrite(mailbox, version, note), signal);
    return { ...box, version, note };
  } catch {
    return undefined;
  }
}

/** Keeps in the note with whom this person writes now. Undefined when the note was written meanwhile or cannot be. */
export async function writeWith(
  mailbox: Mailbox,
  box: OpenBox,
  device: Uint8Array,
  { http, clock }: MailboxTools,
  signal: AbortSignal,
): Promise<OpenBox | undefined> {
  const note = { ...box.note, lastDevice: device, lastAt: clock.now() };
  const version = box.version + 1;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(WRITING)]);
  const written = await writeNext(mailbox, version, note, http, patience).catch(() => false);
  return written ? { ...box, version, note } : undefined;
}

/**
 * Opens the mailbox, checks its answers and draws the word for next time. `service` is that of letters the note does
 * not name. Fails with a {@link Refusal} of 404, a Doubt, or {@link Damaged}.
 */
export async function openBox(
  mailbox: Mailbox,
  service: string,
  tools: MailboxTools,
  signal: AbortSignal,
): Promise<{ readonly box: OpenBox; readonly view: MailboxView }> {
  const { http, trust } = tools;
  const kept = await http.open(mailbox, signal);
  const before = await openNote(mailbox.identity, kept.note);
  if (before === undefined) throw new Damaged();
  await trust.atLeast(before.rosterVersion);
  const answers = await believed(mailbox, kept, before, service, tools);
  const newest = await trust.newest();
  const note: Note = {
    ...before,
    word: drawWord(tools.random, tools.words),
    ...metLast(before, answers.at(-1)),
    rosterVersion: Math.max(before.rosterVersion, newest.version),
  };
  const written = await writeNext(mailbox, kept.version + 1, note, http, signal);
  const box = { version: written ? kept.version + 1 : kept.version, note: written ? note : before, answers };
  const view: MailboxView = {
    word: before.word,
    nextWord: written ? note.word : undefined,
    letters: kept.letters.map(({ at }) => at).sort((a, b) => a - b),
    answers,
    unverified: kept.answers.length - answers.length,
    ends: kept.ends,
    wish: note.lastDevice === undefined ? undefined : `device:${toBase64Url(note.lastDevice)}`,
  };
  return { box, view };
}

/** The later meeting counts: an answer that came after the note was written, but was given before the chat in it, does not. */
function metLast(before: Note, newest: Answer | undefined): Partial<Note> {
  if (newest === undefined || newest.number <= before.lastAnswer) return {};
  const { number: lastAnswer, at: lastAt, device: lastDevice } = newest;
  return lastAt < before.lastAt ? { lastAnswer } : { lastAnswer, lastAt, lastDevice };
}

/** False when another page was first; that one shows its word next time. */
async function writeNext(
  mailbox: Mailbox,
  version: number,
  note: Note,
  http: MailboxHttp,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await http.act(mailbox, 'note', await noteWrite(mailbox, version, note), signal);
    return true;
  } catch (failure) {
    if (failure instanceof Refusal && failure.status === 409) return false;
    throw failure;
  }
}

async function believed(
  mailbox: Mailbox,
  kept: KeptMailbox,
  note: Note,
  service: string,
  { trust, clock }: MailboxTools,
): Promise<readonly Answer[]> {
  const serviceOf = (letter: Uint8Array): string =>
    note.letters.find(({ id }) => equal(id, letter))?.service ?? service;
  const rosterAt = trust.rosterAt.bind(trust);
  const check = { mailbox: mailbox.id, identity: mailbox.identity, serviceOf, rosterAt, now: clock.now() };
  const answers = new Map<number, Answer>();
  for (const bytes of kept.answers) {
    const answer = await checked(bytes, check);
    // A number is used once; whatever comes under it again was not verified.
    if (answer !== undefined && !answers.has(answer.number)) answers.set(answer.number, answer);
  }
  return [...answers.values()].sort((a, b) => a.number - b.number);
}

async function checked(bytes: Uint8Array, check: Parameters<typeof verifyAnswer>[1]): Promise<Answer | undefined> {
  try {
    return await verifyAnswer(fromBinary(StoredAnswerSchema, bytes), check);
  } catch {
    return undefined;
  }
}

/** The content of a file of an answer. Undefined when it is not what was sealed, or not what it is called. */
export async function fetchFile(ref: FileRef, http: MailboxHttp, signal: AbortSignal): Promise<Uint8Array | undefined> {
  const content = await openFile(ref, await http.download(ref.id, signal));
  return content !== undefined && beginsAs(ref.type, content) ? content : undefined;
}

const noteWrite = async (mailbox: Mailbox, version: number, note: Note): Promise<Uint8Array> => {
  const body = create(MailboxNoteWriteSchema, { version, note: await sealNote(mailbox.identity, note) });
  return toBinary(MailboxNoteWriteSchema, body);
};
