/** A visitor and a lead on a relay, with wires that a test may cut. */

import type { Clock } from '../kernel/clock.ts';
import { toHex } from '../kernel/hex.ts';
import type { Proposal, What } from '../seal/proposal.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { Visit } from '../talk/accept-epoch.ts';
import type { LedConversation } from '../talk/make-epoch.ts';
import { makeRing } from '../talk/ring.ts';
import type { StopReason } from '../talk/stop.ts';
import { StaffTalk } from '../talk/staff-talk.ts';
import type { StaffPort } from '../talk/staff-talk.ts';
import type { SealedTalk } from '../talk/talk.ts';
import { visitorTalk } from '../talk/visitor-talk.ts';
import { TrustBook } from '../trust/book.ts';
import type { Chance } from './chance.ts';
import { testLead } from './people.ts';
import type { TestLead } from './people.ts';
import type { Down, Relay, Up, Wire } from './relay.ts';
import { TestTrust } from './trust.ts';
import type { TestDevice } from './trust.ts';

/** One device: a talk on a wire. */
export class Talker {
  wire: Wire | undefined;
  stopped: StopReason | undefined;
  /** Everything this device tried to send, ever. */
  sent = 0;
  talk!: SealedTalk;
  lead: StaffTalk | undefined;

  /** @param device of staff, hexadecimal; empty for the visitor and for whoever claimed first */
  constructor(
    private readonly relay: Relay,
    readonly device = '',
  ) {}

  readonly port: StaffPort = {
    talk: (talk) => this.push({ kind: 'talk', talk }),
    signal: (signal) => this.push({ kind: 'signal', signal }),
    whisper: (whisper) => this.push({ kind: 'whisper', whisper }),
    whisperKey: (key) => this.push({ kind: 'whisper-key', key }),
    statement: (statement) => this.push({ kind: 'statement', statement }),
    epoch: (number, epoch) => this.push({ kind: 'epoch', number, epoch }),
    follow: () => this.follow(),
    invite: (what, device) => this.push({ kind: 'invite', what, device }),
    withdraw: () => this.push({ kind: 'withdraw' }),
    remove: (device) => this.push({ kind: 'remove', device }),
    leave: () => this.push({ kind: 'leave' }),
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
    this.wire = this.relay.connect(!resume, this.device);
    if (this.lead === undefined) this.relay.visitor = this.wire;
    if (!resume) return;
    await (this.lead ?? this.talk).resumed();
    this.follow();
  }

  private follow(): void {
    this.push({ kind: 'follow', last: this.talk.last, lastWhisper: this.lead?.whispers.last ?? 0 });
  }

  async cut(): Promise<void> {
    this.wire?.cut();
    await (this.lead ?? (this.talk as SealedTalk | undefined))?.lost();
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
      case 'whisper':
        return this.lead?.whispered(down.entry);
      case 'whisper-stored':
        return this.lead?.whisperStored(down.stored);
      case 'whispers-caught-up':
        return this.lead?.whispersCaughtUp(down.seq);
      case 'members':
        this.lead?.members(down.members);
        return this.talk.nudge();
      case 'invitation-over':
        this.lead?.invitationOver();
        return this.talk.nudge();
      case 'left':
        return this.talk.parted('left');
    }
  }

  get said(): readonly string[] {
    return this.talk.view.messages.filter(({ from }) => from === 'me').map(({ text }) => text);
  }

  get heard(): readonly string[] {
    return this.talk.view.messages.filter(({ from }) => from === 'them').map(({ text }) => text);
  }

  /** Whispers of colleagues, as this device shows them. */
  get overheard(): readonly string[] {
    const messages = this.lead?.whispers.view.messages ?? [];
    return messages.filter(({ from }) => from === 'them').map(({ text }) => text);
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
  readonly reload: () => Promise<void>;
  /** The visitor's page is loaded anew: it has its keys and nothing else. */
  readonly reopen: () => Promise<void>;
  /** The devices of the newest roster. */
  readonly devices: readonly TestDevice[];
  /** A colleague of the roster, not yet in the chat; `life` of their keys in ms, four hours by itself. */
  readonly colleague: (name: string, role?: string, life?: number) => Promise<Colleague>;
}

/** Somebody else of staff. */
export interface Colleague {
  readonly talker: Talker;
  readonly keys: TestLead;
  readonly proposal: (what: What) => Proposal;
  /** Comes in where the relay says, as a page that begins. */
  enter(place: { readonly slot: number; readonly leads: boolean }): Promise<void>;
}

/** Two devices on a relay, not yet connected. */
export async function makePair(relay: Relay, chance: Chance, clock: Clock): Promise<Pair> {
  const { device, lead: keys } = await testLead(chance, clock);
  const trust = await TestTrust.at(clock.now());
  await trust.publish(1, [device], clock.now());
  const identity = seedIdentity(chance.bytes(32));
  const wishes = { service: 'pro-mann', lane: 'self', language: 'nb', wishes: [], told: 0 };
  const ring = makeRing(wishes, identity.publicKey, chance.bytes);
  const conversation = chance.bytes(16);
  const visit = { conversation, ring, rangAt: clock.now(), retentionDays: 0, identity };
  const led = { conversation, ring, retentionDays: 0, slot: 1 };

  const visitor = new Talker(relay);
  const visitorTrust = new TrustBook(trust.pin, trust.fetchDocument, clock);
  visitor.talk = visitorTalk(visit, visitorTrust, visitor.port, clock, chance.bytes);

  const lead = new Talker(relay);
  const leadTrust = new TrustBook(trust.pin, trust.fetchDocument, clock);
  const tools = { roster: () => leadTrust.newest(), trust: leadTrust, clock, random: chance.bytes };
  const load = (): void => {
    lead.lead = new StaffTalk(led, keys, true, clock.now(), tools, lead.port);
    lead.talk = lead.lead.talk;
  };
  load();
  const reload = async (): Promise<void> => {
    await lead.cut();
    load();
  };
  const devices = [device];
  const colleague = async (name: string, role?: string, life?: number): Promise<Colleague> => {
    const { device: other, lead: theirs } = await testLead(chance, clock, name, role, life);
    devices.push(other);
    await trust.publish(devices.length, devices, clock.now());
    const talker = new Talker(relay, toHex(other.id));
    const book = new TrustBook(trust.pin, trust.fetchDocument, clock);
    const enter = async ({ slot, leads }: { readonly slot: number; readonly leads: boolean }): Promise<void> => {
      await talker.cut();
      const place = { ...led, slot };
      const own = { roster: () => book.newest(), trust: book, clock, random: chance.bytes };
      talker.lead = new StaffTalk(place, theirs, leads, visit.rangAt, own, talker.port);
      talker.talk = talker.lead.talk;
      await talker.connect(true);
    };
    const { salt, role: theirRole } = theirs;
    return { talker, keys: theirs, proposal: (what) => ({ what, device: other.id, salt, role: theirRole, name }), enter };
  };
  const reopen = async (): Promise<void> => {
    await visitor.cut();
    const book = new TrustBook(trust.pin, trust.fetchDocument, clock);
    visitor.talk = visitorTalk(visit, book, visitor.port, clock, chance.bytes, true);
    await visitor.connect(true);
  };
  return { visitor, lead, relay, trust, visit, led, keys, reload, reopen, colleague, devices };
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
