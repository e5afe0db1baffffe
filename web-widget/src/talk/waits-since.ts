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
