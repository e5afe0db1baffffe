/** A service's document (docs/handbook/services.md) as it is edited: every value is what somebody typed. */

import { list, members, number, text, texts, type Members } from '../login/read.ts';

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const KINDS = ['health', 'police', 'doctor', 'violence', 'child'] as const;

/** No service writes to people who have not asked before the one or after the other. */
export const EARLIEST = '10:00';
export const LATEST = '20:00';

export interface Named {
  readonly language: string;
  readonly name: string;
}

export interface Slot {
  /** One of {@link DAYS}. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

/** Hours of one lane. */
export interface LaneSlot extends Slot {
  readonly lane: string;
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

/** When the service writes to people who have not asked. */
export interface MannersForm {
  readonly sundays: boolean;
  readonly holidays: boolean;
  /** Empty: 10:00. */
  readonly from: string;
  /** Empty: 20:00. */
  readonly to: string;
  /** Names that it does not say then, with commas between. */
  readonly names: string;
}

export interface ServiceForm {
  readonly id: string;
  readonly off: boolean;
  readonly names: readonly Named[];
  /** The service's own words to visitors, by language. */
  readonly welcome: readonly Named[];
  readonly kept: readonly Named[];
  readonly records: readonly Named[];
  readonly languages: readonly string[];
  readonly lanes: readonly string[];
  readonly laneHours: readonly LaneSlot[];
  readonly audience: string;
  /** As it stands in the document. It is kept, not edited. */
  readonly zone: string;
  readonly weekly: readonly Slot[];
  readonly breaks: readonly Slot[];
  readonly exceptions: readonly Exception[];
  readonly holidays: string;
  readonly until: string;
  readonly origins: readonly string[];
  readonly retentionDays: string;
  readonly exit: string;
  readonly emergency: readonly { readonly number: string; readonly kind: string }[];
  readonly after: 'nobody' | 'service' | 'phone';
  readonly afterService: string;
  readonly afterPhone: string;
  readonly afterNames: readonly Named[];
  /** Hours of whoever answers by phone, as they stand in the document. They are kept, not edited. */
  readonly afterHours: unknown;
  /** What staff are obliged to do, as it stands in the document. It is kept, not edited. */
  readonly duties: unknown;
  readonly manners: MannersForm;
}

export const NEW_SERVICE: ServiceForm = {
  id: '',
  off: false,
  names: [
    { language: 'nb', name: '' },
    { language: 'en', name: '' },
  ],
  welcome: [],
  kept: [],
  records: [],
  languages: ['nb', 'en'],
  lanes: ['self'],
  laneHours: [],
  audience: 'sellers',
  zone: 'Europe/Oslo',
  weekly: [],
  breaks: [],
  exceptions: [],
  holidays: 'closed',
  until: '',
  origins: [],
  retentionDays: '0',
  exit: 'https://www.yr.no/',
  emergency: [
    { number: '113', kind: 'health' },
    { number: '112', kind: 'police' },
  ],
  after: 'nobody',
  afterService: '',
  afterPhone: '',
  afterNames: [{ language: 'nb', name: '' }],
  afterHours: undefined,
  duties: undefined,
  manners: { sundays: false, holidays: false, from: '', to: '', names: '' },
};

const slotOf = (value: unknown): Slot => {
  const slot = members(value);
  return { day: text(slot['day']), from: text(slot['from']), to: text(slot['to']) };
};
const namesOf = (value: unknown): readonly Named[] =>
  Object.entries(members(value)).map(([language, name]) => ({ language, name: text(name) }));
const orElse = (value: unknown, otherwise: string): string => (text(value) === '' ? otherwise : text(value));

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

function mannersOf(value: unknown): MannersForm {
  const json = members(value);
  return {
    sundays: json['sundays'] === true,
    holidays: json['holidays'] === true,
    from: text(json['from']),
    to: text(json['to']),
    names: texts(json['names']).join(', '),
  };
}

/** What stands in a document; what is missing or of another kind reads as empty. */
export function formOf(document: unknown): ServiceForm {
  const json = members(document);
  const hours = members(json['hours']);
  const after = members(json['afterHours']);
  return {
    id: text(json['id']),
    off: json['off'] === true,
    names: namesOf(json['names']),
    welcome: namesOf(json['welcome']),
    kept: namesOf(json['kept']),
    records: namesOf(json['records']),
    languages: texts(json['languages']),
    lanes: texts(json['lanes']),
    laneHours: Object.entries(members(json['laneHours'])).flatMap(([lane, slots]) =>
      list(slots).map((slot) => ({ lane, ...slotOf(slot) })),
    ),
    audience: orElse(json['audience'], 'sellers'),
    zone: orElse(hours['zone'], 'Europe/Oslo'),
    weekly: list(hours['weekly']).map(slotOf),
    breaks: list(hours['breaks']).map(slotOf),
    exceptions: list(hours['exceptions']).map(exceptionOf),
    holidays: orElse(hours['holidays'], 'closed'),
    until: text(hours['until']),
    origins: texts(json['origins']),
    retentionDays: String(number(json['retentionDays'])),
    exit: text(json['exit']),
    emergency: list(json['emergency']).map((each) => ({ number: text(members(each)['number']), kind: text(members(each)['kind']) })),
    after: json['afterHours'] === undefined ? 'nobody' : text(after['service']) === '' ? 'phone' : 'service',
    afterService: text(after['service']),
    afterPhone: text(after['phone']),
    afterNames: namesOf(after['names']),
    afterHours: after['hours'],
    duties: json['duties'],
    manners: mannersOf(json['manners']),
  };
}

const trimmed = (values: readonly string[]): readonly string[] => values.map((value) => value.trim()).filter((value) => value !== '');
const named = (names: readonly Named[]): Members =>
  Object.fromEntries(names.filter(({ name }) => name.trim() !== '').map(({ language, name }) => [language.trim(), name.trim()]));
const said = (name: string, texts: readonly Named[]): Members => {
  const all = named(texts);
  return Object.keys(all).length === 0 ? {} : { [name]: all };
};
const bare = ({ day, from, to }: Slot): Slot => ({ day, from, to });
const written = (name: string, value: string): Members => (value === '' ? {} : { [name]: value });

const exceptionTo = ({ date, through, open, from, to, note }: Exception): Members => ({
  date,
  ...written('through', through),
  open,
  ...written('from', from),
  ...written('to', to),
  ...written('note', note.trim()),
});

function byLane(slots: readonly LaneSlot[]): Members {
  const lanes = [...new Set(slots.map(({ lane }) => lane))];
  return Object.fromEntries(lanes.map((lane) => [lane, slots.filter((slot) => slot.lane === lane).map(bare)]));
}

function afterTo(form: ServiceForm): Members {
  if (form.after === 'nobody') return {};
  if (form.after === 'service') return { afterHours: { service: form.afterService } };
  const hours = form.afterHours === undefined ? {} : { hours: form.afterHours };
  return { afterHours: { names: named(form.afterNames), phone: form.afterPhone.replaceAll(' ', ''), ...hours } };
}

/** Names that were typed, parted by commas. */
export const namesIn = (typed: string): readonly string[] => trimmed(typed.split(','));

function mannersTo({ sundays, holidays, from, to, names }: MannersForm): Members {
  const kept = namesIn(names);
  const said = {
    ...(sundays ? { sundays } : {}),
    ...(holidays ? { holidays } : {}),
    ...written('from', from.trim()),
    ...written('to', to.trim()),
    ...(kept.length === 0 ? {} : { names: kept }),
  };
  return Object.keys(said).length === 0 ? {} : { manners: said };
}

/** What stands in the document and is not edited. */
export const unedited = ({ zone, duties }: ServiceForm): Pick<ServiceForm, 'zone' | 'duties'> => ({ zone, duties });

/** The document of what was typed. Members that say what is meant anyway are left out. */
export function documentOf(form: ServiceForm): Members {
  return {
    id: form.id.trim(),
    ...(form.off ? { off: true } : {}),
    ...(form.audience === 'sellers' ? {} : { audience: form.audience }),
    names: named(form.names),
    ...said('welcome', form.welcome),
    ...said('kept', form.kept),
    ...said('records', form.records),
    languages: trimmed(form.languages),
    lanes: trimmed(form.lanes),
    hours: {
      zone: form.zone,
      weekly: form.weekly.map(bare),
      ...(form.breaks.length === 0 ? {} : { breaks: form.breaks.map(bare) }),
      exceptions: form.exceptions.map(exceptionTo),
      ...(form.holidays === 'closed' ? {} : { holidays: form.holidays }),
      ...written('until', form.until),
    },
    ...(form.laneHours.length === 0 ? {} : { laneHours: byLane(form.laneHours) }),
    origins: trimmed(form.origins),
    retentionDays: /^\d+$/u.test(form.retentionDays.trim()) ? Number(form.retentionDays) : form.retentionDays,
    exit: form.exit.trim(),
    emergency: form.emergency.map(({ number, kind }) => ({ number: number.replaceAll(' ', ''), kind })),
    ...afterTo(form),
    ...(form.duties === undefined ? {} : { duties: form.duties }),
    ...mannersTo(form.manners),
  };
}
