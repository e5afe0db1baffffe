import type { Message } from './view.ts';

/**
 * Since when the visitor waits for a word of staff; undefined when they do not.
 *
 * @param begun when staff took the chat
 * @param visitor who the visitor is on this page
 */
export function waitsSince(messages: readonly Message[], begun: number, visitor: 'me' | 'them' = 'me'): number | undefined {
  const said = messages.filter(({ from }) => from !== 'page');
  if (said.length === 0) return begun;
  return said[said.findLastIndex(({ from }) => from !== visitor) + 1]?.at;
}

/** What the visitor said since the last word of staff. */
export function unanswered(messages: readonly Message[]): readonly Message[] {
  return messages.slice(messages.findLastIndex(({ from }) => from === 'them') + 1).filter(({ from }) => from === 'me');
}
