import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { until } from '../../testing/until.ts';
import type { VisitState } from '../session-view.ts';
import { comeback } from './comeback.ts';
import type { Phone } from './visit.ts';

const TALKING = { kind: 'talking' } as VisitState;
const ENDED = { kind: 'ended' } as VisitState;

function page(alone: boolean, own: Phone, token?: string) {
  const state = signal<VisitState>({ kind: 'loading' });
  const lost = signal(false);
  const phone = signal<Phone>(own);
  const marks: (string | undefined)[] = [];
  const done: string[] = [];
  let offline = false;
  const session = {
    state,
    lost,
    keep: () => {
      done.push('keep');
      return offline ? Promise.reject(new Error('offline')) : Promise.resolve('token');
    },
    letGo: () => void done.push('let go'),
  };
  const back = comeback(session, { alone, mark: (mark) => void marks.push(mark) }, phone, token);
  return { state, lost, phone, marks, done, back, offline: (now: boolean) => (offline = now) };
}

describe('a page', () => {
  it('can come back on an own phone that stands alone, from the ring to the end', async () => {
    const { state, marks, done, back } = page(true, 'own');
    expect(done).toEqual([]);
    state.value = TALKING;
    await until(() => back.kept);
    state.value = { ...TALKING };
    expect([done, marks]).toEqual([['keep'], ['token']]);
    state.value = ENDED;
    expect([back.kept, marks.at(-1)]).toEqual([false, undefined]);
  });

  it.each([
    [true, 'shared'],
    [false, 'own'],
    [false, 'shared'],
  ] as const)('keeps nothing when it stands alone: %s, on a phone that is %s', (alone, phone) => {
    const { state, done, marks } = page(alone, phone);
    state.value = TALKING;
    expect([done, marks]).toEqual([[], []]);
  });

  it('lets go when the phone is not so private after all, also of what was under way', async () => {
    const { state, phone, done, marks, back } = page(true, 'own');
    state.value = TALKING;
    phone.value = 'shared';
    await until(() => done.length === 3);
    expect([done, marks, back.kept]).toEqual([['keep', 'let go', 'let go'], [], false]);
    phone.value = 'own';
    await until(() => back.kept);
    phone.value = 'shared';
    expect(marks).toEqual(['token', undefined]);
  });

  it('tries again later when it could not be kept', async () => {
    const { state, done, back, offline } = page(true, 'own');
    offline(true);
    state.value = TALKING;
    await Promise.resolve();
    offline(false);
    await until(() => {
      state.value = { ...TALKING };
      return back.kept;
    });
    expect(done.length).toBeGreaterThan(1);
  });

  it('that came back keeps its address until what it kept cannot be had any more', () => {
    const { state, lost, marks, done, back } = page(true, 'own', 'token');
    state.value = TALKING;
    expect([back.kept, done, marks]).toEqual([true, [], []]);
    lost.value = true;
    expect([back.kept, marks]).toEqual([false, [undefined]]);
  });

  it('that was left has nothing in its address', () => {
    const { back, marks } = page(true, 'own', 'token');
    back.forget();
    expect([back.kept, marks]).toEqual([false, [undefined]]);
  });
});
