/** Short texts that staff keep: for the next shift, the inbox of profiles on other sites, and comments by which people are recognised. */

import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { toBase64Url } from '../../kernel/base64.ts';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { fromHex } from '../../kernel/hex.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import type { DeviceState } from '../desk-view.ts';
import type { MailboxKeyStore } from '../keys/types.ts';
import type { Http } from '../login/http.ts';
import { looking } from '../login/looking.ts';
import { list, members, text } from '../login/read.ts';
import { openNote, sealNote } from '../sealed/note.ts';
import type { Shelf } from '../stores/preferences.ts';

/** Characters of a comment. */
export const LONGEST_COMMENT = 280;
export const LONGEST_PROFILE = 1_000;
export const LONGEST_HANDOVER = 2_000;
/** How long each kind is kept. */
const KEPT_DAYS = { profile: 30, comment: 30, handover: 7 } as const;

export type NoteKind = keyof typeof KEPT_DAYS;
export type NoteAct = 'claim' | 'give-back' | 'done' | 'delete';

export interface Place {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface Words {
  /** Where somebody wrote; empty in a comment. */
  readonly place: string;
  readonly about: string;
  readonly answered: boolean;
}

export interface Note {
  readonly note: string;
  readonly service: string;
  readonly kind: NoteKind;
  readonly by: string;
  readonly mine: boolean;
  readonly done: boolean;
  /** ms since 1970. */
  readonly at: number;
  readonly ends: number;
}

/** `unknown`: the server did not say whether it has it. `untold`: it has it, and the visitor does not know. */
export type Keeping = 'kept' | 'no-keys' | 'full' | 'refused' | 'unknown' | 'untold';

export interface InChat {
  /** Hexadecimal. */
  readonly conversation: string;
  /** Tells the visitor; false when that is not possible, and then nothing is kept. */
  readonly tell: () => boolean;
}

export interface Notes {
  /** Undefined until they were read once. */
  readonly notes: ReadonlySignal<readonly Note[] | undefined>;
  readonly places: ReadonlySignal<Readonly<Record<string, readonly Place[]>>>;
  /** Opened texts by note; those that do not open here are missing. */
  readonly words: ReadonlySignal<ReadonlyMap<string, Words>>;
  /** Entries that nobody has seen to. */
  readonly waiting: ReadonlySignal<number>;
  /** Notes for the next shift that this person neither wrote nor opened in this browser. */
  readonly unread: ReadonlySignal<readonly Note[]>;
  readonly reached: ReadonlySignal<boolean>;
  readonly refused: ReadonlySignal<boolean>;
  /** @param chat the chat a comment is written in: its visitor is told, and can delete it */
  keep(service: string, kind: NoteKind, words: Words, chat?: InChat): Promise<Keeping>;
  /** Opens every text of the kind; the server writes that down. */
  open(kind: NoteKind): Promise<void>;
  act(note: string, act: NoteAct): Promise<boolean>;
  forget(): void;
  look(): void;
  close(): void;
}

const FULL = 507;
const GONE = 409;
const DELETE_TRIES = 3;

export function createNotes(parts: {
  readonly http: Http;
  readonly clock: Clock;
  readonly keys: Pick<MailboxKeyStore, 'mailboxKeys'>;
  readonly device: ReadonlySignal<DeviceState>;
  readonly sealTo: (service: string) => Promise<readonly MailboxKey[]>;
  /** Keeps the random ids of what this person knows; the server knows neither who wrote a note nor who read it. */
  readonly shelf: Shelf;
}): Notes {
  const { http, clock, keys, sealTo, device, shelf } = parts;
  const notes = signal<readonly Note[] | undefined>(undefined);
  const places = signal<Readonly<Record<string, readonly Place[]>>>({});
  const words = signal<ReadonlyMap<string, Words>>(new Map());
  const refused = signal(false);
  const known = signal<ReadonlySet<string>>(new Set(readKnown(shelf.read())));
  const knows = (ids: readonly string[]): void => {
    known.value = new Set(ids);
    shelf.write(JSON.stringify(ids));
  };
  const looks = looking({
    http,
    path: '/api/notes',
    every: MINUTE,
    clock,
    read: (answer) => {
      const read = list(members(answer)['notes']).map(readNote);
      notes.value = read;
      places.value = Object.fromEntries(list(members(answer)['places']).map(readPlaces));
      words.value = new Map([...words.value].filter(([id]) => read.some(({ note }) => note === id)));
      const gone = [...known.value].filter((id) => read.every(({ note }) => note !== id));
      if (gone.length > 0) knows([...known.value].filter((id) => !gone.includes(id)));
    },
  });
  const { look } = looks;
  const openOf = async (service: string, kind: NoteKind): Promise<void> => {
    const answer = await http.post('/api/notes/open', { service, kind });
    refused.value = answer.kind !== 'ok';
    if (answer.kind !== 'ok') return;
    const mine = await keys.mailboxKeys();
    const opened = new Map(words.value);
    for (const each of list(members(answer.value)['files']).map(members)) {
      const said = await openNote(mine, placeOf(service, kind), text(each['file']));
      if (said !== undefined) opened.set(text(each['note']), readWords(said));
    }
    if (looks.closed) return;
    words.value = opened;
    knows([...new Set([...known.value, ...opened.keys()])]);
  };
  const deleted = async (note: string): Promise<boolean> => {
    for (let tried = 0; tried < DELETE_TRIES; tried += 1) {
      const answer = await http.post(`/api/notes/${note}/acts`, { act: 'delete' });
      if (answer.kind === 'ok' || (answer.kind === 'refused' && answer.status === GONE)) return true;
    }
    return false;
  };
  const forget = (): void => {
    words.value = new Map();
  };
  const stopAlarm = effect(() => {
    // Nothing may be read on a device that the roster does not confirm.
    if (device.value === 'alarm') untracked(forget);
  });
  const stopStart = effect(() => {
    if (device.value === 'rostered') untracked(() => unattended(look()));
  });
  return {
    notes,
    places,
    words,
    waiting: computed(() => (notes.value ?? []).filter(({ kind, done, by }) => kind === 'profile' && !done && by === '').length),
    unread: computed(() => (notes.value ?? []).filter(({ kind, note }) => kind === 'handover' && !known.value.has(note))),
    reached: looks.reached,
    refused,
    async keep(service, kind, said, chat) {
      const sealed = await sealNote(await sealTo(service), placeOf(service, kind), JSON.stringify(said));
      if (sealed === undefined) return 'no-keys';
      const within = chat && { conversation: toBase64Url(fromHex(chat.conversation) ?? new Uint8Array()) };
      const answer = await http.post('/api/notes', { service, kind, text: sealed, days: KEPT_DAYS[kind], ...within });
      let came: Keeping = 'unknown';
      if (answer.kind === 'refused') came = answer.status === FULL ? 'full' : 'refused';
      if (answer.kind === 'ok') {
        knows([...known.value, text(members(answer.value)['note'])]);
        const told = chat === undefined || chat.tell();
        came = told ? 'kept' : (await deleted(text(members(answer.value)['note']))) ? 'refused' : 'untold';
      }
      await look();
      return came;
    },
    async open(kind) {
      const services = new Set((notes.value ?? []).filter((note) => note.kind === kind).map(({ service }) => service));
      for (const service of services) await openOf(service, kind);
    },
    async act(note, act) {
      const answer = await http.post(`/api/notes/${note}/acts`, { act });
      refused.value = answer.kind !== 'ok';
      await look();
      return answer.kind === 'ok';
    },
    forget,
    look: () => unattended(look()),
    close() {
      looks.close();
      stopAlarm();
      stopStart();
      forget();
    },
  };
}

function readKnown(kept: string | null): readonly string[] {
  try {
    return list(JSON.parse(kept ?? '[]')).map(text);
  } catch {
    return [];
  }
}

const placeOf = (service: string, kind: NoteKind): string => `${kind} ${service}`;

function readWords(said: string): Words {
  try {
    const json = members(JSON.parse(said));
    return { place: text(json['place']), about: text(json['about']), answered: json['answered'] === true };
  } catch {
    return { place: '', about: said, answered: false };
  }
}

function readPlaces(value: unknown): readonly [string, readonly Place[]] {
  const json = members(value);
  const all = list(json['places']).map((place): Place => {
    const { id, names } = members(place);
    return { id: text(id), names: Object.fromEntries(Object.entries(members(names)).map(([tag, name]) => [tag, text(name)])) };
  });
  return [text(json['service']), all];
}

function readNote(value: unknown): Note {
  const json = members(value);
  return {
    note: text(json['note']),
    service: text(json['service']),
    kind: json['kind'] === 'comment' || json['kind'] === 'handover' ? json['kind'] : 'profile',
    by: text(json['by']),
    mine: json['mine'] === true,
    done: json['done'] === true,
    at: Date.parse(text(json['at'])),
    ends: Date.parse(text(json['ends'])),
  };
}
