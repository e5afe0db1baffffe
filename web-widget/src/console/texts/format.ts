/** How times, languages and codes are written: times as clocks in Norway show them. Pure; the time is handed in. */

import { fromBase64Url } from '../../kernel/base64.ts';
import { toHex } from '../../kernel/hex.ts';
import { OSLO, todayInOslo } from '../../kernel/oslo.ts';
import type { Texts } from './texts.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How long ago, in whole minutes: "now", "4 min", "1 h 5 min". A time in the future is "now". */
export function waited(t: Texts, since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE));
  if (minutes === 0) return t.time.now;
  return minutes < 60 ? t.time.minutes(minutes) : t.time.hours(Math.floor(minutes / 60), minutes % 60);
}

/** Hours and minutes: "22:41". */
export const clockTime = (t: Texts, at: number): string =>
  new Intl.DateTimeFormat(t.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: OSLO }).format(at);

/** Day, month and time: "27. nov., 22:41". */
export const dayTime = (t: Texts, at: number): string =>
  new Intl.DateTimeFormat(t.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: OSLO,
  }).format(at);

/** Day of the week, day and month of a moment: "tirsdag 24. nov.". */
export const weekDay = (t: Texts, at: number): string => dayName(t, todayInOslo(at));

/** A date without a time: "tirsdag 24. nov.". */
export const dayName = (t: Texts, day: string): string =>
  new Intl.DateTimeFormat(t.locale, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(day));

/** A date with its year: "1. juni 2027". */
export const fullDay = (t: Texts, day: string): string =>
  new Intl.DateTimeFormat(t.locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));

/** Whole days until something is erased. */
export const daysLeft = (ends: number, now: number): number => Math.floor((ends - now) / DAY);

/** Name of a BCP 47 language, with a capital; the tag itself when it has no name. */
export function languageName(t: Texts, tag: string): string {
  try {
    const name = new Intl.DisplayNames(t.locale, { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(t.locale) + name.slice(1);
  } catch {
    return tag;
  }
}

/** A lane in words; its id when the console has no word for it. */
export const laneName = (t: Texts, lane: string): string => t.line.lanes[lane] ?? lane;

/** A wish in words; as it was sent when the console has no words for it. `mine`: this device's id, hexadecimal. */
export function wishName(t: Texts, wish: string, mine: string | undefined): string {
  if (!wish.startsWith(FOR_DEVICE)) return t.about.wish[wish] ?? wish;
  const device = fromBase64Url(wish.slice(FOR_DEVICE.length));
  const forMe = device !== undefined && mine === toHex(device);
  return forMe ? t.inbox.wish : (t.about.wish['same-worker'] ?? wish);
}

/** The wish for whoever uses a device, which follows in base64url. */
const FOR_DEVICE = 'device:';

export const roleName = (t: Texts, role: string): string => t.about.roles[role] ?? role;
