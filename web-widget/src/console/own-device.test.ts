import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '../kernel/clock.ts';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { MemoryKeys } from '../testing/memory-keys.ts';
import { TestTrust, type TestDevice } from '../testing/trust.ts';
import { TrustBook } from '../trust/book.ts';
import { OwnDevice } from './own-device.ts';

const clock = new HandClock(Date.UTC(2026, 11, 1, 12));
let keys: MemoryKeys;
let trust: TestTrust;
let device: TestDevice;
let own: OwnDevice;

beforeEach(async () => {
  keys = new MemoryKeys(new Chance(3), clock);
  device = { ...(await keys.makeDevice()), name: 'Kåre' };
  trust = await TestTrust.at(clock.now());
  await trust.publish(1, [device], clock.now());
  own = open();
});

function open(services: readonly string[] = ['pro-mann'], signedIn = true, asked: () => unknown = () => undefined): OwnDevice {
  const person = { name: 'Kåre', role: 'worker', services, pin: trust.pin };
  return new OwnDevice(keys, person, new TrustBook(trust.pin, trust.fetchDocument, clock), clock, () => undefined, () => Promise.resolve(asked()).then(() => signedIn));
}

it('whoever asks while the roster is being fetched gets one that is newer than the question', async () => {
  const first = own.look();
  await trust.publish(2, [device], clock.now());
  await own.look();
  await first;
  expect(own.roster().version).toBe(2);
});

describe('a console whose next roster', () => {
  const other = new Chance(4);
  it.each<[string, (mine: TestDevice) => readonly TestDevice[]]>([
    ['has another key under its id', (mine) => [{ ...mine, ed25519: other.bytes(32) }]],
    ['has another role', (mine) => [{ ...mine, role: 'coordinator' }]],
    ['has another name hash', (mine) => [{ ...mine, name: 'Solveig' }]],
    ['has a name hash with another salt', (mine) => [{ ...mine, salt: other.bytes(16) }]],
    ['does not name it', () => []],
    ['has its key under another id only', (mine) => [{ ...mine, id: other.bytes(16) }]],
    ['gives it a service its person has not', (mine) => [{ ...mine, services: ['pro-mann', 'nadheim'] }]],
    ['gives it another service', (mine) => [{ ...mine, services: ['nadheim'] }]],
  ])('%s stops in red and has no shift keys any more', async (_what, devices) => {
    await own.look();
    expect(own.state.value).toBe('rostered');
    await keys.makeShift(clock.now() + HOUR);
    await trust.publish(2, devices(device), clock.now());
    await own.look();
    expect(own.state.value).toBe('alarm');
    expect(await keys.shift()).toBeUndefined();
    expect(() => own.roster()).toThrow('untrusted');
    await trust.publish(3, [device], clock.now());
    await own.look();
    expect(own.state.value).toBe('alarm');
  });

  it('names a service that the server gave its person a moment ago goes on, with its shift keys', async () => {
    const services = ['pro-mann'];
    own = open(services, true, () => services.push('nadheim'));
    await own.look();
    const until = clock.now() + HOUR;
    await keys.makeShift(until);
    await trust.publish(2, [{ ...device, services: ['pro-mann', 'nadheim'] }], clock.now());
    await own.look();
    expect(own.state.value).toBe('rostered');
    expect(await keys.shift()).toBeDefined();
    own.close();
  });

  it('has another role waits without red when the sign-in was ended, and has no shift keys any more', async () => {
    own = open(['pro-mann'], false);
    await own.look();
    await keys.makeShift(clock.now() + HOUR);
    await trust.publish(2, [{ ...device, role: 'coordinator' }], clock.now());
    await own.look();
    expect(own.state.value).toBe('pending');
    expect(await keys.shift()).toBeUndefined();
    own.close();
  });

  it('gives it fewer services than its person has goes on', async () => {
    own = open(['pro-mann', 'nadheim']);
    await own.look();
    expect(own.state.value).toBe('rostered');
  });

  it('is signed by somebody else at two looks stops in red, and keeps its keys: nobody who may say so took it out', async () => {
    await own.look();
    await keys.makeShift(clock.now() + HOUR);
    await trust.publish(2, [], clock.now(), trust.root);
    await own.look();
    expect(own.state.value).toBe('rostered');
    await own.look();
    expect(own.state.value).toBe('alarm');
    expect(await keys.shift()).toBeDefined();
  });
});

describe('a console that was away while it was taken out', () => {
  it('destroys its shift keys and waits', async () => {
    await keys.makeShift(clock.now() + HOUR);
    await trust.publish(2, [], clock.now());
    await own.look();
    expect(own.state.value).toBe('pending');
    expect(await keys.shift()).toBeUndefined();
    own.close();
  });
});
