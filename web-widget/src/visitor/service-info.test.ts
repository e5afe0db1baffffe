import { describe, expect, it } from 'vitest';
import { inLane, takes } from './in-lane.ts';
import { readServiceInfo } from './service-info.ts';

const ANSWER = {
  id: 'pro-mann',
  names: { nb: 'Pro Mann' },
  languages: ['nb'],
  lanes: ['self', 'professional'],
  retentionDays: 0,
  state: 'open',
  admits: 'welcome',
  waiting: 0,
  opensAt: null,
  lateSince: null,
  closesAt: '2026-11-20T20:00:00Z',
  now: '2026-11-20T17:00:00Z',
  answersNow: null,
  emergency: [],
  exit: 'https://example.org/',
};
const answered = (limitedLanes: unknown): ReturnType<typeof readServiceInfo> => readServiceInfo({ ...ANSWER, limitedLanes });

describe('a lane in which it is otherwise than in the service', () => {
  it('is late, closed or closes earlier for whoever rings there, and for nobody else', () => {
    const service = answered({
      self: { state: 'late', admits: 'nobody', opensAt: null, closesAt: '2026-11-20T18:00:00Z' },
    });
    expect(takes(service)).toBe(true);
    const self = inLane(service, 'self');
    expect(takes(self)).toBe(false);
    expect(self).toMatchObject({ id: 'pro-mann', state: 'late', closesAt: '2026-11-20T18:00:00Z' });
    expect(takes(inLane(service, 'professional'))).toBe(true);
    expect(inLane(service, 'professional')).toEqual(service);
  });

  it('that is open takes nobody who is not let in there', () => {
    const service = answered({ self: { state: 'open', admits: 'closing', opensAt: null, closesAt: null } });
    expect(takes(inLane(service, 'self'))).toBe(false);
    expect(inLane(service, 'self').closesAt).toBeNull();
  });

  it('closes with the service where a server does not say when', () => {
    const service = answered({ self: { state: 'open', admits: 'welcome', opensAt: null } });
    expect(inLane(service, 'self').closesAt).toBe('2026-11-20T20:00:00Z');
  });

  it('is read strictly', () => {
    expect(() => answered({ self: { state: 'ajar', opensAt: null } })).toThrow(TypeError);
    expect(answered(undefined).limitedLanes).toEqual({});
  });
});
