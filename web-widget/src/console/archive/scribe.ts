/** Writes transcripts of the chats that this console leads, where the service keeps them. */

import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { MINUTE, SECOND } from '../../kernel/clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import { forget } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { FileRef } from '../../letters/file-ref.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import { sealTo } from '../../seal/envelope.ts';
import type { DeskChat } from '../desk-view.ts';
import type { ArchiveHttp } from './archive-http.ts';
import { fitting, MOST_PARTS, sealPart } from './part.ts';
import type { ArchiveKeys, TranscriptLine } from './part.ts';

/** A part is written when so many lines wait, */
const MANY = 20;
/** or the oldest has waited so long; later parts wait longer, so that a chat of 24 hours fits. */
const PATIENCE = 5 * MINUTE;
const LATE_PATIENCE = 15 * MINUTE;
const LATE = 100;
const TRY_AGAIN = 30 * SECOND;
const KEY_LENGTH = 32;
const NOTHING_IS_KEPT = 409;
/** Of so many chats, the last ones, it is remembered. */
const MOST_GIVEN_UP = 100;

export interface ScribeTools {
  readonly http: ArchiveHttp;
  readonly chats: ReadonlySignal<readonly DeskChat[]>;
  /** This person's shown name. */
  readonly name: string;
  /** What stands for a file that was sent. */
  readonly mark: (file: FileRef) => string;
  /** Mailbox keys of the service's coordinators and workers, at most 9. */
  readonly keys: (service: string) => Promise<readonly MailboxKey[]>;
  readonly clock: Clock;
  readonly random: Random;
}

export interface Scribe {
  /** Chats whose transcript cannot be kept at the moment. */
  readonly failing: ReadonlySignal<ReadonlySet<string>>;
  /** Chats of which nothing more is written, whatever the visitor was told: the service keeps none any more. What a console wrote before stays. */
  readonly givenUp: ReadonlySignal<ReadonlySet<string>>;
  close(): void;
}

/** One chat's book. */
interface Book {
  chat: DeskChat;
  archive: ArchiveKeys | undefined;
  /** Ids of messages that are written. */
  readonly written: Set<string>;
  /** Number of the next part. */
  next: number;
  /** When the oldest unwritten line was seen; undefined when there is none. */
  waitingSince: number | undefined;
  busy: boolean;
  done: boolean;
}

export function createScribe({ http, chats, name, mark, keys, clock, random }: ScribeTools): Scribe {
  const books = new Map<string, Book>();
  const failing = signal<ReadonlySet<string>>(new Set());
  const givenUp = signal<ReadonlySet<string>>(new Set());
  let over = false;
  let cancel = (): void => undefined;

  const fails = (conversation: string, now: boolean): void => {
    if (failing.peek().has(conversation) === now) return;
    const next = new Set(failing.peek());
    if (now) next.add(conversation);
    else next.delete(conversation);
    failing.value = next;
  };

  /** What was said and is not written. A message still on its way waits until it is stored. */
  const unwritten = ({ chat, written }: Book): readonly (TranscriptLine & { readonly id: string })[] =>
    chat.talk.messages
      .filter(({ id, from, tick }) => from !== 'page' && tick !== 'held' && !written.has(id))
      .map((message) => ({
        id: message.id,
        at: message.at,
        from: message.from === 'me' ? name : (message.name ?? ''),
        text: message.file === undefined ? message.text : mark(message.file),
      }));

  const ended = ({ chat }: Book): boolean => chat.ended !== undefined || chat.talk.stopped !== undefined;

  const isDue = (book: Book): boolean => {
    const lines = unwritten(book);
    book.waitingSince = lines.length === 0 ? undefined : (book.waitingSince ?? clock.now());
    if (ended(book)) return lines.length > 0 || book.archive !== undefined;
    const patience = book.next < LATE ? PATIENCE : LATE_PATIENCE;
    return lines.length >= MANY || (book.waitingSince !== undefined && clock.now() - book.waitingSince >= patience);
  };

  const close = (book: Book): void => {
    book.done = true;
    if (book.archive !== undefined) forget(book.archive.key, book.archive.share);
    book.archive = undefined;
    fails(book.chat.conversation, false);
  };

  const begin = async (book: Book): Promise<'begun' | 'rest' | 'failed'> => {
    const { conversation, fence, service } = book.chat;
    const recipients = await keys(service);
    if (recipients.length === 0) return 'failed';
    const key = random(KEY_LENGTH);
    const wraps = await sealTo(
      recipients.map(({ xwing }) => xwing),
      key,
    );
    const devices = recipients.map(({ device }) => device);
    const begun = await http.begin(conversation, fence, wraps, devices);
    if (begun.kind === 'refused' && begun.status === NOTHING_IS_KEPT) {
      close(book);
      givenUp.value = new Set([...givenUp.peek(), conversation].slice(-MOST_GIVEN_UP));
      return 'rest';
    }
    if (begun.kind !== 'ok') return 'failed';
    book.archive = { archive: begun.value.id, key, share: begun.value.share };
    return 'begun';
  };

  const writeNext = async (book: Book): Promise<'more' | 'rest' | 'failed'> => {
    const begun = book.archive === undefined ? await begin(book) : 'begun';
    if (begun !== 'begun') return begun;
    const { archive } = book;
    if (archive === undefined || book.done) return 'rest';
    const lines = unwritten(book);
    const some = lines.slice(0, fitting(lines));
    const last = ended(book) && some.length === lines.length;
    if (some.length === 0 && !last) return 'rest';
    const answer = await http.add(archive.archive, book.next, await sealPart(archive, book.next, { lines: some, last }));
    if (answer.kind === 'refused' && answer.status === 404) {
      close(book); // erased, or its time is over
      return 'rest';
    }
    if (answer.kind !== 'ok') return 'failed';
    for (const { id } of some) book.written.add(id);
    book.next += 1;
    book.waitingSince = undefined;
    if (last || book.next > MOST_PARTS) close(book);
    return last || some.length === lines.length ? 'rest' : 'more';
  };

  const write = async (book: Book): Promise<void> => {
    if (book.busy || book.done) return;
    book.busy = true;
    try {
      let result = await writeNext(book);
      while (result === 'more') result = await writeNext(book);
      fails(book.chat.conversation, result === 'failed');
    } catch {
      fails(book.chat.conversation, true);
    } finally {
      book.busy = false;
    }
  };

  const look = (): void => {
    for (const book of books.values()) if (!book.done && isDue(book)) unattended(write(book));
  };
  const tick = (): void => {
    look();
    if (!over) cancel = clock.after(TRY_AGAIN, tick);
  };

  const stop = effect(() => {
    for (const chat of chats.value) {
      const known = books.get(chat.conversation);
      // Whoever led and handed over still writes down what was said until then.
      if (chat.retentionDays === 0 || (!chat.leads && known === undefined)) continue;
      const book = known ?? { chat, archive: undefined, written: new Set(), next: 1, waitingSince: undefined, busy: false, done: false };
      book.chat = chat;
      books.set(chat.conversation, book);
      if (chat.ended === 'deleted') close(book);
    }
    for (const [conversation, book] of books) {
      if (!chats.value.some((chat) => chat.conversation === conversation) && book.done) books.delete(conversation);
    }
    look();
  });
  cancel = clock.after(TRY_AGAIN, tick);
  return {
    failing,
    givenUp,
    close: () => {
      over = true;
      stop();
      cancel();
      for (const book of books.values()) close(book);
      books.clear();
    },
  };
}
