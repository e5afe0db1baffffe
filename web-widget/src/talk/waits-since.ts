import type { Message, TalkEvent } from './view.ts';

/** What is no words and counts as a word: true of the visitor's, false of what the lead asks, takes back or lets others read. */
const WORDS: Partial<Readonly<Record<TalkEvent['kind'], boolean>>> = {
  yes: true,
  no: true,
  unwanted: true,
  'asked-join': false,
  'asked-handover': false,
  withdrawn: false,
  history: false,
};

/**
 * Since when the visitor waits for a word of staff; undefined when they do not.
 *
 * What is still held by this page has not reached anybody, and does not count.
 *
 * @param begun when staff took the chat
 * @param visitor who the visitor is on this page
 */
export function waitsSince(messages: readonly Message[], begun: number, visitor: 'me' | 'them' = 'me'): number | undefined {
  const isOfVisitor = ({ from, event }: Message): boolean | undefined => (event ? WORDS[event.kind] : from === 'page' ? undefined : from === visitor);
  const said = messages.filter((message) => message.tick !== 'held' && isOfVisitor(message) !== undefined);
  if (said.length === 0) return begun;
  return said[said.findLastIndex((message) => isOfVisitor(message) === false) + 1]?.at;
}
