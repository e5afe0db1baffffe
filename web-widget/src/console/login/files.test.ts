import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../../kernel/base64.ts';
import { createFileHttp } from './files.ts';

const bytes = new Uint8Array([1, 2, 3]);
const id = new Uint8Array(16).fill(7);

/** Files over HTTP that answers this, and what was asked. */
function over(answer: () => Response): { readonly files: ReturnType<typeof createFileHttp>; readonly asked: [unknown, RequestInit | undefined][] } {
  const asked: [unknown, RequestInit | undefined][] = [];
  const files = createFileHttp((path, init) => {
    asked.push([path, init]);
    return Promise.resolve(answer());
  });
  return { files, asked };
}

describe('sealed files over HTTP', () => {
  it('are kept as bytes, and get an id', async () => {
    const { files, asked } = over(() => Response.json({ id: toBase64Url(id) }, { status: 201 }));
    expect(await files.keep(bytes)).toEqual({ kind: 'ok', value: id });
    const [[path, init]] = asked as [[string, RequestInit]];
    expect([path, init.method, init.headers]).toEqual([
      '/api/files',
      'POST',
      { 'content-type': 'application/octet-stream' },
    ]);
    expect(init.body).toEqual(bytes);
  });

  it('come back byte for byte, by their id, past every cache', async () => {
    const { files, asked } = over(() => new Response(bytes));
    expect(await files.find('AAAA')).toEqual({ kind: 'ok', value: bytes });
    expect(asked).toMatchObject([['/api/files/AAAA', { method: 'GET', cache: 'no-store', redirect: 'error' }]]);
  });

  it('that are refused say with which status', async () => {
    const { files } = over(() => new Response('{}', { status: 507 }));
    expect([await files.keep(bytes), await files.find('AAAA')]).toEqual([
      { kind: 'refused', status: 507 },
      { kind: 'refused', status: 507 },
    ]);
  });

  it('are not to be had from a server that is gone, or answers something else', async () => {
    const gone = createFileHttp(() => Promise.reject(new TypeError('gone')));
    expect(await gone.find('AAAA')).toEqual({ kind: 'unreachable' });
    expect(await over(() => Response.json({ id: 'short' })).files.keep(bytes)).toEqual({ kind: 'unreachable' });
    const tooLong = over(() => new Response(new Uint8Array(12_000_000)));
    expect(await tooLong.files.find('AAAA')).toEqual({ kind: 'unreachable' });
  });
});
