import { describe, expect, it } from 'vitest';
import type { Clock } from '../../kernel/clock.ts';
import type { Answer, Http } from '../login/http.ts';
import { createServices } from './services.ts';

const HAVEN = { id: 'haven', names: { nb: 'Haven' }, hours: { zone: 'Europe/Oslo', weekly: [], exceptions: [] } };
const OPENED = {
  id: 'haven',
  edition: 2,
  document: HAVEN,
  before: null,
  editions: [{ number: 2, published: '2026-11-22T12:00:00Z', by: null }],
  draft: { document: { ...HAVEN, names: { nb: 'Havn' } }, base: 1, revision: 4, changed: '2026-11-22T12:00:00Z' },
};

class Server implements Http {
  readonly posted: [string, unknown][] = [];
  answers: Record<string, Answer<unknown>> = {
    '/api/services': { kind: 'ok', value: { services: [{ id: 'haven', names: { en: 'Haven' }, edition: 2, draft: true }] } },
    '/api/services/haven': { kind: 'ok', value: OPENED },
    '/api/services/drafts': { kind: 'ok', value: { revision: 5, faults: [] } },
    '/api/services/publish': { kind: 'ok', value: { edition: 3, faults: [] } },
  };

  get(path: string): Promise<Answer<unknown>> {
    return Promise.resolve(this.answers[path] ?? { kind: 'refused', status: 404 });
  }

  post(path: string, body: unknown): Promise<Answer<unknown>> {
    this.posted.push([path, body]);
    return this.get(path);
  }
}

const CLOCK: Clock = { now: () => Date.parse('2026-11-23T11:05:30Z'), after: () => () => undefined };

describe('the services a coordinator writes', () => {
  it('open with the draft, and say that somebody published after it was begun', async () => {
    const services = createServices({ http: new Server(), clock: CLOCK, making: () => undefined });
    await services.look();
    expect(services.list.value).toMatchObject([{ id: 'haven', name: 'Haven', draft: true, by: '' }]);
    await services.open('haven');
    expect(services.opened.value).toMatchObject({ behind: true, revision: 4, form: { names: [{ name: 'Havn' }] } });
  });

  it('keep what the console does not edit as it was published after the draft was begun', async () => {
    const server = new Server();
    const duties = { notice: { nb: 'Vi har meldeplikt.' } };
    const mine = { notice: { nb: 'Min egen.' } };
    const opened = async (base: number): Promise<unknown> => {
      server.answers['/api/services/haven'] = {
        kind: 'ok',
        value: { ...OPENED, document: { ...HAVEN, duties }, draft: { ...OPENED.draft, base, document: { ...HAVEN, duties: mine } } },
      };
      const services = createServices({ http: server, clock: CLOCK, making: () => undefined });
      await services.open('haven');
      return services.opened.value?.form.duties;
    };
    expect(await opened(1)).toEqual(duties);
    expect(await opened(2)).toEqual(mine);
  });

  it('are kept before they are published, with what was read as the ground', async () => {
    const server = new Server();
    const services = createServices({ http: server, clock: CLOCK, making: () => undefined });
    await services.open('haven');
    services.type({ ...services.opened.value!.form, exit: 'https://www.nrk.no/' });
    expect(await services.publish()).toBe(true);
    expect(server.posted.map(([path]) => path)).toEqual(['/api/services/drafts', '/api/services/publish']);
    expect(server.posted[0]?.[1]).toMatchObject({ service: 'haven', base: 2, revision: 4, document: { exit: 'https://www.nrk.no/' } });
    expect(server.posted[1]?.[1]).toEqual({ service: 'haven', revision: 5 });
    expect(services.outcome.value).toEqual({ kind: 'published' });
  });

  it('are not published with a fault, nor over somebody else’s work, and what was typed stays', async () => {
    const server = new Server();
    const services = createServices({ http: server, clock: CLOCK, making: () => undefined });
    await services.open('haven');
    services.type({ ...services.opened.value!.form, exit: '' });
    server.answers['/api/services/publish'] = { kind: 'ok', value: { edition: null, faults: ['exit is missing'] } };
    expect(await services.publish()).toBe(false);
    expect(services.outcome.value).toEqual({ kind: 'faults', faults: ['exit is missing'] });
    services.type({ ...services.opened.value!.form, after: 'phone', afterPhone: '116000' });
    expect(await services.publish()).toBe(false);
    expect(services.outcome.value).toMatchObject({ kind: 'faults', faults: [expect.stringContaining('afterHours.hours')] });
    server.answers['/api/services/drafts'] = { kind: 'refused', status: 409 };
    expect(await services.save()).toBe(false);
    expect(services.outcome.value).toEqual({ kind: 'overtaken' });
    expect(services.opened.value?.form.exit).toBe('');
  });

  it('are tried now when no moment was chosen, and what was said of them is gone when something else is typed', async () => {
    const server = new Server();
    const services = createServices({ http: server, clock: CLOCK, making: () => undefined });
    await services.open('haven');
    expect(services.moment()).toBe('2026-11-23T12:05');
    server.answers['/api/services/preview'] = { kind: 'ok', value: { faults: [], says: { inHours: true } } };
    await services.preview('');
    expect(server.posted.at(-1)?.[1]).toMatchObject({ at: '2026-11-23T12:05' });
    expect(services.previewed.value).toMatchObject({ says: { inHours: true } });
    services.type({ ...services.opened.value!.form, exit: '' });
    expect(services.previewed.value).toBeUndefined();
    const asking = services.preview('2026-11-24T18:00');
    services.type({ ...services.opened.value!.form, exit: 'https://www.yr.no/' });
    await asking;
    expect(services.previewed.value).toBeUndefined();
    server.answers['/api/services/preview'] = { kind: 'unreachable' };
    await services.preview('2026-11-24T18:00');
    expect(services.previewed.value).toBe('unanswered');
    services.type({ ...services.opened.value!.form, zone: 'nowhere' });
    expect(services.moment()).toBe('2026-11-23T12:05');
  });

  it('are left when what was typed is kept, and stay in sight when it is not', async () => {
    const server = new Server();
    const services = createServices({ http: server, clock: CLOCK, making: () => undefined });
    await services.open('haven');
    services.type({ ...services.opened.value!.form, exit: 'https://www.nrk.no/' });
    server.answers['/api/services/drafts'] = { kind: 'refused', status: 409 };
    expect(await services.leave()).toBe(false);
    expect(services.opened.value?.form.exit).toBe('https://www.nrk.no/');
    expect(services.outcome.value).toEqual({ kind: 'overtaken' });
    server.answers['/api/services/drafts'] = { kind: 'ok', value: { revision: 5, faults: [] } };
    expect(await services.leave()).toBe(true);
    expect(services.opened.value).toBeUndefined();
    services.openNew();
    services.type({ ...services.opened.value!.form, names: [{ language: 'nb', name: 'Havn' }] });
    expect(await services.leave()).toBe(false);
    services.close();
    services.openNew();
    expect(await services.leave()).toBe(true);
  });
});
