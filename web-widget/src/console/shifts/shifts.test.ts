import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../kernel/clock.ts';
import type { Http } from '../login/http.ts';
import { createShifts } from './shifts.ts';

const NOW = Date.parse('2026-11-24T17:00:00Z');
const SHIFT = {
  plan: 'p',
  day: '2026-11-24',
  service: 'pro-mann',
  from: '2026-11-24T17:10:00Z',
  to: '2026-11-24T20:00:00Z',
  seats: 2,
  taken: [{ seat: 1, name: 'Ola', mine: true, confirmed: true, offered: false, asks: null }],
  suits: true,
  gap: true,
  alarm: 'now',
};

function created(answer: unknown, get?: Http['get']): { readonly shifts: ReturnType<typeof createShifts>; readonly posted: unknown[]; readonly now: { value: number } } {
  const posted: unknown[] = [];
  const now = signal(NOW);
  const http: Http = {
    get: get ?? (() => Promise.resolve({ kind: 'ok', value: answer })),
    post: (path, body) => {
      posted.push([path, body]);
      if (path.endsWith('feed')) return Promise.resolve({ kind: 'ok', value: { path: '/shifts/x.ics' } });
      if ((body as { plan: string }).plan === 'p' && path.endsWith('replace'))
        return Promise.resolve({ kind: 'ok', value: { plan: 'q', kept: 2, lost: [{ name: 'Eva', day: '2026-12-01' }] } });
      return Promise.resolve({ kind: 'refused', status: 409 });
    },
  };
  const clock = { ...systemClock, after: () => () => undefined };
  return { shifts: createShifts({ http, clock, origin: 'https://vakt.example', now }), posted, now };
}

describe('the calendar of shifts', () => {
  it('knows from a quarter before to a quarter after for which service somebody holds a shift', async () => {
    const { shifts, now } = created({ shifts: [SHIFT, SHIFT], plans: [] });
    await expect.poll(() => shifts.onShift.value).toEqual(['pro-mann']);
    now.value = Date.parse('2026-11-24T16:54:59Z');
    expect(shifts.onShift.value).toEqual([]);
    now.value = Date.parse('2026-11-24T20:14:59Z');
    expect(shifts.onShift.value).toEqual(['pro-mann']);
    now.value = Date.parse('2026-11-24T20:15:00Z');
    expect(shifts.onShift.value).toEqual([]);
    shifts.close();
  });

  it('shows no shift that is over, of which only the right still lasts', async () => {
    const { shifts, now } = created({ shifts: [SHIFT], plans: [] });
    await expect.poll(() => shifts.shifts.value?.length).toBe(1);
    now.value = Date.parse('2026-11-24T20:00:00Z');
    expect([shifts.shifts.value, shifts.onShift.value]).toEqual([[], ['pro-mann']]);
    shifts.close();
  });

  it('shows what the latest look found, whichever answer comes last', async () => {
    const answers: ((found: readonly unknown[]) => void)[] = [];
    const get = (): ReturnType<Http['get']> =>
      new Promise((resolve) => answers.push((found) => resolve({ kind: 'ok', value: { shifts: found, plans: [] } })));
    const { shifts } = created(undefined, get);
    const shown: unknown[] = [];
    shifts.shifts.subscribe((found) => void shown.push(found?.length));
    shifts.look();
    answers[1]?.([SHIFT, SHIFT]);
    await expect.poll(() => shown).toEqual([undefined, 2]);
    answers[0]?.([SHIFT]);
    shifts.look();
    answers[2]?.([]);
    await expect.poll(() => shown).toEqual([undefined, 2, 0]);
    shifts.close();
  });

  it('takes an answer without shape as no shifts', async () => {
    const { shifts } = created('nothing');
    await expect.poll(() => shifts.shifts.value).toEqual([]);
    shifts.close();
  });

  it('reads who lost a seat when a plan takes the place of another', async () => {
    const { shifts, posted } = created({ shifts: [], plans: [] });
    const next = { service: 's', lane: '', first: '2026-12-01', from: '19:00', to: '21:00', rule: '', seats: 1, roles: ['worker'], languages: [] };
    expect(await shifts.replace('refused', next)).toBeUndefined();
    expect(await shifts.replace('p', next)).toEqual({ kept: 2, lost: [{ name: 'Eva', day: '2026-12-01' }] });
    expect(posted.at(-1)).toEqual(['/api/shifts/plans/replace', { ...next, plan: 'p' }]);
    shifts.close();
  });

  it('reads what others changed, and says up to where it was seen', async () => {
    const change = { number: 7, what: 'taken-over', service: 'pro-mann', day: '2026-11-24' };
    const { shifts, posted } = created({ shifts: [], news: [change, { ...change, number: 9 }, { ...change, number: 10, what: 'unheard of' }] });
    await expect.poll(() => shifts.news.value).toEqual([change, { ...change, number: 9 }]);
    await shifts.seen();
    expect(posted).toEqual([['/api/shifts/news/seen', { number: 9 }]]);
    shifts.close();
  });

  it('says when a press had no effect, and shows a new address once', async () => {
    const { shifts, posted } = created({ shifts: [SHIFT] });
    await shifts.act('accept-swap', { plan: 'p', day: 'd' }, { plan: 'q', day: 'e', seat: 3 });
    expect(shifts.refused.value).toBe(true);
    expect(posted).toEqual([['/api/shifts/acts', { act: 'accept-swap', plan: 'p', day: 'd', theirs: { plan: 'q', day: 'e' }, seat: 3 }]]);
    await shifts.renewFeed();
    expect(shifts.feed.value).toBe('https://vakt.example/shifts/x.ics');
    shifts.close();
  });
});
