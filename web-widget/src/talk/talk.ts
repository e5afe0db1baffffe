import type { Entry, Epoch as EpochWord, Stored } from '../gen/havn/v1/talk_pb.ts';
import { equal, utf8 } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { Turns } from '../kernel/turns.ts';
import { encodeFileRef, type FileRef } from '../letters/file-ref.ts';
import { readEpochHeader, VISITOR_SLOT } from '../seal/epoch.ts';
import { readFrameHeader, SIGNAL_COUNTER, type FrameHeader } from '../seal/frame.ts';
import { hash } from '../seal/hash.ts';
import { ANSWER, FILE, HISTORY, PROPOSAL, RECEIPT, REMOVAL, RESTART, TEXT, TYPING, type Seen } from '../seal/plaintext.ts';
import { encodeAnswer, encodeProposal, type Proposal } from '../seal/proposal.ts';
import type { Consents } from './consents.ts';
import { Contents, isSaying, type Said } from './contents.ts';
import { endingOf, type Ending } from './ending.ts';
import type { Epoch, SealedBytes } from './epoch.ts';
import { Epochs } from './epochs.ts';
import { Numbers } from './numbers.ts';
import { fitsMessage, MOST_UNSEEN, Outbox, type Outgoing } from './outbox.ts';
import type { Side, TalkPort } from './ports.ts';
import type { Before } from './staff-rules.ts';
import { Statements } from './statements.ts';
import { Doubt, type StopReason } from './stop.ts';
import { Typing } from './typing.ts';
import type { Link, TalkView } from './view.ts';

/**
 * One sealed conversation on one device, without sockets. What comes in is handled one thing after another; what goes
 * out goes through the port. Every failed check stops it for good.
 */
