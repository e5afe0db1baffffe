/** When the console asks for attention, and with which words. Pure; never says what somebody wrote. */

import type { DangerView } from '../danger.ts';
import type { DeskChat, DutyView, InvitationView, LineEntry } from '../desk-view.ts';
import type { Task } from '../tasks/tasks.ts';
import type { Texts } from '../texts/texts.ts';
import { overdue } from './overdue.ts';

export interface Calls {
  /** Conversations of those in line whom this person could take now, also by text, and of colleagues who ask for this person. */
  readonly waiting: ReadonlySet<string>;
  /** Chats whose visitors are in danger now, to which nobody has come, and which this person has not heard. */
  readonly danger: ReadonlySet<string>;
  /** Chats of this person in which somebody has waited too long for an answer. */
  readonly overdue: ReadonlySet<string>;
  /** Messages nobody has looked at. */
  readonly unread: number;
  /** Letters that came since somebody looked into the inbox. */
  readonly letters: number;
  /** Other conversations on plain channels that wait, and that nobody has looked at here. */
  readonly texts: number;
  /** Alarms of late tasks. */
  readonly late: ReadonlySet<string>;
  /** Alarms of chats that volunteers have after their shift. */
  readonly afterShift: ReadonlySet<string>;
  /** Those in danger in a line whom nobody took, while this person is not on duty there. */
  readonly untaken: ReadonlySet<string>;
}

export const NO_CALLS: Calls = { waiting: new Set(), danger: new Set(), overdue: new Set(), unread: 0, letters: 0, texts: 0, late: new Set(), afterShift: new Set(), untaken: new Set() };

export function calls(
  duty: DutyView,
  line: readonly LineEntry[],
  chats: readonly DeskChat[],
  letters: number,
  invitations: readonly InvitationView[],
  now: number,
  tasks: readonly Pick<Task, 'task' | 'rings'>[] = [],
  danger: readonly DangerView[] = [],
): Calls {
  const takes = mayTake(duty);
  // Danger concerns everybody on duty, also whoever is full, on a break, or not asked.
  const ours = line.filter(({ offer, boost }) => (takes && offer !== 'another') || (boost === 'danger' && duty.state !== 'off'));
  return {
    waiting: new Set([...ours, ...invitations].map(({ conversation }) => conversation)),
    danger: new Set(callingFor(danger, chats).map(({ conversation }) => conversation)),
    overdue: new Set(chats.filter((chat) => overdue(chat, now) > 0).map(({ conversation }) => conversation)),
    unread: chats.reduce((sum, chat) => sum + chat.unread, 0),
    letters,
    texts: 0,
    afterShift: new Set(),
    untaken: new Set(),
    late: new Set(tasks.filter(({ rings }) => rings > 0).map(({ task, rings }) => `${task} ${String(rings)}`)),
  };
}

/** Conversations on plain channels, by their ids. */
export interface TextCalls {
  /** They stand in the line of whoever is on duty, and nobody has taken them. */
  readonly untaken: ReadonlySet<string>;
  /** This person has them, and they wrote since this person looked: nobody else hears it. */
  readonly own: ReadonlySet<string>;
  /** Nobody has looked at them here. */
  readonly fresh: ReadonlySet<string>;
}

/**
 * With texts: whoever could take somebody of the line hears them as those in line; for everybody else they are only counted. Who
 * has one hears what comes in it also on a break or full.
 */
export function withTexts(now: Calls, duty: DutyView, { untaken, own, fresh }: TextCalls): Calls {
  const heard = new Set([...(mayTake(duty) ? untaken : []), ...own]);
  return { ...now, waiting: new Set([...now.waiting, ...heard]), texts: [...fresh].filter((thread) => !heard.has(thread)).length };
}

/** Of what calls, that in which somebody is in danger: heard also by those who want no sound. */
export function onlyDanger({ danger, untaken, waiting }: Calls, line: readonly LineEntry[]): Calls {
  const inLine = line.filter(({ conversation, boost }) => boost === 'danger' && waiting.has(conversation));
  return { ...NO_CALLS, danger, untaken, waiting: new Set(inLine.map(({ conversation }) => conversation)) };
}

const mayTake = ({ state, load, capacity }: DutyView): boolean => state === 'on' && load < capacity;

/**
 * Calls that this person is to hear, until they have answered or heard them. Out of a chat that they are in they hear the
 * visitor; what staff call there, and what was said in the line, they know.
 */
export function callingFor(danger: readonly DangerView[], chats: readonly DeskChat[]): readonly DangerView[] {
  const inside = new Set(chats.filter(({ ended }) => ended === undefined).map(({ conversation }) => conversation));
  const answered = ({ coming, heard, hushed }: DangerView): boolean => hushed || [...coming, ...heard].some(({ me }) => me);
  return danger.filter((call) => !call.over && !answered(call) && (call.caller === 'visitor' || !inside.has(call.conversation)));
}

/** Page title: the number first, so that a narrow tab still shows it. */
export function title(t: Texts, now: Calls): string {
  const count = now.waiting.size + now.danger.size + now.unread + now.letters + now.texts + now.late.size + now.afterShift.size + now.untaken.size;
  const name = `${t.shell.duty} – ${t.shell.product}`;
  return count === 0 ? name : `(${count}) ${name}`;
}

const isNew = (before: ReadonlySet<string>, now: ReadonlySet<string>): boolean => [...now].some((one) => !before.has(one));

/** Whether somebody waits who did not before: also when another one went at the same moment. */
export function someoneNew(before: Calls, now: Calls): boolean {
  return (['danger', 'untaken', 'waiting', 'overdue', 'late', 'afterShift'] as const).some((each) => isNew(before[each], now[each]));
}

/** The notification's only line, or `undefined` when nothing is new since `before`. */
export function notification(t: Texts, before: Calls, now: Calls): string | undefined {
  if (isNew(before.danger, now.danger)) return t.danger.notify;
  if (isNew(before.untaken, now.untaken)) return t.hours.untakenNotify;
  if (isNew(before.overdue, now.overdue)) return t.settings.overdue;
  if (isNew(before.late, now.late)) return t.tasks.lateCount(now.late.size);
  if (isNew(before.afterShift, now.afterShift)) return t.hours.afterShift.notify;
  if (someoneNew(before, now)) {
    return now.waiting.size === 1 ? t.settings.waitingOne : t.settings.waitingMany(now.waiting.size);
  }
  if (now.unread > before.unread) return t.settings.newAnswer;
  if (now.texts > before.texts) return t.outreach.arrived(now.texts);
  return now.letters > before.letters ? t.inbox.arrived(now.letters) : undefined;
}
