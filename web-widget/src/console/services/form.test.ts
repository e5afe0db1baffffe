import { describe, expect, it } from 'vitest';
import { changes, type Wording } from './changes.ts';
import { audiencesFor, documentOf, formOf, neverByPhone, NEW_SERVICE, withPhone } from './form.ts';

/** Everything that docs/handbook/services.md names. */
const WHOLE = {
  id: 'pro-mann',
  off: true,
  audience: 'buyers',
  names: { nb: 'Pro Mann', en: 'Pro Men' },
  languages: ['nb', 'es-CO'],
  lanes: ['self', 'professional'],
  hours: {
    zone: 'Europe/Oslo',
    weekly: [{ day: 'friday', from: '22:00', to: '02:00' }],
    breaks: [{ day: 'friday', from: '23:00', to: '23:30' }],
    exceptions: [
      { date: '2026-12-01', through: '2026-12-24', open: false, note: 'Advent' },
      { date: '2026-12-24', open: true, from: '10:00', to: '14:00' },
    ],
    holidays: 'as-usual',
    until: '2027-06-30',
  },
  laneHours: { professional: [{ day: 'tuesday', from: '12:00', to: '14:00' }] },
  origins: ['https://www.example.org'],
  retentionDays: 14,
  exit: 'https://www.yr.no/',
  emergency: [{ number: '113', kind: 'health' }],
  afterHours: { names: { nb: 'Krisesenteret' }, phone: '+4722000000', hours: { zone: 'Europe/Oslo', weekly: [], exceptions: [] } },
  duties: { notice: { nb: 'Vi har meldeplikt.' }, tasks: [{ id: 'barnevern', due: { minutes: 120 }, offices: [{ names: { nb: 'Kontor A' } }] }] },
  manners: { sundays: true, holidays: true, from: '11:00', to: '18:00', names: ['Nattens hus', 'Huset'] },
};
const PLAIN: Wording = { day: (day) => day, section: (section) => section, value: (_section, value) => value };

