import { forget, NONE } from '../kernel/bytes.ts';
import { MINUTE } from '../kernel/clock.ts';
import { toHex } from '../kernel/hex.ts';
import type { Random } from '../kernel/random.ts';
import { openFrame, openSignal, sealFrame, sealSignal } from '../seal/frame.ts';
import type { EpochKeys, FrameHeader } from '../seal/frame.ts';
import { encodePlaintext, readPlaintext } from '../seal/plaintext.ts';
import type { Plaintext, Seen } from '../seal/plaintext.ts';
import { signAs, verifies } from '../seal/sign.ts';
import type { Purpose, Signer } from '../seal/sign.ts';
import { FRAMES_PER_SLOT, SlotChain } from './chain.ts';
import { Doubt } from './stop.ts';
import type { Member } from './view.ts';

/** How long frames may be sent in one epoch. */
export const EPOCH_LIFE = 30 * MINUTE;

/** A member of an epoch, verified. */
export interface Person {
  readonly slot: number;
  readonly kind: 'visitor' | 'staff';
  readonly name: string;
  readonly role: string;
  /** 16 bytes; zeros for the visitor. */
  readonly device: Uint8Array;
  /** Shift signing key of staff; undefined for the visitor, who signs nothing. */
  readonly ed25519: Uint8Array | undefined;
}

/** A sealed frame with its signature, as the wire carries it; the signature is empty from a visitor. */
export interface SealedBytes {
  readonly frame: Uint8Array;
  readonly signature: Uint8Array;
}

/** One of this device's own frames. */
export interface OwnFrame extends SealedBytes {
  /** Message id, 16 bytes. */
  readonly id: Uint8Array;
  stored: boolean;
}

/** What this device is in an epoch. */
export interface Place {
  readonly slot: number;
  /** Undefined for a visitor. */
  readonly signer: Signer | undefined;
  /** False for an epoch whose counter this page does not know: it may read, never send. */
  readonly mayWrite: boolean;
}

type Content = Pick<Plaintext, 'id' | 'kind' | 'body'>;

/** One verified epoch as one device sees it: its keys, its members, every slot's chain. */
export class Epoch {
  readonly own: OwnFrame[] = [];
  private readonly chains: ReadonlyMap<number, SlotChain>;

  /** @param since when this device began to use it, ms since 1970 */
  constructor(
    private readonly keys: EpochKeys,
    readonly place: Place,
    readonly people: readonly Person[],
    readonly leadSlot: number,
    readonly since: number,
    private readonly random: Random,
  ) {
    this.chains = new Map(people.map(({ slot }) => [slot, new SlotChain(keys.headerHash, slot, keys.stream)]));
  }

  get number(): number {
    return this.keys.number;
  }

  get headerHash(): Uint8Array {
    return this.keys.headerHash;
  }

  get staff(): readonly Person[] {
    return this.people.filter(({ kind }) => kind === 'staff');
  }

  /** The same epoch as its staff whispers in it, under a secret of their own. */
  beside(secret: Uint8Array): Epoch {
    const keys: EpochKeys = { ...this.keys, secret, stream: 'whisper' };
    return new Epoch(keys, this.place, this.staff, this.leadSlot, this.since, this.random);
  }

  /** Everybody but this device, for the screen. */
  get others(): readonly Member[] {
    return this.people
      .filter(({ slot }) => slot !== this.place.slot)
      .map(({ slot, kind, name, role, device }) => {
        return { slot, kind, name, role, device: toHex(device), lead: slot === this.leadSlot };
      });
  }

  /** Frames this device may still send in it at this time. */
  roomAt(now: number): number {
    if (!this.place.mayWrite || !this.youngAt(now)) return 0;
    return FRAMES_PER_SLOT - this.chain(this.place.slot).next;
  }

  /** Whether anything may be sent in it at this time. */
  youngAt(now: number): boolean {
    return now - this.since < EPOCH_LIFE;
  }

  /** Whether some slot has used its frames up. */
  get exhausted(): boolean {
    return [...this.chains.values()].some(({ full }) => full);
  }

