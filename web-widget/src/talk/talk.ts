import { EndReason } from '../gen/havn/v1/talk_pb.ts';
import type { Entry, Epoch as EpochWord, Stored } from '../gen/havn/v1/talk_pb.ts';
import { equal, fromUtf8 } from '../kernel/bytes.ts';
import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { Turns } from '../kernel/turns.ts';
import { NO_HASH, readEpochHeader } from '../seal/epoch.ts';
import { readFrameHeader, SIGNAL_COUNTER } from '../seal/frame.ts';
import type { FrameHeader } from '../seal/frame.ts';
import { hash } from '../seal/hash.ts';
import { RECEIPT, TEXT, TYPING } from '../seal/plaintext.ts';
import type { Plaintext, Seen } from '../seal/plaintext.ts';
import type { Before } from './accept-epoch.ts';
import type { Epoch, SealedBytes } from './epoch.ts';
import { Numbers } from './numbers.ts';
import { fitsMessage, MOST_UNSEEN, Outbox } from './outbox.ts';
import { Statements } from './statements.ts';
import { Doubt } from './stop.ts';
import type { StopReason } from './stop.ts';
import { Story } from './story.ts';
import type { Link, TalkView } from './view.ts';

const TYPING_SHOWN = 6 * SECOND;
const TYPING_PAUSE = 3 * SECOND;

export type Ending = 'visitor' | 'staff' | 'gone' | 'limit';
const ENDINGS: Partial<Readonly<Record<EndReason, Ending>>> = {
  [EndReason.BY_VISITOR]: 'visitor',
  [EndReason.BY_STAFF]: 'staff',
  [EndReason.VISITOR_GONE]: 'gone',
};

/** Where a conversation's effects go. Frames offered without a connection may be dropped: they are offered again. */
export interface TalkPort {
  talk(sealed: SealedBytes): void;
  signal(sealed: SealedBytes): void;
  /** Entries are missing: connect anew and resume from {@link SealedTalk.last}. */
  hole(): void;
  /** The view changed. */
  changed(): void;
  /** A check failed: close, and send nothing any more. */
  stopped(reason: StopReason): void;
}

/** What differs between the visitor's page and the lead's console. */
export interface Side {
  /** Verifies an epoch; undefined when this device is no member. Fails with a {@link Doubt}. */
  accept(word: EpochWord, before: Before, statements: Statements): Promise<Epoch | undefined>;
  /** After everything that came has been handled. */
  settled(): Promise<void>;
}

/**
 * One sealed conversation on one device, without sockets. What comes in is handled one thing after another; what goes
 * out goes through the port. Every failed check stops it for good.
 */
export class SealedTalk {
  private readonly turns = new Turns();
  private readonly numbers = new Numbers();
  private readonly outbox = new Outbox();
  private readonly story = new Story();
  readonly statements = new Statements();
  private before: Before = { number: 0, headerHash: NO_HASH };
  private running: Epoch | undefined;
  private previous: Epoch | undefined;
  /** Number of the epoch under which the last envelope was sealed or opened. */
  private lastSealed = 0;
  private steps = 0;
  private receiptOwed = false;
  private peerConnected = true;
  private typingUntil = 0;
  private typedAt = -TYPING_PAUSE;
  private stoppedBy: StopReason | undefined;
  private endedBy: Ending | undefined;
  private rounds = 0;

  constructor(
    private readonly conversation: Uint8Array,
    private readonly side: Side,
    private readonly port: TalkPort,
    private readonly clock: Clock,
    private readonly random: Random,
    private link: Link,
  ) {}

  /** The highest number of the stream this page has handled. */
  get last(): number {
    return this.numbers.last;
  }

  get epoch(): Epoch | undefined {
    return this.running;
  }

  /** The last epoch of the stream, whether or not this device can read it. */
  get latest(): Before {
    return this.before;
  }

  get live(): boolean {
    return this.link === 'live' && !this.over;
  }

  /** Counts the times this page was brought up to date. */
  get round(): number {
    return this.rounds;
  }

  /** Own messages that nobody has sealed a `seen` over. */
  get unseen(): number {
    return MOST_UNSEEN - this.outbox.room;
  }

  get ended(): Ending | undefined {
    return this.endedBy;
  }

  get over(): boolean {
    return this.stoppedBy !== undefined || this.endedBy !== undefined;
  }

