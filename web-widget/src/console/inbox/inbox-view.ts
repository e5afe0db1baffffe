/** What the console's screens see and may ask of the inbox. Implemented by `inbox.ts`. */

import type { ReadonlySignal } from '@preact/signals';
import type { ChatFiles, FileContent, FileOutcome, FileTrouble } from '../../letters/chat-files.ts';
import type { FileType } from '../../letters/file-ref.ts';
import type { Unsendable } from '../../screen/chosen.ts';

export { ACCEPTED } from '../../letters/chosen-file.ts';
export type { ChatFiles, FileOutcome, FileTrouble, FileType };
/** A file or recording, before it is sealed. Images are drawn anew already. */
export type Attachment = FileContent;

/** A letter as the server lists it; nobody has opened it for this. */
export interface InboxRow {
  readonly id: string;
  readonly service: string;
  /** When it came and when it is erased, milliseconds since 1970. */
  readonly at: number;
  readonly ends: number;
  /** Answers in the mailbox it came from. */
  readonly answers: number;
  /** Other letters from the same mailbox in this list. */
  readonly others: number;
  readonly done: boolean;
  /** Whether it is sealed for this browser. */
  readonly mine: boolean;
  /** How many browsers can open it. */
  readonly readers: number;
  /** Whether these are as many as can. */
  readonly full: boolean;
}

export interface FileView {
  readonly type: FileType;
  /** Bytes of the content. */
  readonly length: number;
  /** Of a recording; 0 otherwise. */
  readonly seconds: number;
}

export type Opening =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open';
      readonly text: string;
      /** BCP 47 language of the writer's page. */
      readonly language: string;
      readonly files: readonly FileView[];
    }
  /** None of this browser's keys opens it. */
  | { readonly kind: 'not-mine' }
  /** It is sealed for this browser, and does not open or is not what it should be. */
  | { readonly kind: 'damaged' }
  /** It ended, or its writer erased it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' };

/** An answer being written; in this page's memory only. */
export interface Draft {
  readonly text: string;
  /** At most 5. */
  readonly files: readonly Attachment[];
}

export type Sending =
  | 'idle'
  | 'sending'
  | 'sent'
  /** A colleague answered first; the draft is kept. */
  | 'meanwhile'
  /** The mailbox holds as many answers as it may. */
  | 'full'
  | 'off-duty'
  | 'gone'
  /** The server's store has no room. */
  | 'no-room'
  | 'refused'
  | 'unreachable';

/** A letter on the screen. */
export interface ShownLetter {
  readonly row: InboxRow;
  readonly opening: Opening;
  readonly draft: Draft;
  readonly sending: Sending;
  /** Changing the mark failed. */
  readonly markFailed: boolean;
}

export interface Inbox {
  /** Those not dealt with first, each oldest first. Undefined until the first list came. */
  readonly rows: ReadonlySignal<readonly InboxRow[] | undefined>;
  /** Whether the last list could be had. */
  readonly reached: ReadonlySignal<boolean>;
  /** Letters not dealt with. */
  readonly count: ReadonlySignal<number>;
  /** Letters not dealt with that came since somebody last looked at the list here. */
  readonly fresh: ReadonlySignal<number>;
  /** Whether letters are sealed for this browser: `waiting` for the roster or the server, `unsupported` by it. */
  readonly key: ReadonlySignal<'waiting' | 'stated' | 'unsupported'>;
  readonly shown: ReadonlySignal<ShownLetter | undefined>;
  /** Fetches the list at once. */
  look(): void;
  /** The list is in front of somebody. */
  seen(): void;
  choose(id: string): void;
  /** Forgets the opened words. */
  leave(): void;
  /** Fetches and opens a file of the shown letter. */
  file(index: number): Promise<FileOutcome>;
  write(text: string): void;
  /** False when there are five already, or it is too large. */
  attach(attachment: Attachment): boolean;
  detach(index: number): void;
  answer(): void;
  mark(done: boolean): void;
  close(): void;
}

/** A voice being recorded. */
export interface Recorder {
  /** Whole seconds so far; it stops by itself after three minutes. */
  readonly seconds: ReadonlySignal<number>;
  /** Ends and gives what was recorded; undefined when there is nothing. */
  stop(): Promise<Attachment | undefined>;
  cancel(): void;
}

/** What the browser makes of files and of the microphone. */
export interface Media {
  readonly canRecord: boolean;
  /** Undefined when the browser or the person says no. `full` is called when the longest time is over. */
  record(full: () => void): Promise<Recorder | undefined>;
  /** A file somebody chose; images are drawn anew. */
  prepare(file: Blob): Promise<Attachment | Unsendable>;
}
