/** Files of one running chat on one device: sealed here, kept by the server, said in the chat, opened when asked for. */

import { signal } from '@preact/signals';
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Random } from '../kernel/random.ts';
import { Turns } from '../kernel/turns.ts';
import { beginsAs } from './beginning.ts';
import { MOST_FILES } from './file-ref.ts';
import type { FileRef, FileType } from './file-ref.ts';
import { openFile, sealFile } from './file.ts';

/** A file before it is sealed. Images are drawn anew already. */
export interface FileContent {
  readonly content: Uint8Array;
  readonly type: FileType;
  /** Of a recording; 0 otherwise. */
  readonly seconds: number;
}

/** Why a file has not gone; it is still here. */
export type FileTrouble =
  /** No connection, or the server is busy. */
  | 'offline'
  /** The chat has as many files as it may. */
  | 'full'
  /** The server's store has no room. */
  | 'no-room'
  /** The server knows of no such running chat. */
  | 'over'
  /** It is kept, and the chat may not send now. */
  | 'later';

/** A file on its way, or one that did not go. */
export interface OutgoingFile {
  readonly key: number;
  readonly file: FileContent;
  readonly state: 'sending' | FileTrouble;
}

export type FileOutcome =
  | { readonly kind: 'open'; readonly content: Uint8Array }
  /** Other bytes than were sealed; nothing of them is shown. */
  | { readonly kind: 'damaged' }
  /** It was sealed, and is not what it is called; nothing of it is shown. */
  | { readonly kind: 'unfit' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' };

/** What a chat lends to its files. */
export interface FilePort {
  /** Keeps sealed bytes for the chat: their id, 16 bytes. */
  keep(stored: Uint8Array, signal: AbortSignal): Promise<Uint8Array | FileTrouble>;
  find(id: Uint8Array, signal: AbortSignal): Promise<Uint8Array | 'gone' | 'unreachable'>;
  /** Says in the chat where the file is; false when the chat may not send now. */
  say(ref: FileRef): boolean;
}

export interface ChatFiles {
  /** In the order they were added; what was sent is in the talk, and no longer here. */
  readonly outgoing: ReadonlySignal<readonly OutgoingFile[]>;
  /** Chosen, and not sent yet; it stays when the screen around it goes. */
  readonly chosen: Signal<FileContent | undefined>;
  /** Aborted when every file was forgotten. */
  readonly over: AbortSignal;
  /** Seals and sends; false when five are in {@link ChatFiles.outgoing} already, also those that did not go. */
  add(file: FileContent): boolean;
  /** Tries one that did not go once more. */
  again(key: number): void;
  /** Takes one back that has not gone. */
  remove(key: number): void;
  open(ref: FileRef): Promise<FileOutcome>;
  /** Stops what is under way and forgets every file. */
  forget(): void;
}

export function createChatFiles(port: FilePort, random: Random): ChatFiles {
  const outgoing = signal<readonly OutgoingFile[]>([]);
  const chosen = signal<FileContent | undefined>(undefined);
  const turns = new Turns();
  const over = new AbortController();
  const stops = new Map<number, AbortController>();
  /** Kept by the server, and not yet said. */
  const kept = new Map<number, FileRef>();
  let next = 0;

  const drop = (key: number): void => {
    stops.get(key)?.abort();
    stops.delete(key);
    kept.delete(key);
    outgoing.value = outgoing.peek().filter((one) => one.key !== key);
  };
  const becomes = (key: number, state: OutgoingFile['state']): void => {
    outgoing.value = outgoing.peek().map((one) => (one.key === key ? { ...one, state } : one));
  };
  const upload = async (key: number, file: FileContent, stop: AbortSignal): Promise<FileTrouble | undefined> => {
    const { stored, ref } = await sealFile(file.content, file.type, file.seconds, random);
    const id = await port.keep(stored, AbortSignal.any([stop, over.signal]));
    if (typeof id === 'string') return id;
    kept.set(key, { ...ref, id });
    return undefined;
  };
  const send = async (key: number, file: FileContent): Promise<void> => {
    const stop = stops.get(key)?.signal;
    if (stop === undefined) return;
    const trouble = kept.has(key) ? undefined : await upload(key, file, stop).catch((): FileTrouble => 'offline');
    const ref = kept.get(key);
    if (!stops.has(key)) kept.delete(key);
    else if (trouble !== undefined || ref === undefined) becomes(key, trouble ?? 'offline');
    else if (port.say(ref)) drop(key);
    else becomes(key, 'later');
  };
  const begin = (key: number, file: FileContent): void => {
    becomes(key, 'sending');
    turns.take(() => send(key, file)).catch(() => becomes(key, 'offline'));
  };
  return {
    outgoing,
    chosen,
    over: over.signal,
    add: (file) => {
      if (over.signal.aborted || outgoing.peek().length >= MOST_FILES) return false;
      const key = next++;
      stops.set(key, new AbortController());
      outgoing.value = [...outgoing.peek(), { key, file, state: 'sending' }];
      begin(key, file);
      return true;
    },
    again: (key) => {
      const one = outgoing.peek().find((each) => each.key === key);
      if (one !== undefined && one.state !== 'sending') begin(key, one.file);
    },
    remove: drop,
    open: async (ref) => {
      const found = await port.find(ref.id, over.signal).catch(() => 'unreachable' as const);
      if (typeof found === 'string') return { kind: found };
      const content = await openFile(ref, found);
      return opened(ref, content);
    },
    forget: () => {
      over.abort();
      chosen.value = undefined;
      for (const { key } of outgoing.peek()) drop(key);
    },
  };
}

/** @param content undefined when other bytes came than were sealed */
export function opened({ type }: FileRef, content: Uint8Array | undefined): FileOutcome {
  if (content === undefined) return { kind: 'damaged' };
  return beginsAs(type, content) ? { kind: 'open', content } : { kind: 'unfit' };
}

/** What a refusal of the server means for a file that was to be kept. */
export function troubleOf(status: number): FileTrouble {
  switch (status) {
    case 404:
      return 'over';
    case 409:
      return 'full';
    case 413:
    case 507:
      return 'no-room';
    default:
      return 'offline';
  }
}