  get view(): TalkView {
    const { running } = this;
    return {
      members: (running?.people ?? [])
        .filter(({ slot }) => slot !== running?.place.slot)
        .map(({ slot, kind, name, role }) => ({ slot, kind, name, role })),
      messages: this.story.messages,
      link: this.link,
      sealed: running !== undefined && !this.over && this.lastSealed === running.number,
      peerConnected: this.peerConnected,
      peerTyping: this.clock.now() < this.typingUntil,
      maySend: this.maySend,
      stopped: this.stoppedBy,
    };
  }

  /** A numbered entry of the stream. */
  entry(entry: Entry): Promise<void> {
    return this.step(() => this.onEntry(entry));
  }

  /** The server's receipt for a frame of ours. */
  stored(stored: Stored): Promise<void> {
    return this.step(() => {
      if (this.numbered(stored.seq) !== 'next') return;
      const own = this.epochOf(stored.epoch)?.noteStored(stored.counter);
      if (own !== undefined) this.story.tick(own.id, 'stored');
    });
  }

  signal(sealed: SealedBytes): Promise<void> {
    return this.step(() => this.onSignal(sealed));
  }

  /** A new connection asked for everything after {@link last}. */
  resumed(): Promise<void> {
    return this.step(() => this.numbers.resumed());
  }

  /** The replay is complete: what the stream lacks is sent again, byte for byte. */
  caughtUp(seq: number): Promise<void> {
    return this.step(async () => {
      this.numbers.complete(seq);
      this.link = 'live';
      this.rounds++;
      this.receiptOwed = true;
      for (const own of this.running?.place.mayWrite === true ? this.running.own : []) {
        if (!own.stored) this.port.talk(own);
      }
      await this.pump();
    });
  }

  /** The connection is gone. */
  lost(): Promise<void> {
    return this.step(() => {
      this.link = 'reconnecting';
      this.typingUntil = 0;
    });
  }

  presence(connected: boolean): Promise<void> {
    return this.step(() => {
      this.peerConnected = connected;
      if (!connected) this.typingUntil = 0;
    });
  }

  /** Nothing came, but the time has. */
  nudge(): Promise<void> {
    return this.step(() => this.pump());
  }

  /** Takes the text and seals it; false, and keeps nothing, when it may not be sent now. */
  send(text: string): boolean {
    if (!this.maySend || !fitsMessage(text)) return false;
    const id = this.random(16);
    this.outbox.add(id, text);
    this.story.add(id, { from: 'me', name: undefined, text, at: this.clock.now(), tick: 'held' });
    void this.step(() => this.pump()).catch(() => undefined);
    return true;
  }

  /** Says that somebody types here; at most every 3 s. */
  typing(): void {
    const now = this.clock.now();
    if (!this.live || now - this.typedAt < TYPING_PAUSE) return;
    this.typedAt = now;
    void this.step(() => this.sendSignal(TYPING)).catch(() => undefined);
  }

  /** It ended while nobody could tell this page. */
  endedUnseen(): Promise<void> {
    return this.step(() => {
      this.endedBy = 'gone';
      this.forgetKeys();
    });
  }

  /** Stops it for good. */
  stop(reason: StopReason): void {
    if (this.over) return;
    this.stoppedBy = reason;
    this.forgetKeys();
    this.port.stopped(reason);
    this.port.changed();
  }

  /** Forgets every key and word. */
  forget(): void {
    this.stoppedBy ??= 'replaced';
    this.forgetKeys();
    this.story.clear();
  }

  private get maySend(): boolean {
    const { running } = this;
    if (running === undefined || this.over || this.outbox.room === 0) return false;
    return running.roomAt(this.clock.now()) > this.outbox.unsealed;
  }

  /** Runs `work` when its turn comes. A failed check, or a defect, stops the conversation. */
  private step(work: () => Promise<void> | void): Promise<void> {
    this.steps++;
    return this.turns.take(async () => {
      try {
        if (!this.over) await work();
        if (this.steps === 1 && !this.over) await this.settle();
      } catch (failure) {
        this.stop(failure instanceof Doubt ? failure.reason : 'frame-refused');
      } finally {
        this.steps--;
      }
      this.port.changed();
    });
  }

  private async settle(): Promise<void> {
    if (this.receiptOwed && this.link === 'live' && this.running?.place.mayWrite === true) {
      this.receiptOwed = false;
      await this.sendSignal(RECEIPT);
    }
    await this.side.settled();
  }

  private numbered(seq: number): 'next' | 'known' | 'hole' {
    const place = this.numbers.place(seq);
    if (place === 'hole') this.port.hole();
    return place;
  }

