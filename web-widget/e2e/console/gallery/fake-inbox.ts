/** An inbox that does nothing but show what it was given, and a microphone that hears nothing. */

import { signal } from '@preact/signals';
import type { Attachment, Inbox, InboxRow, Media, Opening, ShownLetter } from '../../../src/console/inbox/inbox-view.ts';
import { NOW } from '../../../src/console/testing/fake-desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const row = (id: string, hours: number, more: Partial<InboxRow> = {}): InboxRow => ({
  id,
  service: 'pro-mann',
  at: NOW - hours * HOUR,
  ends: NOW - hours * HOUR + 30 * DAY,
  answers: 0,
  others: 0,
  done: false,
  mine: true,
  readers: 3,
  full: false,
  ...more,
});

const ROWS: readonly InboxRow[] = [
  row('a', 40, { others: 1 }),
  row('b', 21, { service: 'nadheim', mine: false, readers: 2 }),
  row('c', 20, { answers: 1, others: 1, ends: NOW + 0.4 * DAY }),
  row('d', 300, { done: true, answers: 2 }),
];

/** One red pixel. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

const VOICE: Attachment = { content: new Uint8Array([1, 2, 3]), type: 'audio/webm', seconds: 42 };

const open = (more: Partial<Extract<Opening, { kind: 'open' }>> = {}): Opening => ({
  kind: 'open',
  text: 'Hei. Jeg vil gjerne snakke med en lege uten å si hvem jeg er.\n\nKan jeg komme en kveld?',
  language: 'nb',
  files: [],
  ...more,
});

const letter = (opening: Opening, more: Partial<ShownLetter> = {}): ShownLetter => ({
  row: ROWS[0]!,
  opening,
  draft: { text: '', files: [] },
  sending: 'idle',
  markFailed: false,
  ...more,
});

export function fakeInbox(rows: readonly InboxRow[] = [], shown?: ShownLetter, more: Partial<Inbox> = {}): Inbox {
  const nothing = (): void => undefined;
  return {
    rows: signal(rows),
    reached: signal(true),
    count: signal(rows.filter(({ done }) => !done).length),
    fresh: signal(0),
    key: signal('stated' as const),
    shown: signal(shown),
    look: nothing,
    seen: nothing,
    choose: nothing,
    leave: nothing,
    file: () => Promise.resolve({ kind: 'open', content: PIXEL }),
    write: nothing,
    attach: () => true,
    detach: nothing,
    answer: nothing,
    mark: nothing,
    close: nothing,
    ...more,
  };
}

/** States of the inbox by name. */
export const LETTERS: Readonly<Record<string, () => Inbox>> = {
  empty: () => fakeInbox([], undefined, { key: signal('waiting' as const) }),
  list: () => fakeInbox(ROWS, undefined, { reached: signal(false) }),
  'off-duty': () =>
    fakeInbox(
      ROWS,
      letter(
        open({
          text: '',
          language: 'th',
          files: [
            { type: 'audio/webm', length: 61_000, seconds: 17 },
            { type: 'image/png', length: PIXEL.length, seconds: 0 },
            { type: 'application/pdf', length: 2_400_000, seconds: 0 },
          ],
        }),
      ),
    ),
  draft: () =>
    fakeInbox(
      ROWS,
      letter(open({ text: 'مرحبا، هل يمكنني التحدث مع طبيب؟', language: 'ar' }), {
        draft: { text: 'Ja, torsdag kl. 18.', files: [VOICE, { ...VOICE, type: 'application/pdf', seconds: 0 }] },
        sending: 'meanwhile',
      }),
    ),
  sent: () => fakeInbox(ROWS, letter(open(), { row: { ...ROWS[0]!, answers: 1, done: true }, sending: 'sent' })),
  'not-mine': () => fakeInbox(ROWS, letter({ kind: 'not-mine' }, { row: ROWS[1]! }), { key: signal('unsupported' as const) }),
  damaged: () => fakeInbox(ROWS, letter({ kind: 'damaged' })),
  unreachable: () => fakeInbox(ROWS, letter({ kind: 'unreachable' }, { markFailed: true })),
};

export const FAKE_MEDIA: Media = {
  canRecord: true,
  record: () => Promise.resolve({ seconds: signal(7), stop: () => Promise.resolve(VOICE), cancel: () => undefined }),
  prepare: () => Promise.resolve('kind'),
};
