/** The hand on a demonstration's clock. */

import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE, systemClock } from '../../src/kernel/clock.ts';
import type { Demo } from './demo.ts';

interface Pace {
  readonly since: number;
  readonly shown: number;
  readonly speed: number;
}

export class DemoClock {
  private constructor(
    private readonly page: string,
    private readonly paces: string,
  ) {}

  static of(demo: Demo): DemoClock {
    const { clock, widget } = demo.read().pages;
    if (clock === undefined) throw new Error('this demonstration lives on the machine’s clock');
    return new DemoClock(clock, new URL('/demo-clock.json', widget).href);
  }

  async run(speed: number): Promise<void> {
    const answer = await fetch(this.page, { method: 'POST', body: new URLSearchParams({ speed: String(speed) }), redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`the clock refused ${speed}: ${answer.status}`);
  }

  /** What it shows now, milliseconds since 1970-01-01T00:00Z. */
  async now(): Promise<number> {
    const paces = (await (await fetch(this.paces)).json()) as readonly Pace[];
    const wall = systemClock.now();
    const { since, shown, speed } = paces.findLast((pace) => pace.since <= wall) ?? paces[0]!;
    return shown + (wall - since) * speed;
  }

  /** Lets it run as fast as it can until this moment, and then as fast as time itself. */
  async until(at: number): Promise<void> {
    if ((await this.now()) >= at) return;
    await this.run(30);
    // A change counts a second later, in which it runs on.
    while ((await this.now()) < at - MINUTE / 2) await pause(100);
    await this.run(1);
    while ((await this.now()) < at) await pause(100);
  }

  async pass(minutes: number): Promise<void> {
    await this.until((await this.now()) + minutes * MINUTE);
  }
}
