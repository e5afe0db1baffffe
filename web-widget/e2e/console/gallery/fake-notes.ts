/** The inbox of profiles and comments, opened or sealed. */

import { signal } from '@preact/signals';
import type { Note, Notes, Words } from '../../../src/console/notes/notes.ts';
import { NOW } from '../../../src/console/testing/fake-desk.ts';

const DAY = 86_400_000;
const note = (id: string, kind: Note['kind'], more: Partial<Note> = {}): Note => ({
  note: id,
  service: 'pro-mann',
  kind,
  by: '',
  mine: false,
  done: false,
  at: NOW - 2 * DAY,
  ends: NOW + 28 * DAY,
  ...more,
});

const NOTES: readonly Note[] = [
  note('a', 'profile'),
  note('b', 'profile', { by: 'Ingrid', mine: true }),
  note('c', 'profile', { by: 'Per' }),
  note('d', 'profile', { by: 'Per', done: true }),
  note('e', 'comment'),
  note('f', 'handover', { ends: NOW + 5 * DAY }),
];

const words = (about: string, answered = false): Words => ({ place: 'forum', about, answered });

const WORDS = new Map<string, Words>([
  ['a', words('Spør om time hos lege, vil ha svar på engelsk.')],
  ['b', words('Lurer på hva som skjer når man ringer.', true)],
  ['e', words('Snakket om time hos lege, vil helst skrive norsk.')],
  ['f', { place: '', about: 'Mikrofonen på vaktrommet virker ikke. Bestilt ny.', answered: false }],
]);

export function fakeNotes(opened: boolean): Notes {
  return {
    notes: signal(NOTES),
    places: signal({ 'pro-mann': [{ id: 'forum', names: { nb: 'Forumet', en: 'The forum' } }] }),
    words: signal<ReadonlyMap<string, Words>>(opened ? WORDS : new Map()),
    waiting: signal(1),
    unread: signal(NOTES.filter(({ kind }) => kind === 'handover')),
    reached: signal(true),
    refused: signal(false),
    keep: () => Promise.resolve('kept'),
    open: () => Promise.resolve(),
    act: () => Promise.resolve(true),
    forget: () => undefined,
    look: () => undefined,
    close: () => undefined,
  };
}
