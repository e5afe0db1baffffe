import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Http } from '../login/http.ts';
import { journalTexts } from '../texts/journal-texts.ts';
import { createAudit } from './audit.ts';
import { createJournal, days, exportWith, readPage, type JournalLine } from './journal.ts';

const CHECKED = { at: '2026-11-24T16:00:00Z', whole: '2026-11-24T15:00:00Z', standing: '412:3f', flawed: null };
const line = (number: number, at = '2026-11-24T16:50:00Z'): object => ({
  ...{ number, at, who: '0a'.repeat(16), name: null, act: 'archive.open', thing: '11' },
});

function asking(answers: readonly unknown[]): { readonly http: Http; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const left = [...answers];
  const http: Http = {
    get: () => Promise.resolve({ kind: 'unreachable' }),
    post: (path, body) => {
      asked.push([path, body]);
      const value = left.shift();
      return Promise.resolve(value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value });
    },
  };
  return { http, asked };
}

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

describe('the journal', () => {
  it('asks when it is told to, and goes back from the oldest line shown', async () => {
    const { http, asked } = asking([
      { lines: [line(9), line(8)], more: true, checked: CHECKED },
      { lines: [line(7)], more: false, checked: CHECKED },
    ]);
    const journal = createJournal(http, nothing);
    expect(asked).toEqual([]);
    await journal.newest();
    expect(journal.page.value).toMatchObject({ more: true, earlier: false, cut: 0, checked: { whole: Date.parse('2026-11-24T15:00:00Z'), standing: '412:3f', flawed: undefined } });
    await journal.earlier();
    expect(journal.page.value?.lines.map(({ number }) => number)).toEqual([7]);
    expect(journal.page.value?.earlier).toBe(true);
    expect(asked).toEqual([
      ['/api/journal/read', {}],
      ['/api/journal/read', { before: 8 }],
    ]);
  });

  it('keeps what is shown when the server cannot be reached', async () => {
    const { http } = asking([{ lines: [line(1)], more: false, checked: { ...CHECKED, flawed: 3 } }]);
    const journal = createJournal(http, nothing);
    await journal.newest();
    await journal.newest();
    expect(journal.state.value).toBe('unreachable');
    expect(journal.page.value?.lines).toHaveLength(1);
    expect(journal.page.value?.checked?.flawed).toBe(3);
  });

  it('says nothing about a check that was never made, and from where on lines stand', () => {
    expect(readPage({ lines: [], more: false, cut: 7, checked: null }, false)).toMatchObject({ cut: 7, checked: undefined });
    expect(readPage({ lines: [], more: false, cut: 0, checked: { ...CHECKED, whole: null } }, false).checked?.whole).toBeUndefined();
  });

  it('hands the export out as it came, and nothing when it is refused', async () => {
    const answer = (status: number): typeof fetch => () => Promise.resolve(new Response('1\ta\n', { status }));
    expect(await exportWith(answer(200))()).toBe('1\ta\n');
    expect(await exportWith(answer(403))()).toBeUndefined();
    expect(await exportWith(() => Promise.reject(new TypeError('cut')))()).toBeUndefined();
  });

  it('is shown by local days', () => {
    const at = (iso: string): JournalLine => ({ number: 1, at: Date.parse(iso), who: '', name: undefined, act: '', thing: '' });
    const shown = days([at('2026-11-24T23:30:00Z'), at('2026-11-24T22:30:00Z'), at('2026-11-24T09:00:00Z')], 'Europe/Oslo');
    expect(shown.map(({ date, lines }) => [date, lines.length])).toEqual([
      ['2026-11-25', 1],
      ['2026-11-24', 2],
    ]);
  });

  it('shows a line that no server wrote as one that cannot be read, beside the others', () => {
    const nothing = { who: null, name: null, act: null, thing: null };
    const answer = { lines: [line(9), { number: 8, at: null, ...nothing }, { number: 7, at: '2026-11-23T10:00:00Z', ...nothing }], more: false };
    const { lines } = readPage({ ...answer, checked: CHECKED }, false);
    expect(lines.map(({ act, at }) => [act, at])).toEqual([
      ['archive.open', Date.parse('2026-11-24T16:50:00Z')],
      [undefined, undefined],
      [undefined, Date.parse('2026-11-23T10:00:00Z')],
    ]);
    expect(days(lines, 'Europe/Oslo').map(({ date, lines: of }) => [date, of.length])).toEqual([
      ['2026-11-24', 2],
      ['2026-11-23', 1],
    ]);
    expect(days(lines.slice(1, 2), 'Europe/Oslo')[0]?.date).toBeUndefined();
  });

  it('has words for every act that the server writes', () => {
    const acts = readFileSync(new URL('../../../../server/src/main/java/havn/journal/Act.java', import.meta.url), 'utf8');
    const printed = [...acts.matchAll(/"([a-z]+\.[a-z-]+)"/gu)].map(([, act]) => act ?? '').sort();
    expect(printed.length).toBeGreaterThan(40);
    for (const language of ['nb', 'en'] as const) expect(Object.keys(journalTexts(language).acts).sort()).toEqual(printed);
  });
});

describe('figures of an auditor', () => {
  it('say when they could not be had', async () => {
    const audit = createAudit(asking([]).http, createJournal(asking([]).http, nothing));
    await audit.look();
    expect(audit.reached.value).toBe(false);
  });
});
