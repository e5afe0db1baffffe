/** An opening hour as people say it: today, tomorrow, on a weekday, on a date. Hours are those of Norway. */

export const ZONE = 'Europe/Oslo';

export interface Opening {
  readonly at: Date;
  /** `week`: within the next six days, so that the weekday alone is clear. */
  readonly day: 'today' | 'tomorrow' | 'week' | 'later';
  /** The device keeps another time than Norway, so the page must say whose time it is. */
  readonly elsewhere: boolean;
}

/** `at` and `now` are RFC 3339; undefined when there is no opening or it cannot be read. */
export function openingOf(at: string | null, now: string): Opening | undefined {
  if (at === null) return undefined;
  const opens = new Date(at);
  const today = new Date(now);
  if (Number.isNaN(opens.getTime()) || Number.isNaN(today.getTime())) return undefined;
  return { at: opens, day: distance(dayNumber(opens) - dayNumber(today)), elsewhere: isElsewhere(opens) };
}

function distance(days: number): Opening['day'] {
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days < 7 ? 'week' : 'later';
}

const WALL: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

const wall = (at: Date, zone?: string): string =>
  new Intl.DateTimeFormat('en-CA', zone === undefined ? WALL : { ...WALL, timeZone: zone }).format(at);

/** Calendar day in Norway, counted from 1970. */
function dayNumber(at: Date): number {
  const [year = 0, month = 1, day = 1] = wall(at, ZONE).split(/\D+/u).map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

const isElsewhere = (at: Date): boolean => wall(at) !== wall(at, ZONE);
