/** The desk's HTTP calls: same origin, cookie session, JSON both ways (docs/architecture.md). */

import { members, text } from './read.ts';

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** RFC 9457 problem; `status` as HTTP says it, `detail` where the problem has one. */
  | { readonly kind: 'refused'; readonly status: number; readonly detail?: string }
  | { readonly kind: 'unreachable' };

export interface Http {
  get(path: string): Promise<Answer<unknown>>;
  /** @param body none at all when undefined */
  post(path: string, body: unknown): Promise<Answer<unknown>>;
}

const PATIENCE = 15_000;
/** Longer answers are refused: 500 devices take about 200 kB, a transcript of 200 full parts 17.5 MB. */
const LONGEST = 20_000_000;

/** Characters of a problem that is read. */
const LONGEST_PROBLEM = 10_000;

async function detailOf(response: Response): Promise<{ readonly detail?: string }> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) return {};
  try {
    const said = await response.text();
    const detail = said.length > LONGEST_PROBLEM ? '' : text(members(JSON.parse(said))['detail']);
    return detail === '' ? {} : { detail };
  } catch {
    // It is refused, whatever became of the reason.
    return {};
  }
}

/**
 * @param fetcher `fetch`, handed in so that tests can answer
 * @param elsewhere another origin of the same host, which gets the session too
 */
export function createHttp(fetcher: typeof fetch, elsewhere?: string): Http {
  const ask = async (path: string, init: RequestInit): Promise<Answer<unknown>> => {
    try {
      const response = await fetcher(`${elsewhere ?? ''}${path}`, {
        ...init,
        credentials: elsewhere === undefined ? 'same-origin' : 'include',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (!response.ok) return { kind: 'refused', status: response.status, ...(await detailOf(response)) };
      const said = await response.text();
      if (said.length > LONGEST) return { kind: 'unreachable' };
      return { kind: 'ok', value: said === '' ? {} : (JSON.parse(said) as unknown) };
    } catch {
      return { kind: 'unreachable' };
    }
  };
  return {
    get: (path) => ask(path, { method: 'GET', headers: { accept: 'application/json' } }),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        ...(body === undefined
          ? { headers: { accept: 'application/json' } }
          : {
              headers: { accept: 'application/json', 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }),
      }),
  };
}
