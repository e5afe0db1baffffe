import { expect, it } from 'vitest';
import { HandClock } from '../../testing/hand-clock.ts';
import type { Http } from './http.ts';
import { looking } from './looking.ts';

it('a look that a later one overtook reads nothing, and is over with that one', async () => {
  const answers: ((value: number) => void)[] = [];
  const read: unknown[] = [];
  const get: Http['get'] = () => new Promise((go) => answers.push((value) => go({ kind: 'ok', value })));
  const post: Http['post'] = () => Promise.resolve({ kind: 'unreachable' });
  const { look, close } = looking({ http: { get, post }, path: '/api/me', every: 1, clock: new HandClock(0), read: (answer) => void read.push(answer) });
  const over: string[] = [];
  const first = look().then(() => over.push('first'));
  const second = look().then(() => over.push('second'));
  answers[0]?.(1);
  answers[1]?.(2);
  await Promise.all([first, second]);
  expect(read).toEqual([2]);
  expect(over).toEqual(['second', 'first']);
  close();
});
