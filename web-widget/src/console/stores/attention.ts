/** When the console asks for attention, and with which words. Pure; never says what somebody wrote. */

import type { DeskChat, DutyView, InvitationView, LineEntry } from '../desk-view.ts';
import type { Texts } from '../texts/texts.ts';

export interface Calls {
  /** People in line whom this person could take now, and colleagues who ask for this person. */
  readonly waiting: number;
  /** Messages nobody has looked at. */
  readonly unread: number;
  /** Letters that came since somebody looked into the inbox. */
  readonly letters: number;
}

export function calls(
  duty: DutyView,
  line: readonly LineEntry[],
  chats: readonly DeskChat[],
  letters: number,
  invitations: readonly InvitationView[],
): Calls {
  const takes = duty.state === 'on' && duty.load < duty.capacity;
  return {
    waiting: (takes ? line.filter(({ offer }) => offer !== 'another').length : 0) + invitations.length,
    unread: chats.reduce((sum, chat) => sum + chat.unread, 0),
    letters,
  };
}

/** Page title: the number first, so that a narrow tab still shows it. */
export function title(t: Texts, now: Calls): string {
  const count = now.waiting + now.unread + now.letters;
  const name = `${t.shell.duty} – ${t.shell.product}`;
  return count === 0 ? name : `(${count}) ${name}`;
}

/** The notification's only line, or `undefined` when nothing is new since `before`. */
export function notification(t: Texts, before: Calls, now: Calls): string | undefined {
  if (now.waiting > before.waiting) {
    return now.waiting === 1 ? t.settings.waitingOne : t.settings.waitingMany(now.waiting);
  }
  if (now.unread > before.unread) return t.settings.newAnswer;
  return now.letters > before.letters ? t.inbox.arrived(now.letters) : undefined;
}
