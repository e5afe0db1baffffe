import { create } from '@bufbuild/protobuf';
import { EntrySchema, EpochSchema, StoredSchema, TalkSchema } from '../gen/havn/v1/talk_pb.ts';
import type { EndReason, Entry, Epoch, SignedStatement, Stored } from '../gen/havn/v1/talk_pb.ts';
import { readFrameHeader } from '../seal/frame.ts';
import type { SealedBytes } from '../talk/epoch.ts';

/** What the server says to one connection. */
export type Down =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'stored'; readonly stored: Stored }
  | { readonly kind: 'signal'; readonly signal: SealedBytes }
  | { readonly kind: 'caught-up'; readonly seq: number }
  | { readonly kind: 'epoch-behind' };

/** What a device says to the server. */
export type Up =
  | { readonly kind: 'talk'; readonly talk: SealedBytes }
  | { readonly kind: 'signal'; readonly signal: SealedBytes }
  | { readonly kind: 'statement'; readonly statement: SignedStatement }
  | { readonly kind: 'epoch'; readonly number: number; readonly epoch: Epoch }
  | { readonly kind: 'follow'; readonly last: number };

/** One device's line to the relay: both directions keep their order, and a cut loses what is under way. */
export class Wire {
  up: Up[] = [];
  down: Down[] = [];
  open = true;

  /** @param following whether live entries come; otherwise only after `follow` */
  constructor(public following: boolean) {}

  cut(): void {
    this.open = false;
    this.up = [];
    this.down = [];
  }
}

/** The server of one conversation, as docs/protocol describes it: stores, numbers, forwards, and reads nothing. */
export class Relay {
  readonly stream: Entry[] = [];
  private epoch = 0;
  private readonly wires = new Set<Wire>();

  connect(following: boolean): Wire {
    const wire = new Wire(following);
    this.wires.add(wire);
    return wire;
  }

  take(from: Wire, up: Up): void {
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
        if (up.number !== this.epoch + 1) {
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
    }
  }

  end(reason: EndReason): void {
    this.append({ case: 'end', value: reason });
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
