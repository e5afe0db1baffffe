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
      const body = JSON.stringify({ conversation: toBase64Url(conversation), capability: toBase64Url(capability) });
      await ask('/api/v1/visits/erase', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    },
    socketAddress: `${origin.replace(/^http/, 'ws')}/v1/visitor`,
  };
}
