import { describe, expect, it } from 'vitest';
import { HOUR } from '../kernel/clock.ts';
import { systemRandom } from '../kernel/random.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { TestTrust } from '../testing/trust.ts';
import { until } from '../testing/until.ts';
import { createSession } from './session.ts';
import type { ServiceInfo, VisitState } from './session-view.ts';
import type { Site } from './site.ts';

const NOW = Date.UTC(2026, 10, 20, 18);
const SERVICE: ServiceInfo = {
  id: 'pro-mann',
  names: { nb: 'Pro Mann' },
  languages: ['nb'],
  lanes: ['self'],
  retentionDays: 0,
  state: 'open',
  waiting: 0,
  opensAt: null,
  lateSince: null,
  now: new Date(NOW).toISOString(),
  answersNow: null,
  emergency: [],
  exit: 'https://example.org/',
};

interface Given {
  /** How the page's pin differs from the right one. */
  readonly pin?: (right: string) => string;
  readonly state?: ServiceInfo['state'];
  /** Between the roster and this page, in milliseconds. */
  readonly later?: number;
  readonly document?: Site['document'];
}

/** What the page shows first, and what after a ring. */
async function opened(given: Given): Promise<{ state: VisitState; after: VisitState['kind'] }> {
  const trust = await TestTrust.at(NOW);
  await trust.publish(1, [], NOW);
  const site: Site = {
    service: () => Promise.resolve({ ...SERVICE, state: given.state ?? 'open' }),
    ticket: () => Promise.reject(new Error('nobody rings')),
    document: given.document ?? trust.fetchDocument,
    keep: () => Promise.reject(new Error('not asked here')),
    kept: () => Promise.reject(new Error('not asked here')),
    letGo: () => Promise.reject(new Error('not asked here')),
    erase: () => Promise.resolve(),
    socketAddress: 'ws://house/v1/visitor',
  };
  const session = createSession({
    service: 'pro-mann',
    pin: given.pin?.(trust.pin) ?? trust.pin,
    origin: 'http://house',
    site,
    open: () => {
      throw new Error('nobody rings');
    },
    clock: new HandClock(NOW + (given.later ?? 0)),
    random: systemRandom,
  });
  await until(() => session.state.value.kind !== 'loading');
  const state = session.state.value;
  session.ring('self', 'nb');
  const after = session.state.value.kind;
  session.vanish();
  return { state, after };
}

describe('before anybody is asked to wait', () => {
  it.each([
    ['is missing', () => ''],
    ['is none', () => '<script>'],
    ['leads nowhere', () => 'A'.repeat(43)],
  ])('a pin that %s stops the page, and a ring begins nothing', async (_, pin) => {
    const { state, after } = await opened({ pin });
    expect(state).toMatchObject({ kind: 'stopped', reason: 'unconfirmed' });
    expect(after).toBe('stopped');
  });

  it('a roster that is too old stops the page', async () => {
    expect((await opened({ later: 9 * 24 * HOUR })).state).toMatchObject({ kind: 'stopped', reason: 'roster-old' });
  });

  it('what cannot be had is asked for again later', async () => {
    const { state } = await opened({ document: () => Promise.reject(new Error('offline')) });
    expect(state.kind).toBe('unreachable');
  });

  it('while nobody answers, the hours are shown also with an old roster, but not where the pin leads nowhere', async () => {
    expect((await opened({ state: 'closed', later: 9 * 24 * HOUR })).state.kind).toBe('start');
    expect((await opened({ state: 'closed', document: () => Promise.reject(new Error('404')) })).state.kind).toBe('start');
    expect((await opened({ state: 'closed', pin: () => '' })).state.kind).toBe('stopped');
  });

  it('the right pin leads to the ring', async () => {
    expect((await opened({})).after).toBe('waiting');
  });
});
