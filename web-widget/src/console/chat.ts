import type { DeskTaken } from '../gen/havn/v1/desk_pb.ts';
import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { toHex } from '../kernel/hex.ts';
import { LeadTalk } from '../talk/lead-talk.ts';
import type { LeadTools } from '../talk/lead-talk.ts';
import type { Lead } from '../talk/make-epoch.ts';
import { readRing } from '../talk/ring.ts';
import type { RingFacts } from '../talk/ring.ts';
import type { SealedTalk } from '../talk/talk.ts';
import type { DeskUpKind } from '../wire/frames.ts';
import type { DeskChat } from './desk-view.ts';

/** What a chat does to the world around it. */
export interface ChatPort {
  up(kind: DeskUpKind): void;
  /** Connect anew; the stream has a hole. */
  reconnect(): void;
  changed(): void;
}

/** One chat that this device holds. */
export class Chat {
  readonly hex: string;
  readonly lead: LeadTalk;
  private fence: bigint;
  private read = 0;

  private constructor(
    private readonly facts: RingFacts,
    private readonly taken: DeskTaken,
    lead: Lead & { readonly statement: SignedStatement },
    retentionDays: number,
    tools: LeadTools,
    private readonly port: ChatPort,
  ) {
    const { conversation } = taken;
    this.hex = toHex(conversation);
    this.fence = taken.fence;
    this.lead = new LeadTalk({ conversation, ring: facts, retentionDays }, lead, tools, {
      talk: (talk) => port.up({ case: 'talk', value: { talk } }),
      signal: (signal) => port.up({ case: 'signal', value: { signal } }),
      statement: (statement) => port.up({ case: 'statement', value: { conversation, fence: this.fence, statement } }),
      epoch: (number, epoch) => port.up({ case: 'epoch', value: { conversation, fence: this.fence, number, epoch } }),
      follow: () => this.follow(),
      hole: () => port.reconnect(),
      changed: () => port.changed(),
      stopped: (reason) => {
        // The visitor shall not wait for a console that stopped; one that was replaced goes on elsewhere.
        if (reason !== 'replaced') this.end();
        port.changed();
      },
    });
  }

  /** Undefined when the card is none: such a chat cannot be held. */
  static of(
    taken: DeskTaken,
    lead: Lead & { readonly statement: SignedStatement },
    retention: (service: string) => number,
    tools: LeadTools,
    port: ChatPort,
  ): Chat | undefined {
    const facts = readRing(taken.card);
    return facts && new Chat(facts, taken, lead, retention(facts.service), tools, port);
  }

  get talk(): SealedTalk {
    return this.lead.talk;
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
      unread: this.heard() - this.read,
      ended: this.talk.ended,
      talk,
    };
  }

  /** Claimed again: the fence has risen. */
  claimed(fence: bigint): void {
    if (fence > this.fence) this.fence = fence;
  }

  /** Asks for everything after the last handled entry. */
  follow(): void {
    this.port.up({ case: 'attach', value: { conversation: this.taken.conversation, lastSeq: this.talk.last } });
  }

  end(): void {
    this.port.up({ case: 'end', value: { conversation: this.taken.conversation } });
  }

  /** Everything so far was looked at. */
  markRead(): void {
    this.read = this.heard();
  }

  private heard(): number {
    return this.talk.view.messages.filter(({ from }) => from !== 'me').length;
  }
}