describe('a service that is edited', () => {
  it('stays for the people for whom it was published first', () => {
    const buyers = formOf(WHOLE);
    expect(audiencesFor(NEW_SERVICE, undefined)).toEqual(['sellers', 'buyers']);
    expect(audiencesFor(buyers, buyers)).toEqual(['buyers']);
    expect(audiencesFor(NEW_SERVICE, NEW_SERVICE)).toEqual(['sellers']);
    expect(audiencesFor({ ...NEW_SERVICE, audience: 'buyers' }, NEW_SERVICE), 'a draft that says another').toEqual(['sellers', 'buyers']);
  });

  it('is written as it was read', () => {
    expect(documentOf(formOf(WHOLE))).toEqual(WHOLE);
    const transfer = { ...WHOLE, afterHours: { service: 'rosa' } };
    expect(documentOf(formOf(transfer))).toEqual(transfer);
  });

  it('leaves out what says nothing, and keeps what is wrong so that the server says so', () => {
    const document = documentOf({ ...NEW_SERVICE, id: ' haven ', retentionDays: 'ten', names: [{ language: 'nb', name: ' Haven ' }] });
    expect(document).toMatchObject({ id: 'haven', names: { nb: 'Haven' }, retentionDays: 'ten' });
    expect(Object.keys(document)).not.toContain('afterHours');
    expect(Object.keys(document)).not.toContain('manners');
    expect(formOf({ hours: 7, names: [] }).weekly).toEqual([]);
  });

  it('shows a line for everything that would go or come, and nothing for what stays', () => {
    const before = formOf(WHOLE);
    const next = { ...before, off: false, weekly: [...before.weekly, { day: 'monday', from: '10:00', to: '12:00' }] };
    expect(changes(before, next, PLAIN)).toEqual([
      { section: 'off', gone: ['off'], come: [] },
      { section: 'weekly', gone: [], come: ['monday 10:00–12:00'] },
    ]);
    const quieter = { ...before, manners: { sundays: false, holidays: true, from: '', to: '18:00', names: 'Huset' } };
    expect(changes(before, quieter, PLAIN)).toEqual([{ section: 'manners', gone: ['sundays', '11:00–18:00', 'Nattens hus'], come: ['10:00–18:00'] }]);
    expect(changes(before, before, PLAIN)).toEqual([]);
    expect(changes(undefined, before, PLAIN).length).toBeGreaterThan(10);
  });

  it('shows what goes with another edition of what is not edited here', () => {
    const before = formOf(WHOLE);
    expect(changes(before, formOf({ ...WHOLE, duties: undefined }), PLAIN)).toEqual([
      { section: 'duties', gone: ['nb: Vi har meldeplikt.', 'barnevern · minutes: 120 · Kontor A'], come: [] },
    ]);
    const later = { ...WHOLE, duties: { ...WHOLE.duties, tasks: [{ ...WHOLE.duties.tasks[0], due: { minutes: 240 } }] } };
    expect(changes(before, formOf(later), PLAIN)).toMatchObject([{ section: 'duties', come: ['barnevern · minutes: 240 · Kontor A'] }]);
    const elsewhere = { ...WHOLE, hours: { ...WHOLE.hours, zone: 'Europe/Helsinki' } };
    expect(changes(before, formOf(elsewhere), PLAIN)).toEqual([{ section: 'zone', gone: ['Europe/Oslo'], come: ['Europe/Helsinki'] }]);
  });

  it('says when somebody by phone answers, and forgets it with another number', () => {
    const monday = { day: 'monday', from: '09:00', to: '15:00' };
    const hours = { zone: 'Europe/Oslo', weekly: [monday], breaks: [{ ...monday, from: '11:00', to: '11:30' }], exceptions: [], until: '2027-06-30' };
    const phone = { names: { nb: 'Krisesenteret' }, phone: '+4722000000' };
    const before = formOf({ ...WHOLE, afterHours: { ...phone, hours } });
    expect(documentOf(before)['afterHours']).toEqual({ ...phone, hours });
    const always = { ...before, afterAlways: true };
    expect(documentOf(always)['afterHours']).toEqual(phone);
    expect(formOf(documentOf(always)).afterAlways).toBe(true);
    expect(changes(before, always, PLAIN)).toEqual([
      {
        section: 'after',
        gone: ['monday 09:00–15:00', 'breaks: monday 11:00–11:30', 'closed', 'until: 2027-06-30', 'zone: Europe/Oslo'],
        come: ['always'],
      },
    ]);
    expect(withPhone(before, '+47 22 00 00 00')).toEqual({ afterPhone: '+47 22 00 00 00' });
    const other = { ...before, ...withPhone(before, '+4722000001') };
    expect(documentOf(other)['afterHours']).toEqual({ ...phone, phone: '+4722000001', hours: { zone: 'Europe/Oslo', weekly: [], exceptions: [] } });
    expect([before, always, other].map(neverByPhone)).toEqual([false, false, true]);
    const typed = { ...other, afterHours: { ...other.afterHours, weekly: [monday] } };
    expect(withPhone(typed, '116000')).toEqual({ afterPhone: '116000' });
    expect(withPhone(always, '116000')).toMatchObject({ afterAlways: false });
  });

  it('shows that the order of emergency numbers changes, and that a line stands twice', () => {
    const police = { number: '112', kind: 'police' };
    const before = { ...formOf(WHOLE), emergency: [{ number: '113', kind: 'health' }, police] };
    const turned = { ...before, emergency: [...before.emergency].reverse() };
    expect(changes(before, turned, PLAIN)).toEqual([{ section: 'emergency', gone: ['113 health, 112 police'], come: ['112 police, 113 health'] }]);
    const twice = { ...before, emergency: [...before.emergency, police] };
    expect(changes(before, twice, PLAIN)).toEqual([{ section: 'emergency', gone: [], come: ['112 police'] }]);
  });
});
