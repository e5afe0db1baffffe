/** Seals an answer and its files, signs it with the shift's key, and sends it. */

import { toBinary } from '@bufbuild/protobuf';
import { StoredAnswerSchema } from '../../gen/havn/v1/letters_pb.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Random } from '../../kernel/random.ts';
import { MOST_ANSWERS, sealAnswer } from '../../letters/answer.ts';
import { mayAnswer } from '../../letters/answerer.ts';
import type { FileRef } from '../../letters/file-ref.ts';
import { sealFile } from '../../letters/file.ts';
import type { Letter } from '../../letters/letter.ts';
import { deviceOf } from '../../trust/roster.ts';
import type { Roster } from '../../trust/roster.ts';
import type { KeyStore } from '../keys/types.ts';
import type { FileHttp } from '../login/files.ts';
import type { Answer } from '../login/http.ts';
import type { Draft, Sending } from './inbox-view.ts';
import type { LetterHttp } from './letter-http.ts';

export interface ReplyTools {
  readonly keys: Pick<KeyStore, 'device' | 'shift'>;
  readonly http: Pick<LetterHttp, 'answer'>;
  readonly files: Pick<FileHttp, 'keep'>;
  /** The newest verified roster. Fails when there is none to trust. */
  readonly roster: () => Promise<Roster>;
  /** Shown name, as enrolled. */
  readonly name: string;
  readonly clock: Clock;
  readonly random: Random;
}

export interface ReplyTo {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** The same in base64url. */
  readonly path: string;
  readonly letter: Letter;
  /** Answers in the mailbox as far as the person knows who writes this one. */
  readonly answers: number;
}

export type Sent = Exclude<Sending, 'idle' | 'sending'>;

/** Numbers the answer after those its writer knows of: a colleague's in between makes it `meanwhile`. */
export async function sendReply(to: ReplyTo, draft: Draft, tools: ReplyTools): Promise<Sent> {
  if (to.answers >= MOST_ANSWERS) return 'full';
  const [device, shift] = [await tools.keys.device(), await tools.keys.shift()];
  const now = tools.clock.now();
  if (device === undefined || shift === undefined || shift.until <= now) return 'off-duty';
  const files: FileRef[] = [];
  for (const { content, type, seconds } of draft.files) {
    const { stored, ref } = await sealFile(content, type, seconds, tools.random);
    const kept = await tools.files.keep(stored);
    if (kept.kind !== 'ok') return refusal(kept);
    files.push({ id: kept.value, ...ref });
  }
  const roster = await tools.roster();
  const entry = deviceOf(roster, device.id);
  if (entry === undefined || !mayAnswer(entry, to.letter.service, now)) return 'refused';
  const { mailbox, xwing } = to.letter;
  const said = { mailbox, xwing, number: to.answers + 1, letter: to.id, text: draft.text.trim(), files };
  const stored = await sealAnswer(
    { ...said, name: tools.name, salt: device.salt },
    { shift: shift.signer, statement: shift.statement, rosterVersion: roster.version, at: tools.clock.now() },
  );
  const ids = files.map(({ id }) => id);
  const answer = await tools.http.answer(to.path, toBinary(StoredAnswerSchema, stored), ids);
  return answer.kind === 'ok' ? 'sent' : refusal(answer);
}

function refusal(answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Sent {
  if (answer.kind === 'unreachable' || answer.status === 429 || answer.status >= 500 && answer.status !== 507) return 'unreachable';
  switch (answer.status) {
    case 404:
      return 'gone';
    case 409:
      return 'meanwhile';
    case 413:
    case 507:
      return 'no-room';
    default:
      return 'refused';
  }
}
