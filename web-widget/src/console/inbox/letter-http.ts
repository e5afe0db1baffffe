/** What the desk's HTTP says about letters, read without trusting its shape (openapi/desk.yaml). */

import { create } from '@bufbuild/protobuf';
import { SignedStatementSchema } from '../../gen/havn/v1/talk_pb.ts';
import type { SignedStatement } from '../../gen/havn/v1/talk_pb.ts';
import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { MOST_ANSWERS } from '../../letters/answer.ts';
import { MOST_RECIPIENTS } from '../../seal/envelope.ts';
import { bytes, instant, list, object, text, whole } from '../../trust/json.ts';
import type { Answer, Http } from '../login/http.ts';

export interface LetterHead {
  /** base64url of 16 bytes. */
  readonly id: string;
  readonly service: string;
  /** When it came and when it ends, milliseconds since 1970. */
  readonly at: number;
  readonly ends: number;
  /** Mailbox id in base64url. */
  readonly mailbox: string;
  /** Whom it is sealed to, as the server was told: ids in base64url. */
  readonly devices: readonly string[];
  /** Answers in the mailbox, to this letter or another from the same person. */
  readonly answers: number;
  readonly done: boolean;
}

export interface LetterList {
  readonly heads: readonly LetterHead[];
  /** Statements of devices of one's services; none is believed yet. */
  readonly keys: readonly SignedStatement[];
}

export interface LetterHttp {
  stateKey(statement: SignedStatement): Promise<Answer<unknown>>;
  /** The newest statement of each device of one's services, also one that ended in the last 35 days; none is believed yet. */
  keys(): Promise<Answer<readonly SignedStatement[]>>;
  list(): Promise<Answer<LetterList>>;
  letter(id: string): Promise<Answer<{ readonly file: Uint8Array; readonly answers: number }>>;
  reseal(id: string, file: Uint8Array, devices: readonly Uint8Array[]): Promise<Answer<unknown>>;
  /** @param answer serialised StoredAnswer */
  answer(id: string, answer: Uint8Array, files: readonly Uint8Array[]): Promise<Answer<unknown>>;
  mark(id: string, done: boolean): Promise<Answer<unknown>>;
}

/** Letters in one list. */
export const MOST_LISTED = 200;
const MOST_KEYS = 64;
const LONGEST_FILE = 65_536;

export function letterHttp(http: Http): LetterHttp {
  const at = (id: string, what: string): string => `/api/letters/${id}/${what}`;
  return {
    stateKey: ({ payload, signature }) =>
      http.post('/api/mailbox-keys', { payload: toBase64Url(payload), signature: toBase64Url(signature) }),
    keys: async () => read(await http.get('/api/mailbox-keys'), readKeys),
    list: async () => read(await http.get('/api/letters'), readList),
    letter: async (id) => read(await http.get(`/api/letters/${id}`), readLetter),
    reseal: (id, file, devices) =>
      http.post(at(id, 'seal'), { file: toBase64Url(file), devices: devices.map(toBase64Url) }),
    answer: (id, answer, files) =>
      http.post(at(id, 'answers'), { answer: toBase64Url(answer), files: files.map(toBase64Url) }),
    mark: (id, done) => http.post(at(id, 'done'), { done }),
  };
}

/** An answer of another shape is as good as none. */
function read<T>(answer: Answer<unknown>, reader: (value: unknown) => T): Answer<T> {
  if (answer.kind !== 'ok') return answer;
  try {
    return { kind: 'ok', value: reader(answer.value) };
  } catch {
    return { kind: 'unreachable' };
  }
}

function readList(value: unknown): LetterList {
  const json = object(value);
  return {
    heads: list(json['letters'], MOST_LISTED).map(readHead),
    keys: readKeys(json),
  };
}

const readKeys = (value: unknown): readonly SignedStatement[] =>
  list(object(value)['keys'], MOST_KEYS).map((key) => {
    const { payload, signature } = object(key);
    return create(SignedStatementSchema, { payload: binary(payload, 2_048), signature: bytes(signature, 64) });
  });

function readHead(value: unknown): LetterHead {
  const { id, service, at, ends, mailbox, devices, answers, done } = object(value);
  const count = whole(answers, 0);
  if (typeof done !== 'boolean' || count > MOST_ANSWERS) throw new TypeError('a letter');
  return {
    id: toBase64Url(bytes(id, 16)),
    service: text(service, 64),
    at: instant(at),
    ends: instant(ends),
    mailbox: toBase64Url(bytes(mailbox, 32)),
    devices: list(devices, MOST_RECIPIENTS).map((device) => toBase64Url(bytes(device, 16))),
    answers: count,
    done,
  };
}

function readLetter(value: unknown): { readonly file: Uint8Array; readonly answers: number } {
  const { file, answers } = object(value);
  return { file: binary(file, LONGEST_FILE), answers: whole(answers, 0) };
}

function binary(value: unknown, most: number): Uint8Array {
  const read = fromBase64Url(text(value, most));
  if (read === undefined) throw new TypeError('base64url');
  return read;
}
