import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { follow, type Following } from './following.ts';
import type { Answer } from './http.ts';
import type { Me, ServiceName } from './me.ts';

const PRO_MANN: ServiceName = { id: 'pro-mann', name: 'Pro Mann', retentionDays: 0, languages: ['nb', 'en'], lanes: ['self'] };
const ROSA: ServiceName = { ...PRO_MANN, id: 'rosa', name: 'ROSA' };
const NONE = { languages: [], lanes: [] };

class Server {
  me: Me = { staff: 's1', name: 'Ingrid', role: 'worker', services: [PRO_MANN], passkeys: 0, demo: false, pin: 'p' };
  silent = false;
  asked = 0;
  readonly clock = new HandClock(0);
  readonly following: Following = follow({ get: () => this.answer(), post: () => this.answer() }, this.me, this.clock);

  /** A minute later, with these services. */
  async says(...services: readonly ServiceName[]): Promise<void> {
    this.me = { ...this.me, services };
    await this.minute();
  }

  async minute(): Promise<void> {
    // An answer comes before the next look is set.
    await new Promise((go) => setTimeout(go, 0));
    this.clock.pass(MINUTE);
    await new Promise((go) => setTimeout(go, 0));
  }

  private answer(): Promise<Answer<unknown>> {
    this.asked += 1;
    return Promise.resolve(this.silent ? { kind: 'unreachable' } : { kind: 'ok', value: this.me });
  }
}

describe('the services of an open console', () => {
  it('are asked for every minute, and are the same while nothing differs', async () => {
    const server = new Server();
    const before = server.following.me.value;
    await server.minute();
    expect(server.asked).toBe(2);
    expect(server.following.me.value).toBe(before);
    expect(server.following.changes.value).toEqual([]);
    server.following.close();
    await server.minute();
    expect(server.asked).toBe(2);
  });

  it('have the lanes and languages that were published meanwhile, and lose those that were taken away', async () => {
    const server = new Server();
    await server.says({ ...PRO_MANN, languages: ['nb', 'th'], lanes: ['self', 'professional'] });
    expect(server.following.me.value.services[0]?.lanes).toEqual(['self', 'professional']);
    const change = { name: 'Pro Mann', what: 'changed', come: { languages: ['th'], lanes: ['professional'] }, gone: { languages: ['en'], lanes: [] } };
    expect(server.following.changes.value).toEqual([change]);
    server.following.seen();
    expect(server.following.changes.value).toEqual([]);
    expect(server.following.me.value.services[0]?.languages).toEqual(['nb', 'th']);
  });

  it('have a new one, of which the person is told and for which nothing is chosen', async () => {
    const server = new Server();
    await server.says(PRO_MANN, ROSA);
    expect(server.following.changes.value).toEqual([{ name: 'ROSA', what: 'new', come: NONE, gone: NONE }]);
    server.following.seen();
    expect(['pro-mann', 'rosa'].map((id) => server.following.isNew(id))).toEqual([false, true]);
    await server.says(PRO_MANN);
    expect(server.following.changes.value).toEqual([{ name: 'ROSA', what: 'gone', come: NONE, gone: NONE }]);
  });

  it('have another name at once, without a word about it', async () => {
    const server = new Server();
    await server.says({ ...PRO_MANN, name: 'Pro Mann natt' });
    expect(server.following.me.value.services[0]?.name).toBe('Pro Mann natt');
    expect(server.following.changes.value).toEqual([]);
  });

  it('stay while the server does not answer, or answers about somebody else or another role', async () => {
    const server = new Server();
    server.silent = true;
    await server.says(ROSA);
    server.silent = false;
    for (const other of [{ staff: 's2' }, { role: 'volunteer' }]) {
      const before = server.me;
      server.me = { ...before, ...other };
      await server.minute();
      server.me = before;
    }
    expect(server.following.me.value.services).toEqual([PRO_MANN]);
  });
});
