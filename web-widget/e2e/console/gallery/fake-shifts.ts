/** Shifts that others changed, and reminders in each state. */

import { signal } from '@preact/signals';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { Http } from '../../../src/console/login/http.ts';
import { createReminders, type Reminders } from '../../../src/console/reminders/reminders.ts';
import { CHANGES, createShifts, type Shifts } from '../../../src/console/shifts/shifts.ts';

const answering = (value: unknown): Http => ({
  get: () => Promise.resolve({ kind: 'ok', value }),
  post: () => Promise.resolve({ kind: 'refused', status: 422 }),
});

/** @param now ms since 1970 */
export function changedShifts(now: number): Shifts {
  const news = CHANGES.map((what, index) => ({ number: index + 1, what, service: 'pro-mann', day: '2026-11-24' }));
  return createShifts({ http: answering({ shifts: [], plans: [], news }), clock: systemClock, origin: '', now: signal(now) });
}

export const fakeReminders = (number: 'none' | 'unproven' | 'confirmed'): Reminders =>
  createReminders({
    http: answering({
      number,
      shifts: true,
      offers: false,
      alarms: true,
      unheard: number === 'none' ? ['pro-mann'] : [],
      usedUp: number === 'confirmed' ? ['line'] : [],
      notDelivered: number === 'confirmed' ? [{ kind: 'shift', at: '2026-11-23T17:00:00Z', perhaps: false }, { kind: 'change', at: '2026-11-22T11:00:00Z', perhaps: true }] : [],
    }),
    clock: systemClock,
  });
