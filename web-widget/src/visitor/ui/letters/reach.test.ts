import { describe, expect, it } from 'vitest';
import { reach } from './reach.ts';

const CLOSES = Date.parse('2026-11-24T20:00:00Z');
const at = (minutesLeft: number): number => CLOSES - minutesLeft * 60_000;
const service = { state: 'busy', closesAt: '2026-11-24T20:00:00Z' } as const;

describe('whoever waits ten minutes before closing', () => {
  it('is told nothing earlier, and nothing where it does not close', () => {
    expect(reach(service, 'over-15', at(11))).toBeUndefined();
    expect(reach({ state: 'busy', closesAt: null }, 'over-15', at(1))).toBeUndefined();
  });

  it('learns whether they will be reached, as far as that is known', () => {
    expect(reach(service, 'under-5', at(10))).toBe('likely');
    expect(reach(service, 'under-5', at(4))).toBe('unsure');
    expect(reach(service, 'unknown', at(10))).toBe('unsure');
    expect(reach(service, '5-15', at(10))).toBe('unlikely');
    expect(reach(service, 'over-15', at(10))).toBe('unlikely');
  });

  it('is told when it has closed, at its time or before', () => {
    expect(reach(service, 'under-5', at(0))).toBe('closed');
    expect(reach({ state: 'closed', closesAt: null }, 'under-5', at(60))).toBe('closed');
  });

  it('is told within the hours too that nobody is there now, whatever the wait was before', () => {
    expect(reach({ state: 'late', closesAt: '2026-11-24T20:00:00Z' }, 'under-5', at(120))).toBe('nobody');
    expect(reach({ state: 'late', closesAt: null }, 'unknown', at(0))).toBe('nobody');
  });
});
