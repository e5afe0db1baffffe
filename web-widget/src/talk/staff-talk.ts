import type { WhisperEntry } from '../gen/havn/v1/desk_pb.ts';
import type { Epoch as EpochWord, SignedStatement, Stored } from '../gen/havn/v1/talk_pb.ts';
import { equal, utf8 } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { unattended } from '../kernel/unattended.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import type { EpochHeader, Reason } from '../seal/epoch.ts';
import { openHistory, sealHistory } from '../seal/history.ts';
import { CARE } from '../seal/plaintext.ts';
import type { What } from '../seal/proposal.ts';
import { readStatement } from '../seal/statement.ts';
import type { TrustBook } from '../trust/book.ts';
import { deviceOf } from '../trust/roster.ts';
import type { Roster } from '../trust/roster.ts';
import { acceptEpoch } from './accept-epoch.ts';
import { FRAMES_PER_SLOT } from './chain.ts';
import { Company } from './company.ts';
import type { ListedMember } from './company.ts';
import { EPOCH_LIFE } from './epoch.ts';
import type { Epoch, Person, SealedBytes } from './epoch.ts';
import { makeEpoch, openOwnEpoch } from './make-epoch.ts';
import type { Lead, LedConversation, MadeEpoch } from './make-epoch.ts';
import { fitsMessage } from './outbox.ts';
import { Past } from './past.ts';
import type { Side, TalkPort } from './ports.ts';
import { leadOf } from './staff-rules.ts';
import type { Before } from './staff-rules.ts';
import type { Statements } from './statements.ts';
import { Doubt } from './stop.ts';
import { SealedTalk } from './talk.ts';
import { epochOf } from './visitor-talk.ts';
import { watches } from './watching.ts';
import { Whispers } from './whispers.ts';
import type { WhisperPort } from './whispers.ts';

export interface StaffPort extends TalkPort, WhisperPort {
  /** Before the first epoch that names it. */
  statement(statement: SignedStatement): void;
  epoch(number: number, epoch: EpochWord): void;
  /** Follow the stream again from {@link SealedTalk.last}. */
  follow(): void;
  /** The visitor agreed: the server asks this device in. Asked again at every connection until it is over. */
  invite(what: What, device: Uint8Array): void;
  withdraw(): void;
  /** Takes a member out. */
  remove(device: Uint8Array): void;
  /** Goes out of the chat, as a member beside the lead. */
  leave(): void;
}

export interface StaffTools {
  /** The newest verified roster. Fails with a {@link Doubt}. */
  readonly roster: () => Promise<Roster>;
  readonly trust: TrustBook;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * The side of staff. The lead makes epochs – on claim and handover, when members come and go, when a page does not know
 * its counters (resume), every 30 minutes, every 50 frames – and uses one only when the stream has it. A member beside
 * it states its keys and accepts what the lead makes, with the checks a visitor's page makes.
 */
export class StaffTalk implements Side {
  readonly talk: SealedTalk;
  readonly whispers: Whispers;
  private readonly company: Company;
  private made: MadeEpoch | undefined;
  /** The round of the talk in which `made` was offered. */
  private offered = 0;
  private refused = false;
  /** The round and question for which the server was asked to invite. */
  private invited: { readonly round: number; readonly id: Uint8Array } | undefined;
  /** The round in which a member stated its keys. */
  private stated = 0;
  /** The round in which a member left because the visitor wanted it. */
  private leftIn = 0;
  private rosterIsNew = false;
  /** The epoch in which the visitor's page cannot write. */
  private mute = 0;
  private readonly past = new Past();

  /** @param leads false for a member beside the lead */
  constructor(
    private readonly led: LedConversation,
    private readonly own: Lead & { readonly statement: SignedStatement },
    private leads: boolean,
    /** When the visitor rang, ms since 1970. */
    private readonly rangAt: number,
    private readonly tools: StaffTools,
    private readonly port: StaffPort,
  ) {
    this.talk = new SealedTalk(led.conversation, this, port, tools.clock, tools.random, 'connecting');
    const { statements, consents } = this.talk;
    this.company = new Company(own.device, led.ring.service, statements, consents);
    this.whispers = new Whispers(led.conversation, own.identity, port, tools.clock, tools.random);
  }

