import { describe, expect, it } from 'vitest';
import type { Answer, Http } from './http.ts';
import { inviteToken, takeInvite } from './invite.ts';
import { createLogin, type SignIn } from './login.ts';
import { mayWork, type Me } from './me.ts';
import type { Ceremony, Passkeys } from './passkey.ts';

const ME = { staff: 's1', name: 'Ingrid', role: 'worker', services: [{ id: 'pro-mann', name: 'Pro Mann' }], passkeys: 0 };
const TOKEN = 'A'.repeat(43);

/** Answers by path; 401 for everything else. */
function server(answers: Readonly<Record<string, Answer<unknown>>>): Http & { readonly asked: string[] } {
  const asked: string[] = [];
  const answer = (path: string): Promise<Answer<unknown>> => {
    asked.push(path);
    return Promise.resolve(answers[path] ?? { kind: 'refused', status: 401 });
  };
  return { asked, get: answer, post: answer };
}

const ok = (value: unknown): Answer<unknown> => ({ kind: 'ok', value });
const passkeys = (ceremony: Ceremony): Passkeys => ({
  supported: true,
  create: () => Promise.resolve(ceremony),
  get: () => Promise.resolve(ceremony),
});
const DONE = passkeys({ kind: 'done', answer: {} });

const why = (state: SignIn): string => (state.kind === 'signed-out' ? state.why : state.kind);

describe('signing in', () => {
  it('by link opens the console', async () => {
    const login = createLogin(server({ '/api/login/invite': ok({}), '/api/me': ok(ME) }), DONE);
    await login.start(TOKEN);
    expect(login.state.value).toMatchObject({ kind: 'signed-in', me: { name: 'Ingrid' } });
  });

  it('by a link that is used or expired says one and the same', async () => {
    for (const status of [401, 404, 410, 422]) {
      const login = createLogin(server({ '/api/login/invite': { kind: 'refused', status } }), DONE);
      await login.start(TOKEN);
      expect(why(login.state.value)).toBe('link-refused');
    }
  });

  it('goes on when a used link is opened again while the session holds', async () => {
    const login = createLogin(server({ '/api/me': ok(ME) }), DONE);
    await login.start(TOKEN);
    expect(login.state.value.kind).toBe('signed-in');
  });

  it('tells too many attempts and a silent server from a wrong link', async () => {
    const many = createLogin(server({ '/api/login/invite': { kind: 'refused', status: 429 } }), DONE);
    await many.start(TOKEN);
    expect(why(many.state.value)).toBe('too-many');
    const silent = createLogin(server({ '/api/login/invite': { kind: 'unreachable' } }), DONE);
    await silent.start(TOKEN);
    expect(why(silent.state.value)).toBe('unreachable');
  });

  it('without a link asks quietly whether a session holds', async () => {
    const login = createLogin(server({}), DONE);
    await login.start(undefined);
    expect(why(login.state.value)).toBe('none');
  });

  it('by passkey enters, and a cancelled one says so', async () => {
    const answers = { '/api/login/passkey/options': ok({}), '/api/login/passkey': ok({}), '/api/me': ok(ME) };
    const login = createLogin(server(answers), DONE);
    await login.withPasskey();
    expect(login.state.value.kind).toBe('signed-in');
    const cancelled = createLogin(server(answers), passkeys({ kind: 'cancelled' }));
    await cancelled.withPasskey();
    expect(why(cancelled.state.value)).toBe('passkey-cancelled');
  });

  it('tells a passkey that may not be made here from one that did not come', async () => {
    const options = '/api/passkeys/options';
    const forbidden = createLogin(server({ [options]: { kind: 'refused', status: 403 } }), DONE);
    expect(await forbidden.addPasskey()).toBe('not-here');
    const late = createLogin(server({ [options]: ok({}), '/api/passkeys': { kind: 'refused', status: 403 } }), DONE);
    expect(await late.addPasskey()).toBe('not-here');
    const cancelled = createLogin(server({ [options]: ok({}) }), passkeys({ kind: 'cancelled' }));
    expect(await cancelled.addPasskey()).toBe('failed');
    const made = createLogin(server({ '/api/me': ok(ME), [options]: ok({}), '/api/passkeys': ok({}) }), DONE);
    await made.start(undefined);
    expect(await made.addPasskey()).toBe('added');
    expect(made.state.value).toMatchObject({ me: { passkeys: 1 } });
  });

  it('ends when the server says that the session is over', async () => {
    const login = createLogin(server({ '/api/me': ok(ME) }), DONE);
    await login.start(undefined);
    login.sessionOver();
    expect(why(login.state.value)).toBe('session-over');
  });
});

describe('a one-time link', () => {
  it('leaves the address bar before it is redeemed, also when it is nonsense to the server', () => {
    const replaced: string[] = [];
    const bar = {
      location: { hash: `#i=${TOKEN}`, pathname: '/' },
      history: { replaceState: (_data: unknown, _unused: string, url: string) => void replaced.push(url) },
    };
    expect(takeInvite(bar)).toBe(TOKEN);
    expect(replaced).toEqual(['/']);
  });

  it('is nothing else than #i= and a token', () => {
    for (const fragment of ['', '#', '#i=', '#i=short', `#x=${TOKEN}`, `#i=${TOKEN}/..`, `#i=${'A'.repeat(200)}`]) {
      expect(inviteToken(fragment)).toBeUndefined();
    }
  });
});

describe('going on duty', () => {
  const me = (role: string, services: Me['services'] = [{ id: 'a', name: 'A', retentionDays: 0, languages: [], lanes: [] }]): Me => ({
    staff: 's',
    name: 'n',
    role,
    services,
    passkeys: 0,
    demo: false,
    pin: '',
  });
  it('is for workers and coordinators of a service; volunteers need a planned shift', () => {
    expect(mayWork(me('worker'), [])).toBe('yes');
    expect(mayWork(me('coordinator'), [])).toBe('yes');
    expect(mayWork(me('volunteer'), [])).toBe('volunteer');
    expect(mayWork(me('volunteer'), ['pro-mann'])).toBe('yes');
    expect(mayWork(me('peer'), [])).toBe('volunteer');
    expect(mayWork(me('auditor'), [])).toBe('role');
    expect(mayWork(me('worker', []), [])).toBe('no-services');
  });
});
