/** What the server keeps of a chat to be read later. */

import type { DeskChat } from '../desk-view.ts';

/** Nothing; a transcript for its days; or none from now on, but for what may have been written before. */
export type Keeping = 'nothing' | 'transcript' | 'no-more';

/** @param unkept chats of which nothing more is written, because their services keep none any more */
export function keeping({ conversation, retentionDays, ended }: DeskChat, unkept: ReadonlySet<string>): Keeping {
  if (retentionDays === 0 || ended === 'deleted') return 'nothing';
  return unkept.has(conversation) ? 'no-more' : 'transcript';
}
