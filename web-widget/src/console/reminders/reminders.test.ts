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
    const { reminders } = created({ number: 'confirmed', shifts: true, offers: false, alarms: true, unheard: ['nadheim'], usedUp: ['line'], notDelivered: [lost] }, { kind: 'unreachable' });
    await expect.poll(() => reminders.mine.value).toEqual({
      number: 'confirmed',
      shifts: true,
      offers: false,
      alarms: true,
      unheard: ['nadheim'],
      usedUp: ['line'],
      notDelivered: [{ kind: 'shift', at: Date.parse(lost.at), perhaps: true }],
    });
    reminders.close();
  });

  it('takes an answer without shape as none', async () => {
    const { reminders } = created('nothing', { kind: 'unreachable' });
    await expect.poll(() => reminders.mine.value).toEqual({ number: 'none', shifts: false, offers: false, alarms: false, unheard: [], usedUp: [], notDelivered: [] });
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

  it('sends what was ticked last and before, although an answer is not there yet and an old one is read meanwhile', async () => {
    const stored = { number: 'confirmed', shifts: false, offers: false, alarms: true };
    const posted: unknown[] = [];
    const answers: (() => void)[] = [];
    const http: Http = {
      get: () => Promise.resolve({ kind: 'ok', value: { ...stored } }),
      post: (_path, body) =>
        new Promise((done) => {
          posted.push(body);
          answers.push(() => {
            Object.assign(stored, body);
            done({ kind: 'ok', value: {} });
          });
        }),
    };
    const reminders = createReminders({ http, clock: { ...systemClock, after: () => () => undefined } });
    await expect.poll(() => reminders.mine.value?.number).toBe('confirmed');
    const ticks = [reminders.wish({ shifts: true }), reminders.wish({ offers: true })];
    reminders.look();
    await expect.poll(() => posted.length).toBe(1);
    answers[0]?.();
    await expect.poll(() => posted.length).toBe(2);
    expect(reminders.mine.value).toMatchObject({ shifts: true, offers: true });
    answers[1]?.();
    await Promise.all(ticks);
    expect(posted).toEqual([{ shifts: true, offers: false, alarms: true }, { shifts: true, offers: true, alarms: true }]);
    expect(reminders.mine.value).toMatchObject({ shifts: true, offers: true });
    reminders.close();
  });

  it('shows again what is stored when a wish was refused', async () => {
    const { reminders } = created({ number: 'confirmed' }, { kind: 'unreachable' });
    await expect.poll(() => reminders.mine.value?.number).toBe('confirmed');
    await reminders.wish({ offers: true });
    expect(reminders.mine.value?.offers).toBe(false);
    expect(reminders.trouble.value).toBe('unreachable');
    reminders.close();
  });

  it('says no longer that the channels do not answer once they do', async () => {
    let answers = false;
    const http: Http = {
      get: () => Promise.resolve(answers ? { kind: 'ok', value: {} } : { kind: 'unreachable' }),
      post: () => Promise.resolve({ kind: 'refused', status: 409 }),
    };
    const reminders = createReminders({ http, clock: { ...systemClock, after: () => () => undefined } });
    await expect.poll(() => reminders.trouble.value).toBe('unreachable');
    answers = true;
    reminders.look();
    await expect.poll(() => reminders.trouble.value).toBe('none');
    await reminders.type('123456');
    reminders.look();
    await expect.poll(() => reminders.mine.value?.number).toBe('none');
    expect(reminders.trouble.value).toBe('code');
    reminders.close();
  });

  it('says so when the channels do not answer', async () => {
    const { reminders } = created(undefined, { kind: 'ok', value: {} });
    await expect.poll(() => reminders.trouble.value).toBe('unreachable');
    expect(await reminders.type('123456')).toBe(true);
    reminders.close();
  });
});
