/** What publishing would change, a line each. Pure. */

import { DAYS, EARLIEST, LATEST, namesIn, type MannersForm, type Named, type ServiceForm, type Slot } from './form.ts';

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
] as const;

export type Section = (typeof SECTIONS)[number];

export interface Change {
  readonly section: Section;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Words for values that are no words. */
export interface Wording {
  readonly day: (day: string) => string;
  readonly value: (section: Section, value: string) => string;
}

const byDay = (one: Slot, other: Slot): number =>
  DAYS.findIndex((day) => day === one.day) - DAYS.findIndex((day) => day === other.day) || one.from.localeCompare(other.from);

const said = ({ language, name }: Named): readonly string[] => (name === '' ? [] : [`${language}: ${name}`]);

function linesOf(form: ServiceForm, words: Wording): Readonly<Record<Section, readonly string[]>> {
  const slot = ({ day, from, to }: Slot): string => `${words.day(day)} ${from}–${to}`;
  const one = (section: Section, value: string): readonly string[] => (value === '' ? [] : [words.value(section, value)]);
  const after = {
    nobody: [],
    service: [form.afterService],
    phone: [[...form.afterNames.map(({ name }) => name), form.afterPhone].filter((part) => part !== '').join(', ')],
  }[form.after];
  return {
    off: form.off ? one('off', 'off') : [],
    names: form.names.flatMap(said),
    welcome: form.welcome.flatMap(said),
    kept: form.kept.flatMap(said),
    records: form.records.flatMap(said),
    languages: form.languages,
    lanes: form.lanes.map((lane) => words.value('lanes', lane)),
    laneHours: form.laneHours.map((each) => `${words.value('lanes', each.lane)}: ${slot(each)}`),
    audience: one('audience', form.audience),
    weekly: [...form.weekly].sort(byDay).map(slot),
    breaks: [...form.breaks].sort(byDay).map(slot),
    exceptions: form.exceptions.map(({ date, through, open, from, to, note }) =>
      [
        through === '' || through === date ? date : `${date} – ${through}`,
        words.value('exceptions', open ? 'open' : 'closed'),
        from === '' ? '' : `${from}–${to}`,
        note,
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
    holidays: one('holidays', form.holidays),
    until: one('until', form.until),
    origins: form.origins,
    retentionDays: one('retentionDays', form.retentionDays),
    exit: one('exit', form.exit),
    emergency: form.emergency.map(({ number, kind }) => `${number} ${words.value('emergency', kind)}`),
    after,
    manners: mannersOf(form.manners, words),
  };
}

function mannersOf({ sundays, holidays, from, to, names }: MannersForm, words: Wording): readonly string[] {
  const also = [...(sundays ? ['sundays'] : []), ...(holidays ? ['holidays'] : [])].map((each) => words.value('manners', each));
  return [...also, ...(from === '' && to === '' ? [] : [`${orElse(from, EARLIEST)}–${orElse(to, LATEST)}`]), ...namesIn(names)];
}

const orElse = (time: string, otherwise: string): string => (time === '' ? otherwise : time);

/** What goes and what comes between two services, in the order of the sections; empty when they are the same. */
export function changes(before: ServiceForm | undefined, next: ServiceForm, words: Wording): readonly Change[] {
  const was = before === undefined ? undefined : linesOf(before, words);
  const is = linesOf(next, words);
  return SECTIONS.map((section) => ({
    section,
    gone: (was?.[section] ?? []).filter((line) => !is[section].includes(line)),
    come: is[section].filter((line) => !(was?.[section] ?? []).includes(line)),
  })).filter(({ gone, come }) => gone.length + come.length > 0);
}
