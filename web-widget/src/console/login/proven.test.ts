import { describe, expect, it } from 'vitest';
import type { Answer, Http } from './http.ts';
import { provenHttp } from './proven.ts';

interface Server {
  readonly http: Http;
  readonly asked: string[];
  proven: boolean;
}

/** A server that hands out sealed things to a proven device only. */
function server(): Server {
  const made: Server = {
    asked: [],
    proven: false,
    http: {
      get: (path) => answer(path),
      post: (path) => answer(path),
    },
  };
  const answer = (path: string): Promise<Answer<unknown>> => {
    made.asked.push(path);
    return Promise.resolve(made.proven ? { kind: 'ok', value: path } : { kind: 'refused', status: 403 });
  };
  return made;
}

describe('a call that only a listed device may make', () => {
  it('is made again after the device proved its key, which several calls share', async () => {
    const at = server();
    let proofs = 0;
    const http = provenHttp(at.http, () => {
      proofs += 1;
      at.proven = true;
      return Promise.resolve(true);
    });
    const answers = await Promise.all([http.get('/letters'), http.post('/archives', {})]);
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    expect(proofs).toBe(1);
    await http.get('/letters');
    expect(at.asked).toHaveLength(5);
  });

  it('is refused when there is no key to prove, or the proof cannot be sent, and is not repeated without end', async () => {
    const at = server();
    expect(await provenHttp(at.http, () => Promise.resolve(false)).get('/a')).toEqual({ kind: 'refused', status: 403 });
    expect(await provenHttp(at.http, () => Promise.reject(new Error('offline'))).get('/b')).toMatchObject({ kind: 'refused' });
    expect(await provenHttp(at.http, () => Promise.resolve(true)).get('/c')).toMatchObject({ kind: 'refused' });
    expect(at.asked).toEqual(['/a', '/b', '/c', '/c']);
  });
});
