import { Code } from '../gen/havn/v1/codes_pb.ts';
import type { Notice } from './desk-view.ts';

const KINDS: Readonly<Record<number, Notice['kind'] | undefined>> = {
  [Code.ALREADY_TAKEN]: 'already-taken',
  [Code.OFFERED_TO_ANOTHER]: 'offered-to-another',
  [Code.EARLIER_WAITS]: 'earlier-waits',
  [Code.NO_ROOM]: 'no-room',
  [Code.LANGUAGE_MISSING]: 'language-missing',
  [Code.NOT_FOR_THIS_DEVICE]: 'not-for-you',
  [Code.AUDIENCES_MIXED]: 'audiences-mixed',
  [Code.NOBODY_BESIDE]: 'nobody-beside',
  [Code.LANE_MISSING]: 'lane-missing',
  [Code.ROLE_REFUSED]: 'role-refused',
  [Code.STATEMENT_REFUSED]: 'statement-refused',
  [Code.NOT_ON_DUTY]: 'not-on-duty',
  [Code.NOT_YOURS]: 'not-yours',
  [Code.INVITATION_PENDING]: 'invitation-pending',
  [Code.INVITATION_GONE]: 'invitation-gone',
  [Code.CHAT_CROWDED]: 'chat-crowded',
  [Code.JOURNAL_UNAVAILABLE]: 'journal-unavailable',
  [Code.SESSION_REQUIRED]: 'session-over',
  [Code.REPLACED]: 'replaced',
};

/** The sentence for a code of docs/protocol/codes.md. */
export const noticeOf = (code: number): Notice => ({ kind: KINDS[code] ?? 'server-refused', code });
