import { MINUTE } from '../../kernel/clock.ts';
import { waitsSince } from '../../talk/waits-since.ts';
import { isOver, type DeskChat } from '../desk-view.ts';

/** After so long without a word of staff, whoever leads is warned; after 8 minutes the service leaves the chat. */
export const WARNED = 5 * MINUTE;

/** For how many whole minutes the visitor waits for an answer of the chat's lead; 0 before there is reason to warn. */
export function overdue(chat: DeskChat, now: number): number {
  if (!chat.leads || isOver(chat)) return 0;
  const since = waitsSince(chat.talk.messages, chat.takenAt, 'them');
  return since === undefined || now - since < WARNED ? 0 : Math.floor((now - since) / MINUTE);
}
