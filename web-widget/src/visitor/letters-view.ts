/** What the screens about letters and return codes see and may ask for. Implemented by `letters.ts`. */

import type { ReadonlySignal } from '@preact/signals';
import type { CodeForm, Typed } from '../letters/code.ts';
import type { FileRef, FileType } from '../letters/file-ref.ts';
import type { ChatFiles, FileOutcome, FileTrouble } from '../letters/chat-files.ts';
import type { Role } from '../trust/roster.ts';

export type { ChatFiles, CodeForm, FileOutcome, FileRef, FileTrouble, FileType, Typed };
export { ACCEPTED } from '../letters/chosen-file.ts';

/** A file of the visitor's, before it is sealed. Images are drawn anew already. */
export interface Attachment {
  readonly content: Uint8Array;
  readonly type: FileType;
  /** Of a recording; 0 otherwise. */
  readonly seconds: number;
}

export interface DrawnCode {
  readonly form: CodeForm;
  readonly text: string;
  /** Words one by one, digits in fours. */
  readonly groups: readonly string[];
  /** The mailbox exists: this is the code, and it has no other form. */
  readonly settled: boolean;
}

export interface AnswerView {
  readonly number: number;
  readonly text: string;
  readonly name: string;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly files: readonly Pick<Attachment, 'type' | 'seconds'>[];
}

export interface MailboxView {
  /** The word shown last time; undefined when nobody opened it since it was made on this page. */
  readonly word: string;
  /** The word that will be shown next time; undefined when it could not be kept. */
  readonly nextWord: string | undefined;
  /** When one's own letters were left, the newest last. Their words are not kept anywhere. */
  readonly letters: readonly number[];
  /** Verified, the newest last. */
  readonly answers: readonly AnswerView[];
  /** Answers that could not be verified. */
  readonly unverified: number;
  /** When all of it is erased, milliseconds since 1970. */
  readonly ends: number;
  /** A ring may ask for whoever answered last. */
  readonly wish: string | undefined;
}

/** What went wrong; what was written is still there. */
export type LetterTrouble =
  /** No connection, or the server is busy. */
  | 'offline'
  /** No mailbox for this code: mistyped, expired or erased. Nobody can tell which. */
  | 'unknown'
  /** The mailbox holds as many letters as it may. */
  | 'full'
  /** The service's store is full, or the file is too large for it. */
  | 'no-room';

/** Why nothing goes on; nothing is sent. */
export type LetterStop = 'untrusted' | 'roster-old' | 'clock' | 'damaged' | 'browser';

export type LettersState =
  | { readonly kind: 'writing'; readonly trouble: LetterTrouble | undefined; readonly again: boolean }
  | { readonly kind: 'asking'; readonly trouble: LetterTrouble | undefined }
  /** A code to come back with, without a letter. */
  | { readonly kind: 'keeping'; readonly trouble: LetterTrouble | undefined }
  | { readonly kind: 'kept'; readonly ends: number; readonly word: string }
  | { readonly kind: 'busy'; readonly doing: 'key' | 'sealing' | 'sending' | 'opening' | 'erasing' }
  /** `word` will be shown at the next opening. */
  | { readonly kind: 'sent'; readonly ends: number; readonly word: string | undefined; readonly again: boolean }
  | { readonly kind: 'open'; readonly box: MailboxView; readonly trouble: LetterTrouble | undefined }
  | { readonly kind: 'erased' }
  /** Nobody of the service can open letters now. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'stopped'; readonly reason: LetterStop };

/** Whether somebody writes, comes with a code, or wants one. */
export type LettersBegin = 'writing' | 'asking' | 'keeping';

export interface Letters {
  readonly state: ReadonlySignal<LettersState>;
  /** The code of what is being made; undefined after coming back with a code. */
  readonly code: ReadonlySignal<DrawnCode | undefined>;
  /** Another form means another code; only before the letter is sent. */
  choose(form: CodeForm): void;
  /** What was typed, as far as this page can tell. */
  read(typed: string): Typed;
  /** Seals and sends; answers false when nothing may be sent now. */
  send(text: string, attachments: readonly Attachment[]): boolean;
  /** Makes the mailbox that the code opens, without a letter. */
  keep(): void;
  /** Opens the mailbox of a code as {@link Letters.read} gave it. */
  open(code: string): void;
  /** Opens the mailbox of the letter just sent, or once more. */
  reopen(): void;
  writeAgain(): void;
  /** Erases mailbox, letters, answers and files on the server, at once. */
  erase(): void;
  /** Stops what is going on and goes back to where it began. */
  stop(): void;
  /** The content of a file of an answer. Undefined when it cannot be had or is not what was sealed. */
  file(answer: number, index: number): Promise<Uint8Array | undefined>;
  /** Forgets every key and word. */
  forget(): void;
}
