import { describe, expect, it } from 'vitest';
import { createHttp } from './http.ts';

const answering = (body: string, status: number, type: string): ReturnType<typeof createHttp> =>
  createHttp(() => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } })));

describe('an answer of the desk', () => {
  it('that is a problem says why where the problem does', async () => {
    const http = answering('{"title":"It may not be sent.","detail":"silence"}', 409, 'application/problem+json; charset=utf-8');
    expect(await http.get('/x')).toEqual({ kind: 'refused', status: 409, detail: 'silence' });
  });

  it('is a refusal also when nobody can read why', async () => {
    for (const [body, type] of [
      ['{"title":"No."}', 'application/problem+json'],
      ['{"detail":7}', 'application/problem+json'],
      ['{"detail":', 'application/problem+json'],
      [`{"detail":"${'x'.repeat(10_000)}"}`, 'application/problem+json'],
      ['{"detail":"a proxy"}', 'text/html'],
    ] as const) {
      expect(await answering(body, 409, type).post('/x', {}), body.slice(0, 40)).toEqual({ kind: 'refused', status: 409 });
    }
  });
});
