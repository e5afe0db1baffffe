import { describe, expect, it, vi } from 'vitest';
import { check, printed } from './check.ts';
import { chosen, PROOF_LANGUAGES, PROOF_TEXTS } from './texts.ts';

const answering =
  (status: number, body: unknown): typeof fetch =>
  () =>
    Promise.resolve(Response.json(body, { status }));

describe('the page of codes', () => {
  it('asks with what somebody typed and tells name and day', async () => {
    const asked: [string, RequestInit | undefined][] = [];
    const ask: typeof fetch = (input, init) => {
      asked.push([input as string, init]);
      return Promise.resolve(Response.json({ name: 'Samtalen', day: '2026-11-18' }));
    };
    expect(await check(ask, 'pro-mann', 'abcd efgh', 'th')).toEqual({ kind: 'ours', name: 'Samtalen', day: '2026-11-18' });
    expect(asked[0]?.[0]).toBe('/api/v1/services/pro-mann/proof');
    expect(asked[0]?.[1]?.body).toBe('{"code":"abcd efgh","language":"th"}');
  });

  it('says of every failure what it is, and never that a text was ours', async () => {
    expect(await check(answering(404, {}), 's', 'x', 'nb')).toEqual({ kind: 'unknown' });
    expect(await check(answering(400, {}), 's', 'x', 'nb')).toEqual({ kind: 'unknown' });
    expect(await check(answering(429, {}), 's', 'x', 'nb')).toEqual({ kind: 'busy' });
    for (const [status, body] of [
      [500, {}],
      [200, { name: 'x' }],
      [200, { name: 'x', day: 'today' }],
      [200, 'yes'],
    ] as const) {
      expect(await check(answering(status, body), 's', 'x', 'nb')).toEqual({ kind: 'lost' });
    }
    expect(await check(() => Promise.reject(new Error('gone')), 's', 'x', 'nb')).toEqual({ kind: 'lost' });
  });

  it('waits ten seconds for an answer, and then says that there was none', async () => {
    let ends: AbortSignal | undefined;
    const never: typeof fetch = (_, init) => {
      ends = init?.signal ?? undefined;
      return new Promise((_resolve, reject) => {
        ends?.addEventListener('abort', () => reject(new Error('over')));
      });
    };
    vi.useFakeTimers();
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((delay) => {
      const over = new AbortController();
      setTimeout(() => over.abort(), delay);
      return over.signal;
    });
    const asking = check(never, 's', 'x', 'nb');
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(await asking).toEqual({ kind: 'lost' });
  });

  it('speaks the language of the browser, and Norwegian where it knows none', () => {
    expect(chosen(['fr-FR', 'th-TH', 'en'])).toBe('th');
    expect(chosen(['no'])).toBe('nb');
    expect(chosen(['fr', 'constructor'])).toBe('nb');
    expect(chosen([])).toBe('nb');
  });

  it('has every line in eleven languages, with name and day in the answer', () => {
    expect(PROOF_LANGUAGES).toHaveLength(11);
    for (const language of PROOF_LANGUAGES) {
      const texts = PROOF_TEXTS[language];
      const day = printed('2026-11-18', language);
      const ours = texts.ours('Samtalen', day);
      expect(ours).toContain('Samtalen');
      expect(ours).toContain(day);
      for (const line of [texts.title, texts.lead, texts.unknown, texts.busy, texts.lost, texts.leave]) {
        expect(line.length).toBeGreaterThan(3);
        expect(line.length).toBeLessThan(130);
      }
    }
  });
});
