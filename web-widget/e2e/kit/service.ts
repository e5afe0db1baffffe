/** Services that tests store for themselves: whoever is on duty for another test has no keys for them. */

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export interface ServiceDocument {
  readonly [part: string]: unknown;
  readonly id: string;
}

const hours = (weekly: readonly object[]): object => ({ zone: 'Europe/Oslo', weekly, exceptions: [] });

/** Closed at every hour, and keeps nothing, unless `more` says otherwise. */
export const aService = (id: string, nb: string, en: string, more: Readonly<Record<string, unknown>> = {}): ServiceDocument => ({
  id,
  names: { nb, en },
  languages: ['nb'],
  lanes: ['self'],
  hours: hours([]),
  origins: [],
  retentionDays: 0,
  exit: 'https://www.yr.no/',
  emergency: [{ number: '113', kind: 'health' }],
  ...more,
});

export const EVERY_HOUR = hours(DAYS.map((day) => ({ day, from: '00:00', to: '24:00' })));
