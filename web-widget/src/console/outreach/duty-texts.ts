/** Conversations on plain channels that wait for whoever is on duty: a part of the line that is not anonymous. */

import type { DutyView } from '../desk-view.ts';
import type { Look, ThreadList } from './waiting.ts';
import type { Thread } from './wire.ts';

export interface DutyText {
  readonly service: string;
  readonly thread: Thread;
  /** Nobody has it, or this person has it and has not looked here since they wrote last, or since an answer to them was lost. */
  readonly isNew: boolean;
}

/**
 * Those in a language of this person first, then whoever has waited longest; a language that nobody knows counts as everybody's.
 * What a colleague has is left out, who does not ring (whoever said stop and wrote again does, for 24 hours), and what this
 * browser does not open. Nothing off duty, and nothing of services that one is not on duty for.
 */
export function dutyTexts(lists: readonly ThreadList[], duty: DutyView, languages: readonly string[]): readonly DutyText[] {
  const own = new Set(languages.map(primary));
  const turn = ({ thread: { language } }: DutyText): number => (language === '' || own.has(primary(language)) ? 0 : 1);
  return of(lists, duty)
    .filter((text) => !isClosed(text))
    .map(({ list: { service, looks }, thread }) => ({ service, thread, isNew: !thread.mine || !isSeen(looks.value.get(thread.thread), thread) }))
    .sort((a, b) => turn(a) - turn(b) || a.thread.since - b.thread.since);
}

/** How many of them this browser does not open: colleagues have to see to them. */
export const closedTexts = (lists: readonly ThreadList[], duty: DutyView): number => of(lists, duty).filter(isClosed).length;

interface Listed {
  readonly list: ThreadList;
  readonly thread: Thread;
}

function of(lists: readonly ThreadList[], { state, services }: DutyView): readonly Listed[] {
  if (state !== 'on' && state !== 'break') return [];
  const own = lists.filter(({ service }) => services.includes(service));
  return own.flatMap((list) => (list.threads.value ?? []).filter(isFree).map((thread) => ({ list, thread })));
}

/** Those that are heard, by their ids. */
export interface HeardTexts {
  /** Nobody has taken them. */
  readonly untaken: ReadonlySet<string>;
  /** This person has them, and they wrote once more. */
  readonly own: ReadonlySet<string>;
}

export const heardTexts = (texts: readonly DutyText[]): HeardTexts => {
  const ids = (mine: boolean): ReadonlySet<string> =>
    new Set(texts.filter(({ thread, isNew }) => isNew && thread.mine === mine).map(({ thread }) => thread.thread));
  return { untaken: ids(false), own: ids(true) };
};

const isFree = ({ waits, rings, mine, by }: Thread): boolean => waits && rings && (mine || by === '');

/** Whether it was as it is now when somebody looked at it. */
const isSeen = (look: Look | undefined, { words, unanswered }: Thread): boolean => look?.words === words && look.unanswered === unanswered;

/** Until they write once more: that may be for this browser too. */
function isClosed({ list, thread }: Listed): boolean {
  const look = list.looks.value.get(thread.thread);
  return look?.words === thread.words && !look.opens;
}

/** `pt` of `pt-BR`. */
const primary = (tag: string): string => tag.split('-')[0] ?? tag;
