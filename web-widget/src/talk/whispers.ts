import type { WhisperEntry, WhisperKey } from '../gen/havn/v1/desk_pb.ts';
import type { Stored } from '../gen/havn/v1/talk_pb.ts';
import { equal, fromUtf8, utf8 } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { recipientsOf } from '../seal/envelope.ts';
import { readFrameHeader, SIGNAL_COUNTER } from '../seal/frame.ts';
import { TEXT } from '../seal/plaintext.ts';
import { isWhisperKeyOf, openWhisperKey } from '../seal/whisper-key.ts';
import type { XWingIdentity } from '../seal/xwing.ts';
import type { Epoch, OwnFrame, SealedBytes } from './epoch.ts';
import { Numbers } from './numbers.ts';
import { fitsMessage, Outbox } from './outbox.ts';
import { Doubt } from './stop.ts';
import { Story } from './story.ts';
import type { Message } from './view.ts';

/** Entries that the server keeps for one conversation. */
const MOST = 500;

/** What waits for its epoch, in the order of the stream. */
type Word =
  | { readonly kind: 'key'; readonly key: WhisperKey; readonly epoch: number }
  | { readonly kind: 'whisper'; readonly sealed: SealedBytes; readonly epoch: number }
  | { readonly kind: 'stored'; readonly counter: number; readonly epoch: number };

export interface WhisperPort {
  whisperKey(key: WhisperKey): void;
  whisper(sealed: SealedBytes): void;
  /** Entries are missing. */
  hole(): void;
}

/** What a console shows of whispers. */
export interface WhisperView {
  readonly messages: readonly Message[];
  /** Whether a colleague is in the chat: alone there is nobody to whisper to. */
  readonly together: boolean;
  readonly maySend: boolean;
  /** No more fit into this chat. */
  readonly full: boolean;
}

/**
 * What the devices of staff in one chat say to each other (docs/protocol/sealed.md, section 16). They follow the epochs of the talk: each with a colleague in
 * it has a secret of its own, which no visitor's page gets. Own stream, own chains, own numbers. Not safe for calls that overlap: the talk runs them in turn.
 */
export class Whispers {
  private readonly numbers = new Numbers(() => this.port.hole());
  private readonly outbox = new Outbox();
  private readonly story = new Story();
  /** Epochs that this device is a member of, by number. */
  private readonly epochs = new Map<number, Epoch>();
  private readonly waiting: Word[] = [];
  /** The newest epoch with a key, as staff whispers in it. */
  private running: Epoch | undefined;
  private runningKey: WhisperKey | undefined;
  /** The newest epoch of the talk. */
  private latest = 0;
  private made: WhisperKey | undefined;
  private offered = 0;
  private rounds = 0;
  private live = false;

