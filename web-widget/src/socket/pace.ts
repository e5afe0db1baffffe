import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';

/** The server allows 50 frames a second and bursts of 100; this stays below. */
const PER_SECOND = 40;
const BURST = 60;
/** Frames that may wait here; more means that something is wrong, and the connection is made anew. */
const MOST_WAITING = 512;

/** Lets frames out at a pace the server accepts. */
export class Pace {
  private waiting: Uint8Array[] = [];
  private allowed = BURST;
  private since: number;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly out: (frame: Uint8Array) => void,
    private readonly clock: Clock,
  ) {
    this.since = clock.now();
  }

  /** False when too much waits already; then nothing was taken. */
  offer(frame: Uint8Array): boolean {
    if (this.waiting.length >= MOST_WAITING) return false;
    this.waiting.push(frame);
    this.drain();
    return true;
  }

  /** Sends what waits, whatever the pace: for a last word. */
  flush(): void {
    for (const frame of this.clear()) this.out(frame);
  }

  clear(): readonly Uint8Array[] {
    this.cancel?.();
    this.cancel = undefined;
    const { waiting } = this;
    this.waiting = [];
    return waiting;
  }

  private drain(): void {
    const now = this.clock.now();
    this.allowed = Math.min(BURST, this.allowed + ((now - this.since) * PER_SECOND) / SECOND);
    this.since = now;
    while (this.allowed >= 1) {
      const frame = this.waiting.shift();
      if (frame === undefined) return;
      this.allowed--;
      this.out(frame);
    }
    this.cancel ??= this.clock.after(SECOND / PER_SECOND, () => {
      this.cancel = undefined;
      this.drain();
    });
  }
}
