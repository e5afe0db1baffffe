import { describe, expect, it } from 'vitest';
import type { Message } from './view.ts';
import { waitsSince } from './waits-since.ts';

const said = (from: Message['from'], at: number): Message => ({ id: `${at}`, from, name: undefined, text: `${from}${at}`, at, tick: undefined });

describe('a visitor waits for a word of staff', () => {
  it('from when staff took the chat, while nobody said anything', () => {
    expect(waitsSince([], 5)).toBe(5);
    expect(waitsSince([said('page', 6)], 5)).toBe(5);
  });
  it('from the first of the words that nobody answered', () => {
    expect(waitsSince([said('me', 6), said('them', 7), said('me', 8), said('page', 9), said('me', 10)], 5)).toBe(8);
    expect(waitsSince([said('me', 6), said('me', 7)], 5)).toBe(6);
  });
  it('not from a word that never left this page', () => {
    expect(waitsSince([said('them', 6), { ...said('me', 7), tick: 'held' }], 5)).toBeUndefined();
  });
  it('also from a yes or no of theirs', () => {
    const no: Message = { ...said('page', 7), event: { kind: 'no', name: 'Amal', role: 'worker' } };
    expect(waitsSince([said('them', 6), no, said('page', 8)], 5)).toBe(7);
  });
  it('from when they wanted somebody away: what they say then is held, and the removal is what reached the server', () => {
    const removal: Message = { ...said('page', 7), event: { kind: 'unwanted', name: 'Lea', role: 'trainee' } };
    const held: Message = { ...said('me', 8), tick: 'held' };
    expect(waitsSince([said('them', 6), removal, held], 5)).toBe(7);
    expect(waitsSince([said('them', 6), removal, held, said('them', 9)], 5)).toBeUndefined();
  });
  it.each(['asked-join', 'asked-handover', 'withdrawn', 'history'] as const)('not after what the lead did, which the server counts as a word: %s', (kind) => {
    const done: Message = { ...said('page', 8), event: { kind, name: 'Amal', role: 'worker' } };
    for (const visitor of ['me', 'them'] as const) {
      expect(waitsSince([said(visitor, 6), done], 5, visitor)).toBeUndefined();
      expect(waitsSince([said(visitor, 6), done, said(visitor, 9)], 5, visitor)).toBe(9);
    }
  });
  it('still after who came, which is nobody\'s word', () => {
    const came: Message = { ...said('page', 8), event: { kind: 'joined', name: 'Amal', role: 'worker' } };
    expect(waitsSince([said('me', 6), came], 5)).toBe(6);
  });
  it('not when the last word is of staff', () => {
    expect(waitsSince([said('me', 6), said('them', 7)], 5)).toBeUndefined();
  });
  it('and the console sees the same from its side', () => {
    expect(waitsSince([said('them', 6), said('me', 7), said('them', 8)], 5, 'them')).toBe(8);
  });
});
