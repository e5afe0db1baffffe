/** The addresses of mailboxes, letters and files. Nothing asked here carries a cookie, a referrer or a readable word. */

import { create } from '@bufbuild/protobuf';
import { SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { fromBase64Url, toBase64Url } from '../kernel/base64.ts';
import { own } from '../kernel/bytes.ts';
import { LARGEST_FILE } from '../letters/file-ref.ts';
import { signAct } from '../letters/mailbox.ts';
import type { Act, Mailbox } from '../letters/mailbox.ts';
import { MOST_RECIPIENTS } from '../seal/envelope.ts';
import { bytes, instant, list, object, text, whole } from '../trust/json.ts';

/** The server answered, and the answer is no. */
export class Refusal extends Error {
  constructor(readonly status: number) {
    super(`the server answered ${status}`);
    this.name = 'Refusal';
  }
}

/** An opened mailbox as the server keeps it. */
export interface KeptMailbox {
  readonly version: number;
  readonly note: Uint8Array;
  readonly letters: readonly { readonly id: Uint8Array; readonly at: number }[];
  /** Serialised StoredAnswers. */
  readonly answers: readonly Uint8Array[];
  /** Milliseconds since 1970. */
  readonly ends: number;
}

export interface MailboxHttp {
  keys(service: string, signal: AbortSignal): Promise<readonly SignedStatement[]>;
  open(mailbox: Mailbox, signal: AbortSignal): Promise<KeptMailbox>;
  /** A pass, which says nothing of the mailbox: 32 bytes. */
  pass(mailbox: Mailbox, signal: AbortSignal): Promise<Uint8Array>;
  /** A letter answers its id and when it ends. */
  letter(mailbox: Mailbox, body: Uint8Array, signal: AbortSignal): Promise<{ readonly id: Uint8Array; readonly ends: number }>;
  act(mailbox: Mailbox, act: 'create' | 'note' | 'delete', body: Uint8Array, signal: AbortSignal): Promise<void>;
  /** Keeps sealed bytes for an hour: their id, 16 bytes. */
  upload(stored: Uint8Array, ticket: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  download(id: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>;
const PATIENCE = 15_000;
/** For a file of 10 MiB on a slow line. */
const LONG_PATIENCE = 180_000;
const MOST_STORED = LARGEST_FILE * 1.12 + 64;

/** @param origin for example `https://chat.example.org`, without a slash at the end */
export function mailboxHttp(origin: string, fetcher: Fetch): MailboxHttp {
  const ask = async (path: string, init: RequestInit, signal: AbortSignal, patience = PATIENCE): Promise<Response> => {
    const answer = await fetcher(origin + path, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    if (!answer.ok) throw new Refusal(answer.status);
    return answer;
  };
  const act = async (mailbox: Mailbox, name: Act, body: Uint8Array, signal: AbortSignal): Promise<Response> => {
    const asked = await ask('/api/v1/mailbox/nonces', { method: 'POST' }, signal);
    const nonce = bytes(object(await asked.json())['nonce'], 32);
    const signature = await signAct(mailbox, nonce, name, body);
    const said = { mailbox: mailbox.id, nonce, body, signature };
    const printed = Object.fromEntries(Object.entries(said).map(([key, value]) => [key, toBase64Url(value)]));
    const headers = { 'content-type': 'application/json' };
    const json = JSON.stringify({ ...printed, act: name });
    return ask('/api/v1/mailbox/acts', { method: 'POST', headers, body: json }, signal);
  };
  return {
    keys: async (service, signal) => {
      const answer = await ask(`/api/v1/services/${encodeURIComponent(service)}/mailbox-keys`, { method: 'GET' }, signal);
      return list(object(await answer.json())['keys'], MOST_RECIPIENTS).map(statement);
    },
    open: async (mailbox, signal) => kept(await (await act(mailbox, 'open', new Uint8Array(0), signal)).json()),
    pass: async (mailbox, signal) => bytes(object(await (await act(mailbox, 'pass', new Uint8Array(0), signal)).json())['pass'], 32),
    letter: async (mailbox, body, signal) => {
      const json = object(await (await act(mailbox, 'letter', body, signal)).json());
      return { id: bytes(json['id'], 16), ends: instant(json['ends']) };
    },
    act: async (mailbox, name, body, signal) => {
      await act(mailbox, name, body, signal);
    },
    upload: async (stored, ticket, signal) => {
      const headers = { 'content-type': 'application/octet-stream', 'havn-ticket': toBase64Url(ticket) };
      const answer = await ask('/api/v1/files', { method: 'POST', headers, body: own(stored) }, signal, LONG_PATIENCE);
      return bytes(object(await answer.json())['id'], 16);
    },
    download: async (id, signal) => {
      const answer = await ask(`/api/v1/files/${toBase64Url(id)}`, { method: 'GET' }, signal, LONG_PATIENCE);
      const stored = new Uint8Array(await answer.arrayBuffer());
      if (stored.length > MOST_STORED) throw new TypeError('a file of at most 10 MiB');
      return stored;
    },
  };
}

function kept(value: unknown): KeptMailbox {
  const json = object(value);
  return {
    version: whole(json['version'], 1),
    note: file(json['note']),
    letters: list(json['letters'], 20)
      .map(object)
      .map(({ id, at }) => ({ id: bytes(id, 16), at: instant(at) })),
    answers: list(json['answers'], 50).map(file),
    ends: instant(json['ends']),
  };
}

function statement(value: unknown): SignedStatement {
  const { payload, signature } = object(value);
  return create(SignedStatementSchema, { payload: file(payload), signature: bytes(signature, 64) });
}

function file(value: unknown): Uint8Array {
  const read = fromBase64Url(text(value, 65_536));
  if (read === undefined) throw new TypeError('base64url');
  return read;
}
