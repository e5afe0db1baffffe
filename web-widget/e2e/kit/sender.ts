/** Somebody who leaves letters, without a page: the formats of `src/letters` and the visitor's HTTP. */

import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { LetterPostSchema, MailboxNoteWriteSchema, StoredAnswerSchema } from '../../src/gen/havn/v1/letters_pb.ts';
import { SignedStatementSchema } from '../../src/gen/havn/v1/talk_pb.ts';
import type { SignedStatement } from '../../src/gen/havn/v1/talk_pb.ts';
import { fromBase64Url, toBase64Url } from '../../src/kernel/base64.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { systemRandom } from '../../src/kernel/random.ts';
import { verifyAnswer, type Answer } from '../../src/letters/answer.ts';
import type { FileRef, FileType } from '../../src/letters/file-ref.ts';
import { openFile, sealFile } from '../../src/letters/file.ts';
import { sealLetter } from '../../src/letters/letter.ts';
import { deriveMailbox, signAct, type Act, type Mailbox } from '../../src/letters/mailbox.ts';
import { sealNote } from '../../src/letters/note.ts';
import { usableKeys } from '../../src/letters/statement.ts';
import { stretchQuickly } from '../../src/testing/stretch.ts';
import { TrustBook } from '../../src/trust/book.ts';
import type { Demo } from './demo.ts';

const NOTHING = new Uint8Array(0);

export interface Enclosed {
  readonly content: Uint8Array;
  readonly type: FileType;
  readonly seconds?: number;
}

interface Opened {
  readonly answers: readonly string[];
  readonly letters: readonly { readonly id: string }[];
}

export class Sender {
  private constructor(
    private readonly service: string,
    private readonly origin: string,
    private readonly book: TrustBook,
    private readonly mailbox: Mailbox,
  ) {}

  /** Opens a new mailbox, for letters to this service. */
  static async of(demo: Demo, service: string): Promise<Sender> {
    const { origin, hash } = new URL(demo.read().pages.widget);
    const document = async (name: string): Promise<unknown> => (await fetch(`${origin}/.well-known/havn/${name}`)).json();
    const book = new TrustBook(hash.slice('#p='.length), document, systemClock);
    const code = toBase64Url(systemRandom(16));
    const mailbox = await deriveMailbox(code, await book.installation(), stretchQuickly, AbortSignal.timeout(10_000));
    const sender = new Sender(service, origin, book, mailbox);
    const word = { word: 'zoom', lastDevice: undefined, lastAt: 0, lastAnswer: 0, rosterVersion: 1, letters: [] };
    const note = await sealNote(mailbox.identity, word);
    await sender.act('create', toBinary(MailboxNoteWriteSchema, create(MailboxNoteWriteSchema, { version: 1, note })));
    return sender;
  }

  /** How many browsers a letter would be sealed to now; 0 also while the server does not know the service. */
  readers(): Promise<number> {
    return this.keys().then(
      ({ length }) => length,
      () => 0,
    );
  }

  async leave(text: string, enclosed: readonly Enclosed[] = []): Promise<void> {
    const files: FileRef[] = [];
    for (const each of enclosed) files.push(await this.upload(each));
    const keys = await this.keys();
    const { id: mailbox, identity } = this.mailbox;
    const at = systemClock.now();
    const letter = { mailbox, xwing: identity.publicKey, service: this.service, language: 'th', text, files, at };
    const post = {
      service: this.service,
      devices: keys.map(({ device }) => device),
      file: await sealLetter(keys, letter),
      files: files.map(({ id }) => id),
    };
    await this.act('letter', toBinary(LetterPostSchema, create(LetterPostSchema, post)));
  }

  /** Answers that hold, with what their files open to. */
  async answers(): Promise<readonly { readonly answer: Answer; readonly files: readonly Uint8Array[] }[]> {
    const opened = (await (await this.act('open', NOTHING)).json()) as Opened;
    const found = [];
    for (const stored of opened.answers) {
      const answer = await verifyAnswer(fromBinary(StoredAnswerSchema, bytes(stored)), {
        mailbox: this.mailbox.id,
        identity: this.mailbox.identity,
        serviceOf: (letter) => (opened.letters.some(({ id }) => id === toBase64Url(letter)) ? this.service : undefined),
        rosterAt: (version, time) => this.book.rosterAt(version, time),
        now: systemClock.now(),
      });
      if (answer === undefined) throw new Error('an answer could not be verified');
      found.push({ answer, files: await Promise.all(answer.files.map((ref) => this.download(ref))) });
    }
    return found;
  }

  /** Erases the mailbox with everything in it. */
  async erase(): Promise<void> {
    await this.act('delete', NOTHING);
  }

  private async keys(): Promise<ReturnType<typeof usableKeys>> {
    const roster = await this.book.newest();
    const { keys } = (await (await this.ask(`services/${this.service}/mailbox-keys`, {})).json()) as {
      keys: readonly Record<'payload' | 'signature', string>[];
    };
    const statements = keys.map(
      ({ payload, signature }): SignedStatement =>
        create(SignedStatementSchema, { payload: bytes(payload), signature: bytes(signature) }),
    );
    return usableKeys(statements, roster, this.service, systemClock.now());
  }

  private async upload({ content, type, seconds = 0 }: Enclosed): Promise<FileRef> {
    const { ticket } = (await (await this.ask('tickets', { method: 'POST' })).json()) as { ticket: string };
    const { stored, ref } = await sealFile(content, type, seconds, systemRandom);
    const kept = await this.ask('files', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'havn-ticket': ticket },
      body: new Uint8Array(stored),
    });
    return { id: bytes(((await kept.json()) as { id: string }).id), ...ref };
  }

  private async download(ref: FileRef): Promise<Uint8Array> {
    const stored = new Uint8Array(await (await this.ask(`files/${toBase64Url(ref.id)}`, {})).arrayBuffer());
    const content = await openFile(ref, stored);
    if (content === undefined) throw new Error('a file does not open');
    return content;
  }

  private async act(act: Act, body: Uint8Array): Promise<Response> {
    const { nonce } = (await (await this.ask('mailbox/nonces', { method: 'POST' })).json()) as { nonce: string };
    const signature = await signAct(this.mailbox, bytes(nonce), act, body);
    const signed = { mailbox: this.mailbox.id, body, signature };
    const written = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name, toBase64Url(value)]));
    return this.ask('mailbox/acts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...written, nonce, act }),
    });
  }

  private async ask(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(`${this.origin}/api/v1/${path}`, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

function bytes(text: string): Uint8Array {
  const read = fromBase64Url(text);
  if (read === undefined) throw new Error('the server answered with something else than base64url');
  return read;
}
