/** What publishing would change, a line each. Pure. */

import { list, members } from '../login/read.ts';
import { DAYS, type Calendar, type Slot } from './calendar.ts';
import { EARLIEST, LATEST, namesIn, type MannersForm, type Named, type ServiceForm } from './form.ts';

export const SECTIONS = [
  'off',
  'names',
  'welcome',
  'kept',
  'records',
  'languages',
  'lanes',
  'laneHours',
  'audience',
  'zone',
  'weekly',
  'breaks',
  'exceptions',
  'holidays',
  'until',
  'origins',
  'retentionDays',
  'exit',
  'emergency',
  'after',
  'manners',
  'duties',
] as const;

export type Section = (typeof SECTIONS)[number];

export interface Change {
  readonly section: Section;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Sections whose order visitors or staff see. */
const ORDERED: readonly Section[] = ['languages', 'lanes', 'emergency', 'duties'];

/** Words for values that are no words; what has none stays as it is. */
export interface Wording {
  readonly day: (day: string) => string;
  readonly section: (section: Section) => string;
  readonly value: (section: Section, value: string) => string;
}

const byDay = (one: Slot, other: Slot): number =>
  DAYS.findIndex((day) => day === one.day) - DAYS.findIndex((day) => day === other.day) || one.from.localeCompare(other.from);

const said = ({ language, name }: Named): readonly string[] => (name === '' ? [] : [`${language}: ${name}`]);

const slotLine = ({ day, from, to }: Slot, words: Wording): string => `${words.day(day)} ${from}–${to}`;

function calendarLines(calendar: Calendar, words: Wording): Readonly<Record<'zone' | 'weekly' | 'breaks' | 'exceptions' | 'holidays' | 'until', readonly string[]>> {
  const slots = (all: readonly Slot[]): readonly string[] => [...all].sort(byDay).map((each) => slotLine(each, words));
  return {
    zone: [calendar.zone],
    weekly: slots(calendar.weekly),
    breaks: slots(calendar.breaks),
    exceptions: calendar.exceptions.map(({ date, through, open, from, to, note }) =>
      [
        through === '' || through === date ? date : `${date} – ${through}`,
        words.value('exceptions', open ? 'open' : 'closed'),
        from === '' ? '' : `${from}–${to}`,
        note,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
    holidays: [words.value('holidays', calendar.holidays)],
    until: calendar.until === '' ? [] : [calendar.until],
  };
}

/** When somebody by phone answers. */
function byPhone(form: ServiceForm, words: Wording): readonly string[] {
  if (form.afterAlways) return [words.value('after', 'always')];
  const { zone, weekly, breaks, exceptions, holidays, until } = calendarLines(form.afterHours, words);
  const titled = (title: 'zone' | 'breaks' | 'until', lines: readonly string[]): readonly string[] => lines.map((line) => `${words.section(title)}: ${line}`);
  return [...weekly, ...titled('breaks', breaks), ...exceptions, ...holidays, ...titled('until', until), ...titled('zone', zone)];
}

function linesOf(form: ServiceForm, words: Wording): Readonly<Record<Section, readonly string[]>> {
  const one = (section: Section, value: string): readonly string[] => (value === '' ? [] : [words.value(section, value)]);
  const after = {
    nobody: [],
    service: [form.afterService],
    phone: [...form.afterNames.flatMap(said), form.afterPhone, ...byPhone(form, words)],
  }[form.after];
  return {
    off: form.off ? one('off', 'off') : [],
    names: form.names.flatMap(said),
    welcome: form.welcome.flatMap(said),
    kept: form.kept.flatMap(said),
    records: form.records.flatMap(said),
    languages: form.languages,
    lanes: form.lanes.map((lane) => words.value('lanes', lane)),
    laneHours: form.laneHours.map((each) => `${words.value('lanes', each.lane)}: ${slotLine(each, words)}`),
    audience: one('audience', form.audience),
    ...calendarLines(form, words),
    origins: form.origins,
    retentionDays: one('retentionDays', form.retentionDays),
    exit: one('exit', form.exit),
    emergency: form.emergency.map(({ number, kind }) => `${number} ${words.value('emergency', kind)}`),
    after,
    manners: mannersOf(form.manners, words),
    duties: dutiesOf(form.duties, words),
  };
}

/** Everything that stands in duties, in its order. */
function leaves(value: unknown, words: Wording, name = ''): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, words, name));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, words, key));
  }
  const named = words.value('duties', name);
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return [named === name && written === value ? value : `${named}: ${written}`];
}

/** A line each for what people are told in a language, a kind of task, and a place. */
function dutiesOf(duties: unknown, words: Wording): readonly string[] {
  const { notice, tasks, places } = members(duties);
  return [
    ...Object.entries(members(notice)).flatMap(([language, name]) => said({ language, name: String(name) })),
    ...[...list(tasks), ...list(places)].map((each) => leaves(each, words).join(' · ')),
  ];
}

function mannersOf({ sundays, holidays, from, to, names }: MannersForm, words: Wording): readonly string[] {
  const also = [...(sundays ? ['sundays'] : []), ...(holidays ? ['holidays'] : [])].map((each) => words.value('manners', each));
  return [...also, ...(from === '' && to === '' ? [] : [`${orElse(from, EARLIEST)}–${orElse(to, LATEST)}`]), ...namesIn(names)];
}

const orElse = (time: string, otherwise: string): string => (time === '' ? otherwise : time);

/** What one list has more than another; lines that stand twice count twice. */
function more(lines: readonly string[], than: readonly string[]): readonly string[] {
  const left = [...than];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function changeOf(section: Section, was: readonly string[], is: readonly string[]): Change {
  const change = { section, gone: more(was, is), come: more(is, was) };
  const moved = ORDERED.includes(section) && change.gone.length + change.come.length === 0 && was.join() !== is.join();
  return moved ? { section, gone: [was.join(', ')], come: [is.join(', ')] } : change;
}

/** What goes and what comes between two services, in the order of the sections; empty when they are the same. */
export function changes(before: ServiceForm | undefined, next: ServiceForm, words: Wording): readonly Change[] {
  const was = before === undefined ? undefined : linesOf(before, words);
  const is = linesOf(next, words);
  return SECTIONS.map((section) => changeOf(section, was?.[section] ?? [], is[section])).filter(
    ({ gone, come }) => gone.length + come.length > 0,
  );
}
