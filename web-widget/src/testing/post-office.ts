/**
 * A server that keeps mailboxes, letters and files as docs/protocol/sealed.md, sections 10–12, says, in memory: for tests of
 * pages. It looks at signatures and at nothing else, and tests make it cheat.
 */

import { fromBinary } from '@bufbuild/protobuf';
import { LetterPostSchema, MailboxNoteWriteSchema } from '../gen/havn/v1/letters_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { fromBase64Url, toBase64Url } from '../kernel/base64.ts';
import { concat, str8 } from '../kernel/bytes.ts';
import { HOUR } from '../kernel/clock.ts';
import { hash } from '../seal/hash.ts';
import { verifies } from '../seal/sign.ts';
import { b } from './vectors.ts';

export interface KeptBox {
  version: number;
  note: Uint8Array;
  readonly letters: { readonly id: string; readonly at: string; readonly file: Uint8Array }[];
  readonly answers: Uint8Array[];
}

type Json = Readonly<Record<string, unknown>>;
const json = (status: number, body: Json): Response => Response.json(body, { status });
const empty = (status: number): Response => new Response(null, { status });

export class PostOffice {
  readonly boxes = new Map<string, KeptBox>();
  readonly files = new Map<string, Uint8Array>();
  keys: readonly SignedStatement[] = [];
  /** Bodies that were sent, as text and bytes, for searching. */
  readonly heard: Uint8Array[] = [];
  /** Requests for these paths find no network. */
  broken = /^$/u;
  /** What happens just before an act on a mailbox. */
  meanwhile: (act: string, box: KeptBox) => void = () => undefined;
  /** What a request waits for before it arrives; one that is stopped meanwhile does not. */
  slow: Promise<void> = Promise.resolve();
  private count = 0;
  private readonly nonces = new Set<string>();

  constructor(private readonly now: () => number) {}

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const { pathname } = new URL(address);
    await this.slow;
    init.signal?.throwIfAborted();
    if (this.broken.test(pathname)) throw new TypeError('no network');
    return this.answer(pathname, init);
  };

  private answer(pathname: string, init: RequestInit): Response {
    if (typeof init.body === 'string') this.heard.push(new TextEncoder().encode(init.body));
    if (init.body instanceof Uint8Array) this.heard.push(init.body);
    if (pathname.endsWith('/mailbox-keys')) {
      const keys = this.keys.map((key) => ({ payload: toBase64Url(key.payload), signature: toBase64Url(key.signature) }));
      return json(200, { keys });
    }
    if (pathname.endsWith('/nonces')) return json(200, { nonce: this.nonce(), seconds: 60 });
    if (pathname === '/api/v1/files') {
      const id = this.id();
      this.files.set(id, new Uint8Array(init.body as Uint8Array));
      return json(201, { id });
    }
    const [, file] = /^\/api\/v1\/files\/(.+)$/u.exec(pathname) ?? [];
    if (file !== undefined) {
      const stored = this.files.get(file);
      return stored === undefined ? empty(404) : new Response(new Uint8Array(stored));
    }
    return this.act(JSON.parse(init.body as string) as Readonly<Record<string, string>>);
  }

  private act({ mailbox = '', nonce = '', act = '', body = '', signature = '' }: Readonly<Record<string, string>>): Response {
    const signed = concat(b(nonce), str8(act), hash(b(body)));
    if (!this.nonces.delete(nonce) || !verifies('mailbox-act', b(mailbox), b(signature), signed)) return empty(401);
    const box = this.boxes.get(mailbox);
    if (act === 'create') return this.create(mailbox, b(body));
    if (act === 'pass') return Response.json({ pass: toBase64Url(new Uint8Array(32).fill(this.heard.length)), seconds: 60 });
    if (act === 'delete') {
      this.boxes.delete(mailbox);
      return empty(204);
    }
    if (box === undefined) return json(404, {});
    this.meanwhile(act, box);
    if (act === 'open') return this.open(box);
    if (act === 'note') return this.note(box, b(body));
    const id = this.id();
    box.letters.push({ id, at: this.at(0), file: fromBinary(LetterPostSchema, b(body)).file });
    return json(201, { id, ends: this.at(30 * 24 * HOUR) });
  }

  private create(mailbox: string, body: Uint8Array): Response {
    const { version, note } = fromBinary(MailboxNoteWriteSchema, body);
    if (!this.boxes.has(mailbox)) this.boxes.set(mailbox, { version, note, letters: [], answers: [] });
    return empty(204);
  }

  private note(box: KeptBox, body: Uint8Array): Response {
    const { version, note } = fromBinary(MailboxNoteWriteSchema, body);
    if (version !== box.version + 1) return empty(409);
    [box.version, box.note] = [version, note];
    return empty(204);
  }

  private open({ version, note, letters, answers }: KeptBox): Response {
    return json(200, {
      version,
      note: toBase64Url(note),
      letters: letters.map(({ id, at }) => ({ id, at })),
      answers: answers.map(toBase64Url),
      ends: this.at(30 * 24 * HOUR),
    });
  }

  private id(): string {
    return toBase64Url(new Uint8Array(16).fill(++this.count));
  }

  private nonce(): string {
    const nonce = toBase64Url(new Uint8Array(32).fill(++this.count));
    this.nonces.add(nonce);
    return nonce;
  }

  private at(later: number): string {
    return new Date(this.now() + later).toISOString();
  }
}

/** A letter's id as the page and the sealed note know it. */
export const idOf = (printed: string): Uint8Array => fromBase64Url(printed) ?? new Uint8Array(0);
