/** What the stores of outreach are made with. */

import type { Clock } from '../../kernel/clock.ts';
import { toHex } from '../../kernel/hex.ts';
import type { Random } from '../../kernel/random.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import type { MailboxKeyStore } from '../keys/types.ts';
import type { Answer, Http } from '../login/http.ts';

export interface OutreachTools {
  readonly service: string;
  /** Shown name of the person at this console. */
  readonly name: string;
  /** To the channels' port. */
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly keys: Pick<MailboxKeyStore, 'mailboxKeys'>;
  readonly sealTo: (service: string) => Promise<readonly MailboxKey[]>;
}

/** Why something did not happen. */
export type Refusal =
  /** Too many in a minute. */
  | 'too-fast'
  /** It is not any more as it was when it was read. */
  | 'meanwhile'
  /** The text says what it must not, or the number is none. */
  | 'words'
  | 'gone'
  | 'refused'
  | 'unreachable';

const TOLD: Readonly<Record<number, Refusal>> = { 404: 'gone', 409: 'meanwhile', 422: 'words', 429: 'too-fast' };

export function refusal(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Refusal {
  if (answer.kind === 'unreachable' || answer.status >= 500) return 'unreachable';
  return TOLD[answer.status] ?? 'refused';
}

/** Why an act on a card or a conversation did not happen. `unread`: a text of theirs came that was not read here. */
export type ActRefusal = Refusal | 'unread';

export function actRefusal(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): ActRefusal {
  const why = refusal(answer);
  return why === 'meanwhile' && detailOf(answer) === 'unread' ? 'unread' : why;
}

/** What the server says of a refusal: the rule, or words that tell too much. Empty when it says nothing. */
export const detailOf = (answer: Answer<unknown>): string => (answer.kind === 'refused' ? (answer.detail ?? '') : '');

/** A new id of 16 bytes, hexadecimal. */
export const drawId = (random: Random): string => toHex(random(16));

export const pathOf = ({ service }: Pick<OutreachTools, 'service'>, rest: string): string => `/api/outreach/${service}/${rest}`;

/** Waits so many milliseconds, or until it is ended. */
export const pause = (clock: Clock, delay: number, ended: AbortSignal): Promise<void> =>
  new Promise((go) => {
    const done = (): void => {
      cancel();
      ended.removeEventListener('abort', done);
      go();
    };
    const cancel = clock.after(delay, done);
    ended.addEventListener('abort', done);
    if (ended.aborted) done();
  });
