/** Sealed files over the desk's HTTP: bytes in, bytes out. */

import { fromBase64Url } from '../../kernel/base64.ts';
import { own } from '../../kernel/bytes.ts';
import { LARGEST_FILE } from '../../letters/file-ref.ts';
import type { Answer } from './http.ts';
import { members, text } from './read.ts';

export interface FileHttp {
  /** Keeps sealed bytes for an hour, or as long as the answer that names them: their id, 16 bytes. */
  keep(stored: Uint8Array): Promise<Answer<Uint8Array>>;
  /** The bytes of a file by its id in base64url. */
  find(id: string): Promise<Answer<Uint8Array>>;
}

/** For 10 MiB on a slow line. */
const PATIENCE = 120_000;
/** A file of the largest size with its filling and its tag. */
const LONGEST = LARGEST_FILE * 1.12 + 64;

/** @param fetcher `fetch`, handed in so that tests can answer */
export function createFileHttp(fetcher: typeof fetch): FileHttp {
  const ask = async <T>(path: string, init: RequestInit, read: (response: Response) => Promise<T | undefined>): Promise<Answer<T>> => {
    try {
      const response = await fetcher(path, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!response.ok) return { kind: 'refused', status: response.status };
      const value = await read(response);
      return value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value };
    } catch {
      return { kind: 'unreachable' };
    }
  };
  return {
    keep: (stored) =>
      ask(
        '/api/files',
        { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: own(stored) },
        async (response) => {
          const id = fromBase64Url(text(members(await response.json())['id']));
          return id?.length === 16 ? id : undefined;
        },
      ),
    find: (id) =>
      ask(`/api/files/${id}`, { method: 'GET' }, async (response) => {
        const bytes = new Uint8Array(await response.arrayBuffer());
        return bytes.length <= LONGEST ? bytes : undefined;
      }),
  };
}
