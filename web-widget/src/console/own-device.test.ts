import { expect, it } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { MemoryKeys } from '../testing/memory-keys.ts';
import { TestTrust } from '../testing/trust.ts';
import { TrustBook } from '../trust/book.ts';
import { OwnDevice } from './own-device.ts';

it('whoever asks while the roster is being fetched gets one that is newer than the question', async () => {
  const clock = new HandClock(Date.UTC(2026, 11, 1, 12));
  const keys = new MemoryKeys(new Chance(3), clock);
  const device = { ...(await keys.makeDevice()), name: 'Kåre' };
  const trust = await TestTrust.at(clock.now());
  await trust.publish(1, [device], clock.now());
  const person = { name: 'Kåre', role: 'worker', services: ['pro-mann'], pin: trust.pin };
  const own = new OwnDevice(keys, person, new TrustBook(trust.pin, trust.fetchDocument, clock), clock, () => undefined);
  const first = own.look();
  await trust.publish(2, [device], clock.now());
  await own.look();
  await first;
  expect(own.roster().version).toBe(2);
});
