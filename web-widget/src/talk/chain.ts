import { equal } from '../kernel/bytes.ts';
import { chainNext, chainStart } from '../seal/frame.ts';
import type { Stream } from '../seal/frame.ts';
import type { Seen } from '../seal/plaintext.ts';
import { Doubt } from './stop.ts';

/** Frames one slot may send in one epoch. */
export const FRAMES_PER_SLOT = 50;
const SEEN_BYTES = 8;

/** One slot's frames in one epoch and stream: which came, in what order, with what bytes. */
export class SlotChain {
  /** h(-1), h(0), … */
  private readonly links: Uint8Array[];

  constructor(
    headerHash: Uint8Array,
    readonly slot: number,
    stream: Stream = 'talk',
  ) {
    this.links = [chainStart(headerHash, slot, stream)];
  }

  /** The counter of the next frame. */
  get next(): number {
    return this.links.length - 1;
  }

  /** h of the last frame, which the next one is sealed over. */
  get head(): Uint8Array {
    return this.link(this.next);
  }

  get full(): boolean {
    return this.next >= FRAMES_PER_SLOT;
  }

  /** Whether the frame is the next one or the same bytes again; anything else is a doubt. */
  place(counter: number, frame: Uint8Array): 'next' | 'repeat' {
    if (counter === this.next && !this.full) return 'next';
    if (counter < this.next && equal(chainNext(this.link(counter), frame), this.link(counter + 1))) return 'repeat';
    throw new Doubt('frame-refused');
  }

  /** Appends the frame whose counter is {@link next}. */
  append(frame: Uint8Array): void {
    this.links.push(chainNext(this.head, frame));
  }

  /** What to tell others about this slot; undefined before its first frame. */
  get seen(): Seen | undefined {
    const counter = this.next - 1;
    return counter < 0 ? undefined : { slot: this.slot, counter, h: this.head.slice(0, SEEN_BYTES) };
  }

  /** Whether somebody who says this has seen the frames that are here. */
  agrees({ counter, h }: Seen): boolean {
    return counter < this.next && equal(this.link(counter + 1).subarray(0, SEEN_BYTES), h);
  }

  private link(index: number): Uint8Array {
    const link = this.links[index];
    if (link === undefined) throw new Doubt('frame-refused');
    return link;
  }
}
