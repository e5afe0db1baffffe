import { describe, expect, it } from 'vitest';
import { systemClock } from '../../kernel/clock.ts';
import type { Answer, Http } from '../login/http.ts';
import { createReminders } from './reminders.ts';

function created(answer: unknown, posts: Answer<unknown>): { readonly reminders: ReturnType<typeof createReminders>; readonly posted: unknown[] } {
  const posted: unknown[] = [];
  const http: Http = {
    get: () => Promise.resolve(answer === undefined ? { kind: 'unreachable' } : { kind: 'ok', value: answer }),
    post: (path, body) => {
      posted.push([path, body]);
      return Promise.resolve(posts);
    },
  };
  const clock = { ...systemClock, after: () => () => undefined };
  return { reminders: createReminders({ http, clock }), posted };
}

describe('how somebody is reminded', () => {
  it('is read without a number, and with what did not arrive', async () => {
    const lost = { kind: 'shift', at: '2026-11-24T17:00:00Z', perhaps: true };
    const { reminders } = created({ number: 'confirmed', shifts: true, offers: false, notDelivered: [lost] }, { kind: 'unreachable' });
    await expect.poll(() => reminders.mine.value).toEqual({
      number: 'confirmed',
      shifts: true,
      offers: false,
      notDelivered: [{ kind: 'shift', at: Date.parse(lost.at), perhaps: true }],
    });
    reminders.close();
  });

  it('takes an answer without shape as none', async () => {
    const { reminders } = created('nothing', { kind: 'unreachable' });
    await expect.poll(() => reminders.mine.value).toEqual({ number: 'none', shifts: false, offers: false, notDelivered: [] });
    reminders.close();
  });

  it.each([
    [422, 'number'],
    [429, 'too-many'],
    [409, 'code'],
    [410, 'over'],
    [503, 'unreachable'],
  ] as const)('says what was refused: %s is %s', async (status, trouble) => {
    const { reminders, posted } = created({}, { kind: 'refused', status });
    expect(await reminders.prove('22 12 34 56')).toBe(false);
    expect(reminders.trouble.value).toBe(trouble);
    expect(posted).toEqual([['/api/reminders/number', { number: '22 12 34 56' }]]);
    reminders.close();
  });

  it('says so when the channels do not answer', async () => {
    const { reminders } = created(undefined, { kind: 'ok', value: {} });
    await expect.poll(() => reminders.trouble.value).toBe('unreachable');
    expect(await reminders.type('123456')).toBe(true);
    reminders.close();
  });
});
