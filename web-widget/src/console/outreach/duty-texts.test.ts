import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import { onDuty } from '../testing/fake-desk.ts';
import { NOW, SERVICE, wireThread } from '../testing/outreach-house.ts';
import { dutyTexts, untaken } from './duty-texts.ts';
import type { ThreadList } from './waiting.ts';
import { readThread } from './wire.ts';

interface Waits {
  readonly minutes?: number;
  readonly more?: Readonly<Record<string, unknown>>;
}

function list(service: string, threads: Readonly<Record<string, Waits>>): ThreadList {
  const all = Object.entries(threads).map(([thread, { more }]) => readThread(wireThread({ thread, ...more })));
  const since = Object.entries(threads).map(([thread, { minutes = 0 }]) => [thread, NOW - minutes * MINUTE] as const);
  return { service, threads: signal(all), since: signal(new Map(since)), reached: signal(true), absent: signal(false), look: () => Promise.resolve() };
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
      stopped: { more: { stopped: true, answerable: { may: 'never', why: 'stopped' } } },
      again: { more: { stopped: true } },
      later: { more: { answerable: { may: 'later', at: '2026-11-21T09:00:00Z' } } },
      answered: { more: { waits: false } },
    };
    expect(shown(all)).toEqual(['free', 'own', 'again', 'later']);
    expect([...untaken(dutyTexts([list(SERVICE, all)], onDuty(0), []))]).toEqual(['free', 'again', 'later']);
  });

  it('are nobody’s who is not on duty for the service', () => {
    for (const state of ['off', 'starting', 'ending'] as const) expect(shown({ a: {} }, onDuty(0, state))).toEqual([]);
    expect(shown({ a: {} }, onDuty(0, 'break'))).toEqual(['a']);
    expect(dutyTexts([list('other', { a: {} })], onDuty(0), ['nb'])).toEqual([]);
  });

  it('have waited since what was said last where this console knows no more', () => {
    const late = { ...list(SERVICE, { a: {} }), since: signal(new Map()) };
    expect(dutyTexts([late], onDuty(0), []).map(({ since }) => since)).toEqual([NOW]);
  });
});
