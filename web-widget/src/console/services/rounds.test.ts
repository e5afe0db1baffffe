import { expect, it } from 'vitest';
import type { Http } from '../login/http.ts';
import { readRounds, roundsCsv, strikeRound } from './rounds.ts';

it('rounds are read without trusting their shape, and written as a table that hides what is hidden', () => {
  const answer = {
    months: [
      { service: 'nadheim', month: '2026-10', running: false, place: 'street', estimated: true, rounds: 8, people: 350, first: null, mean: 'many' },
      7,
    ],
  };
  const rows = readRounds(answer);
  expect(rows[0]?.counts).toMatchObject({ rounds: 8, people: 350, first: undefined, mean: undefined });
  expect(roundsCsv(rows.slice(0, 1))).toBe(
    'service,month,running,place,estimated,rounds,people,first,places,mean,least,most\r\n' +
      'nadheim,2026-10,no,street,yes,8,350,hidden,hidden,hidden,hidden,hidden\r\n',
  );
});

it.each([
  [404, 'none'],
  [403, 'forbidden'],
  [401, 'forbidden'],
  [429, 'busy'],
  [503, 'unreachable'],
])('a round that is not struck with %i is told apart: %s', async (status, outcome) => {
  const http = { post: () => Promise.resolve({ kind: 'refused', status }) } as unknown as Http;
  expect(await strikeRound(http, 'nadheim', '0101 0101 0101')).toBe(outcome);
});