  /** Seals the next talk frame of this device. */
  async write(content: Content): Promise<OwnFrame> {
    const { slot } = this.place;
    const chain = this.chain(slot);
    const plaintext = encodePlaintext({ ...content, seen: this.seen() });
    const place = { slot, counter: chain.next, r: this.random(16) };
    const frame = await sealFrame(this.keys, place, chain.head, plaintext);
    chain.append(frame);
    const own = { id: content.id, frame, signature: await this.sign(this.purpose, frame), stored: false };
    this.own.push(own);
    return own;
  }

  /** Seals a signal of this device. */
  async writeSignal(kind: number): Promise<SealedBytes> {
    const content = { id: this.random(16), kind, body: NONE };
    const plaintext = encodePlaintext({ ...content, seen: this.seen() });
    const frame = await sealSignal(this.keys, this.place.slot, this.random(16), plaintext);
    return { frame, signature: await this.sign('signal', frame) };
  }

  /** Opens the next talk frame of a slot; undefined for the same bytes again. Anything else is a doubt. */
  async read(header: FrameHeader, { frame, signature }: SealedBytes): Promise<Plaintext | undefined> {
    this.authenticate(this.purpose, header.slot, frame, signature);
    const chain = this.chain(header.slot);
    if (chain.place(header.counter, frame) === 'repeat') {
      if (header.slot === this.place.slot) this.noteStored(header.counter);
      return undefined;
    }
    // A frame of ours that this page never sealed: somebody else uses our slot.
    if (header.slot === this.place.slot && this.place.mayWrite) throw new Doubt('replaced');
    const plaintext = inside(await openFrame(this.keys, frame, chain.head));
    chain.append(frame);
    if (header.slot === this.place.slot) this.own.push({ id: plaintext.id, frame, signature, stored: true });
    return plaintext;
  }

  /** Opens a signal of another slot. */
  async readSignal(header: FrameHeader, { frame, signature }: SealedBytes): Promise<Plaintext> {
    if (header.slot === this.place.slot) throw new Doubt('frame-refused');
    this.authenticate('signal', header.slot, frame, signature);
    return inside(await openSignal(this.keys, frame));
  }

  /** Own frames that these words of another slot cover. A `seen` that does not fit what was sent is a doubt. */
  covered(seen: readonly Seen[]): readonly OwnFrame[] {
    const mine = seen.find(({ slot }) => slot === this.place.slot);
    if (mine === undefined) return [];
    if (!this.chain(mine.slot).agrees(mine)) throw new Doubt('frame-refused');
    return this.own.slice(0, mine.counter + 1);
  }

  /** The server says that this frame is in the stream. */
  noteStored(counter: number): OwnFrame | undefined {
    const own = this.own[counter];
    if (own !== undefined) own.stored = true;
    return own;
  }

  /** Overwrites the secret: nothing can be sealed or opened any more. */
  forget(): void {
    forget(this.keys.secret);
  }

  private get purpose(): Purpose {
    return this.keys.stream === 'whisper' ? 'whisper' : 'frame';
  }

  private seen(): readonly Seen[] {
    return [...this.chains.values()]
      .filter(({ slot }) => slot !== this.place.slot)
      .flatMap(({ seen }) => (seen === undefined ? [] : [seen]));
  }

  private chain(slot: number): SlotChain {
    const chain = this.chains.get(slot);
    if (chain === undefined) throw new Doubt('frame-refused');
    return chain;
  }

  private authenticate(purpose: Purpose, slot: number, frame: Uint8Array, signature: Uint8Array): void {
    const person = this.people.find((one) => one.slot === slot);
    const genuine =
      person?.ed25519 === undefined
        ? person !== undefined && signature.length === 0
        : verifies(purpose, person.ed25519, signature, frame);
    if (!genuine) throw new Doubt('frame-refused');
  }

  private sign(purpose: Purpose, frame: Uint8Array): Promise<Uint8Array> {
    const { signer } = this.place;
    return signer === undefined ? Promise.resolve(NONE) : signAs(signer, purpose, frame);
  }
}

function inside(plaintext: Uint8Array | undefined): Plaintext {
  const read = plaintext === undefined ? undefined : readPlaintext(plaintext);
  if (read === undefined) throw new Doubt('frame-refused');
  return read;
}
