import type { readEpochHeader } from '../seal/epoch.ts';
import type { Epoch } from './epoch.ts';
import { after, NOTHING_BEFORE, type Before } from './staff-rules.ts';

type Header = NonNullable<ReturnType<typeof readEpochHeader>>;

/** The epochs of one conversation that this page follows: the running one, the one before, and what the next goes on from. */
export class Epochs {
  private current: Epoch | undefined;
  private previous: Epoch | undefined;
  private latest: Before = NOTHING_BEFORE;
  /** Number of the epoch under which the last envelope was sealed or opened. */
  private lastSealed = 0;

  /** Undefined also when this device cannot read the last epoch of the stream. */
  get running(): Epoch | undefined {
    return this.current;
  }

  /** The last epoch of the stream, whether or not this device can read it. */
  get before(): Before {
    return this.latest;
  }

  /** Whether the running epoch sealed the last envelope. */
  get sealing(): boolean {
    return this.lastSealed === this.current?.number;
  }

  /** The running epoch or the one before it. */
  of(number: number): Epoch | undefined {
    return [this.current, this.previous].find((epoch) => epoch?.number === number);
  }

  /** An envelope was sealed or opened under it. */
  sealed({ number }: Epoch): void {
    this.lastSealed = number;
  }

  /** A new epoch runs; undefined when this device cannot read it. */
  next(epoch: Epoch | undefined, header: Header, headerHash: Uint8Array): void {
    this.previous?.forget();
    this.previous = this.current;
    this.current = epoch;
    this.latest = after(this.latest, header, headerHash);
    this.lastSealed = header.number;
  }

  /** Forgets every key. */
  forget(): void {
    this.current?.forget();
    this.previous?.forget();
  }
}