  get leading(): boolean {
    return this.leads;
  }

  async accept(word: EpochWord, before: Before, statements: Statements): Promise<Epoch | undefined> {
    const whisperKey = this.made?.whisperKey;
    const epoch = await this.use(word, before, statements);
    await this.whispers.began(before.number + 1, epoch, epoch?.place.mayWrite === true && this.leads ? whisperKey : undefined);
    return epoch;
  }

  private async use(word: EpochWord, before: Before, statements: Statements): Promise<Epoch | undefined> {
    const { made } = this;
    this.past.epoch(word);
    this.made = undefined;
    this.offered = 0;
    this.refused = false;
    const { clock, random } = this.tools;
    const { signer } = this.own;
    if (made !== undefined && sameWord(made.word, word)) {
      clock.after(EPOCH_LIFE, () => void this.talk.nudge().catch(() => undefined));
      return epochOf(made.accepted, { slot: this.led.slot, signer, mayWrite: true }, clock.now(), random);
    }
    const header = readEpochHeader(word.header);
    if (header === undefined) throw new Doubt('epoch-refused');
    if (this.leads && this.talk.epoch?.place.mayWrite === true && this.isOwn(this.talk.latest.header)) {
      // Somebody else, or another tab of this browser, leads the chat that this page led.
      const lead = leadOf(header);
      if (lead === undefined || this.talk.consents.agreed('handover', lead.device) === undefined) throw new Doubt('replaced');
      unattended(this.talk.parted('left'));
      return undefined;
    }
    return this.isOwn(header) ? this.reopen(word, header, statements) : this.acceptOf(word, header, before, statements);
  }

  /** Only visitors are asked; a question that a console reads is its own, or its lead's. */
  proposed(): Promise<void> {
    return Promise.resolve();
  }

  unread(sealed: SealedBytes): void {
    this.past.unread(sealed);
  }

  /** What the lead gave this device is read; what it gave others is not for it. */
  async history(device: Uint8Array, file: Uint8Array): Promise<void> {
    if (!equal(device, this.own.device)) return;
    const keys = await openHistory(this.own.identity, file);
    if (keys === undefined) throw new Doubt('frame-refused');
    const people = this.talk.epoch?.people ?? [];
    const roster = await this.tools.roster();
    const whoOf = (id: Uint8Array): Pick<Person, 'name' | 'role'> => ({
      name: people.find((one) => equal(one.device, id))?.name ?? '…',
      role: deviceOf(roster, id)?.role ?? '',
    });
    const texts = await this.past.read(keys, this.talk.statements, whoOf, this.tools.random);
    this.talk.contents.story.before(texts);
  }

  /**
   * Lets a member read what was said before it came, as far as this device can. Nothing when it leads no more, and for who
   * only watches: the visitor said yes to what comes.
   */
  async openPast(device: Uint8Array): Promise<void> {
    const { epoch, latest, statements } = this.talk;
    if (watches(epoch?.people.find((one) => equal(one.device, device))?.role)) return;
    const member = latest.header?.members.find((one) => equal(one.device, device));
    const statement = member && statements.get(member.statementHash);
    const shift = statement && readStatement(statement);
    if (!this.leads || shift === undefined || epoch?.place.mayWrite !== true) return;
    const keys = await this.past.keysFor(device, this.own.identity);
    if (keys.length > 0) this.talk.openPast(device, await sealHistory(device, shift.xwing, keys));
  }

  /** Marks that advice becomes care, with the service's words about records; false when it may not be said now. */
  care(text: string): boolean {
    return fitsMessage(text) && this.talk.say(CARE, utf8(text), { text, care: true });
  }

  /** Says something to the colleagues in the chat only; false, and nothing is said, when that cannot be now. */
  whisper(text: string): boolean {
    if (this.talk.over || !this.whispers.put(text)) return false;
    unattended(this.talk.step(() => this.whispers.pump()));
    return true;
  }

