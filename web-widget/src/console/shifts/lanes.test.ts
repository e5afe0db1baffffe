import { describe, expect, it } from 'vitest';
import { laneOf, lanesFor } from './lanes.ts';

describe('the lane of a plan that is changed', () => {
  it('stays one to choose, and is sent, though this page has not heard of it, or not any more', () => {
    expect(lanesFor(['self'], 'next-of-kin')).toEqual(['self', 'next-of-kin']);
    expect(lanesFor([], 'self')).toEqual(['self']);
    expect(laneOf(lanesFor(['self'], 'next-of-kin'), 'next-of-kin')).toBe('next-of-kin');
  });

  it('is not added where it is known, and nothing is where the plan is for all', () => {
    expect(lanesFor(['self', 'next-of-kin'], 'self')).toEqual(['self', 'next-of-kin']);
    expect(lanesFor(['self'], '')).toEqual(['self']);
  });

  it('is none when another service was chosen that has no such lane', () => {
    expect(laneOf(['self'], 'next-of-kin')).toBe('');
    expect(laneOf(['self'], '')).toBe('');
  });
});
