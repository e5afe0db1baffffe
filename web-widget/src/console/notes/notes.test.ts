import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { fromBase64Url } from '../../kernel/base64.ts';
import { systemClock } from '../../kernel/clock.ts';
import { seedIdentity } from '../../seal/xwing.ts';
import type { DeviceState } from '../desk-view.ts';
import type { Http } from '../login/http.ts';
import { sealNote } from '../sealed/note.ts';
import type { Shelf } from '../stores/preferences.ts';
import { createNotes, LONGEST_HANDOVER, LONGEST_COMMENT, type Notes } from './notes.ts';

const HEAD = { service: 'pro-mann', by: '', mine: false, done: false, at: '2026-11-20T12:00:00Z', ends: '2026-12-20T12:00:00Z' };
const WORDS = { place: 'forum', about: 'Lurer på time hos lege', answered: false };

interface House {
  readonly notes: Notes;
  readonly posted: [string, unknown][];
  readonly device: { value: DeviceState };
  /** What colleagues have written. */
  readonly kept: { note: string; kind: string; file: string }[];
}

/**
 * @param lost paths whose answers get lost
 * @param shelf of this person's browser
 */
function house(lost = /^$/u, shelf: Shelf = { read: () => null, write: () => undefined }, kept: House['kept'] = []): House {
  const posted: [string, unknown][] = [];
  const identity = seedIdentity(new Uint8Array(32).fill(9));
  const device = signal<DeviceState>('rostered');
  const http: Http = {
    get: () =>
      Promise.resolve({
        kind: 'ok',
        value: {
          places: [{ service: 'pro-mann', places: [{ id: 'forum', names: { nb: 'Forum' } }] }],
          notes: kept.map(({ note, kind }) => ({ ...HEAD, note, kind })),
        },
      }),
    post: (path, body) => {
      posted.push([path, body]);
      if (lost.test(path)) return Promise.resolve({ kind: 'unreachable' });
      const json = body as { kind: string; text: { file: string } };
      if (path.endsWith('/open')) return Promise.resolve({ kind: 'ok', value: { files: kept.filter(({ kind }) => kind === json.kind) } });
      if (path !== '/api/notes') return Promise.resolve({ kind: 'ok', value: {} });
      const note = String(kept.length).padStart(32, '0');
      kept.push({ note, kind: json.kind, file: json.text.file });
      return Promise.resolve({ kind: 'ok', value: { note } });
    },
  };
  const notes = createNotes({
    http,
    clock: { ...systemClock, after: () => () => undefined },
    keys: { mailboxKeys: () => Promise.resolve([{ identity }] as never) },
    device,
    sealTo: () => Promise.resolve([{ device: new Uint8Array(16), xwing: identity.publicKey, from: 0, until: 1 }]),
    shelf,
  });
  return { notes, posted, device, kept };
}

describe('notes of staff', () => {
  it('are sealed before they leave, and open only when somebody asks', async () => {
    const { notes, posted } = house();
    expect(await notes.keep('pro-mann', 'profile', WORDS)).toBe('kept');
    expect(JSON.stringify(posted)).not.toContain('lege');
    expect(JSON.stringify(posted)).not.toContain('forum');
    expect(notes.waiting.value).toBe(1);
    expect(notes.words.value.size).toBe(0);
    await notes.open('profile');
    expect([...notes.words.value.values()]).toEqual([WORDS]);
    notes.forget();
    expect(notes.words.value.size).toBe(0);
    notes.close();
  });

  it('for the next shift are sealed whole, also at their longest, and for a week', async () => {
    const { notes, posted } = house();
    const words = { place: '', about: '"\\å'.repeat(LONGEST_HANDOVER / 3).padEnd(LONGEST_HANDOVER, 'x'), answered: false };
    expect(await notes.keep('pro-mann', 'handover', words)).toBe('kept');
    expect(posted).toMatchObject([['/api/notes', { kind: 'handover', days: 7 }]]);
    await notes.open('handover');
    expect([...notes.words.value.values()]).toEqual([words]);
    expect(notes.waiting.value).toBe(0);
    notes.close();
  });

  it('for the next shift are unread until this person has opened them, and never those of their own, also after a reload', async () => {
    let text: string | null = 'no list';
    const shelf: Shelf = { read: () => text, write: (now) => (text = now) };
    const { notes, kept } = house(undefined, shelf);
    const unread = (): readonly string[] => notes.unread.value.map(({ note }) => note);
    await notes.keep('pro-mann', 'handover', WORDS);
    expect(unread()).toEqual([]);
    const theirs = 'f'.repeat(32);
    kept.push({ note: theirs, kind: 'handover', file: kept[0]?.file ?? '' }, { note: 'e'.repeat(32), kind: 'comment', file: '' });
    await notes.act('none', 'claim');
    expect(unread()).toEqual([theirs]);
    await notes.open('handover');
    notes.forget();
    expect(unread()).toEqual([]);
    notes.close();

    const again = house(undefined, shelf, [...kept, { note: 'd'.repeat(32), kind: 'handover', file: '' }]);
    await again.notes.act('none', 'claim');
    expect(again.notes.unread.value.map(({ note }) => note)).toEqual(['d'.repeat(32)]);
    again.kept.splice(0);
    await again.notes.act('none', 'claim');
    expect(text).toBe('[]');
    again.notes.close();
  });

  it('are not kept of a chat whose visitor could not be told', async () => {
    const { notes, posted } = house();
    const conversation = '0a'.repeat(16);
    expect(await notes.keep('pro-mann', 'comment', WORDS, { conversation, tell: () => true })).toBe('kept');
    expect(posted).toHaveLength(1);
    expect(posted[0]?.[1]).toMatchObject({ conversation: 'CgoKCgoKCgoKCgoKCgoKCg' });
    expect(await notes.keep('pro-mann', 'comment', WORDS, { conversation, tell: () => false })).toBe('refused');
    expect(posted.at(-1)).toEqual([`/api/notes/${'1'.padStart(32, '0')}/acts`, { act: 'delete' }]);
    notes.close();
  });

  it('say when nobody knows whether one was kept, and when the visitor of one that stays was not told', async () => {
    expect(await house(/notes$/u).notes.keep('pro-mann', 'profile', WORDS)).toBe('unknown');
    const { notes, posted } = house(/acts$/u);
    const chat = { conversation: '0a'.repeat(16), tell: () => false };
    expect(await notes.keep('pro-mann', 'comment', WORDS, chat)).toBe('untold');
    expect(posted.filter(([path]) => path.endsWith('/acts'))).toHaveLength(3);
    notes.close();
  });

  it('are short enough for the server when a comment is as long as it may be', async () => {
    const keys = Array.from({ length: 9 }, (_, i) => ({ device: new Uint8Array(16).fill(i), xwing: seedIdentity(new Uint8Array(32).fill(i)).publicKey, from: 0, until: 1 }));
    const said = JSON.stringify({ place: '', about: '"'.repeat(LONGEST_COMMENT), answered: false });
    const sealed = await sealNote(keys, 'comment pro-mann', said);
    expect(fromBase64Url(sealed?.file ?? '')?.length).toBeLessThan(2_304 + 9 * 1_560);
  });

  it('are forgotten on a device that the list does not confirm', async () => {
    const { notes, device } = house();
    await notes.keep('pro-mann', 'comment', WORDS);
    await notes.open('comment');
    expect(notes.words.value.size).toBe(1);
    device.value = 'alarm';
    expect(notes.words.value.size).toBe(0);
    notes.close();
  });
});
