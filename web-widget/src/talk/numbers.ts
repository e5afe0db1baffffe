import { Doubt } from './stop.ts';

/** Follows the numbers of a stream: each once, in order, without holes. */
export class Numbers {
  private handled = 0;
  private holeAt: number | undefined;
  private waiting = false;

  /** The highest number this page has handled; 0 for none. */
  get last(): number {
    return this.handled;
  }

  /**
   * What to do with number `seq`: it is the next and now counts as handled, or it is known, or some are missing.
   * The first `hole` asks for a replay; until that comes everything is a `known`. A hole the replay did not fill is a
   * doubt.
   */
  place(seq: number): 'next' | 'known' | 'hole' {
    if (seq <= this.handled || this.waiting) return 'known';
    if (seq === this.handled + 1) {
      this.handled = seq;
      return 'next';
    }
    if (this.holeAt === this.handled) throw new Doubt('frame-refused');
    this.holeAt = this.handled;
    this.waiting = true;
    return 'hole';
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