  private async onEntry({ seq, kind }: Entry): Promise<void> {
    if (this.numbered(seq) !== 'next') return;
    switch (kind.case) {
      case 'statement':
        this.statements.add(kind.value);
        return;
      case 'epoch':
        await this.onEpoch(kind.value);
        return;
      case 'talk':
        await this.onTalk(kind.value);
        return;
      case 'end':
        this.endedBy = ENDINGS[kind.value] ?? 'limit';
        this.forgetKeys();
        return;
      case undefined: // a kind of a newer server; nothing in it can be for this page
    }
  }

  private async onEpoch(word: EpochWord): Promise<void> {
    const number = readEpochHeader(word.header)?.number;
    if (number !== this.before.number + 1) throw new Doubt('epoch-refused');
    const epoch = await this.side.accept(word, this.before, this.statements);
    this.previous?.forget();
    this.previous = this.running;
    this.running = epoch;
    this.before = { number, headerHash: hash(word.header) };
    this.lastSealed = number;
    this.outbox.unseal();
    await this.pump();
  }

  private async onTalk(sealed: SealedBytes): Promise<void> {
    const header = this.headerOf(sealed.frame);
    if (header.epoch > this.before.number || header.counter === SIGNAL_COUNTER) throw new Doubt('frame-refused');
    const { running } = this;
    // Frames that were on their way when a new epoch began are sealed again under it by who sent them.
    if (header.epoch < this.before.number || running === undefined) return;
    const plaintext = await running.read(header, sealed);
    if (plaintext === undefined) {
      const own = header.slot === running.place.slot ? running.own[header.counter] : undefined;
      if (own !== undefined) this.story.tick(own.id, 'stored');
      return;
    }
    this.lastSealed = running.number;
    if (header.slot !== running.place.slot) {
      this.noteSeen(running, plaintext.seen);
      this.receiptOwed = true;
      this.typingUntil = 0;
    }
    this.show(running, header, plaintext);
  }

  private show(epoch: Epoch, { slot }: FrameHeader, { id, kind, body }: Plaintext): void {
    const mine = slot === epoch.place.slot;
    const person = epoch.people.find((one) => one.slot === slot);
    const text = kind === TEXT ? fromUtf8(body) : '';
    if (text === undefined) throw new Doubt('frame-refused');
    this.story.add(id, {
      from: kind !== TEXT ? 'page' : mine ? 'me' : 'them',
      name: person?.kind === 'staff' ? person.name : undefined,
      text,
      at: this.clock.now(),
      tick: mine ? 'stored' : undefined,
    });
  }

  private async onSignal(sealed: SealedBytes): Promise<void> {
    const header = this.headerOf(sealed.frame);
    if (header.counter !== SIGNAL_COUNTER) throw new Doubt('frame-refused');
    const epoch = this.epochOf(header.epoch);
    if (epoch === undefined) return; // signals overtake epochs and outlive them
    const { kind, seen } = await epoch.readSignal(header, sealed);
    this.noteSeen(epoch, seen);
    if (epoch !== this.running) return;
    this.lastSealed = epoch.number;
    if (kind === TYPING) {
      this.typingUntil = this.clock.now() + TYPING_SHOWN;
      this.clock.after(TYPING_SHOWN, () => this.port.changed());
    }
  }

  private noteSeen(epoch: Epoch, seen: readonly Seen[]): void {
    for (const { id } of epoch.covered(seen)) {
      this.outbox.seen(id);
      this.story.tick(id, 'seen');
    }
  }

  /** Seals and offers what waits, in order, as far as the running epoch has room. */
  private async pump(): Promise<void> {
    const { running } = this;
    if (running === undefined) return;
    for (let next = this.outbox.next; next !== undefined; next = this.outbox.next) {
      if (running.roomAt(this.clock.now()) <= 0) return;
      const own = await running.write({ id: next.id, kind: TEXT, body: next.body });
      next.sealed = true;
      this.lastSealed = running.number;
      if (this.live) this.port.talk(own);
    }
  }

  private async sendSignal(kind: number): Promise<void> {
    const { running } = this;
    if (running?.place.mayWrite !== true || !running.youngAt(this.clock.now())) return;
    const sealed = await running.writeSignal(kind);
    if (this.live) this.port.signal(sealed);
  }

  private headerOf(frame: Uint8Array): FrameHeader {
    const header = readFrameHeader(frame);
    if (header === undefined || !equal(header.conversation, this.conversation)) throw new Doubt('frame-refused');
    return header;
  }

  private epochOf(number: number): Epoch | undefined {
    return [this.running, this.previous].find((epoch) => epoch?.number === number);
  }

  private forgetKeys(): void {
    this.running?.forget();
    this.previous?.forget();
    this.outbox.clear();
    this.typingUntil = 0;
  }
}
