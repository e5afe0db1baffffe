/** Transcripts of this person's services: listed, opened here, forgotten again. */

import { batch, effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { forget } from '../../kernel/bytes.ts';
import { unattended } from '../../kernel/unattended.ts';
import { openWith } from '../../seal/envelope.ts';
import type { DeviceState } from '../desk-view.ts';
import type { KeyStore, MailboxKeys, MailboxKeyStore } from '../keys/types.ts';
import type { Answer } from '../login/http.ts';
import type { ArchiveHead, ArchiveHttp, HandedOut } from './archive-http.ts';
import { openPart } from './part.ts';
import type { TranscriptLine } from './part.ts';

export interface ArchiveRow {
  readonly id: string;
  readonly service: string;
  readonly begun: number;
  readonly ends: number;
  /** Whether this browser's keys open it. */
  readonly mine: boolean;
}

export type Opening =
  /** Asked whether to open it: that is written down. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'opening' }
  /** `whole` is false when the chat's end is missing. */
  | { readonly kind: 'open'; readonly lines: readonly TranscriptLine[]; readonly whole: boolean }
  /** None of this browser's keys opens it. */
  | { readonly kind: 'not-mine' }
  /** A part is missing, altered or not this archive's: nothing is shown. */
  | { readonly kind: 'damaged' }
  /** It ended, or the visitor or somebody of staff deleted it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreachable' };

export interface ShownArchive {
  readonly row: ArchiveRow;
  readonly opening: Opening;
}

export interface Archives {
  /** Newest first. Undefined until the first list came. */
  readonly rows: ReadonlySignal<readonly ArchiveRow[] | undefined>;
  /** Whether the last list could be had. */
  readonly reached: ReadonlySignal<boolean>;
  readonly shown: ReadonlySignal<ShownArchive | undefined>;
  look(): void;
  choose(id: string): void;
  /** Opens the chosen one; the server writes that down first. */
  open(): void;
  /** Forgets the opened words. */
  leave(): void;
  /** Shreds the chosen one for everybody; coordinators. */
  erase(): void;
  close(): void;
}

export interface ArchivesTools {
  readonly http: ArchiveHttp;
  readonly keys: Pick<KeyStore, 'device'> & Pick<MailboxKeyStore, 'mailboxKeys'>;
  readonly device: ReadonlySignal<DeviceState>;
  /** The server does not know this session any more. */
  readonly sessionOver: () => void;
}

export function createArchives({ http, keys, device, sessionOver }: ArchivesTools): Archives {
  const rows = signal<readonly ArchiveRow[] | undefined>(undefined);
  const reached = signal(true);
  const shown = signal<ShownArchive | undefined>(undefined);
  let over = false;

  const session = <T>(answer: Answer<T>): Answer<T> => {
    if (answer.kind === 'refused' && answer.status === 401) sessionOver();
    return answer;
  };

  const look = async (): Promise<void> => {
    const answer = session(await http.list());
    if (over) return;
    reached.value = answer.kind === 'ok';
    if (answer.kind !== 'ok') return;
    const me = (await keys.device().catch(() => undefined))?.id;
    const mine = me && toBase64Url(me);
    rows.value = answer.value.map((head) => rowOf(head, mine));
  };

  const show = (id: string, opening: Opening): void => {
    const { value: now } = shown;
    if (!over && now?.row.id === id) shown.value = { ...now, opening };
  };

  const open = async (id: string): Promise<void> => {
    show(id, { kind: 'opening' });
    const answer = session(await http.open(id));
    if (answer.kind === 'ok') show(id, await opened(id, answer.value, await keys.mailboxKeys().catch(() => [])));
    else show(id, { kind: isGone(answer) ? 'gone' : 'unreachable' });
  };

  const erase = async (id: string): Promise<void> => {
    const answer = session(await http.erase(id));
    show(id, { kind: answer.kind === 'ok' || isGone(answer) ? 'gone' : 'unreachable' });
    await look();
  };

  const close = (): void => {
    over = true;
    batch(() => {
      [rows.value, shown.value] = [undefined, undefined];
    });
  };
  const stopAlarm = effect(() => {
    // Nothing may be read on a device that the roster does not confirm.
    if (device.value === 'alarm') untracked(close);
  });
  return {
    rows,
    reached,
    shown,
    look: () => unattended(look()),
    choose: (id) => {
      const row = rows.value?.find((each) => each.id === id);
      if (row !== undefined) shown.value = { row, opening: { kind: row.mine ? 'asking' : 'not-mine' } };
    },
    open: () => {
      const id = shown.value?.row.id;
      if (id !== undefined && shown.value?.opening.kind !== 'opening') unattended(open(id));
    },
    leave: () => {
      shown.value = undefined;
    },
    erase: () => {
      const id = shown.value?.row.id;
      if (id !== undefined) unattended(erase(id));
    },
    close: () => {
      stopAlarm();
      close();
    },
  };
}

const isGone = (answer: Answer<unknown>): boolean =>
  answer.kind === 'refused' && (answer.status === 404 || answer.status === 410);

function rowOf({ id, service, begun, ends, devices }: ArchiveHead, mine: string | undefined): ArchiveRow {
  return { id, service, begun, ends, mine: mine !== undefined && devices.includes(mine) };
}

/** Every part must open in its place, or nothing is shown. */
async function opened(id: string, { wraps, share, parts }: HandedOut, keys: readonly MailboxKeys[]): Promise<Opening> {
  const archive = fromBase64Url(id);
  const key = await unwrapped(wraps, keys);
  if (key === undefined || archive === undefined) return { kind: 'not-mine' };
  const read = await Promise.all(parts.map((part, index) => openPart({ archive, key, share }, index + 1, part)));
  forget(key, share);
  const whole = read.filter((part) => part !== undefined);
  const misplaced = whole.some(({ last }, index) => last && index < whole.length - 1);
  if (whole.length < read.length || misplaced) return { kind: 'damaged' };
  return { kind: 'open', lines: whole.flatMap(({ lines }) => lines), whole: whole.at(-1)?.last === true };
}

async function unwrapped(wraps: Uint8Array, keys: readonly MailboxKeys[]): Promise<Uint8Array | undefined> {
  for (const { identity } of keys) {
    const key = await openWith(identity, wraps);
    if (key?.length === 32) return key;
  }
  return undefined;
}
