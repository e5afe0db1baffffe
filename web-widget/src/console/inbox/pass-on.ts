/** Seals letters that this browser can open for colleagues' devices that joined later. Nobody has to ask for it. */

import type { SignedStatement } from '../../gen/havn/v1/talk_pb.ts';
import { toBase64Url } from '../../kernel/base64.ts';
import { equal } from '../../kernel/bytes.ts';
import type { Clock } from '../../kernel/clock.ts';
import { sealLetterBytes } from '../../letters/letter.ts';
import { readMailboxStatement, usableKeys } from '../../letters/statement.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import { MOST_RECIPIENTS } from '../../seal/envelope.ts';
import type { Roster } from '../../trust/roster.ts';
import type { MailboxKeys, MailboxKeyStore } from '../keys/types.ts';
import type { LetterHead, LetterHttp, LetterList } from './letter-http.ts';
import { openWithAny } from './open-letter.ts';

/** Letters handled after one look at the list; the rest waits for the next. */
const MOST_AT_ONCE = 20;

/**
 * Whom a letter is sealed to from now on, this device included; undefined when nobody new could open it. Devices it was
 * sealed to stay, then come the new ones, the newest statement first, nine in all. A device of before without a running
 * statement is left out; it is sealed to again as soon as it states its next key.
 */
export function passOnTo(
  { devices, service }: Pick<LetterHead, 'devices' | 'service'>,
  own: MailboxKey,
  statements: readonly SignedStatement[],
  roster: Roster,
  now: number,
): readonly MailboxKey[] | undefined {
  const others = (old: boolean): readonly MailboxKey[] => {
    const wanted = statements.filter((statement) => {
      const device = readMailboxStatement(statement)?.device;
      return device !== undefined && !equal(device, own.device) && devices.includes(toBase64Url(device)) === old;
    });
    return usableKeys(wanted, roster, service, now);
  };
  const before = [own, ...others(true)];
  const all = [...before, ...others(false)].slice(0, MOST_RECIPIENTS);
  return all.length > before.length ? all : undefined;
}

export interface PassOnTools {
  readonly keys: MailboxKeyStore;
  readonly http: Pick<LetterHttp, 'letter' | 'reseal'>;
  /** The newest verified roster. Fails when there is none to trust. */
  readonly roster: () => Promise<Roster>;
  readonly clock: Clock;
}

export class PassOn {
  /** Letter → devices that were missing when it was last looked at. */
  private readonly tried = new Map<string, string>();

  constructor(private readonly tools: PassOnTools) {}

  /** @param me this device's id in base64url */
  async round({ heads, keys }: LetterList, me: string): Promise<void> {
    for (const id of this.tried.keys()) if (!heads.some((head) => head.id === id)) this.tried.delete(id);
    const stated = keys.map((key) => readMailboxStatement(key)?.device).filter((device) => device !== undefined);
    const devices = [...new Set(stated.map(toBase64Url))].sort();
    const missing = (head: LetterHead): string => devices.filter((device) => !head.devices.includes(device)).join();
    const due = heads
      .filter((head) => head.devices.includes(me) && missing(head) !== '' && this.tried.get(head.id) !== missing(head))
      .slice(0, MOST_AT_ONCE);
    if (due.length === 0) return;
    const roster = await this.tools.roster();
    const [current, own] = [await this.tools.keys.mailboxKey(), await this.tools.keys.mailboxKeys()];
    for (const head of due) {
      if (await this.handle(head, keys, roster, current, own)) this.tried.set(head.id, missing(head));
    }
  }

  /** False when it shall be tried again. */
  private async handle(
    head: LetterHead,
    statements: readonly SignedStatement[],
    roster: Roster,
    current: MailboxKeys,
    own: readonly MailboxKeys[],
  ): Promise<boolean> {
    const mine = readMailboxStatement(current.statement);
    if (mine === undefined) return true;
    const recipients = passOnTo(head, mine, statements, roster, this.tools.clock.now());
    if (recipients === undefined) return true;
    const answer = await this.tools.http.letter(head.id);
    if (answer.kind !== 'ok') return answer.kind === 'refused' && answer.status === 404;
    const opened = await openWithAny(own, answer.value.file, head);
    if (opened === undefined) return true;
    const file = await sealLetterBytes(recipients, opened.bytes);
    const sealed = await this.tools.http.reseal(
      head.id,
      file,
      recipients.map(({ device }) => device),
    );
    return sealed.kind === 'ok' || (sealed.kind === 'refused' && sealed.status !== 429);
  }
}
