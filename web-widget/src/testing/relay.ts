import { create } from '@bufbuild/protobuf';
import { WhisperEntrySchema } from '../gen/havn/v1/desk_pb.ts';
import type { WhisperEntry, WhisperKey } from '../gen/havn/v1/desk_pb.ts';
import { EntrySchema, EpochSchema, StoredSchema, TalkSchema } from '../gen/havn/v1/talk_pb.ts';
import type { EndReason, Entry, Epoch, SignedStatement, Stored } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import { toHex } from '../kernel/hex.ts';
import { readFrameHeader } from '../seal/frame.ts';
import type { What } from '../seal/proposal.ts';
import type { ListedMember } from '../talk/company.ts';
import type { SealedBytes } from '../talk/epoch.ts';

/** What the server says to one connection. */
export type Down =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'stored'; readonly stored: Stored }
  | { readonly kind: 'signal'; readonly signal: SealedBytes }
  | { readonly kind: 'caught-up'; readonly seq: number }
  | { readonly kind: 'epoch-behind' }
  | { readonly kind: 'whisper'; readonly entry: WhisperEntry }
  | { readonly kind: 'whisper-stored'; readonly stored: Stored }
  | { readonly kind: 'whispers-caught-up'; readonly seq: number }
  | { readonly kind: 'members'; readonly members: readonly ListedMember[] }
  | { readonly kind: 'invitation-over' }
  | { readonly kind: 'left' };

/** What a device says to the server. */
export type Up =
  | { readonly kind: 'talk'; readonly talk: SealedBytes }
  | { readonly kind: 'signal'; readonly signal: SealedBytes }
  | { readonly kind: 'statement'; readonly statement: SignedStatement }
  | { readonly kind: 'epoch'; readonly number: number; readonly epoch: Epoch }
  | { readonly kind: 'follow'; readonly last: number; readonly lastWhisper: number }
  | { readonly kind: 'whisper-key'; readonly key: WhisperKey }
  | { readonly kind: 'whisper'; readonly whisper: SealedBytes }
  | { readonly kind: 'invite'; readonly what: What; readonly device: Uint8Array }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'remove'; readonly device: Uint8Array }
  | { readonly kind: 'leave' };

/** One device's line to the relay: both directions keep their order, and a cut loses what is under way. */
export class Wire {
  up: Up[] = [];
  down: Down[] = [];
  open = true;

  /** @param following whether live entries come; otherwise only after `follow` */
  constructor(
    public following: boolean,
    readonly device = '',
  ) {}

  cut(): void {
    this.open = false;
    this.up = [];
    this.down = [];
  }
}

/** The server of one conversation, as docs/protocol describes it: stores, numbers, forwards, and reads nothing. */
export class Relay {
  readonly stream: Entry[] = [];
  /** What staff whispers; told to nobody else. */
  readonly whispers: WhisperEntry[] = [];
  private keyed = 0;
  /** The lead's device, hexadecimal; empty for the one that claimed first. */
  lead = '';
  members: readonly ListedMember[] = [];
  invitation: { readonly what: What; readonly device: Uint8Array } | undefined;
  /** Everybody who came in, with the slot they got. */
  readonly entered: { readonly device: string; readonly slot: number }[] = [];
  private slots = 1;
  private epoch = 0;
  private readonly wires = new Set<Wire>();

  connect(following: boolean, device = ''): Wire {
    const wire = new Wire(following, device);
    this.wires.add(wire);
    if (device === this.lead && !following) wire.down.push({ kind: 'members', members: this.members });
    return wire;
  }

  /** The invited comes in; answers its slot, and whether it leads. */
  accept(): { readonly slot: number; readonly leads: boolean } {
    const { invitation } = this;
    if (invitation === undefined) throw new Error('nobody is invited');
    this.invitation = undefined;
    const { device, what } = invitation;
    const known = this.members.find((one) => equal(one.device, device));
    const slot = known?.slot ?? ++this.slots;
    this.entered.push({ device: toHex(device), slot });
    if (what === 'join') {
      this.setMembers([...this.members, { device, slot }]);
      return { slot, leads: false };
    }
    const gone = [this.lead, ...this.members.map((one) => toHex(one.device))];
    this.lead = toHex(device);
    this.members = [];
    for (const hex of gone) if (hex !== this.lead) this.dismiss(hex);
    return { slot, leads: true };
  }

  /** A member is out. */
  drop(device: Uint8Array): void {
    if (this.members.every((one) => !equal(one.device, device))) return;
    this.setMembers(this.members.filter((one) => !equal(one.device, device)));
    this.dismiss(toHex(device));
  }

  private setMembers(members: readonly ListedMember[]): void {
    this.members = members;
    this.tell(this.lead, { kind: 'members', members });
  }

