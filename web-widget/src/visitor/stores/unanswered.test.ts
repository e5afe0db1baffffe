import { expect, it } from 'vitest';
import type { Message } from '../../talk/view.ts';
import { unanswered } from './unanswered.ts';

const said = (from: Message['from'], at: number): Message => ({ id: `${at}`, from, name: undefined, text: `${from}${at}`, at, tick: undefined });

it('what nobody answered is what the visitor said since', () => {
  expect(unanswered([said('me', 1), said('them', 2), said('me', 3), said('page', 4), said('me', 5)]).map(({ at }) => at)).toEqual([3, 5]);
  expect(unanswered([said('them', 2)])).toEqual([]);
});
