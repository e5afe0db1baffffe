/** Numbers that a provider stopped, pasted by hand. Nothing here keeps them. */

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

/** Tells them 50 at a time; the same numbers again change nothing. */
export async function stopNumbers(
  tools: Pick<OutreachTools, 'service' | 'http'>,
  numbers: readonly string[],
  told: (now: Stopping) => void,
): Promise<Stopping> {
  const long = numbers.filter((each) => each.length > LONGEST);
  const short = numbers.filter((each) => each.length <= LONGEST);
  let now: Stopping = { done: 0, of: short.length, kept: 0, unread: long, trouble: undefined };
  for (let from = 0; from < short.length; from += AT_ONCE) {
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
