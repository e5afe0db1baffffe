/** Days of rounds, as they are in Norway. */

import { inOslo, todayInOslo } from '../kernel/oslo.ts';

/** A round is told, corrected and kept on the phone until so many days after its day. */
export const DAYS = 14;
/** Before this hour an evening is not over. */
const MORNING = 6;
const DAY_MS = 86_400_000;

/** The day to which a round belongs that begins now: before six in the morning it is still yesterday's. */
export function dayOfRound(now: number): string {
  const { date, hour } = inOslo(now);
  return hour < MORNING ? plusDays(date, -1) : date;
}

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The first day for which a round can still be told. */
export const firstDay = (now: number): string => plusDays(todayInOslo(now), -DAYS);

/** "søndag 22. november", in the words of a language. */
export const dayInWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(day));
