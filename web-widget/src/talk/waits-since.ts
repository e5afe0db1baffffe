import type { Message } from './view.ts';

/** What a visitor answers or wants, which counts as a word of theirs. */
const isOfVisitor = ({ event }: Message): boolean => event !== undefined && ['yes', 'no', 'unwanted'].includes(event.kind);

/**
 * Since when the visitor waits for a word of staff; undefined when they do not.
 *
 * What is still held by this page has not reached anybody, and does not count.
 *
 * @param begun when staff took the chat
 * @param visitor who the visitor is on this page
 */
export function waitsSince(messages: readonly Message[], begun: number, visitor: 'me' | 'them' = 'me'): number | undefined {
  const said = messages.filter((message) => message.tick !== 'held' && (message.from !== 'page' || isOfVisitor(message)));
  if (said.length === 0) return begun;
  return said[said.findLastIndex((message) => message.from !== visitor && !isOfVisitor(message)) + 1]?.at;
}
