/** Lets asynchronous steps happen one after another, in the order they were asked for. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Runs `step` when all earlier steps are over, whether they succeeded or not. */
  take<T>(step: () => Promise<T> | T): Promise<T> {
    const turn = this.last.then(step);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
