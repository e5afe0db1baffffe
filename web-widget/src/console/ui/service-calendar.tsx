/** Hours of a service, and of whoever answers by phone instead. */

import type { JSX } from 'preact';
import { DAYS, type Calendar, type Exception, type Slot } from '../services/calendar.ts';
import { Choice } from './choice.tsx';
import { useTexts } from './room.ts';
import { Box, Rows } from './service-fields.tsx';

export const SLOT: Slot = { day: 'monday', from: '10:00', to: '14:00' };
const EXCEPTION: Exception = { date: '', through: '', open: false, from: '', to: '', note: '' };

/** Day and times of one slot. */
export function SlotFields(props: { readonly id: string; readonly slot: Slot; readonly change: (next: Partial<Slot>) => void }): JSX.Element {
  const t = useTexts().services;
  const { id, slot, change } = props;
  return (
    <>
      <Choice id={`${id}-day`} label={t.day} value={slot.day} options={DAYS.map((day) => [day, t.days[day] ?? day])} onChange={(day) => change({ day })} />
      <Box id={`${id}-from`} label={t.from} value={slot.from} onInput={(from) => change({ from })} />
      <Box id={`${id}-to`} label={t.to} value={slot.to} onInput={(to) => change({ to })} />
    </>
  );
}

/** Weeks, breaks, exceptions, holidays and the last day. */
export function CalendarFields(props: {
  /** What the ids of the fields begin with. */
  readonly id?: string;
  readonly calendar: Calendar;
  readonly label: (section: 'weekly' | 'breaks' | 'exceptions' | 'holidays' | 'until') => string;
  readonly untilHint: string | undefined;
  readonly change: (next: Partial<Calendar>) => void;
}): JSX.Element {
  const s = useTexts().services;
  const { id = '', calendar, label, change } = props;
  const slots = (name: 'weekly' | 'breaks'): JSX.Element => (
    <Rows
      id={id + name}
      label={label(name)}
      hint={s.hints[name]}
      rows={calendar[name]}
      fresh={SLOT}
      onChange={(rows) => change({ [name]: rows })}
      row={(slot, next, at) => <SlotFields id={at} slot={slot} change={next} />}
    />
  );
  return (
    <>
      {slots('weekly')}
      {slots('breaks')}
      <Rows
        id={`${id}exceptions`}
        label={label('exceptions')}
        hint={s.hints.exceptions}
        rows={calendar.exceptions}
        fresh={EXCEPTION}
        onChange={(exceptions) => change({ exceptions })}
        row={(each, next, at) => (
          <>
            <Box id={`${at}-date`} label={s.date} kind="date" value={each.date} onInput={(date) => next({ date })} />
            <Box id={`${at}-through`} label={s.through} kind="date" value={each.through} onInput={(through) => next({ through })} />
            <Choice
              id={`${at}-what`}
              label={s.what}
              value={each.open ? 'open' : 'closed'}
              options={['closed', 'open'].map((what) => [what, s.values[what] ?? what])}
              onChange={(what) => next({ open: what === 'open' })}
            />
            <Box id={`${at}-from`} label={s.from} value={each.from} onInput={(from) => next({ from })} />
            <Box id={`${at}-to`} label={s.to} value={each.to} onInput={(to) => next({ to })} />
            <Box id={`${at}-note`} label={s.note} value={each.note} onInput={(note) => next({ note })} />
          </>
        )}
      />
      <Choice
        id={`${id}holidays`}
        label={label('holidays')}
        value={calendar.holidays}
        options={[
          ['closed', s.values['closed-holidays'] ?? ''],
          ['as-usual', s.values['as-usual'] ?? ''],
        ]}
        onChange={(holidays) => change({ holidays })}
      />
      <Box id={`${id}until`} label={label('until')} hint={props.untilHint} kind="date" value={calendar.until} onInput={(until) => change({ until })} />
    </>
  );
}
