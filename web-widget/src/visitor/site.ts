import { fromBase64Url, toBase64Url } from '../kernel/base64.ts';
import { readServiceInfo } from './service-info.ts';
import type { ServiceInfo } from './session-view.ts';

/** The visitor role's addresses. Nothing asked here carries a cookie, a referrer or a word. */
export interface Site {
  service(id: string): Promise<ServiceInfo>;
  /** 32 bytes, good for one connection within 60 seconds. */
  ticket(): Promise<Uint8Array>;
  /** A document of `/.well-known/havn/`. */
  document(name: string): Promise<unknown>;
  /** Deletes everything of one visit; fails unless the server says that it did. */
  erase(conversation: Uint8Array, capability: Uint8Array): Promise<void>;
  /** Keeps what this page sealed; `key` opens it. */
  keep(conversation: Uint8Array, capability: Uint8Array, key: Uint8Array, sealed: Uint8Array): Promise<void>;
  /** What a page sealed before; undefined when there is nothing any more, or the key is another. */
  kept(conversation: Uint8Array, key: Uint8Array): Promise<Uint8Array | undefined>;
  letGo(conversation: Uint8Array, capability: Uint8Array): Promise<void>;
  readonly socketAddress: string;
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>;
const PATIENCE = 10_000;

/** @param origin for example `https://chat.example.org`, without a slash at the end */
export function site(origin: string, fetcher: Fetch): Site {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetcher(origin + path, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal,
    });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    return answer;
  };
  const visit = (act: string, parts: Readonly<Record<string, Uint8Array>>): Promise<Response> => {
    const body = JSON.stringify(Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, toBase64Url(bytes)])));
    return ask(`/api/v1/visits/${act}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  };
  const json = async (path: string, method: 'GET' | 'POST'): Promise<unknown> => (await ask(path, { method })).json();
  return {
    service: async (id) => readServiceInfo(await json(`/api/v1/services/${encodeURIComponent(id)}`, 'GET')),
    ticket: async () => {
      const { ticket } = (await json('/api/v1/tickets', 'POST')) as { readonly ticket?: unknown };
      const bytes = typeof ticket === 'string' ? fromBase64Url(ticket) : undefined;
      if (bytes?.length !== 32) throw new TypeError('a ticket');
      return bytes;
    },
    document: (name) => json(`/.well-known/havn/${name}`, 'GET'),
    erase: async (conversation, capability) => {
      await visit('erase', { conversation, capability });
    },
    keep: async (conversation, capability, key, sealed) => {
      await visit('keep', { conversation, capability, key, sealed });
    },
    kept: async (conversation, key) => {
      const answer = await visit('open', { conversation, key });
      if (answer.status !== 200) return undefined;
      const { sealed } = (await answer.json()) as { readonly sealed?: unknown };
      return typeof sealed === 'string' ? fromBase64Url(sealed) : undefined;
    },
    letGo: async (conversation, capability) => {
      await visit('let-go', { conversation, capability });
    },
    socketAddress: `${origin.replace(/^http/, 'ws')}/v1/visitor`,
  };
}
