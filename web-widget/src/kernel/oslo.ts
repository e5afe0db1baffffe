/** The clock of Norway, whatever a device takes for its time zone. */

export const OSLO = 'Europe/Oslo';

const LOCAL = new Intl.DateTimeFormat('en-GB', {
  timeZone: OSLO,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** @returns the date such as `2026-11-20`, and the hour from 0 to 23 */
export function inOslo(now: number): { readonly date: string; readonly hour: number } {
  const parts = Object.fromEntries(LOCAL.formatToParts(now).map(({ type, value }) => [type, value]));
  return { date: `${parts['year'] ?? ''}-${parts['month'] ?? ''}-${parts['day'] ?? ''}`, hour: Number(parts['hour']) };
}

export const todayInOslo = (now: number): string => inOslo(now).date;
