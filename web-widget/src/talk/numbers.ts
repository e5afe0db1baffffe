import { Doubt } from './stop.ts';

/** Follows the numbers of a stream: each once, in order, without holes. */
export class Numbers {
  private handled = 0;
  private holeAt: number | undefined;
  private waiting = false;

  /** @param hole some are missing: asks for a replay */
  constructor(private readonly hole: () => void) {}

  /** The highest number this page has handled; 0 for none. */
  get last(): number {
    return this.handled;
  }

  /**
   * Whether number `seq` is the next, which then counts as handled. The first hole asks for a replay; until that comes
   * nothing is the next. A hole the replay did not fill is a doubt.
   */
  isNext(seq: number): boolean {
    if (seq <= this.handled || this.waiting) return false;
    if (seq === this.handled + 1) {
      this.handled = seq;
      return true;
    }
    if (this.holeAt === this.handled) throw new Doubt('frame-refused');
    this.holeAt = this.handled;
    this.waiting = true;
    this.hole();
    return false;
  }

  /** A new connection resumed from {@link last}. */
  resumed(): void {
    this.waiting = false;
  }

  /** The replay is complete up to `seq`; it must be exactly what was handled, nothing missing, nothing taken back. */
  complete(seq: number): void {
    if (!this.waiting && seq !== this.handled) throw new Doubt('frame-refused');
  }
}
