import type { Clock } from '../kernel/clock.ts';

interface Alarm {
  readonly at: number;
  readonly task: () => void;
}

/** A clock that moves when the test says so. */
export class HandClock implements Clock {
  private alarms: readonly Alarm[] = [];

  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  after(delay: number, task: () => void): () => void {
    const alarm = { at: this.time + delay, task };
    this.alarms = [...this.alarms, alarm];
    return () => {
      this.alarms = this.alarms.filter((one) => one !== alarm);
    };
  }

  /** Moves on and runs the alarms that are due, in order. */
  pass(duration: number): void {
    const until = this.time + duration;
    for (;;) {
      const due = this.alarms.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.alarms = this.alarms.filter((one) => one !== due);
      this.time = Math.max(this.time, due.at);
      due.task();
    }
    this.time = until;
  }
}
