/** A visitor's page and a console with the model of a server between them. */

import { afterEach } from 'vitest';
import type { Abilities } from '../console/able.ts';
import { createDesk } from '../console/desk.ts';
import type { Desk } from '../console/desk-view.ts';
import { systemClock, type Clock } from '../kernel/clock.ts';
import { toHex } from '../kernel/hex.ts';
import { systemRandom } from '../kernel/random.ts';
import type { TalkView } from '../talk/view.ts';
import { createSession } from '../visitor/session.ts';
import type { ServiceInfo, VisitorSession } from '../visitor/session-view.ts';
import type { Site } from '../visitor/site.ts';
import { Chance } from './chance.ts';
import { House } from './house.ts';
import { MemoryKeys } from './memory-keys.ts';
import { TestTrust } from './trust.ts';
import { until } from './until.ts';

const SERVICE = {
  id: 'pro-mann',
  names: { nb: 'Pro Mann' },
  languages: ['nb', 'en'],
  lanes: ['self'],
  retentionDays: 0,
  state: 'open' as const,
  waiting: 0,
  opensAt: null,
  lateSince: null,
  now: '2026-12-01T12:00:00Z',
  answersNow: null,
  emergency: [],
  exit: 'https://example.org/',
};
const PERSON = { name: 'Kåre', role: 'worker', services: ['pro-mann', 'nadheim'] };
/** How far ahead of this machine's the clock of both pages is, in milliseconds. */
const skew = { ahead: 0 };
/** Lets the clock of both pages run ahead, by milliseconds in all. */
export const setAhead = (ahead: number): void => {
  skew.ahead = ahead;
};
/** What the service says of itself, and how often it was asked. */
export const says: { state: ServiceInfo['state']; limitedLanes: NonNullable<ServiceInfo['limitedLanes']>; asked: number; retentionDays: number } = {
  state: 'open',
  limitedLanes: {},
  asked: 0,
  retentionDays: 0,
};
/** How many times faster than this machine the waits of both pages pass. */
export const speed = { times: 1 };
/** What the person at the console can do. */
export const can: { lanes: readonly string[]; retention: number } = { lanes: [], retention: 0 };
export const clock: Clock = {
  ...systemClock,
  now: () => systemClock.now() + skew.ahead,
  after: (milliseconds, then) => systemClock.after(milliseconds / speed.times, then),
};
const common = { clock, random: systemRandom };
/** Called after each test. */
export const ends: (() => void)[] = [];
afterEach(() => {
  skew.ahead = 0;
  [says.state, says.limitedLanes, says.retentionDays] = ['open', {}, 0];
  speed.times = 1;
  [can.lanes, can.retention] = [[], 0];
  for (const end of ends.splice(0)) end();
});

interface World {
  readonly house: House;
  readonly keys: MemoryKeys;
  readonly session: VisitorSession;
  readonly desk: Desk;
  readonly reload: () => Desk;
  /** The visitor's page as it begins with this in its address. */
  readonly reopen: (token: string) => VisitorSession;
}

async function world(): Promise<World> {
  const house = new House();
  const keys = new MemoryKeys(new Chance(7), systemClock);
  const device = await keys.makeDevice();
  const trust = await TestTrust.at(systemClock.now());
  await trust.publish(1, [{ ...device, name: PERSON.name }], systemClock.now());
  const { pin, fetchDocument } = trust;
  const stored = new Map<string, Uint8Array>();
  const site: Site = {
    service: () => {
      says.asked++;
      return Promise.resolve({ ...SERVICE, state: says.state, limitedLanes: says.limitedLanes, retentionDays: says.retentionDays });
    },
    ticket: () => Promise.resolve(new Uint8Array(32)),
    document: fetchDocument,
    erase: () => {
      house.erase();
      return house.erasing;
    },
    keep: (_conversation, _capability, key, sealed) => {
      stored.set(toHex(key), sealed);
      return Promise.resolve();
    },
    kept: (_conversation, key) => Promise.resolve(stored.get(toHex(key))),
    letGo: () => {
      stored.clear();
      return Promise.resolve();
    },
    socketAddress: 'ws://house/v1/visitor',
  };
  const { open } = house;
  const page = (reload?: string): VisitorSession => {
    const session = createSession({ service: 'pro-mann', pin, reload, origin: 'http://house', site, open, ...common });
    ends.push(() => session.vanish());
    return session;
  };
  const person = { ...PERSON, pin };
  const load = (): Desk => {
    const able = (): Abilities => ({ languages: ['nb', 'en'], lanes: can.lanes, traits: [] });
    const desk = createDesk({ person, keys, origin: 'http://house', fetchDocument, open, able, retention: () => can.retention, ...common });
    ends.push(() => desk.close());
    return desk;
  };
  return { house, keys, session: page(), desk: load(), reload: load, reopen: page };
}

export const talkOf = ({ state }: VisitorSession): TalkView => {
  if (state.value.kind !== 'talking') throw new Error(`not talking: ${state.value.kind}`);
  return state.value.talk;
};
export const chatOf = ({ chats }: Desk): TalkView => chats.value[0]!.talk;
export const textsOf = (view: TalkView): readonly string[] => view.messages.map(({ from, text }) => `${from}: ${text}`);

/** Somebody is on duty, and the service is open. */
export async function onDuty(): Promise<World> {
  const made = await world();
  const { session, desk } = made;
  await until(() => session.state.value.kind === 'start' && desk.device.value === 'rostered');
  await until(() => desk.link.value === 'live');
  await desk.goOnDuty(['pro-mann']);
  await until(() => desk.duty.value.state === 'on');
  return made;
}

/** Somebody waits. */
export async function ringing(): Promise<World> {
  const made = await onDuty();
  const { session, desk } = made;
  session.ring('self', 'nb');
  await until(() => desk.line.value.length === 1);
  return made;
}

export async function talking(): Promise<World> {
  const made = await ringing();
  const { session, desk } = made;
  desk.take(desk.line.value[0]!.conversation);
  await until(() => session.state.value.kind === 'talking', () => session.state.value);
  return made;
}

/** The service leaves whoever is in a chat and refuses their next ring; they ring once more, and wait. */
export async function refusedOnce(house: World['house'], session: VisitorSession): Promise<void> {
  house.refusing = true;
  house.fallSilent();
  await until(() => session.state.value.kind === 'refused', () => session.state.value);
  house.refusing = false;
  session.again();
  await until(() => session.state.value.kind === 'waiting' && session.state.value.connected, () => session.state.value);
}
