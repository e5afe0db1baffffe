/** A visitor and a lead on a relay, with wires that a test may cut. */

import type { Clock } from '../kernel/clock.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { Visit } from '../talk/accept-epoch.ts';
import { LeadTalk } from '../talk/lead-talk.ts';
import type { LeadPort } from '../talk/lead-talk.ts';
import type { LedConversation } from '../talk/make-epoch.ts';
import { makeRing } from '../talk/ring.ts';
import type { StopReason } from '../talk/stop.ts';
import type { SealedTalk } from '../talk/talk.ts';
import { visitorTalk } from '../talk/visitor-talk.ts';
import { TrustBook } from '../trust/book.ts';
import type { Chance } from './chance.ts';
import { testLead } from './people.ts';
import type { TestLead } from './people.ts';
import type { Down, Relay, Up, Wire } from './relay.ts';
import { TestTrust } from './trust.ts';

/** One device: a talk on a wire. */
export class Talker {
  wire: Wire | undefined;
  stopped: StopReason | undefined;
  /** Everything this device tried to send, ever. */
  sent = 0;
  talk!: SealedTalk;
  lead: LeadTalk | undefined;

  constructor(private readonly relay: Relay) {}

  readonly port: LeadPort = {
    talk: (talk) => this.push({ kind: 'talk', talk }),
    signal: (signal) => this.push({ kind: 'signal', signal }),
    statement: (statement) => this.push({ kind: 'statement', statement }),
    epoch: (number, epoch) => this.push({ kind: 'epoch', number, epoch }),
    follow: () => this.push({ kind: 'follow', last: this.talk.last }),
    hole: () => this.wire?.cut(),
    changed: () => undefined,
    stopped: (reason) => {
      this.stopped = reason;
      this.wire?.cut();
    },
  };

  /** @param resume false for the first connection of a visitor, who follows from the start without asking */
  async connect(resume: boolean): Promise<void> {
    if (this.stopped !== undefined || this.wire?.open === true) return;
    this.wire = this.relay.connect(!resume);
    if (!resume) return;
    await this.talk.resumed();
    this.push({ kind: 'follow', last: this.talk.last });
  }

  async cut(): Promise<void> {
    this.wire?.cut();
    await this.talk.lost();
  }

  /** Lets the relay hear the next thing this device said. */
  speak(): boolean {
    const up = this.wire?.up.shift();
    if (up === undefined || this.wire === undefined) return false;
    this.relay.take(this.wire, up);
    return true;
  }

  /** Lets this device hear the next thing the relay said. */
  async hear(): Promise<boolean> {
    const down = this.wire?.down.shift();
    if (down === undefined) return false;
    await this.deliver(down);
    return true;
  }

  async deliver(down: Down): Promise<void> {
    switch (down.kind) {
      case 'entry':
        return this.talk.entry(down.entry);
      case 'stored':
        return this.talk.stored(down.stored);
      case 'signal':
        return this.talk.signal(down.signal);
      case 'caught-up':
        return this.talk.caughtUp(down.seq);
      case 'epoch-behind':
        this.lead?.epochRefused();
        return this.talk.nudge();
    }
  }

  get said(): readonly string[] {
    return this.talk.view.messages.filter(({ from }) => from === 'me').map(({ text }) => text);
  }

  get heard(): readonly string[] {
    return this.talk.view.messages.filter(({ from }) => from === 'them').map(({ text }) => text);
  }

  private push(up: Up): void {
    this.sent++;
    if (this.wire?.open === true) this.wire.up.push(up);
  }
}

export interface Pair {
  readonly visitor: Talker;
  readonly lead: Talker;
  readonly relay: Relay;
  readonly trust: TestTrust;
  readonly visit: Visit;
  readonly led: LedConversation;
  readonly keys: TestLead;
  /** The console is reloaded: its page forgets everything but the keys. */
  reload(): Promise<void>;
}

/** Two devices on a relay, not yet connected. */
export async function makePair(relay: Relay, chance: Chance, clock: Clock): Promise<Pair> {
  const { device, lead: keys } = await testLead(chance, clock);
  const trust = await TestTrust.at(clock.now());
  await trust.publish(1, [device], clock.now());
  const identity = seedIdentity(chance.bytes(32));
  const wishes = { service: 'pro-mann', lane: 'self', language: 'nb', wishes: [] };
  const ring = makeRing(wishes, identity.publicKey, chance.bytes);
  const conversation = chance.bytes(16);
  const visit = { conversation, ring, rangAt: clock.now(), retentionDays: 0, identity };
  const led = { conversation, ring, retentionDays: 0 };

  const visitor = new Talker(relay);
  const visitorTrust = new TrustBook(trust.pin, trust.fetchDocument, clock);
  visitor.talk = visitorTalk(visit, visitorTrust, visitor.port, clock, chance.bytes);

  const lead = new Talker(relay);
  const leadTrust = new TrustBook(trust.pin, trust.fetchDocument, clock);
  const tools = { roster: () => leadTrust.newest(), clock, random: chance.bytes };
  const load = (): void => {
    lead.lead = new LeadTalk(led, keys, tools, lead.port);
    lead.talk = lead.lead.talk;
  };
  load();
  const reload = async (): Promise<void> => {
    await lead.cut();
    load();
  };
  return { visitor, lead, relay, trust, visit, led, keys, reload };
}

/** Lets everything under way arrive until nobody has anything to say. */
export async function quiet(...talkers: readonly Talker[]): Promise<void> {
  for (let moved = true; moved; ) {
    moved = false;
    for (const talker of talkers) {
      await talker.talk.nudge();
      while (talker.speak()) moved = true;
      while (await talker.hear()) moved = true;
    }
  }
}
