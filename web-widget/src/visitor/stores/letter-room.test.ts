import { signal, type Signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Letters, LettersState } from '../letters-view.ts';
import { letterRoom } from './letter-room.ts';

interface Fixture {
  readonly room: ReturnType<typeof letterRoom>;
  readonly state: Signal<LettersState>;
  readonly done: string[];
}

const WRITING: LettersState = { kind: 'writing', trouble: undefined, again: true };

function fixture(): Fixture {
  const done: string[] = [];
  const state = signal<LettersState>(WRITING);
  const letters = { state, send: () => true, forget: () => done.push('forget') } as unknown as Letters;
  return { room: letterRoom(letters, 'halvferdig', () => 0), state, done };
}

const VOICE = { content: new Uint8Array(3), type: 'audio/webm', seconds: 1 } as const;

describe('a letter that is put away', () => {
  it('forgets its text and its files, and ends its recording window', () => {
    const { room, done } = fixture();
    expect(room.attach(VOICE)).toBeUndefined();
    room.close();
    expect(room.composer.text.value).toBe('');
    expect(room.attachments.value).toEqual([]);
    expect(room.over.aborted).toBe(true);
    expect(done).toEqual(['forget']);
  });

  it('does the same when somebody rings from the opened mailbox, which then notes who answers', () => {
    const { room, done } = fixture();
    room.attach(VOICE);
    room.close(true);
    expect(room.composer.text.value).toBe('');
    expect(room.attachments.value).toEqual([]);
    expect(room.over.aborted).toBe(true);
    expect(done).toEqual([]);
  });
});

describe('a file for a letter', () => {
  it('is refused for the reason there is: five are there, the letter is on its way, or none is being written', () => {
    const { room, state } = fixture();
    for (const none of Array<undefined>(5).fill(undefined)) expect(room.attach(VOICE)).toBe(none);
    expect(room.attach(VOICE)).toBe('many');
    state.value = { kind: 'busy', doing: 'sealing' };
    expect(room.attach(VOICE)).toBe('busy');
    state.value = { kind: 'sent', ends: 0, word: undefined, again: false };
    expect(room.attach(VOICE)).toBe('over');
    state.value = WRITING;
    expect(room.attach(VOICE)).toBeUndefined();
  });
});
