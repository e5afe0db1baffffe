import type { Message } from '../../talk/view.ts';

/** What the visitor said since the last word of staff. */
export function unanswered(messages: readonly Message[]): readonly Message[] {
  return messages.slice(messages.findLastIndex(({ from }) => from === 'them') + 1).filter(({ from }) => from === 'me');
}