export class SealedTalk {
  private readonly turns = new Turns();
  private readonly numbers = new Numbers(() => this.port.hole());
  private readonly outbox = new Outbox();
  readonly contents = new Contents();
  private readonly typist: Typing;
  readonly statements = new Statements();
  private readonly epochs = new Epochs();
  private steps = 0;
  private receiptOwed = false;
  private peerConnected = true;
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
  ) {
    this.typist = new Typing(clock, () => port.changed());
  }

  /** The highest number of the stream this page has handled. */
  get last(): number {
    return this.numbers.last;
  }

  get epoch(): Epoch | undefined {
    return this.epochs.running;
  }

  /** The last epoch of the stream, whether or not this device can read it. */
  get latest(): Before {
    return this.epochs.before;
  }

  get live(): boolean {
    return this.link === 'live' && !this.over;
  }

  /** Counts the times this page was brought up to date. */
  get round(): number {
    return this.rounds;
  }

  get consents(): Consents {
    return this.contents.consents;
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
    const { running, sealing } = this.epochs;
    return {
      members: running?.others ?? [],
      messages: this.contents.story.messages,
      link: this.link,
      sealed: sealing && !this.over,
      peerConnected: this.peerConnected,
      peerTyping: this.typist.shown,
      maySend: this.maySend,
      reading: running?.place.mayWrite === false,
      stopped: this.stoppedBy,
      question: this.over ? undefined : this.contents.question,
    };
  }

  /** A numbered entry of the stream. */
  entry(entry: Entry): Promise<void> {
    return this.step(() => this.onEntry(entry));
  }

  /** The server's receipt for a frame of ours. */
  stored(stored: Stored): Promise<void> {
    return this.step(() => {
      if (!this.numbers.isNext(stored.seq)) return;
      const own = this.epochs.of(stored.epoch)?.noteStored(stored.counter);
      if (own !== undefined) this.contents.story.tick(own.id, 'stored');
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
      for (const own of this.epoch?.place.mayWrite === true ? this.epoch.own : []) {
        if (!own.stored) this.port.talk(own);
      }
      await this.pump();
    });
  }

  /** The connection is gone. */
  lost(): Promise<void> {
    return this.step(() => {
      this.link = 'reconnecting';
      this.typist.over();
    });
  }

  presence(connected: boolean): Promise<void> {
    return this.step(() => {
      this.peerConnected = connected;
      if (!connected) this.typist.over();
    });
  }

  /** Nothing came, but the time has. */
  nudge(): Promise<void> {
    return this.step(() => this.pump());
  }

  /** Takes the text and seals it; false, and keeps nothing, when it may not be sent now. */
  send(text: string): boolean {
    return fitsMessage(text) && this.say(TEXT, utf8(text), { text });
  }

  /** The same for a file that the server keeps. */
  sendFile(file: FileRef): boolean {
    return this.say(FILE, encodeFileRef(file), { text: '', file });
  }

  /** Says a body of this kind; false, and keeps nothing, when it may not be said now. */
  say(kind: number, body: Uint8Array, said: Said): boolean {
    const may = this.maySend;
    if (may) this.contents.said(this.put(kind, body), said, this.clock.now());
    return may;
  }

  /** The lead asks the visitor; an unanswered question is over. False when nothing can be asked now, or a yes stands. */
  propose(proposal: Proposal): boolean {
    if (!this.live || this.consents.standing?.yes === true || this.open === undefined) return false;
    this.contents.asked(this.put(PROPOSAL, encodeProposal(proposal)), proposal, this.clock.now());
    return true;
  }

  /** Answers the question that stands: the visitor says yes or no, the lead takes it back with no. */
  answer(yes: boolean): boolean {
    const { open, consents: { standing } } = this;
    if (standing === undefined || open === undefined || (yes && standing.yes)) return false;
    const answer = { yes, proposal: standing.id };
    const byVisitor = open.place.signer === undefined;
    this.contents.answered(this.put(ANSWER, encodeAnswer(answer)), answer, byVisitor, this.clock.now());
    return true;
  }

  /** The lead lets a member read what was said before; everybody is told. `body` as `sealHistory` makes it. */
  openPast(device: Uint8Array, body: Uint8Array): void {
    const { open } = this;
    if (open !== undefined) this.contents.opens(this.put(HISTORY, body), open, device, this.clock.now());
  }

  /** The visitor wants a member to go; the lead sees to it. */
  wishAway(device: Uint8Array): boolean {
    const { open } = this;
    if (open !== undefined) this.contents.wishedAway(this.put(REMOVAL, device), open, device, this.clock.now());
    return open !== undefined;
  }

  /** Keeps it until somebody has seen it, and sends it as soon as that is possible. */
  private put(kind: number, body: Uint8Array): Uint8Array {
    const id = this.random(16);
    this.outbox.add(id, kind, body);
    void this.step(() => this.pump()).catch(() => undefined);
    return id;
  }

  /** Says that somebody types here; at most every 3 s. */
  typing(): void {
    if (this.live && this.typist.due()) void this.step(() => this.sendSignal(TYPING)).catch(() => undefined);
  }

  /** It is over for this page, which nobody else can tell it. */
  parted(ending: 'gone' | 'left'): Promise<void> {
    return this.step(() => this.endNow(ending));
  }

  private endNow(ending: Ending): void {
    this.endedBy = ending;
    this.forgetKeys(ending === 'deleted');
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
    this.forgetKeys(true);
  }

  /** The newest epoch, when another word can be kept. */
  private get open(): Epoch | undefined {
    return this.over || this.outbox.room === 0 ? undefined : this.epoch;
  }

  private get maySend(): boolean {
    // What an epoch has no time or room left for waits for the next one, which the lead makes.
    return this.open?.place.mayWrite === true;
  }

  /** Runs `work` when its turn comes. A failed check, or a defect, stops the conversation. */
  step(work: () => Promise<void> | void): Promise<void> {
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
    if (this.receiptOwed && this.link === 'live' && this.epoch?.place.mayWrite === true) {
      this.receiptOwed = false;
      await this.sendSignal(RECEIPT);
    }
    await this.side.settled();
  }

  private async onEntry({ seq, kind }: Entry): Promise<void> {
    if (!this.numbers.isNext(seq)) return;
    // A kind of a newer server holds nothing for this page.
    if (kind.case === 'statement') this.statements.add(kind.value);
    if (kind.case === 'epoch') await this.onEpoch(kind.value);
    if (kind.case === 'talk') await this.onTalk(kind.value);
    if (kind.case === 'end') this.endNow(endingOf(kind.value));
  }

  private async onEpoch(word: EpochWord): Promise<void> {
    const header = readEpochHeader(word.header);
    if (header?.number !== this.latest.number + 1) throw new Doubt('epoch-refused');
    const epoch = await this.side.accept(word, this.latest, this.statements);
    if (this.over) return;
    if (header.reason === 'join' || header.reason === 'handover') this.consents.settled();
    const headerHash = hash(word.header);
    if (epoch !== undefined) this.contents.changed(this.epoch, epoch, headerHash, this.clock.now());
    this.statements.used();
    this.epochs.next(epoch, header, headerHash);
    this.outbox.unseal();
    await this.pump();
  }

  private async onTalk(sealed: SealedBytes): Promise<void> {
    const header = this.headerOf(sealed.frame);
    const { running, before } = this.epochs;
    if (header.epoch > before.number || header.counter === SIGNAL_COUNTER) throw new Doubt('frame-refused');
    // Frames that were on their way when a new epoch began are sealed again under it by who sent them.
    if (header.epoch === before.number && running === undefined) this.side.unread(sealed);
    if (header.epoch < before.number || running === undefined) return;
    const plaintext = await running.read(header, sealed);
    if (plaintext === undefined) {
      const own = header.slot === running.place.slot ? running.own[header.counter] : undefined;
      if (own !== undefined) this.contents.story.tick(own.id, 'stored');
      return;
    }
    this.epochs.sealed(running);
    if (header.slot !== running.place.slot) {
      this.noteSeen(running, plaintext.seen);
      this.receiptOwed = true;
      this.typist.over();
    }
    await this.contents.opened(running, header.slot, plaintext, this.clock.now(), this.side);
  }

  private async onSignal(sealed: SealedBytes): Promise<void> {
    const header = this.headerOf(sealed.frame);
    if (header.counter !== SIGNAL_COUNTER) throw new Doubt('frame-refused');
    const epoch = this.epochs.of(header.epoch);
    if (epoch === undefined) return; // signals overtake epochs and outlive them
    const { kind, seen } = await epoch.readSignal(header, sealed);
    this.noteSeen(epoch, seen);
    if (epoch !== this.epoch) return;
    this.epochs.sealed(epoch);
    if (kind === TYPING) this.typist.heard();
    if (kind === RESTART && header.slot === VISITOR_SLOT) this.side.restarted();
  }

  private noteSeen(epoch: Epoch, seen: readonly Seen[]): void {
    for (const { id } of epoch.covered(seen)) {
      this.outbox.seen(id);
      this.contents.story.tick(id, 'seen');
    }
  }

  /** What the visitor says waits for the epoch without whom they want away, from when they said so. */
  private isHeld({ kind }: Outgoing, { people, place }: Epoch): boolean {
    const away = (one: (typeof people)[number]): boolean =>
      one.kind === 'staff' && this.consents.unwanted.some((device) => equal(device, one.device));
    return place.signer === undefined && isSaying(kind) && !this.outbox.owes(REMOVAL) && people.some(away);
  }

  /** Seals and offers what waits, in order, as far as the running epoch has room. */
  private async pump(): Promise<void> {
    const { running } = this.epochs;
    if (running === undefined) return;
    for (let next = this.outbox.next; next !== undefined; next = this.outbox.next) {
      if (running.roomAt(this.clock.now()) <= 0 || this.isHeld(next, running)) return;
      const own = await running.write(next);
      next.sealed = true;
      this.epochs.sealed(running);
      if (this.live) this.port.talk(own);
    }
  }

  /** Signals have no counter: this one may also be sent in an epoch that this page can only read. Call in turn. */
  async sendSignal(kind: number): Promise<void> {
    const { running } = this.epochs;
    const may = running?.place.mayWrite === true || kind === RESTART;
    if (running === undefined || !may || !running.youngAt(this.clock.now())) return;
    const sealed = await running.writeSignal(kind);
    if (this.live) this.port.signal(sealed);
  }

  private headerOf(frame: Uint8Array): FrameHeader {
    const header = readFrameHeader(frame);
    if (header === undefined || !equal(header.conversation, this.conversation)) throw new Doubt('frame-refused');
    return header;
  }

  private forgetKeys(words = false): void {
    this.epochs.forget();
    this.outbox.clear();
    this.typist.over();
    if (words) this.contents.clear();
    this.side.forgotten(words);
  }
}
