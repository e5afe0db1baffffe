import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import type { DutyView } from '../desk-view.ts';
import { onDuty } from '../testing/fake-desk.ts';
import { NOW, SERVICE, wireThread } from '../testing/outreach-house.ts';
import { closedTexts, dutyTexts, heardTexts } from './duty-texts.ts';
import type { Look, ThreadList } from './waiting.ts';
import { readThread } from './wire.ts';

interface Waits {
  readonly minutes?: number;
  readonly look?: Look;
  readonly more?: Readonly<Record<string, unknown>>;
}

function list(service: string, threads: Readonly<Record<string, Waits>>): ThreadList {
  const all = Object.entries(threads).map(([thread, { minutes = 0, more }]) => {
    const since = new Date(NOW - minutes * MINUTE).toISOString();
    return readThread(wireThread({ thread, since, ...more }));
  });
  const looks = Object.entries(threads).flatMap(([thread, { look }]) => (look === undefined ? [] : [[thread, look] as const]));
  return {
    ...{ service, threads: signal(all), more: signal(false), looks: signal(new Map(looks)), reached: signal(true), absent: signal(false) },
    look: () => Promise.resolve(),
    keeps: () => undefined,
    looked: () => undefined,
  };
}

const shown = (threads: Readonly<Record<string, Waits>>, duty = onDuty(0), languages = ['nb', 'pt-BR']): readonly string[] =>
  dutyTexts([list(SERVICE, threads)], duty, languages).map(({ thread }) => thread.thread);

describe('texts on duty', () => {
  it('are in this person’s languages first, and then in the order in which they came', () => {
    const all = {
      thai: { minutes: 9, more: { language: 'th' } },
      short: { minutes: 1, more: { language: 'nb' } },
      long: { minutes: 5, more: { language: 'pt' } },
      unknown: { minutes: 3 },
    };
    expect(shown(all)).toEqual(['long', 'unknown', 'short', 'thai']);
  });

  it('are those that wait, that no colleague has, and whose people may be answered: also whoever said stop and wrote again', () => {
    const all = {
      free: {},
      own: { more: { mine: true, by: 'Ingrid' } },
      taken: { more: { by: 'Per' } },
      stopped: { more: { stopped: true, rings: false, answerable: { may: 'never', why: 'stopped' } } },
      again: { more: { stopped: true } },
      later: { more: { answerable: { may: 'later', at: '2026-11-21T09:00:00Z' } } },
      tooLate: { more: { stopped: true, rings: true, answerable: { may: 'never', why: 'stop-day-over' } } },
      answered: { more: { waits: false } },
    };
    expect(shown(all)).toEqual(['free', 'own', 'again', 'later', 'tooLate']);
    expect([...heardTexts(dutyTexts([list(SERVICE, all)], onDuty(0), [])).untaken]).toEqual(['free', 'again', 'later', 'tooLate']);
  });

  it('are heard by whoever has them when somebody wrote since they looked', () => {
    const more = { mine: true, by: 'Ingrid', words: 3 };
    const all = { read: { more, look: { words: 3, unanswered: '', opens: true } }, again: { more, look: { words: 2, unanswered: '', opens: true } }, unseen: { more } };
    const heard = heardTexts(dutyTexts([list(SERVICE, all)], onDuty(3, 'break'), []));
    expect([[...heard.untaken], [...heard.own]]).toEqual([[], ['again', 'unseen']]);
  });

  it('are heard by whoever has them when an answer was lost since they looked: nobody else hears it', () => {
    const more = { mine: true, by: 'Ingrid', words: 3, unanswered: 'a2' };
    const of = (unanswered: string): Waits => ({ more, look: { words: 3, unanswered, opens: true } });
    const all = { lost: of(''), once: of('a1'), seen: of('a2') };
    expect([...heardTexts(dutyTexts([list(SERVICE, all)], onDuty(0), [])).own]).toEqual(['lost', 'once']);
  });

  it('that this browser does not open are left to colleagues, and counted, until somebody writes once more', () => {
    const all = { closed: { look: { words: 1, unanswered: '', opens: false } }, again: { more: { words: 2 }, look: { words: 1, unanswered: '', opens: false } } };
    expect(shown(all)).toEqual(['again']);
    expect(closedTexts([list(SERVICE, all)], onDuty(0))).toBe(1);
    expect(closedTexts([list(SERVICE, all)], onDuty(0, 'off'))).toBe(0);
  });

  it('stand in the line of those who are there and speak the language first, and in nobody’s while the service is closed: then they wait in the list', () => {
    const of = list(SERVICE, { thai: { minutes: 20, more: { language: 'th' } }, norwegian: { minutes: 1, more: { language: 'nb' } } });
    const order = (duty: DutyView, ...languages: readonly string[]): readonly string[] => dutyTexts([of], duty, languages).map(({ thread }) => thread.thread);
    expect(order(onDuty(0), 'th')).toEqual(['thai', 'norwegian']);
    expect(order(onDuty(0), 'nb')).toEqual(['norwegian', 'thai']);
    expect(order(onDuty(0, 'off'), 'th')).toEqual([]);
    expect(of.threads.value?.filter(({ waits }) => waits)).toHaveLength(2);
  });

  it('are nobody’s who is not on duty for the service', () => {
    for (const state of ['off', 'starting', 'ending'] as const) expect(shown({ a: {} }, onDuty(0, state))).toEqual([]);
    expect(shown({ a: {} }, onDuty(0, 'break'))).toEqual(['a']);
    expect(dutyTexts([list('other', { a: {} })], onDuty(0), ['nb'])).toEqual([]);
  });

  it('have waited since what was said last where the server says no more', () => {
    expect(dutyTexts([list(SERVICE, { a: { more: { since: undefined } } })], onDuty(0), []).map(({ thread }) => thread.since)).toEqual([NOW]);
  });
});
