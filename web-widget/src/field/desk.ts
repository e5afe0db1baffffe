/** What this page asks the desk port: who is signed in, and to keep a round. */

import type { ServiceName } from './kept.ts';
import { codeOf, type Round } from './round.ts';

/** Roles that count rounds; the server decides in the same way (`havn.staff.Right`). */
const COUNTING: readonly string[] = ['coordinator', 'worker', 'mediator'];
const PATIENCE_MS = 15_000;

/** `not-allowed`: signed in, in a role that counts no rounds, or on a device that was taken out of the list. */
export type SignedIn =
  | { readonly kind: 'yes'; readonly services: readonly ServiceName[] }
  | { readonly kind: 'no' | 'not-allowed' | 'unreachable' };

/**
 * Why the server keeps a round not: of its day, because the day has 20, because of its service, since somebody struck it, or
 * something else. `strike`: it is not taken back; `perhaps-struck`: nobody knows whether it is.
 */
export type Fault = 'day' | 'full' | 'service' | 'struck' | 'other' | 'strike' | 'perhaps-struck';

/** `kept`: the server has this revision, or a later one of the same phone. */
export type Told =
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'kept' | 'signed-out' | 'not-allowed' | 'unreachable' };

export interface Desk {
  me(): Promise<SignedIn>;
  tell(round: Round): Promise<Told>;
  /** Takes it out where it was sent; undefined when it is out. */
  strike(round: Round): Promise<'strike' | 'perhaps-struck' | undefined>;
  /** Ends the sign-in of this browser; false when the server does not say that it ended. */
  signOut(): Promise<boolean>;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** @param fetcher `fetch`, handed in so that tests can answer */
export function createDesk(fetcher: typeof fetch): Desk {
  const ask = async (path: string, method: string, body?: unknown): Promise<Answer | undefined> => {
    try {
      const response = await fetcher(path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: response.ok && text !== '' ? (JSON.parse(text) as unknown) : undefined };
    } catch {
      return undefined;
    }
  };
  return {
    async me() {
      const answer = await ask('/api/me', 'GET');
      if (answer?.status === 401) return { kind: 'no' };
      if (answer?.status === 403) return { kind: 'not-allowed' };
      if (answer?.status !== 200) return { kind: 'unreachable' };
      const { role, services } = members(answer.body);
      if (typeof role !== 'string' || !COUNTING.includes(role)) return { kind: 'not-allowed' };
      return { kind: 'yes', services: namesOf(services) };
    },
    async tell(round) {
      const { id, service, day, place, counts, estimated, revision } = round;
      const answer = await ask(`/api/field/rounds/${id}`, 'PUT', { service, day, place, ...counts, estimated, revision });
      if (answer === undefined || answer.status >= 500 || answer.status === 429) return { kind: 'unreachable' };
      if (answer.status === 401) return { kind: 'signed-out' };
      if (answer.status === 403) return { kind: 'not-allowed' };
      return answer.status === 200 ? { kind: 'kept' } : { kind: 'refused', fault: faultOf(answer.status) };
    },
    async strike(round) {
      const answer = await ask('/api/field/strikes', 'POST', { service: round.service, code: codeOf(round) });
      if (answer?.status === 204) return undefined;
      return answer === undefined || answer.status >= 500 ? 'perhaps-struck' : 'strike';
    },
    async signOut() {
      const answer = await ask('/api/logout', 'POST');
      return answer?.status === 204 || answer?.status === 401;
    },
  };
}

function faultOf(status: number): Fault {
  if (status === 422) return 'day';
  if (status === 409) return 'full';
  if (status === 410) return 'struck';
  return status === 404 ? 'service' : 'other';
}

const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const namesOf = (value: unknown): readonly ServiceName[] =>
  (Array.isArray(value) ? value : []).flatMap((each) => {
    const { id, name } = members(each);
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
