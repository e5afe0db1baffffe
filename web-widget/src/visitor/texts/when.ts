/** Parts of a moment in the words of one language. */

import { ZONE, type Opening } from '../stores/opening.ts';

const part = (opening: Opening, tag: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tag, { timeZone: ZONE, ...options }).format(opening.at);

/** 24-hour clock with a colon, for example `18:00`. */
export const clock = (opening: Opening, tag: string): string =>
  part(opening, tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const weekday = (opening: Opening, tag: string): string => part(opening, tag, { weekday: 'long' });

export const date = (opening: Opening, tag: string): string => part(opening, tag, { day: 'numeric', month: 'long' });
