import { HOUR } from '../../kernel/clock.ts';
import { LONGEST_MAILBOX_KEY } from '../../letters/statement.ts';
import { LEEWAY } from '../../trust/roster.ts';

const DAY = 24 * HOUR;

/** How long after their end keys may still open what was sealed to them. */
export const AFTERLIFE = { shift: DAY, mailbox: 35 * DAY } as const;

/** With less than this left of its statement, a mailbox key is followed by the next one. */
const RENEW_BEFORE = DAY;

/** The end of a mailbox key made now. */
export const mailboxKeyEnd = (now: number): number => now + LONGEST_MAILBOX_KEY;

/** Whether letters are sealed to a mailbox key with this end. One from a time when the clock was ahead is not. */
export const isRunning = (until: number, now: number): boolean =>
  until - now >= RENEW_BEFORE && until - now <= LONGEST_MAILBOX_KEY + LEEWAY;

/** How much longer a mailbox key stays while what only it opens was not sealed anew. */
const GRACE = 7 * DAY;

/** Whether a mailbox key has to be destroyed whatever only it opens. */
export const isLongOver = (until: number, now: number): boolean => isOver('mailbox', until + GRACE, now);

/** Whether a key has to be destroyed. An end that is no number is over. */
export const isOver = (kind: keyof typeof AFTERLIFE, until: number, now: number): boolean =>
  !(until + AFTERLIFE[kind] > now);
