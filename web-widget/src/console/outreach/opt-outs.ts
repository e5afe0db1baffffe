/** Numbers that a provider stopped, pasted by hand or read from its list. They stay in this page's memory alone. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { FileFault } from '../../courtesy/sheet.ts';
import { list, members, number } from '../login/read.ts';
import { pathOf, refusal, type OutreachTools, type Refusal } from './tools.ts';

/** Numbers of one request. */
const AT_ONCE = 50;
/** Numbers of one paste. */
export const MOST_PASTED = 5_000;

export interface Stopping {
  /** Numbers that the server has had. */
  readonly done: number;
  readonly of: number;
  /** How many were new. */
  readonly kept: number;
  /** What is no number, as it was pasted. */
  readonly unread: readonly string[];
  /** What ended it before all were told. */
  readonly trouble: Refusal | undefined;
}

/** Characters of a number. */
const LONGEST = 40;

/** A paste: what is told at once, and what stands behind the first 5,000. */
export interface Pasted {
  readonly numbers: readonly string[];
  readonly over: readonly string[];
}

/** The numbers of a paste, each once, parted by lines, tabs, semicolons, commas or slashes. */
export function pasted(text: string): Pasted {
  const all = [...new Set(text.split(/[\n\t;,/]/u).map((each) => each.trim()).filter((each) => each !== ''))];
  return { numbers: all.slice(0, MOST_PASTED), over: all.slice(MOST_PASTED) };
}

/** What is left of a paste: what is no number, what was not told yet, and what is over. */
export const leftOf = ({ numbers, over }: Pasted, now: Stopping): readonly string[] => {
  const told = numbers.filter((each) => each.length <= LONGEST).slice(0, now.done);
  const gone = new Set(told.filter((each) => !now.unread.includes(each)));
  return [...numbers.filter((each) => !gone.has(each)), ...over];
};

type Port = Pick<OutreachTools, 'service' | 'http'>;

/** Tells them 50 at a time, until it is ended; the same numbers again change nothing. */
export async function stopNumbers(
  tools: Port,
  numbers: readonly string[],
  told: (now: Stopping) => void,
  ended: Pick<AbortSignal, 'aborted'> = { aborted: false },
): Promise<Stopping> {
  const long = numbers.filter((each) => each.length > LONGEST);
  const short = numbers.filter((each) => each.length <= LONGEST);
  let now: Stopping = { done: 0, of: short.length, kept: 0, unread: long, trouble: undefined };
  for (let from = 0; from < short.length && !ended.aborted; from += AT_ONCE) {
    const part = short.slice(from, from + AT_ONCE);
    const answer = await tools.http.post(pathOf(tools, 'opt-outs'), { numbers: part });
    if (answer.kind !== 'ok') {
      now = { ...now, trouble: refusal(answer) };
      told(now);
      return now;
    }
    const { kept, unread } = members(answer.value);
    const none = list(unread).flatMap((at) => part[number(at)] ?? []);
    now = { ...now, done: from + part.length, kept: now.kept + number(kept), unread: [...now.unread, ...none] };
    told(now);
  }
  return now;
}

export interface OptOutsView {
  /** What is to be told, or is left. */
  readonly text: string;
  readonly busy: boolean;
  /** How far the last time came; undefined when nothing was told. */
  readonly now: Stopping | undefined;
  /** How many stood behind the first 5,000. */
  readonly over: number;
  /** Why a list was not read. */
  readonly fault: FileFault | undefined;
}

export interface OptOuts {
  readonly view: ReadonlySignal<OptOutsView>;
  /** Not while numbers are being told. */
  write(text: string): void;
  /** The numbers of a list, or why it was not read. */
  take(read: readonly string[] | FileFault): void;
  /** Tells what is written, and leaves what could not be told. */
  stop(): Promise<void>;
  /** Forgets what is written, unless it is being told: that goes on, and what is left stays until the next time. */
  leave(): void;
  /** Forgets it, and tells no more behind the numbers that are under way. */
  forget(): void;
}

const NOTHING: OptOutsView = { text: '', busy: false, now: undefined, over: 0, fault: undefined };

export function createOptOuts(tools: Port): OptOuts {
  const view = signal<OptOutsView>(NOTHING);
  let going = new AbortController();
  const change = (next: Partial<OptOutsView>): void => {
    view.value = { ...view.value, ...next };
  };
  const forget = (): void => {
    going.abort();
    view.value = NOTHING;
  };
  return {
    view,
    write(text) {
      if (!view.value.busy) change({ text });
    },
    take(read) {
      if (view.value.busy) return;
      change(typeof read === 'string' ? { fault: read } : { fault: undefined, text: read.join('\n') });
    },
    async stop() {
      const all = pasted(view.value.text);
      if (view.value.busy || all.numbers.length === 0) return;
      going = new AbortController();
      const ended = going.signal;
      const told = (now: Stopping): void => {
        if (!ended.aborted) change({ now });
      };
      change({ busy: true, now: undefined, over: 0 });
      const came = await stopNumbers(tools, all.numbers, told, ended);
      if (!ended.aborted) change({ busy: false, now: came, over: all.over.length, text: leftOf(all, came).join('\n') });
    },
    leave() {
      if (!view.value.busy) forget();
    },
    forget,
  };
}

/** Those of each service, for as long as somebody is signed in. */
export interface AllOptOuts {
  of(service: string): OptOuts;
  close(): void;
}

export function createAllOptOuts(tools: (service: string) => Port): AllOptOuts {
  const all = new Map<string, OptOuts>();
  return {
    of(service) {
      const its = all.get(service) ?? createOptOuts(tools(service));
      all.set(service, its);
      return its;
    },
    close() {
      all.forEach((each) => each.forget());
    },
  };
}
