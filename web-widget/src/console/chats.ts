import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DeskTaken } from '../gen/havn/v1/desk_pb.ts';
import { toHex } from '../kernel/hex.ts';
import { unattended } from '../kernel/unattended.ts';
import { readFrameHeader } from '../seal/frame.ts';
import type { DeskDownKind } from '../wire/desk-frames.ts';
import type { Chat } from './chat.ts';
import type { DeskChat } from './desk-view.ts';

/** The chats this device holds, and those that ended and still stand on the screen. */
export class Chats {
  private readonly shown = signal<readonly DeskChat[]>([]);
  private readonly all = new Map<string, Chat>();
  /** Chats to follow at this connection, one after another, so that a refusal has a name. */
  private queue: readonly Chat[] = [];

  /** @param hold makes the chat for a claim; undefined when this device has no keys for it */
  constructor(private readonly hold: (taken: DeskTaken) => Chat | undefined) {}

  get views(): ReadonlySignal<readonly DeskChat[]> {
    return this.shown;
  }

  get open(): boolean {
    return [...this.all.values()].some(({ over }) => !over);
  }

  find(hex: string): Chat | undefined {
    return this.all.get(hex);
  }

  /** A claim of this device: a new one, or one from before a lost connection or a reload. False when it cannot hold it. */
  taken(taken: DeskTaken): boolean {
    const hex = toHex(taken.conversation);
    const known = this.all.get(hex);
    if (known !== undefined && !known.over) {
      known.claimed(taken);
      return true;
    }
    const chat = this.hold(taken);
    if (chat === undefined) return false;
    this.all.set(hex, chat);
    chat.follow();
    this.refresh();
    return true;
  }

  /** What the server says about one chat. */
  heard(kind: DeskDownKind): void {
    switch (kind.case) {
      case 'entry': {
        const { conversation, entry } = kind.value;
        if (entry !== undefined) this.step(conversation, ({ talk }) => talk.entry(entry));
        return;
      }
      case 'signal': {
        const { signal: sealed } = kind.value;
        if (sealed === undefined) return;
        const header = readFrameHeader(sealed.frame);
        if (header !== undefined) this.step(header.conversation, ({ talk }) => talk.signal(sealed));
        return;
      }
      case 'stored': {
        const { conversation, stored } = kind.value;
        if (stored !== undefined) this.step(conversation, ({ talk }) => talk.stored(stored));
        return;
      }
      case 'caughtUp': {
        const { conversation, seq } = kind.value;
        this.step(conversation, ({ talk }) => talk.caughtUp(seq));
        if (this.queue[0]?.hex === toHex(conversation)) this.followNext();
        return;
      }
      case 'whisper': {
        const { conversation, entry } = kind.value;
        if (entry !== undefined) this.step(conversation, ({ staff }) => staff.whispered(entry));
        return;
      }
      case 'whisperStored': {
        const { conversation, stored } = kind.value;
        if (stored !== undefined) this.step(conversation, ({ staff }) => staff.whisperStored(stored));
        return;
      }
      case 'whispersCaughtUp': {
        const { conversation, seq } = kind.value;
        this.step(conversation, ({ staff }) => staff.whispersCaughtUp(seq));
        return;
      }
      case 'visitor': {
        const { conversation, connected } = kind.value;
        this.step(conversation, ({ talk }) => talk.presence(connected));
        return;
      }
      case 'paused':
        this.all.get(toHex(kind.value.conversation))?.pause(kind.value.paused);
        return;
      case 'members': {
        const { conversation, items } = kind.value;
        this.all.get(toHex(conversation))?.staff.members(items);
        return;
      }
      case 'invitationOver':
        this.all.get(toHex(kind.value.conversation))?.staff.invitationOver();
        return;
      case 'left':
        this.step(kind.value.conversation, ({ talk }) => talk.parted('left'));
        return;
      default:
    }
  }

  /** A new connection: every open chat is followed from where it was. */
  connected(): void {
    this.queue = [...this.all.values()].filter(({ over }) => !over);
    this.followFirst();
  }

  lost(): void {
    this.queue = [];
    for (const { staff } of this.all.values()) unattended(staff.lost());
  }

  /** The server does not know the chat that was to be followed: it is over. */
  followRefused(): void {
    const [refused] = this.queue;
    if (refused === undefined) return;
    const { standing } = refused.talk.consents;
    const handedOver = standing?.yes === true && standing.proposal.what === 'handover';
    const isOver = handedOver || !refused.staff.leading ? refused.talk.parted('left') : refused.talk.parted('gone');
    unattended(isOver);
    this.followNext();
  }

  /** Somebody's epoch was refused; each chat that made one looks into its stream. */
  epochRefused(): void {
    for (const { staff } of this.all.values()) staff.epochRefused();
  }

  /** The server refused to invite somebody. */
  inviteRefused(): void {
    for (const { staff } of this.all.values()) staff.invitationOver();
  }

  rosterChanged(): void {
    for (const { staff, over } of this.all.values()) if (!over && staff.leading) staff.rosterChanged();
  }

  /** Takes an ended or stopped chat from the screen. */
  dismiss(hex: string): void {
    const chat = this.all.get(hex);
    if (chat?.over !== true) return;
    chat.talk.forget();
    this.all.delete(hex);
    this.refresh();
  }

  /** Stops every chat: this device must not speak any more. */
  stop(): void {
    for (const { talk } of this.all.values()) talk.stop('untrusted');
  }

  /** Forgets every word. */
  close(): void {
    for (const { talk } of this.all.values()) talk.forget();
    this.all.clear();
    this.refresh();
  }

  refresh(): void {
    this.shown.value = [...this.all.values()].map(({ view }) => view);
  }

  private followNext(): void {
    this.queue = this.queue.slice(1);
    this.followFirst();
  }

  private followFirst(): void {
    const [first] = this.queue;
    if (first !== undefined) unattended(first.staff.resumed().then(() => first.follow()));
  }

  private step(conversation: Uint8Array, work: (chat: Chat) => Promise<void>): void {
    const chat = this.all.get(toHex(conversation));
    if (chat !== undefined) unattended(work(chat));
  }
}
