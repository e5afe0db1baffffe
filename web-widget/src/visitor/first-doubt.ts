import { Doubt } from '../talk/stop.ts';
import type { StopReason } from '../talk/stop.ts';
import type { Site } from './site.ts';

/** What speaks against ringing here; `unconfirmed`, nothing leads from the pin to a roster. */
export type FirstDoubt = StopReason | 'unconfirmed' | 'not-to-be-had';

/**
 * Follows the pin to today's roster before anybody is asked to wait. It only spares the visitor the line: every chat
 * makes the same check by itself. `now` is this device's time.
 */
export async function firstDoubt(site: Site, pin: string, now: number): Promise<FirstDoubt | undefined> {
  try {
    const { PIN, verifyBundle } = await import('./live-visit.ts');
    if (!PIN.test(pin)) return 'unconfirmed';
    const bundle = await site.document('trust');
    verifyBundle(bundle, pin, now);
    return undefined;
  } catch (failure) {
    if (!(failure instanceof Doubt)) return 'not-to-be-had';
    return failure.reason === 'untrusted' ? 'unconfirmed' : failure.reason;
  }
}
