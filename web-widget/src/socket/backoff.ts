import { SECOND } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';

const FIRST = 300;
const LONGEST = 10 * SECOND;

/** How long to wait before attempt `attempt` (from 0): doubles from 0.3 s to 10 s, with jitter down to the half. */
export function backoff(attempt: number, random: Random): number {
  const most = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
  const [high = 0, low = 0] = random(2);
  const jitter = (high * 256 + low) / 65_536;
  return Math.max(FIRST, Math.round(most * (0.5 + jitter / 2)));
}
