import { describe, expect, it } from 'vitest';
import { HandClock } from '../../testing/hand-clock.ts';
import type { Answer, Http } from '../login/http.ts';
import { createServiceDesks, seesDesk } from './service-desks.ts';

const LATE = {
  service: 'pro-mann',
  name: 'Pro Mann',
  state: 'late',
  mode: 'open',
  closesAt: '2026-11-24T19:00:00Z',
  opensAt: null,
  stayUntil: null,
  lateSince: '2026-11-24T17:00:00Z',
  alarm: true,
  calendarEnds: null,
  overtime: 'nobody',
  afterShift: 'nobody',
  onDuty: false,
};

class Server implements Http {
  desks: Answer<unknown> = { kind: 'ok', value: { desks: [LATE] } };
  pressed: unknown[] = [];
  press: Answer<unknown> = { kind: 'ok', value: {} };

  get(): Promise<Answer<unknown>> {
    return Promise.resolve(this.desks);
  }

  post(_path: string, body: unknown): Promise<Answer<unknown>> {
    this.pressed.push(body);
    return Promise.resolve(this.press);
  }
}

describe('the desks of services', () => {
  it('are looked at again after half a minute, and claim nothing while the server is silent', async () => {
    const [server, clock] = [new Server(), new HandClock(0)];
    const desks = createServiceDesks({ http: server, clock, told: true });
    await expect.poll(() => desks.desks.value[0]?.alarm).toBe(true);
    server.desks = { kind: 'unreachable' };
    clock.pass(30_000);
    await expect.poll(() => desks.desks.value).toEqual([]);
    desks.close();
  });

  it('are asked for by nobody whose role is not told of them', async () => {
    const server = new Server();
    const desks = createServiceDesks({ http: server, clock: new HandClock(0), told: seesDesk('auditor') });
    desks.look();
    await Promise.resolve();
    expect(desks.desks.value).toEqual([]);
    expect(['coordinator', 'worker', 'volunteer', 'peer', 'mediator', 'partner', 'trainee', 'auditor'].filter(seesDesk)).toEqual(['coordinator', 'worker', 'volunteer', 'peer']);
  });

  it('say when a press had no effect', async () => {
    const server = new Server();
    const desks = createServiceDesks({ http: server, clock: new HandClock(0), told: true });
    server.press = { kind: 'refused', status: 409 };
    await desks.press('pro-mann', 'stay');
    expect(desks.refused.value).toBe('pro-mann');
    server.press = { kind: 'ok', value: {} };
    await desks.press('pro-mann', 'close-now');
    expect(desks.refused.value).toBeUndefined();
    expect(server.pressed).toEqual([
      { service: 'pro-mann', press: 'stay' },
      { service: 'pro-mann', press: 'close-now' },
    ]);
    desks.close();
  });

  it('alarm at once while somebody has a chat after the shift, and once more when the server says that it goes on', async () => {
    const [server, clock] = [new Server(), new HandClock(0)];
    const desks = createServiceDesks({ http: server, clock, told: true });
    const alarms = (): readonly string[] => [...desks.afterShift.value];
    const says = (desk: object): void => {
      server.desks = { kind: 'ok', value: { desks: [{ ...LATE, ...desk }] } };
      clock.pass(30_000);
    };
    await expect.poll(() => desks.desks.value.length).toBe(1);
    says({ afterShift: 'others' });
    await expect.poll(alarms).toEqual(['pro-mann 1']);
    says({ afterShift: 'others', afterShiftAgain: true });
    await expect.poll(alarms).toEqual(['pro-mann 2']);
    says({});
    await expect.poll(alarms).toEqual([]);
    desks.close();
  });

  it('alarm while somebody in danger waits whom nobody took, and this browser is not on duty there', async () => {
    const [server, clock] = [new Server(), new HandClock(0)];
    const desks = createServiceDesks({ http: server, clock, told: true });
    const says = (desk: object): void => {
      server.desks = { kind: 'ok', value: { desks: [{ ...LATE, ...desk }] } };
      clock.pass(30_000);
    };
    await expect.poll(() => desks.desks.value[0]?.untakenSince).toEqual([]);
    says({ untakenSince: ['2026-11-24T17:02:00Z'] });
    await expect.poll(() => [...desks.untaken.value]).toEqual(['pro-mann 2026-11-24T17:02:00Z']);
    says({ untakenSince: ['2026-11-24T17:02:00Z'], onDuty: true });
    await expect.poll(() => [...desks.untaken.value]).toEqual([]);
    expect(desks.desks.value[0]?.untakenSince).toEqual(['2026-11-24T17:02:00Z']);
    says({ untakenSince: ['2026-11-24T17:02:00Z'] });
    await expect.poll(() => desks.untaken.value.size).toBe(1);
    desks.hush();
    expect(desks.untaken.value.size).toBe(0);
    says({ untakenSince: ['2026-11-24T17:02:00Z', '2026-11-24T17:20:00Z'] });
    await expect.poll(() => [...desks.untaken.value]).toEqual(['pro-mann 2026-11-24T17:20:00Z']);
    desks.close();
  });

  it('know which presses have an effect, and why nobody new is taken though it is open', async () => {
    const [server, clock] = [new Server(), new HandClock(0)];
    server.desks = { kind: 'ok', value: { desks: [{ ...LATE, admits: 'long', presses: ['stay', 'dance'] }, LATE] } };
    const desks = createServiceDesks({ http: server, clock, told: true });
    await expect.poll(() => desks.desks.value.map(({ presses, notNew }) => [presses, notNew])).toEqual([[['stay'], 'long'], [[], undefined]]);
    desks.close();
  });

  it('say since when the server has not answered, and let what rings on be hushed', async () => {
    const [server, clock] = [new Server(), new HandClock(0)];
    server.desks = { kind: 'ok', value: { desks: [{ ...LATE, untakenSince: ['2026-11-24T17:02:00Z'] }] } };
    const desks = createServiceDesks({ http: server, clock, told: true });
    await expect.poll(() => desks.untaken.value.size).toBe(1);
    const looks = async (): Promise<void> => {
      const before = desks.desks.value;
      clock.pass(30_000);
      await expect.poll(() => desks.desks.value === before).toBe(false);
    };
    await looks();
    expect(desks.silentSince.value).toBeUndefined();
    const answered = server.desks;
    server.desks = { kind: 'unreachable' };
    for (let times = 0; times < 2; times++) {
      await looks();
      expect(desks.silentSince.value).toBe(30_000);
      expect(desks.untaken.value.size).toBe(1);
    }
    desks.hush();
    expect(desks.untaken.value.size).toBe(0);
    server.desks = answered;
    await looks();
    expect(desks.silentSince.value).toBeUndefined();
    expect(desks.untaken.value.size).toBe(0);
    desks.close();
  });
});
