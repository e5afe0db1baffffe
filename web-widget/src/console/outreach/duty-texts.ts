/** Conversations on plain channels that wait for whoever is on duty: a part of the line that is not anonymous. */

import type { DutyView } from '../desk-view.ts';
import type { ThreadList } from './waiting.ts';
import type { Thread } from './wire.ts';

export interface DutyText {
  readonly service: string;
  readonly thread: Thread;
  /** When they began to wait, as far as this console saw. */
  readonly since: number;
}

/**
 * Those in a language of this person first, then whoever has waited longest; a language that nobody knows counts as everybody's.
 * What a colleague has is left out, and who may not be answered: whoever said stop and wrote again may be, for 24 hours. Nothing off duty, and nothing of services that one is not on duty for.
 */
export function dutyTexts(lists: readonly ThreadList[], { state, services }: DutyView, languages: readonly string[]): readonly DutyText[] {
  if (state !== 'on' && state !== 'break') return [];
  const own = new Set(languages.map(primary));
  const turn = ({ thread: { language } }: DutyText): number => (language === '' || own.has(primary(language)) ? 0 : 1);
  return lists
    .filter(({ service }) => services.includes(service))
    .flatMap(({ service, threads, since }) =>
      (threads.value ?? []).filter(isFree).map((thread) => ({ service, thread, since: since.value.get(thread.thread) ?? thread.at })),
    )
    .sort((a, b) => turn(a) - turn(b) || a.since - b.since);
}

/** Ids of those that nobody has taken: they are heard. */
export const untaken = (texts: readonly DutyText[]): ReadonlySet<string> =>
  new Set(texts.filter(({ thread }) => !thread.mine).map(({ thread }) => thread.thread));

const isFree = ({ waits, answerable, mine, by }: Thread): boolean => waits && answerable.may !== 'never' && (mine || by === '');

/** `pt` of `pt-BR`. */
const primary = (tag: string): string => tag.split('-')[0] ?? tag;
