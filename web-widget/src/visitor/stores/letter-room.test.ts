import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Letters, LettersState } from '../letters-view.ts';
import { letterRoom } from './letter-room.ts';

function fixture(): { readonly room: ReturnType<typeof letterRoom>; readonly done: string[] } {
  const done: string[] = [];
  const state = signal<LettersState>({ kind: 'writing', trouble: undefined, again: true });
  const letters = { state, send: () => true, forget: () => done.push('forget') } as unknown as Letters;
  return { room: letterRoom(letters, 'halvferdig', () => 0), done };
}

const VOICE = { content: new Uint8Array(3), type: 'audio/webm', seconds: 1 } as const;

describe('a letter that is put away', () => {
  it('forgets its text and its files, and ends its recording window', () => {
    const { room, done } = fixture();
    expect(room.attach(VOICE)).toBe(true);
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
