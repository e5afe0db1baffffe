/** A port of the channels for tests: it answers as `outreach.yaml` says, remembers what it was asked, and loses answers on request. */

import { signal } from '@preact/signals';
import { MINUTE } from '../../kernel/clock.ts';
import { seedIdentity } from '../../seal/xwing.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import type { Answer, Http } from '../login/http.ts';
import { members, text } from '../login/read.ts';
import { messagePlace, facePlace, numbersPlace, writeFace, writeNumbers, type CardNumber, type Face } from '../outreach/sealed.ts';
import type { OutreachTools } from '../outreach/tools.ts';
import type { Look, ThreadList } from '../outreach/waiting.ts';
import { readThread, type Thread } from '../outreach/wire.ts';
import { openNote, sealNote } from '../sealed/note.ts';

export const SERVICE = 'pro-mann';
export const NOW = Date.parse('2026-11-20T12:00:00Z');
export const CARD = 'ca'.repeat(16);
export const THREAD = '7d'.repeat(16);
export const NUMBER = '+4790000001';
const FACE: Face = { names: ['Anna'], seen: 'annonse', notes: [], proof: [] };

type Reply = Answer<unknown>;
export const ok = (value: unknown = {}): Reply => ({ kind: 'ok', value });
export const no = (status: number, detail?: string): Reply => ({ kind: 'refused', status, ...(detail === undefined ? {} : { detail }) });
export const LOST: Reply = { kind: 'unreachable' };

export const wireCard = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  card: CARD,
  language: 'nb',
  stage: 'new',
  numbers: 1,
  ends: '2027-06-01',
  permission: { may: 'now' },
  mine: true,
  adverts: 1,
  ...more,
});

export const wireThread = (more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  thread: THREAD,
  at: new Date(NOW).toISOString(),
  waits: true,
  words: 1,
  mine: false,
  stopped: false,
  rings: true,
  answerable: { may: 'now' },
  ...more,
});

export class OutreachHouse {
  readonly clock = new HandClock(NOW);
  readonly asked: (readonly [string, unknown])[] = [];
  /** What a path, without the service's part, answers next; the last one stays. */
  readonly replies = new Map<string, Reply[]>();
  private readonly identity = seedIdentity(new Uint8Array(32).fill(9));
  private drawn = 0;
  private readonly device = { device: new Uint8Array(16), xwing: this.identity.publicKey, from: 0, until: 1 };

  readonly tools: OutreachTools = {
    service: SERVICE,
    name: 'Ingrid',
    http: this.http(),
    clock: this.clock,
    random: (length) => new Uint8Array(length).fill(++this.drawn),
    keys: { mailboxKeys: () => Promise.resolve([{ identity: this.identity }] as never) },
    sealTo: () => Promise.resolve([this.device]),
  };

  /** Answers, one after the other. */
  answers(path: string, ...replies: readonly Reply[]): this {
    this.replies.set(path, [...replies]);
    return this;
  }

  /** Bodies of requests to a path. */
  posted(path: string): readonly unknown[] {
    return this.asked.filter(([each]) => each === path).map(([, body]) => body);
  }

  async seal(place: string, said: string): Promise<string> {
    const sealed = await sealNote([this.device], place, said);
    return sealed?.file ?? '';
  }

  /** What a sealed part says, for whoever has the keys. */
  async opens(place: string, file: unknown): Promise<string | undefined> {
    return openNote(await this.tools.keys.mailboxKeys(), place, text(file));
  }

  /** Parts of a card as the server keeps them. */
  async hasCard(card = CARD, numbers: readonly CardNumber[] = [{ e164: NUMBER, kind: 'mobile' }], face: Face = FACE): Promise<this> {
    const parts = {
      face: await this.seal(facePlace(SERVICE, card), writeFace(face)),
      numbers: await this.seal(numbersPlace(SERVICE, card), writeNumbers(numbers)),
    };
    this.replies.set(`cards/${card}`, [ok({ card: wireCard({ card }) })]);
    this.replies.set(`cards/${card}/open face`, [ok({ file: parts.face, version: 3 })]);
    for (const part of ['numbers', 'send']) this.replies.set(`cards/${card}/open ${part}`, [ok({ file: parts.numbers, version: 3 })]);
    return this;
  }

  async message(id: string, words: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const file = await this.seal(messagePlace(SERVICE, THREAD), JSON.stringify(words));
    return { message: id, inward: true, at: new Date(NOW).toISOString(), state: 'received', file, ...more };
  }

  list(...threads: readonly unknown[]): ThreadList & { readonly threads: { value: readonly Thread[] | undefined } } {
    const of = signal<readonly Thread[] | undefined>(threads.map(readThread));
    const looks = signal<ReadonlyMap<string, Look>>(new Map());
    return {
      ...{ service: SERVICE, threads: of, more: signal(false), looks, reached: signal(true), absent: signal(false) },
      look: () => Promise.resolve(),
      keeps: () => undefined,
      looked: ({ thread, words, unanswered }, opens) => (looks.value = new Map([...looks.value, [thread, { words, unanswered, opens }]])),
    };
  }

  /** Lets as much time pass as somebody has who waits for an answer. */
  waits(): void {
    this.clock.pass(MINUTE / 4);
  }

  private http(): Http {
    const answer = (path: string, body?: unknown): Promise<Reply> => {
      const rest = path.slice(`/api/outreach/${SERVICE}/`.length);
      this.asked.push([rest, body]);
      const part = text(members(body)['part']);
      const place = rest.split('?')[0] ?? rest;
      const replies = this.replies.get(rest) ?? this.replies.get(part === '' ? place : `${place} ${part}`) ?? [];
      return Promise.resolve((replies.length > 1 ? replies.shift() : replies[0]) ?? ok());
    };
    return { get: (path) => answer(path), post: answer };
  }
}