  constructor(
    private readonly conversation: Uint8Array,
    private readonly identity: XWingIdentity,
    private readonly port: WhisperPort,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** The highest number this page has handled. */
  get last(): number {
    return this.numbers.last;
  }

  /** Whether some slot has used its frames up. */
  get exhausted(): boolean {
    return this.current?.exhausted === true;
  }

  get view(): WhisperView {
    const together = (this.epochs.get(this.latest)?.staff.length ?? 0) > 1;
    return { messages: this.story.messages, together, maySend: this.maySend, full: this.full };
  }

  /** The talk has a new epoch; `epoch` is undefined when this device is no member, `made` the key when it leads. */
  async began(number: number, epoch: Epoch | undefined, made: WhisperKey | undefined): Promise<void> {
    this.latest = number;
    if (epoch !== undefined) this.epochs.set(number, epoch);
    this.made = made;
    this.offered = 0;
    await this.drain();
  }

  async entry({ seq, kind }: WhisperEntry): Promise<void> {
    if (!this.numbers.isNext(seq)) return;
    if (kind.case === 'key') await this.take({ kind: 'key', key: kind.value, epoch: kind.value.epoch });
    if (kind.case !== 'whisper') return; // a kind of a newer server
    const sealed = kind.value;
    const header = readFrameHeader(sealed.frame);
    if (header === undefined || !equal(header.conversation, this.conversation)) throw new Doubt('frame-refused');
    await this.take({ kind: 'whisper', sealed, epoch: header.epoch });
  }

  /** The server's receipt for a whisper of ours. */
  async stored({ seq, epoch, counter }: Stored): Promise<void> {
    if (this.numbers.isNext(seq)) await this.take({ kind: 'stored', epoch, counter });
  }

  resumed(): void {
    this.numbers.resumed();
  }

  lost(): void {
    this.live = false;
  }

  /** Everything was delivered: what the stream lacks is sent again, byte for byte. */
  async caughtUp(seq: number): Promise<void> {
    this.numbers.complete(seq);
    this.live = true;
    this.rounds++;
    for (const own of this.current?.own ?? []) if (!own.stored && this.current?.place.mayWrite === true) this.port.whisper(own);
    await this.pump();
  }

  /** The lead gives the running epoch its key, once a connection, until the stream has it. */
  settled(): void {
    const { made } = this;
    if (!this.live || made === undefined || this.offered === this.rounds || this.runningKey?.epoch === made.epoch) return;
    this.offered = this.rounds;
    this.port.whisperKey(made);
  }

  /** Takes the words; false, and keeps nothing, when they may not be said now. Call {@link pump} next. */
  put(text: string): boolean {
    if (!this.maySend || !fitsMessage(text)) return false;
    const id = this.random(16);
    this.outbox.add(id, TEXT, utf8(text));
    this.story.add(id, { from: 'me', name: undefined, text, at: this.clock.now(), tick: 'held' });
    return true;
  }

  /** Seals and offers what waits. */
  async pump(): Promise<void> {
    for (let next = this.outbox.next; next !== undefined; next = this.outbox.next) {
      const { current } = this;
      if (current === undefined || current.roomAt(this.clock.now()) <= 0) return;
      const own = await current.write(next);
      next.sealed = true;
      if (this.live) this.port.whisper(own);
    }
  }

  /** @param words whether what was said goes too */
  forget(words: boolean): void {
    this.running?.forget();
    this.running = undefined;
    this.made = undefined;
    this.outbox.clear();
    if (words) this.story.clear();
  }

  private get full(): boolean {
    return this.last >= MOST;
  }

  /** The epoch to whisper in: the talk's newest, when the stream has its key. */
  private get current(): Epoch | undefined {
    return this.running?.number === this.latest ? this.running : undefined;
  }

  private get maySend(): boolean {
    const { current } = this;
    if (current === undefined || this.full || this.outbox.room === 0) return false;
    return current.roomAt(this.clock.now()) > this.outbox.unsealed;
  }

  /** The two streams come side by side: what is of an epoch that this page has not seen yet waits for it. */
  private async take(word: Word): Promise<void> {
    if (this.waiting.length >= MOST) throw new Doubt('frame-refused');
    this.waiting.push(word);
    await this.drain();
  }

  private async drain(): Promise<void> {
    for (let [next] = this.waiting; next !== undefined && next.epoch <= this.latest; [next] = this.waiting) {
      this.waiting.shift();
      if (next.kind === 'key') await this.onKey(next.key);
      else if (next.kind === 'whisper') await this.onWhisper(next.sealed);
      else if (this.running?.number === next.epoch) this.arrived(this.running.noteStored(next.counter));
    }
  }

  private async onKey(key: WhisperKey): Promise<void> {
    const epoch = this.epochs.get(key.epoch);
    if (epoch === undefined) return; // this device was no member
    if (this.runningKey !== undefined && key.epoch <= this.runningKey.epoch) throw new Doubt('frame-refused');
    const lead = epoch.staff.find(({ slot }) => slot === epoch.leadSlot)?.ed25519;
    const { headerHash } = epoch;
    const genuine = lead !== undefined && isWhisperKeyOf(lead, headerHash, key.grant, key.signature);
    if (!genuine || recipientsOf(key.grant) !== epoch.staff.length) throw new Doubt('frame-refused');
    const secret = await openWhisperKey(this.identity, key.grant, headerHash);
    if (secret === undefined) throw new Doubt('frame-refused');
    this.running?.forget();
    this.running = epoch.beside(secret);
    this.runningKey = key;
    this.outbox.unseal();
    await this.pump();
  }

  private async onWhisper(sealed: SealedBytes): Promise<void> {
    const header = readFrameHeader(sealed.frame);
    const { running } = this;
    if (header === undefined || header.counter === SIGNAL_COUNTER) throw new Doubt('frame-refused');
    // What was on its way when a new key came is sealed again under it by who said it.
    if (!this.epochs.has(header.epoch) || header.epoch < (running?.number ?? 0)) return;
    if (running?.number !== header.epoch) throw new Doubt('frame-refused');
    const plaintext = await running.read(header, sealed);
    const mine = header.slot === running.place.slot;
    if (plaintext === undefined) {
      if (mine) this.arrived(running.own[header.counter]);
      return;
    }
    for (const { id } of mine ? [] : running.covered(plaintext.seen)) this.story.tick(id, 'seen');
    const text = plaintext.kind === TEXT ? fromUtf8(plaintext.body) : undefined;
    if (text === undefined) throw new Doubt('frame-refused');
    const name = running.people.find(({ slot }) => slot === header.slot)?.name;
    const tick = mine ? 'stored' : undefined;
    this.story.add(plaintext.id, { from: mine ? 'me' : 'them', name, text, at: this.clock.now(), tick });
  }

  /** An own whisper stands in the stream before any newer key: everybody who is to read it can. */
  private arrived(own: OwnFrame | undefined): void {
    if (own === undefined) return;
    this.outbox.seen(own.id);
    this.story.tick(own.id, 'stored');
  }
}
