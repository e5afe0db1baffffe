/** Sealed files over the desk's HTTP: bytes in, bytes out. */

import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { own } from '../../kernel/bytes.ts';
import { LARGEST_FILE } from '../../letters/file-ref.ts';
import type { Answer } from './http.ts';
import { members, text } from './read.ts';

/** A running chat that this browser's device is in. */
export interface InChat {
  /** 16 bytes each. */
  readonly conversation: Uint8Array;
  readonly device: Uint8Array;
}

export interface FileHttp {
  /** Keeps sealed bytes for an hour, or as long as the answer that names them: their id, 16 bytes. */
  keep(stored: Uint8Array): Promise<Answer<Uint8Array>>;
  /** The bytes of a file by its id in base64url. */
  find(id: string): Promise<Answer<Uint8Array>>;
}

/** The same for a running chat, with whose end the files go. */
export interface ChatFileHttp {
  keepInChat(chat: InChat, stored: Uint8Array, stop: AbortSignal): Promise<Answer<Uint8Array>>;
  findInChat(id: string): Promise<Answer<Uint8Array>>;
}

/** For 10 MiB on a slow line. */
const PATIENCE = 120_000;
/** A file of the largest size with its filling and its tag. */
const LONGEST = LARGEST_FILE * 1.12 + 64;

/** @param fetcher `fetch`, handed in so that tests can answer */
export function createFileHttp(fetcher: typeof fetch): FileHttp & ChatFileHttp {
  const ask = async <T>(path: string, init: RequestInit, read: (response: Response) => Promise<T | undefined>, stop?: AbortSignal): Promise<Answer<T>> => {
    try {
      const response = await fetcher(path, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(stop === undefined ? [] : [stop])]),
      });
      if (!response.ok) return { kind: 'refused', status: response.status };
      const value = await read(response);
      return value === undefined ? { kind: 'unreachable' } : { kind: 'ok', value };
    } catch {
      return { kind: 'unreachable' };
    }
  };
  const keep = (path: string, stored: Uint8Array, more: Readonly<Record<string, string>>, stop?: AbortSignal): Promise<Answer<Uint8Array>> =>
    ask(
      path,
      { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...more }, body: own(stored) },
      async (response) => {
        const id = fromBase64Url(text(members(await response.json())['id']));
        return id?.length === 16 ? id : undefined;
      },
      stop,
    );
  const find = (path: string): Promise<Answer<Uint8Array>> =>
    ask(path, { method: 'GET' }, async (response) => {
      const bytes = new Uint8Array(await response.arrayBuffer());
      return bytes.length <= LONGEST ? bytes : undefined;
    });
  return {
    keep: (stored) => keep('/api/files', stored, {}),
    find: (id) => find(`/api/files/${id}`),
    keepInChat: ({ conversation, device }, stored, stop) =>
      keep('/api/chats/files', stored, { 'havn-chat': toBase64Url(conversation), 'havn-device': toBase64Url(device) }, stop),
    findInChat: (id) => find(`/api/chats/files/${id}`),
  };
}