  private dismiss(hex: string): void {
    this.tell(hex, { kind: 'left' });
    for (const wire of this.wires) if (wire.device === hex && !this.isVisitor(wire)) wire.following = false;
  }

  private tell(hex: string, down: Down): void {
    for (const wire of this.wires) if (wire.device === hex && wire.open && !this.isVisitor(wire)) wire.down.push(down);
  }

  /** The visitor's wire, which has no device. */
  visitor: Wire | undefined;
  private isVisitor(wire: Wire): boolean {
    return wire === this.visitor;
  }

  /** Whether this connection still belongs to the chat. */
  private isIn(wire: Wire): boolean {
    return this.isVisitor(wire) || wire.device === this.lead || this.members.some(({ device }) => toHex(device) === wire.device);
  }

  private mayInvite({ what, device }: { readonly what: What; readonly device: Uint8Array }): boolean {
    const inside = this.members.some((one) => equal(one.device, device));
    return toHex(device) !== this.lead && (what === 'handover' || !inside);
  }

  /** The invited says no, or the lead takes it back. */
  decline(): void {
    this.invitation = undefined;
    this.tell(this.lead, { kind: 'invitation-over' });
  }

  take(from: Wire, up: Up): void {
    if (!this.isIn(from)) {
      if (up.kind === 'follow') from.down.push({ kind: 'left' });
      return;
    }
    switch (up.kind) {
      case 'talk': {
        const seq = this.append({ case: 'talk', value: create(TalkSchema, up.talk) }, from);
        const { epoch, slot, counter } = readFrameHeader(up.talk.frame)!;
        from.down.push({ kind: 'stored', stored: create(StoredSchema, { seq, epoch, slot, counter }) });
        return;
      }
      case 'signal':
        for (const wire of this.others(from)) wire.down.push({ kind: 'signal', signal: up.signal });
        return;
      case 'statement':
        this.append({ case: 'statement', value: up.statement });
        return;
      case 'epoch':
        if (up.number !== this.epoch + 1 || from.device !== this.lead) {
          from.down.push({ kind: 'epoch-behind' });
          return;
        }
        this.epoch = up.number;
        this.append({ case: 'epoch', value: create(EpochSchema, up.epoch) });
        return;
      case 'follow':
        from.following = true;
        for (const entry of this.stream.slice(up.last)) from.down.push({ kind: 'entry', entry });
        from.down.push({ kind: 'caught-up', seq: this.stream.length });
        if (!this.isVisitor(from)) this.followWhispers(from, up.lastWhisper);
        return;
      case 'whisper-key':
        if (from.device !== this.lead || up.key.epoch !== this.epoch || up.key.epoch === this.keyed) return;
        this.keyed = up.key.epoch;
        this.whisper({ case: 'key', value: up.key });
        return;
      case 'whisper': {
        const seq = this.whisper({ case: 'whisper', value: create(TalkSchema, up.whisper) }, from);
        const { epoch, slot, counter } = readFrameHeader(up.whisper.frame)!;
        from.down.push({ kind: 'whisper-stored', stored: create(StoredSchema, { seq, epoch, slot, counter }) });
        return;
      }
      case 'invite':
        if (from.device === this.lead && this.mayInvite(up)) this.invitation ??= { what: up.what, device: up.device };
        return;
      case 'withdraw':
        if (this.invitation !== undefined && from.device === this.lead) this.decline();
        return;
      case 'remove':
        if (from.device === this.lead) this.drop(up.device);
        return;
      case 'leave':
        for (const { device } of this.members) if (toHex(device) === from.device) this.drop(device);
    }
  }

  end(reason: EndReason): void {
    this.append({ case: 'end', value: reason });
  }

  private followWhispers(from: Wire, last: number): void {
    for (const entry of this.whispers.slice(last)) from.down.push({ kind: 'whisper', entry });
    from.down.push({ kind: 'whispers-caught-up', seq: this.whispers.length });
  }

  private whisper(kind: WhisperEntry['kind'], from?: Wire): number {
    const entry = create(WhisperEntrySchema, { seq: this.whispers.length + 1, kind });
    this.whispers.push(entry);
    for (const wire of this.others(from)) {
      if (!this.isVisitor(wire) && this.isIn(wire)) wire.down.push({ kind: 'whisper', entry });
    }
    return entry.seq;
  }

  private append(kind: Entry['kind'], from?: Wire): number {
    const entry = create(EntrySchema, { seq: this.stream.length + 1, kind });
    this.stream.push(entry);
    for (const wire of this.others(from)) wire.down.push({ kind: 'entry', entry });
    return entry.seq;
  }

  private others(from: Wire | undefined): Wire[] {
    return [...this.wires].filter((wire) => wire !== from && wire.open && wire.following);
  }
}
