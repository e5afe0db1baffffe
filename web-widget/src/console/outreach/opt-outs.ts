/** Numbers that a provider stopped, pasted by hand. Nothing here keeps them. */

import { members, number } from '../login/read.ts';
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
  /** How many it could not read as a number. */
  readonly unread: number;
  /** What ended it before all were told. */
  readonly trouble: Refusal | undefined;
}

/** The numbers of a paste, each once, parted by lines, semicolons, commas or slashes. */
export const pasted = (text: string): readonly string[] =>
  [...new Set(text.split(/[\n;,/]/u).map((each) => each.trim().slice(0, 40)).filter((each) => each !== ''))].slice(0, MOST_PASTED);

/** Tells them 50 at a time; the same numbers again change nothing. */
export async function stopNumbers(
  tools: Pick<OutreachTools, 'service' | 'http'>,
  numbers: readonly string[],
  told: (now: Stopping) => void,
): Promise<Stopping> {
  let now: Stopping = { done: 0, of: numbers.length, kept: 0, unread: 0, trouble: undefined };
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const part = numbers.slice(from, from + AT_ONCE);
    const answer = await tools.http.post(pathOf(tools, 'opt-outs'), { numbers: part });
    if (answer.kind !== 'ok') {
      now = { ...now, trouble: refusal(answer) };
      told(now);
      return now;
    }
    const { kept, unread } = members(answer.value);
    now = { ...now, done: from + part.length, kept: now.kept + number(kept), unread: now.unread + number(unread) };
    told(now);
  }
  return now;
}