  whispered(entry: WhisperEntry): Promise<void> {
    return this.talk.step(() => this.whispers.entry(entry));
  }

  /** The server's receipt for a whisper. */
  whisperStored(stored: Stored): Promise<void> {
    return this.talk.step(() => this.whispers.stored(stored));
  }

  whispersCaughtUp(seq: number): Promise<void> {
    return this.talk.step(() => this.whispers.caughtUp(seq));
  }

  /** A new connection asked for everything after what this page has. */
  resumed(): Promise<void> {
    this.whispers.resumed();
    return this.talk.resumed();
  }

  lost(): Promise<void> {
    this.whispers.lost();
    return this.talk.lost();
  }

  restarted(): void {
    this.mute = this.talk.latest.number;
  }

  forgotten(words: boolean): void {
    this.whispers.forget(words);
  }

  async settled(): Promise<void> {
    if (!this.talk.live) return;
    this.whispers.settled();
    if (!this.leads) {
      if (this.talk.consents.unwanted.some((device) => equal(device, this.own.device))) this.goAway();
      else this.stateKeys();
      return;
    }
    this.inviteIfAgreed();
    for (const device of this.talk.consents.unwanted) if (this.company.has(device)) this.takeOut(device);
    this.made ??= await this.makeIfDue();
    if (this.made === undefined || this.offered === this.talk.round) return;
    this.offered = this.talk.round;
    if (this.refused) throw new Doubt('replaced');
    if (this.talk.statements.get(this.own.statementHash) === undefined) this.port.statement(this.own.statement);
    this.port.epoch(this.made.number, this.made.word);
  }

  /** The server has another epoch of this number, or the claim has moved on: the stream will tell. */
  epochRefused(): void {
    if (this.made === undefined || this.talk.over) return;
    this.refused = true;
    this.port.follow();
  }

  /** This member leads from now on. */
  promoted(): void {
    this.leads = true;
    this.nudge();
  }

  /** The server's list of the members beside this lead. */
  members(listed: readonly ListedMember[]): void {
    this.company.told(listed);
    this.nudge();
  }

  /** A new roster is published: members that it no longer names must go. */
  rosterChanged(): void {
    this.rosterIsNew = true;
    this.nudge();
  }

  /** The invitation was declined, withdrawn, refused or is too old; the visitor need not wait for it. */
  invitationOver(): void {
    const { standing } = this.talk.consents;
    if (standing?.yes === true && !this.company.has(standing.proposal.device)) this.talk.answer(false);
  }

  /** Takes the question back, or the invitation that followed it. */
  withdraw(): void {
    if (this.talk.consents.standing?.yes === true) this.port.withdraw();
    else this.talk.answer(false);
  }

  takeOut(device: Uint8Array): void {
    this.company.drop(device);
    this.port.remove(device);
  }

  /** Takes out somebody whom the visitor need not wait for either. */
  private leaveOut(device: Uint8Array): void {
    this.takeOut(device);
    const { standing } = this.talk.consents;
    if (standing?.yes === true && equal(standing.proposal.device, device)) this.talk.answer(false);
  }

  private nudge(): void {
    unattended(this.talk.nudge());
  }

  private isOwn(header: EpochHeader | undefined): boolean {
    const lead = header && leadOf(header);
    return lead !== undefined && equal(lead.device, this.own.device);
  }

  /** An epoch of this device that another page of it made, or this page before a reload: for reading only. */
  private async reopen(word: EpochWord, header: EpochHeader, statements: Statements): Promise<Epoch | undefined> {
    const { clock, random } = this.tools;
    const roster = header.members.length > 2 ? await this.tools.roster() : undefined;
    const roleOf = (device: Uint8Array): string => (roster && deviceOf(roster, device)?.role) ?? '';
    const own = await openOwnEpoch(word, this.led, this.own, statements, roleOf);
    if (own === undefined) return undefined;
    for (const { slot, device } of header.members) {
      const name = own.names.find((one) => one.slot === slot);
      if (name !== undefined) this.company.named(device, name);
    }
    return epochOf(own, { slot: header.leadSlot, signer: this.own.signer, mayWrite: false }, clock.now(), random);
  }

