/** A service's document (docs/handbook/services.md) as it is edited: every value is what somebody typed. */

import { list, members, number, text, texts, type Members } from '../login/read.ts';
import { bare, calendarOf, calendarTo, neverOpens, noHours, slotOf, written, type Calendar, type Slot } from './calendar.ts';

export const KINDS = ['health', 'police', 'doctor', 'violence', 'child'] as const;

/** No service writes to people who have not asked before the one or after the other. */
export const EARLIEST = '10:00';
export const LATEST = '20:00';

export interface Named {
  readonly language: string;
  readonly name: string;
}

/** Hours of one lane. */
export interface LaneSlot extends Slot {
  readonly lane: string;
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

export interface ServiceForm extends Calendar {
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
  readonly origins: readonly string[];
  readonly retentionDays: string;
  readonly exit: string;
  readonly emergency: readonly { readonly number: string; readonly kind: string }[];
  readonly after: 'nobody' | 'service' | 'phone';
  readonly afterService: string;
  readonly afterPhone: string;
  readonly afterNames: readonly Named[];
  /** Whoever answers by phone does round the clock. */
  readonly afterAlways: boolean;
  /** When they do otherwise. */
  readonly afterHours: Calendar;
  /** The number that those were published or kept for; empty, they were typed for the one that was typed. */
  readonly afterHoursOf: string;
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
  ...noHours('Europe/Oslo'),
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
  afterAlways: false,
  afterHours: noHours('Europe/Oslo'),
  afterHoursOf: '',
  duties: undefined,
  manners: { sundays: false, holidays: false, from: '', to: '', names: '' },
};

const namesOf = (value: unknown): readonly Named[] =>
  Object.entries(members(value)).map(([language, name]) => ({ language, name: text(name) }));
const orElse = (value: unknown, otherwise: string): string => (text(value) === '' ? otherwise : text(value));

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
    ...calendarOf(json['hours']),
    origins: texts(json['origins']),
    retentionDays: String(number(json['retentionDays'])),
    exit: text(json['exit']),
    emergency: list(json['emergency']).map((each) => ({ number: text(members(each)['number']), kind: text(members(each)['kind']) })),
    after: json['afterHours'] === undefined ? 'nobody' : text(after['service']) === '' ? 'phone' : 'service',
    afterService: text(after['service']),
    afterPhone: text(after['phone']),
    afterNames: namesOf(after['names']),
    afterAlways: text(after['phone']) !== '' && after['hours'] === undefined,
    afterHours: calendarOf(after['hours'] ?? { zone: members(json['hours'])['zone'] }),
    afterHoursOf: text(after['phone']),
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
function byLane(slots: readonly LaneSlot[]): Members {
  const lanes = [...new Set(slots.map(({ lane }) => lane))];
  return Object.fromEntries(lanes.map((lane) => [lane, slots.filter((slot) => slot.lane === lane).map(bare)]));
}

const digits = (typed: string): string => typed.replaceAll(' ', '');

/** Another number is another organisation: the hours of the one before are taken out. */
export const withPhone = (form: ServiceForm, afterPhone: string): Partial<ServiceForm> =>
  form.afterHoursOf === '' || digits(afterPhone) === digits(form.afterHoursOf)
    ? { afterPhone }
    : { afterPhone, afterAlways: false, afterHours: noHours(form.zone), afterHoursOf: '' };

/** Whether somebody by phone is named of whom nothing says when they answer: visitors would never hear of them. */
export const neverByPhone = (form: ServiceForm): boolean => form.after === 'phone' && !form.afterAlways && neverOpens(form.afterHours);

function afterTo(form: ServiceForm): Members {
  if (form.after === 'nobody') return {};
  if (form.after === 'service') return { afterHours: { service: form.afterService } };
  const hours = form.afterAlways ? {} : { hours: calendarTo(form.afterHours) };
  return { afterHours: { names: named(form.afterNames), phone: digits(form.afterPhone), ...hours } };
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

/** For whom it may be: once published, for nobody else than then. What an older draft says stays in sight. */
export const audiencesFor = (form: ServiceForm, published: ServiceForm | undefined): readonly string[] =>
  published === undefined ? ['sellers', 'buyers'] : [...new Set([published.audience, form.audience])];

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
    hours: calendarTo(form),
    ...(form.laneHours.length === 0 ? {} : { laneHours: byLane(form.laneHours) }),
    origins: trimmed(form.origins),
    retentionDays: /^\d+$/u.test(form.retentionDays.trim()) ? Number(form.retentionDays) : form.retentionDays,
    exit: form.exit.trim(),
    emergency: form.emergency.map(({ number, kind }) => ({ number: digits(number), kind })),
    ...afterTo(form),
    ...(form.duties === undefined ? {} : { duties: form.duties }),
    ...mannersTo(form.manners),
  };
}
