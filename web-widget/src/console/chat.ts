import type { DeskTaken } from '../gen/havn/v1/desk_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { InvitationKind } from '../gen/havn/v1/desk_pb.ts';
import { fromHex, toHex } from '../kernel/hex.ts';
import type { What } from '../seal/proposal.ts';
import type { Lead } from '../talk/make-epoch.ts';
import { readRing } from '../talk/ring.ts';
import type { RingFacts } from '../talk/ring.ts';
import { StaffTalk } from '../talk/staff-talk.ts';
import type { StaffTools } from '../talk/staff-talk.ts';
import type { SealedTalk } from '../talk/talk.ts';
import type { DeskUpKind } from '../wire/desk-frames.ts';
import type { ColleagueView, DeskChat } from './desk-view.ts';

const KINDS = { join: InvitationKind.JOIN, handover: InvitationKind.HANDOVER } as const;

/** What a chat does to the world around it. */
export interface ChatPort {
  up(kind: DeskUpKind): void;
  /** Connect anew; the stream has a hole. */
  reconnect(): void;
  changed(): void;
  /** Whoever was to come is not on duty any more. */
  notFound(): void;
}

/** One chat that this device is in. */
export class Chat {
  readonly hex: string;
  readonly staff: StaffTalk;
  private colleagues: readonly ColleagueView[] | undefined;
  /** Who is to come as soon as the list of colleagues is there. */
  private wanted: string | undefined;
  private fence: bigint;
  private read = 0;
  private paused = false;
  private readonly takenAt: number;

  private constructor(
    private readonly facts: RingFacts,
    private readonly taken: DeskTaken,
    lead: Lead & { readonly statement: SignedStatement },
    private readonly retentionDays: number,
    tools: StaffTools,
    private readonly port: ChatPort,
  ) {
    const { conversation } = taken;
    this.hex = toHex(conversation);
    this.fence = taken.fence;
    this.takenAt = tools.clock.now();
    const led = { conversation, ring: facts, retentionDays, slot: taken.slot };
    this.staff = new StaffTalk(led, lead, taken.fence !== 0n, Number(taken.since), tools, {
      talk: (talk) => port.up({ case: 'talk', value: { talk } }),
      signal: (signal) => port.up({ case: 'signal', value: { signal } }),
      whisper: (whisper) => port.up({ case: 'whisper', value: { whisper } }),
      whisperKey: (key) => port.up({ case: 'whisperKey', value: { conversation, fence: this.fence, key } }),
      statement: (statement) => port.up({ case: 'statement', value: { conversation, fence: this.fence, statement } }),
      epoch: (number, epoch) => port.up({ case: 'epoch', value: { conversation, fence: this.fence, number, epoch } }),
      invite: (what, device) => port.up({ case: 'invite', value: { conversation, fence: this.fence, device, kind: KINDS[what] } }),
      withdraw: () => port.up({ case: 'withdraw', value: { conversation, fence: this.fence } }),
      leave: () => this.leave(),
      remove: (device) => port.up({ case: 'remove', value: { conversation, fence: this.fence, device } }),
      follow: () => this.follow(),
      hole: () => port.reconnect(),
      changed: () => port.changed(),
      stopped: (reason) => {
        // The visitor shall not wait for a console that stopped; one that was replaced goes on elsewhere.
        if (reason !== 'replaced') this.part();
        port.changed();
      },
    });
    this.staff.members(taken.members);
  }

  /**
   * Undefined when the card is none: such a chat cannot be held. What the visitor was told holds, whatever is published
   * meanwhile; the server keeps nothing for longer than the service says by then.
   *
   * @param retention for how many days a service keeps chats, for rings of older pages, which do not tell
   */
  static of(
    taken: DeskTaken,
    lead: Lead & { readonly statement: SignedStatement },
    retention: (service: string) => number,
    tools: StaffTools,
    port: ChatPort,
  ): Chat | undefined {
    const facts = readRing(taken.card);
    return facts && new Chat(facts, taken, lead, facts.told ?? retention(facts.service), tools, port);
  }

  get talk(): SealedTalk {
    return this.staff.talk;
  }

  get over(): boolean {
    return this.talk.over;
  }

  get view(): DeskChat {
    const { service, lane, language, wishes } = this.facts;
    const talk = this.talk.view;
    return {
      conversation: this.hex,
      service,
      lane,
      language,
      wishes,
      since: Number(this.taken.since),
      takenAt: this.takenAt,
      retentionDays: this.retentionDays,
      fence: this.fence,
      unread: this.heard() - this.read,
      ended: this.talk.ended,
      paused: this.paused,
      leads: this.staff.leading,
      colleagues: this.colleagues,
      talk,
      whispers: this.staff.whispers.view,
    };
  }

  /** Claimed again, or taken over by this member: the fence has risen. */
  claimed({ fence, members }: DeskTaken): void {
    if (fence > this.fence) this.fence = fence;
    if (fence === 0n) return;
    if (!this.staff.leading) this.staff.promoted();
    this.staff.members(members);
  }

  /** The visitor is quiet or away, or back. */
  pause(now: boolean): void {
    this.paused = now;
    this.port.changed();
  }

  /** Who else is on duty, as the roster confirms it. */
  told(colleagues: readonly ColleagueView[]): void {
    this.colleagues = colleagues;
    if (this.wanted !== undefined) {
      if (colleagues.some(({ device }) => device === this.wanted)) this.propose(this.wanted, 'join');
      else this.port.notFound();
      this.wanted = undefined;
    }
    this.port.changed();
  }

  askColleagues(): void {
    this.port.up({ case: 'colleagues', value: { conversation: this.taken.conversation } });
  }

  /** Asks the visitor whether a colleague may join, once it is known who they are. */
  letIn(device: string): void {
    this.wanted = device;
    this.askColleagues();
  }

  /** Asks the visitor about a colleague of the list. */
  propose(device: string, what: What): void {
    const asked = this.colleagues?.find((one) => one.device === device);
    const id = fromHex(device);
    if (asked === undefined || id === undefined || !this.staff.leading) return;
    const { salt, role, name } = asked;
    this.talk.propose({ what, device: id, salt, role, name });
  }

  /** Leaves: the lead ends the chat, a member goes. */
  private part(): void {
    if (this.staff.leading) this.end();
    else this.leave();
  }

  leave(): void {
    this.port.up({ case: 'leave', value: { conversation: this.taken.conversation } });
  }

  /** Asks for everything after the last handled entry. */
  follow(): void {
    const { conversation } = this.taken;
    this.port.up({ case: 'attach', value: { conversation, lastSeq: this.talk.last, lastWhisper: this.staff.whispers.last } });
  }

  end(): void {
    this.port.up({ case: 'end', value: { conversation: this.taken.conversation } });
  }

  /** Everything so far was looked at. */
  markRead(): void {
    this.read = this.heard();
  }

  private heard(): number {
    const { talk, whispers } = this.staff;
    return [...talk.view.messages, ...whispers.view.messages].filter(({ from }) => from !== 'me').length;
  }
}