  /** An epoch of another lead; undefined when this device is not in it. */
  private async acceptOf(
    word: EpochWord,
    header: EpochHeader,
    before: Before,
    statements: Statements,
  ): Promise<Epoch | undefined> {
    const mine = header.members.find(({ device }) => equal(device, this.own.device));
    if (mine === undefined) {
      this.talk.consents.isAway(this.own.device);
      return undefined;
    }
    const { conversation, ring, retentionDays } = this.led;
    const { clock, random, trust } = this.tools;
    const visit = { conversation, ring, retentionDays, rangAt: this.rangAt, identity: this.own.identity };
    const accepted = await acceptEpoch(word, visit, before, statements, trust, clock, () => undefined);
    const own = accepted.people.find(({ slot }) => slot === mine.slot);
    // In the first replay this page cannot know what it said in it before a reload.
    const mayWrite = !this.leads && this.talk.round > 0 && mine.slot === this.led.slot && !watches(own?.role);
    return epochOf(accepted, { slot: mine.slot, signer: this.own.signer, mayWrite }, clock.now(), random);
  }

  /** The lead makes the epoch without this device when its console wakes; nothing more shall reach this one until then. */
  private goAway(): void {
    if (this.leftIn === this.talk.round) return;
    this.leftIn = this.talk.round;
    this.port.leave();
  }

  private stateKeys(): void {
    if (this.talk.epoch?.place.mayWrite === true || this.stated === this.talk.round) return;
    this.stated = this.talk.round;
    this.port.statement(this.own.statement);
  }

  private inviteIfAgreed(): void {
    const { standing } = this.talk.consents;
    if (standing?.yes !== true || this.company.has(standing.proposal.device) && standing.proposal.what === 'join') return;
    const { round } = this.talk;
    if (this.invited?.round === round && equal(this.invited.id, standing.id)) return;
    this.invited = { round, id: standing.id };
    this.port.invite(standing.proposal.what, standing.proposal.device);
  }

  private async makeIfDue(): Promise<MadeEpoch | undefined> {
    const { clock, random } = this.tools;
    const due = this.reasonAt(clock.now());
    if (due === undefined && !this.rosterIsNew) return undefined;
    const roster = await this.tools.roster();
    this.rosterIsNew = false;
    const { latest } = this.talk;
    const kept = this.isOwn(latest.header) ? latest.header : undefined;
    const revoked = kept === undefined ? [] : this.company.revoked(kept, roster, clock.now());
    for (const { device } of revoked) this.takeOut(device);
    // A visitor's page stops at an epoch of any other reason that lacks somebody.
    const lapsed = kept === undefined ? [] : this.company.lapsed(kept, roster, clock.now());
    for (const { device } of lapsed) this.leaveOut(device);
    const reason = revoked.length > 0 ? 'revocation' : lapsed.length > 0 ? this.reasonAt(clock.now()) : due;
    if (reason === undefined) return undefined;
    const companions =
      kept === undefined ? [] : this.company.companions(kept, reason === 'join', roster, clock.now());
    return makeEpoch(this.led, this.own, companions, roster, latest, reason, clock.now(), random);
  }

  private reasonAt(now: number): Reason | undefined {
    const { epoch, latest } = this.talk;
    if (latest.header === undefined) return 'claim';
    if (!this.isOwn(latest.header)) return 'handover';
    const byMembers = this.company.due(latest.header);
    if (byMembers !== undefined) return byMembers;
    if (epoch?.place.mayWrite !== true || this.mute === latest.number) return 'resume';
    if (!epoch.youngAt(now)) return 'time';
    // With more unseen than an epoch holds, a new one would be full at once: first somebody must have seen them.
    const exhausted = epoch.exhausted || this.whispers.exhausted;
    return exhausted && this.talk.unseen < FRAMES_PER_SLOT ? 'count' : undefined;
  }
}

const sameWord = (a: EpochWord, b: EpochWord): boolean =>
  equal(a.header, b.header) && equal(a.grant, b.grant) && equal(a.signature, b.signature);
