/** Hours as they are edited, of a service and of whoever answers by phone instead. */

import { list, members, text, type Members } from '../login/read.ts';

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export interface Slot {
  /** One of {@link DAYS}. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export interface Exception {
  readonly date: string;
  /** Empty: that date only. */
  readonly through: string;
  readonly open: boolean;
  /** Both empty: the whole day. */
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

export interface Calendar {
  /** As it stands in the document. It is kept, not edited. */
  readonly zone: string;
  readonly weekly: readonly Slot[];
  readonly breaks: readonly Slot[];
  readonly exceptions: readonly Exception[];
  readonly holidays: string;
  readonly until: string;
}

export const noHours = (zone: string): Calendar => ({ zone, weekly: [], breaks: [], exceptions: [], holidays: 'closed', until: '' });

const orElse = (value: unknown, otherwise: string): string => (text(value) === '' ? otherwise : text(value));

export const slotOf = (value: unknown): Slot => {
  const slot = members(value);
  return { day: text(slot['day']), from: text(slot['from']), to: text(slot['to']) };
};

export const bare = ({ day, from, to }: Slot): Slot => ({ day, from, to });

export const written = (name: string, value: string): Members => (value === '' ? {} : { [name]: value });

function exceptionOf(value: unknown): Exception {
  const json = members(value);
  return {
    date: text(json['date']),
    through: text(json['through']),
    open: json['open'] === true,
    from: text(json['from']),
    to: text(json['to']),
    note: text(json['note']),
  };
}

const exceptionTo = ({ date, through, open, from, to, note }: Exception): Members => ({
  date,
  ...written('through', through),
  open,
  ...written('from', from),
  ...written('to', to),
  ...written('note', note.trim()),
});

/** The `hours` of a document; what is missing or of another kind reads as empty. */
export function calendarOf(value: unknown): Calendar {
  const hours = members(value);
  return {
    zone: orElse(hours['zone'], 'Europe/Oslo'),
    weekly: list(hours['weekly']).map(slotOf),
    breaks: list(hours['breaks']).map(slotOf),
    exceptions: list(hours['exceptions']).map(exceptionOf),
    holidays: orElse(hours['holidays'], 'closed'),
    until: text(hours['until']),
  };
}

export const calendarTo = (calendar: Calendar): Members => ({
  zone: calendar.zone,
  weekly: calendar.weekly.map(bare),
  ...(calendar.breaks.length === 0 ? {} : { breaks: calendar.breaks.map(bare) }),
  exceptions: calendar.exceptions.map(exceptionTo),
  ...(calendar.holidays === 'closed' ? {} : { holidays: calendar.holidays }),
  ...written('until', calendar.until),
});

/** The minute on the clock of a zone, as a field for date and time has it; of Oslo where nobody knows the zone. */
export function localMinute(at: number, zone: string): string {
  const shown: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...shown, timeZone: zone }).format(at).replace(' ', 'T');
  } catch {
    return localMinute(at, 'Europe/Oslo');
  }
}

/** Whether nothing in it ever opens. */
export const neverOpens = ({ weekly, exceptions }: Calendar): boolean => weekly.length === 0 && !exceptions.some(({ open }) => open);
