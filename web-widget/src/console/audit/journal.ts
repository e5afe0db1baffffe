/** What staff did, read by those who look at it: POST /api/journal/read and /api/journal/export. Nothing here looks by itself. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Http } from '../login/http.ts';
import { list, members, number, text } from '../login/read.ts';

export interface JournalLine {
  readonly number: number;
  /** ms since 1970; undefined: the line says no time. */
  readonly at: number | undefined;
  /** Id of the person, 32 hexadecimal digits. */
  readonly who: string;
  /** Undefined: nobody of this person's services, or somebody who is gone. */
  readonly name: string | undefined;
  /** As the journal prints it: "archive.open"; undefined: no server wrote this line, and nothing else of it can be read. */
  readonly act: string | undefined;
  /** A pseudonym of the day; the same one stands for the same thing that day. */
  readonly thing: string;
}

/** What the server found when it last looked; it reads the end each hour, and all lines in parts. */
export interface Checked {
  /** ms since 1970. */
  readonly at: number;
  /** When it last came through all lines, and each was as it was written; ms since 1970; undefined: not yet. */
  readonly whole: number | undefined;
  /** Lines and the hash of the last one, as `havn journal verify` says it. */
  readonly standing: string;
  /** The first line that is not as it was written; undefined: every line is. */
  readonly flawed: number | undefined;
}

/** At most 100 lines, the newest first. */
export interface JournalPage {
  readonly lines: readonly JournalLine[];
  readonly more: boolean;
  /** Not the newest lines. */
  readonly earlier: boolean;
  /** Lines up to this one went twelve months after they were written; 0: none did. */
  readonly cut: number;
  /** Undefined: the server has not looked yet. */
  readonly checked: Checked | undefined;
}

export interface Journal {
  /** Undefined until it was read once. */
  readonly page: ReadonlySignal<JournalPage | undefined>;
  readonly state: ReadonlySignal<'idle' | 'busy' | 'unreachable'>;
  /** Each is a line of the journal. */
  newest(): Promise<void>;
  earlier(): Promise<void>;
  /** The whole of it as `havn journal verify` reads it; undefined when it cannot be had. */
  whole(): Promise<string | undefined>;
}

const moment = (value: unknown): number => {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? 0 : at;
};

function readLine(value: unknown): JournalLine {
  const json = members(value);
  const name = text(json['name']);
  const act = text(json['act']);
  return {
    number: number(json['number']),
    at: typeof json['at'] === 'string' ? moment(json['at']) : undefined,
    who: text(json['who']),
    name: name === '' ? undefined : name,
    act: act === '' ? undefined : act,
    thing: text(json['thing']),
  };
}

export function readPage(answer: unknown, earlier: boolean): JournalPage {
  const json = members(answer);
  return {
    lines: list(json['lines']).map(readLine),
    more: json['more'] === true,
    earlier,
    cut: number(json['cut']),
    checked: readChecked(members(json['checked'])),
  };
}

const readChecked = (checked: Readonly<Record<string, unknown>>): Checked | undefined =>
  checked['at'] === undefined
    ? undefined
    : {
        at: moment(checked['at']),
        whole: typeof checked['whole'] === 'string' ? moment(checked['whole']) : undefined,
        standing: text(checked['standing']),
        flawed: typeof checked['flawed'] === 'number' ? checked['flawed'] : undefined,
      };

/** Who does in the journal what nobody of staff does. */
export const SERVER = '0'.repeat(32);

/** @param whole fetches the export */
export function createJournal(http: Http, whole: () => Promise<string | undefined>): Journal {
  const page = signal<JournalPage | undefined>(undefined);
  const state = signal<'idle' | 'busy' | 'unreachable'>('idle');
  const read = async (before: number | undefined): Promise<void> => {
    if (state.value === 'busy') return;
    state.value = 'busy';
    const answer = await http.post('/api/journal/read', before === undefined ? {} : { before });
    if (answer.kind === 'ok') page.value = readPage(answer.value, before !== undefined);
    state.value = answer.kind === 'ok' ? 'idle' : 'unreachable';
  };
  return {
    page,
    state,
    newest: () => read(undefined),
    earlier: () => read(page.value?.lines.at(-1)?.number),
    async whole() {
      state.value = 'busy';
      const told = await whole();
      state.value = told === undefined ? 'unreachable' : 'idle';
      return told;
    },
  };
}

const PATIENCE = 120_000;

/** The export, as text: a line is about 170 bytes. */
export const exportWith =
  (fetcher: typeof fetch) =>
  async (): Promise<string | undefined> => {
    try {
      const response = await fetcher('/api/journal/export', {
        ...{ method: 'POST', credentials: 'same-origin', cache: 'no-store', redirect: 'error' },
        signal: AbortSignal.timeout(PATIENCE),
      });
      return response.ok ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  };

/** Lines of one local day, in the order in which they are shown. */
export interface Day {
  /** "2026-11-24"; undefined: the newest lines say no time. */
  readonly date: string | undefined;
  readonly lines: readonly JournalLine[];
}

/**
 * A line that says no time stands with the line above it.
 *
 * @param zone in which a day is one
 */
export function days(lines: readonly JournalLine[], zone: string): readonly Day[] {
  const date = new Intl.DateTimeFormat('sv', { timeZone: zone });
  const all = new Map<string | undefined, JournalLine[]>();
  let on: string | undefined;
  for (const line of lines) {
    if (line.at !== undefined) on = date.format(line.at);
    all.set(on, [...(all.get(on) ?? []), line]);
  }
  return [...all].map(([on, of]) => ({ date: on, lines: of }));
}
