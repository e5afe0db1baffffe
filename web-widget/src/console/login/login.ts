/** Who is signed in, and how they came to be. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Answer, Http } from './http.ts';
import type { Adding, Me } from './me.ts';
import type { Passkeys } from './passkey.ts';
import { readMe } from './read.ts';

export interface SignedOut {
  readonly kind: 'signed-out';
  /** Used, expired and unknown links are one case: the server does not tell them apart. */
  readonly why:
    | 'none'
    | 'link-refused'
    | 'passkey-refused'
    | 'passkey-cancelled'
    | 'session-over'
    | 'signed-out'
    | 'unreachable'
    | 'too-many';
  /** The person's passkey is being asked for. */
  readonly busy: boolean;
}

export type SignIn =
  | { readonly kind: 'checking'; readonly link: boolean }
  | SignedOut
  | { readonly kind: 'signed-in'; readonly me: Me };

export interface Login {
  readonly state: ReadonlySignal<SignIn>;
  /** Redeems the link if there is one, otherwise asks whether a session still holds. */
  start(token: string | undefined): Promise<void>;
  /** Asks again who is signed in, for example until the first root set is published. */
  refresh(): Promise<void>;
  withPasskey(): Promise<void>;
  addPasskey(): Promise<Adding>;
  signOut(): Promise<void>;
  /** Asks whether the session still holds; true when nobody knows. */
  stillIn(): Promise<boolean>;
  /** The server said that the session is over. */
  sessionOver(): void;
}

const TOO_MANY = 429;
const UNAUTHORISED = 401;
const FORBIDDEN = 403;

export function createLogin(http: Http, passkeys: Passkeys): Login {
  const state = signal<SignIn>({ kind: 'checking', link: false });
  const out = (why: SignedOut['why'], busy = false): void => {
    state.value = { kind: 'signed-out', why, busy };
  };
  const refused = (answer: Answer<unknown>, otherwise: SignedOut['why']): void => {
    if (answer.kind === 'unreachable') out('unreachable');
    else out(answer.kind === 'refused' && answer.status === TOO_MANY ? 'too-many' : otherwise);
  };
  /** Enters if a session holds; otherwise says `why`. */
  const enter = async (why: SignedOut['why']): Promise<void> => {
    const answer = await http.get('/api/me');
    const me = answer.kind === 'ok' ? readMe(answer.value) : undefined;
    if (me !== undefined) state.value = { kind: 'signed-in', me };
    else if (answer.kind === 'refused' && answer.status === UNAUTHORISED) out(why);
    else refused(answer, why);
  };
  return {
    state,
    async start(token) {
      if (token === undefined) {
        await enter('none');
        return;
      }
      state.value = { kind: 'checking', link: true };
      const answer = await http.post('/api/login/invite', { token });
      if (answer.kind === 'unreachable' || (answer.kind === 'refused' && answer.status === TOO_MANY)) {
        refused(answer, 'link-refused');
        return;
      }
      // A link that was used in this very browser is refused, but its session may still hold: then just go on.
      await enter('link-refused');
    },
    async refresh() {
      const answer = await http.get('/api/me');
      const me = answer.kind === 'ok' ? readMe(answer.value) : undefined;
      if (me !== undefined && state.value.kind === 'signed-in') state.value = { kind: 'signed-in', me };
    },
    async withPasskey() {
      out('none', true);
      const options = await http.post('/api/login/passkey/options', {});
      if (options.kind !== 'ok') {
        refused(options, 'passkey-refused');
        return;
      }
      const ceremony = await passkeys.get(options.value);
      if (ceremony.kind === 'cancelled') {
        out('passkey-cancelled');
        return;
      }
      const answer = await http.post('/api/login/passkey', ceremony.answer);
      if (answer.kind === 'ok') await enter('passkey-refused');
      else refused(answer, 'passkey-refused');
    },
    async addPasskey() {
      const options = await http.post('/api/passkeys/options', {});
      if (options.kind !== 'ok') return notAdded(options);
      const ceremony = await passkeys.create(options.value);
      if (ceremony.kind === 'cancelled') return 'failed';
      const kept = await http.post('/api/passkeys', ceremony.answer);
      if (kept.kind !== 'ok') return notAdded(kept);
      const now = state.value;
      if (now.kind === 'signed-in') state.value = { ...now, me: { ...now.me, passkeys: now.me.passkeys + 1 } };
      return 'added';
    },
    async signOut() {
      await http.post('/api/logout', {});
      out('signed-out');
    },
    async stillIn() {
      const answer = await http.get('/api/me');
      if (answer.kind !== 'refused' || answer.status !== UNAUTHORISED) return true;
      if (state.value.kind === 'signed-in') out('session-over');
      return false;
    },
    sessionOver() {
      if (state.value.kind === 'signed-in') out('session-over');
    },
  };
}

const notAdded = (answer: Answer<unknown>): Adding =>
  answer.kind === 'refused' && answer.status === FORBIDDEN ? 'not-here' : 'failed';
