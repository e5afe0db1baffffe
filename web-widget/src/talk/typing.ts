import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';

const SHOWN = 6 * SECOND;
const PAUSE = 3 * SECOND;

/** Who types: how long the other side's sign is shown, and how often ours is sent. */
export class Typing {
  private until = 0;
  private saidAt = -PAUSE;

  constructor(
    private readonly clock: Clock,
    private readonly changed: () => void,
  ) {}

  get shown(): boolean {
    return this.clock.now() < this.until;
  }

  /** The other side types. */
  heard(): void {
    this.until = this.clock.now() + SHOWN;
    this.clock.after(SHOWN, this.changed);
  }

  over(): void {
    this.until = 0;
  }

  /** Whether our own sign may be sent now; at most every 3 s. */
  due(): boolean {
    const now = this.clock.now();
    if (now - this.saidAt < PAUSE) return false;
    this.saidAt = now;
    return true;
  }
}
