/** The desk's routes about letters, in memory: what `openapi/desk.yaml` promises, for several consoles at once. */

import { create, fromBinary } from '@bufbuild/protobuf';
import { StoredAnswerSchema } from '../gen/havn/v1/letters_pb.ts';
import type { StoredAnswer } from '../gen/havn/v1/letters_pb.ts';
import { SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { isOver, isRunning, mailboxKeyEnd } from '../console/keys/lifetimes.ts';
import type { DeviceKeys, KeyStore, MailboxKeys, MailboxKeyStore, ShiftKeys } from '../console/keys/types.ts';
import type { FileHttp } from '../console/login/files.ts';
import type { Answer, Http } from '../console/login/http.ts';
import { fromBase64Url, toBase64Url } from '../kernel/base64.ts';
import { HOUR } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { sealLetter } from '../letters/letter.ts';
import type { Letter } from '../letters/letter.ts';
import type { Mailbox } from '../letters/mailbox.ts';
import { readMailboxStatement, stateMailbox } from '../letters/statement.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { Chance } from './chance.ts';
import type { Colleague } from './letters.ts';

export interface KeptLetter {
  readonly id: string;
  service: string;
  readonly at: number;
  readonly ends: number;
  readonly mailbox: string;
  devices: string[];
  file: Uint8Array;
  done: boolean;
}

const DAY = 24 * HOUR;
interface Body {
  readonly payload?: string;
  readonly signature?: string;
  readonly file?: string;
  readonly devices?: readonly string[];
  readonly answer?: string;
  readonly done?: boolean;
}

const bytes = (text = ''): Uint8Array => fromBase64Url(text)!;

export class LetterHouse implements Http {
  letters: KeptLetter[] = [];
  readonly answers = new Map<string, StoredAnswer[]>();
  readonly stored = new Map<string, Uint8Array>();
  /** Statements as they came. */
  keys: SignedStatement[] = [];
  /** Requests as they came, method and path. */
  readonly asked: string[] = [];
  /** Answers this to everything while it is set. */
  refuses: number | 'gone' | undefined;

  constructor(
    private readonly chance: Chance,
    private readonly clock: Clock,
  ) {}

  /** Somebody leaves a letter sealed to these keys. */
  async leave(
    mailbox: Mailbox,
    said: Partial<Letter>,
    keys: readonly SignedStatement[],
    service = said.service ?? 'pro-mann',
  ): Promise<KeptLetter> {
    const stated = keys.map((key) => readMailboxStatement(key)!);
    const [at, usual] = [this.clock.now(), { service: 'pro-mann', language: 'th', text: '', files: [] }];
    const letter = { ...usual, mailbox: mailbox.id, xwing: mailbox.identity.publicKey, at, ...said };
    const kept = {
      id: toBase64Url(this.chance.bytes(16)),
      service,
      at,
      ends: at + 30 * DAY,
      mailbox: toBase64Url(mailbox.id),
      devices: stated.map(({ device }) => toBase64Url(device)),
      file: await sealLetter(stated, letter),
      done: false,
    };
    this.letters.push(kept);
    return kept;
  }

  get(path: string): Promise<Answer<unknown>> {
    return this.answer('GET', path, {});
  }

  post(path: string, body: unknown): Promise<Answer<unknown>> {
    return this.answer('POST', path, body as Body);
  }

  readonly files: FileHttp = {
    keep: (bytes) => {
      this.asked.push('POST /api/files');
      const id = this.chance.bytes(16);
      this.stored.set(toBase64Url(id), bytes);
      return Promise.resolve({ kind: 'ok', value: id });
    },
    find: (id) => {
      const bytes = this.stored.get(id);
      return Promise.resolve(bytes === undefined ? { kind: 'refused', status: 404 } : { kind: 'ok', value: bytes });
    },
  };

  private answer(method: string, path: string, body: Body): Promise<Answer<unknown>> {
    this.asked.push(`${method} ${path}`);
    if (this.refuses === 'gone') return Promise.resolve({ kind: 'unreachable' });
    if (this.refuses !== undefined) return Promise.resolve({ kind: 'refused', status: this.refuses });
    const [, , what, id, act] = path.split('/');
    if (what === 'mailbox-keys') return this.state(body);
    if (id === undefined) return ok({ letters: this.letters.map((letter) => this.head(letter)), keys: this.keys.map(printed) });
    const letter = this.letters.find((each) => each.id === id);
    if (letter === undefined) return no(404);
    switch (act) {
      case undefined:
        return ok({ file: toBase64Url(letter.file), answers: this.inMailbox(letter).length });
      case 'seal':
        letter.file = bytes(body.file);
        letter.devices = [...(body.devices ?? [])];
        return ok({});
      case 'answers':
        return this.reply(letter, body);
      default:
        letter.done = body.done ?? false;
        return ok({});
    }
  }

  private state(body: Body): Promise<Answer<unknown>> {
    this.keys.unshift(
      create(SignedStatementSchema, { payload: bytes(body.payload), signature: bytes(body.signature) }),
    );
    return ok({});
  }

  private reply(letter: KeptLetter, body: Body): Promise<Answer<unknown>> {
    const answer = fromBinary(StoredAnswerSchema, bytes(body.answer));
    const before = this.inMailbox(letter);
    if (answer.number !== before.length + 1 || before.length >= 50) return no(409);
    this.answers.set(letter.mailbox, [...before, answer]);
    return ok({});
  }

  private inMailbox({ mailbox }: KeptLetter): readonly StoredAnswer[] {
    return this.answers.get(mailbox) ?? [];
  }

  private head(letter: KeptLetter): unknown {
    const { id, service, at, ends, mailbox, devices, done } = letter;
    const time = (ms: number): string => new Date(ms).toISOString();
    return { id, service, at: time(at), ends: time(ends), mailbox, devices, answers: this.inMailbox(letter).length, done };
  }
}

const ok = (value: unknown): Promise<Answer<unknown>> => Promise.resolve({ kind: 'ok', value });
const no = (status: number): Promise<Answer<unknown>> => Promise.resolve({ kind: 'refused', status });
const printed = ({ payload, signature }: SignedStatement): unknown => ({
  payload: toBase64Url(payload),
  signature: toBase64Url(signature),
});

/** A colleague's keys, as their browser would keep them. */
export class ColleagueKeys implements KeyStore, MailboxKeyStore {
  kept: readonly MailboxKeys[] = [];
  onDuty = true;
  /** This browser cannot keep keys. */
  broken = false;

  constructor(
    private readonly colleague: Colleague,
    private readonly chance: Chance,
    private readonly clock: Clock,
  ) {}

  device(): Promise<DeviceKeys> {
    return Promise.resolve({ ...this.colleague.signer, salt: this.colleague.device.salt });
  }

  makeDevice(): Promise<DeviceKeys> {
    return this.device();
  }

  async shift(): Promise<ShiftKeys | undefined> {
    if (!this.onDuty) return undefined;
    const from = this.clock.now() - HOUR;
    const { shift: signer, mailbox: identity } = this.colleague;
    return { statement: await this.colleague.statement(from), signer, identity, until: from + 8 * HOUR };
  }

  async makeShift(): Promise<ShiftKeys> {
    this.onDuty = true;
    return (await this.shift())!;
  }

  destroyShift(): Promise<void> {
    this.onDuty = false;
    return Promise.resolve();
  }

  async mailboxKey(): Promise<MailboxKeys> {
    if (this.broken) throw new DOMException('this browser does not keep such keys', 'DataCloneError');
    const now = this.clock.now();
    const running = this.kept.find(({ until }) => isRunning(until, now));
    if (running !== undefined) return running;
    const identity = seedIdentity(this.chance.bytes(32));
    const until = mailboxKeyEnd(now);
    const statement = await stateMailbox(this.colleague.signer, identity.publicKey, now, until);
    const made = { statement, identity, until };
    this.kept = [made, ...this.kept];
    return made;
  }

  mailboxKeys(): Promise<readonly MailboxKeys[]> {
    return Promise.resolve(this.kept);
  }

  sweep(): void {
    this.kept = this.kept.filter(({ until }) => !isOver('mailbox', until, this.clock.now()));
  }
}
