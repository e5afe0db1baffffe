import type { Epoch as EpochWord, SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import type { Reason } from '../seal/epoch.ts';
import type { Roster } from '../trust/roster.ts';
import type { Before } from './accept-epoch.ts';
import { FRAMES_PER_SLOT } from './chain.ts';
import { EPOCH_LIFE } from './epoch.ts';
import type { Epoch } from './epoch.ts';
import { LEAD_SLOT, makeEpoch, openOwnEpoch } from './make-epoch.ts';
import type { Lead, LedConversation, MadeEpoch } from './make-epoch.ts';
import { Doubt } from './stop.ts';
import { SealedTalk } from './talk.ts';
import type { Side, TalkPort } from './talk.ts';
import { epochOf } from './visitor-talk.ts';

export interface LeadPort extends TalkPort {
  /** Before the first epoch that names it. */
  statement(statement: SignedStatement): void;
  epoch(number: number, epoch: EpochWord): void;
  /** Follow the stream again from {@link SealedTalk.last}. */
  follow(): void;
}

export interface LeadTools {
  /** The newest verified roster. Fails with a {@link Doubt}. */
  readonly roster: () => Promise<Roster>;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * The lead's side: it makes epochs – on claim, when this page does not know its counters (resume), every 30 minutes,
 * every 50 frames – and uses one only when the stream has it.
 */
export class LeadTalk implements Side {
  readonly talk: SealedTalk;
  private made: MadeEpoch | undefined;
  /** The round of the talk in which `made` was offered. */
  private offered = 0;
  private refused = false;

  constructor(
    private readonly led: LedConversation,
    private readonly lead: Lead & { readonly statement: SignedStatement },
    private readonly tools: LeadTools,
    private readonly port: LeadPort,
  ) {
    this.talk = new SealedTalk(led.conversation, this, port, tools.clock, tools.random, 'connecting');
  }

  async accept(word: EpochWord): Promise<Epoch | undefined> {
    const { made } = this;
    this.made = undefined;
    this.refused = false;
    const { clock, random } = this.tools;
    const { signer } = this.lead;
    if (made !== undefined && sameWord(made.word, word)) {
      clock.after(EPOCH_LIFE, () => void this.talk.nudge().catch(() => undefined));
      return epochOf(made.accepted, { slot: LEAD_SLOT, signer, mayWrite: true }, clock.now(), random);
    }
    // Somebody else, or another tab of this browser, leads the chat that this page led.
    if (this.talk.epoch?.place.mayWrite === true) throw new Doubt('replaced');
    const own = await openOwnEpoch(word, this.led, this.lead);
    return own && epochOf(own, { slot: LEAD_SLOT, signer, mayWrite: false }, clock.now(), random);
  }

  async settled(): Promise<void> {
    if (!this.talk.live) return;
    this.made ??= await this.makeIfDue();
    if (this.made === undefined || this.offered === this.talk.round) return;
    this.offered = this.talk.round;
    if (this.refused) throw new Doubt('replaced');
    if (this.talk.statements.get(this.lead.statementHash) === undefined) this.port.statement(this.lead.statement);
    this.port.epoch(this.made.number, this.made.word);
  }

  /** The server has another epoch of this number, or the claim has moved on: the stream will tell. */
  epochRefused(): void {
    if (this.made === undefined || this.talk.over) return;
    this.refused = true;
    this.port.follow();
  }

  private async makeIfDue(): Promise<MadeEpoch | undefined> {
    const reason = this.reasonAt(this.tools.clock.now());
    if (reason === undefined) return undefined;
    const { clock, random } = this.tools;
    const roster = await this.tools.roster();
    return makeEpoch(this.led, this.lead, roster, this.before, reason, clock.now(), random);
  }

  private get before(): Before {
    return this.talk.latest;
  }

  private reasonAt(now: number): Reason | undefined {
    const { epoch } = this.talk;
    if (epoch === undefined) return 'claim';
    if (!epoch.place.mayWrite) return 'resume';
    if (!epoch.youngAt(now)) return 'time';
    // With more unseen than an epoch holds, a new one would be full at once: first somebody must have seen them.
    return epoch.exhausted && this.talk.unseen < FRAMES_PER_SLOT ? 'count' : undefined;
  }
}

const sameWord = (a: EpochWord, b: EpochWord): boolean =>
  equal(a.header, b.header) && equal(a.grant, b.grant) && equal(a.signature, b.signature);
