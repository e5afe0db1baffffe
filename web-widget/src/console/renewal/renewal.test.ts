import { beforeEach, describe, expect, it } from 'vitest';
import { toBase64Url } from '../../kernel/base64.ts';
import { HOUR } from '../../kernel/clock.ts';
import { seedSigner } from '../../testing/keys.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { rosterJson, signed, TestTrust, type TestDevice } from '../../testing/trust.ts';
import { nextRenewal } from './next-renewal.ts';
import { TrustBook } from '../../trust/book.ts';
import { verifyBundle } from '../../trust/bundle.ts';

const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 11, 1, 12);
const person = (n: number): Uint8Array => new Uint8Array(16).fill(n);
const key = (n: number): ReturnType<typeof seedSigner> => seedSigner(new Uint8Array(32).fill(n));
const device = (n: number, more: Partial<TestDevice> = {}): TestDevice => ({
  id: new Uint8Array(16).fill(n),
  ed25519: key(n).ed25519,
  salt: new Uint8Array(16),
  name: `Person ${n}`,
  person: person(n),
  ...more,
});
const [kari, phone, per] = [device(1), device(2, { person: person(1) }), device(3)];
const volunteer = device(4, { role: 'volunteer' });
const nameless = device(5, { person: person(0) });

type Json = Readonly<Record<string, unknown>>;
let trust: TestTrust;
let payload: Json;

/** The list of day 0 has all of them; on day 6 its renewal is due. */
beforeEach(async () => {
  trust = await TestTrust.at(NOW);
  await trust.publish(1, [kari, phone, per, volunteer, nameless], NOW);
  payload = due(NOW + 6 * DAY);
});

const due = (now: number, bundle: Json = trust.bundle()): Json => {
  const text = nextRenewal(verifyBundle(bundle, trust.pin, NOW + 6 * DAY).roster, now);
  return text === undefined ? {} : (JSON.parse(text) as Json);
};
const sign = (json: Json, ...by: readonly TestDevice[]): Promise<Json> =>
  signed('renewal', json, by.map(({ id }) => ({ id: toBase64Url(id), signer: key(id[0]!) })));
const verify = (renewal: Json, now = NOW + 6 * DAY): ReturnType<typeof verifyBundle>['roster'] =>
  verifyBundle({ ...trust.bundle(1), renewal }, trust.pin, now).roster;

describe('a roster whose signer is away', () => {
  it('goes on for eight days when devices of two persons sign', async () => {
    const renewal = await sign(payload, kari, per);
    const roster = verify(renewal, NOW + 13 * DAY);
    expect(roster).toMatchObject({ version: 2, expires: NOW + 14 * DAY, signed: { version: 1 } });
    expect(roster.devices).toHaveLength(5);
    expect(() => verify(renewal, NOW + 15 * DAY)).toThrow('roster-old');
    expect(() => verify(renewal, NOW + 5 * DAY)).toThrow('clock');
  });

  it.each<[string, readonly TestDevice[]]>([
    ['one person', [kari]],
    ['two devices of one person', [kari, phone]],
    ['a volunteer beside one person', [kari, volunteer]],
    ['a device whose person nobody named', [kari, nameless]],
    ['somebody who is not in it', [kari, device(9)]],
    ['nobody', []],
  ])('is not renewed by %s', async (_who, by) => {
    const renewal = await sign(payload, ...by);
    expect(() => verify(renewal)).toThrow('untrusted');
  });

  it.each<[string, Json]>([
    ['longer than eight days', { expires: new Date(NOW + 14 * DAY + 1).toISOString() }],
    ['past 35 days', { issued: new Date(NOW + 30 * DAY).toISOString(), expires: new Date(NOW + 35 * DAY + 1).toISOString() }],
    ['from a later signing than there was', { signed: new Date(NOW + DAY).toISOString() }],
    ['of another roster', { hash: toBase64Url(person(7)).padEnd(43, 'A') }],
    ['of another version', { roster: 2, version: 3 }],
    ['under the version of the roster', { version: 1 }],
    ['with a member more', { more: 1 }],
  ])('is not renewed %s', async (_what, more) => {
    const renewal = await sign({ ...payload, ...more }, kari, per);
    expect(() => verify(renewal, NOW + 30 * DAY + HOUR)).toThrow();
    expect(() => verify(renewal)).toThrow();
  });

  it('is renewed again and again, for 35 days and no longer', async () => {
    const ends: number[] = [];
    let bundle: Json = trust.bundle(1);
    for (let now = NOW + 6 * DAY; ; now = ends.at(-1)! - 2 * DAY) {
      const { roster } = verifyBundle(bundle, trust.pin, now);
      const next = nextRenewal(roster, now);
      if (next === undefined) break;
      bundle = { ...trust.bundle(1), renewal: await sign(JSON.parse(next) as Json, kari, per) };
      ends.push(verifyBundle(bundle, trust.pin, now).roster.expires);
    }
    expect(ends.map((end) => (end - NOW) / DAY)).toEqual([14, 20, 26, 32, 35]);
  });

  it('is renewed late with bytes that do not depend on who presses when', () => {
    expect(due(NOW + 6 * DAY)).toEqual(due(NOW + 13.9 * DAY));
    expect(due(NOW + 14 * DAY)['expires']).toBe(new Date(NOW + 20 * DAY).toISOString());
    expect(due(NOW + 35 * DAY)).toEqual({});
  });

  it('of the format without persons is read, and not renewed', async () => {
    const { devices, ...rest } = rosterJson(1, [kari, per], NOW);
    const plain = (devices as Json[]).map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => name !== 'person')));
    trust.rosters.set(1, await signed('roster', { ...rest, v: 1, devices: plain }, [trust.signer]));
    const renewal = await sign(due(NOW + 6 * DAY), kari, per);
    expect(verifyBundle(trust.bundle(1), trust.pin, NOW).roster.devices).toHaveLength(2);
    expect(() => verify(renewal)).toThrow('untrusted');
  });
});

describe('a page that has seen a renewal', () => {
  it('finds it by its version and hash, as an epoch names it', async () => {
    const clock = new HandClock(NOW + 6 * DAY);
    trust.rosters.set(2, await sign(payload, kari, per));
    const fetchDocument = (name: string): Promise<unknown> =>
      name === 'trust' ? Promise.resolve({ ...trust.bundle(1), renewal: trust.rosters.get(2) }) : trust.fetchDocument(name);
    const book = new TrustBook(trust.pin, fetchDocument, clock);
    const { hash } = await book.newest();
    expect(await book.devices(2n, hash)).toHaveLength(5);
    expect((await book.rosterAt(2n, NOW + 6 * DAY)).version).toBe(2);
    await trust.publish(3, [kari, per], NOW + 6 * DAY);
    const later = new TrustBook(trust.pin, trust.fetchDocument, clock);
    await later.newest();
    expect(await later.devices(2n, hash)).toHaveLength(2);
  });

  it('refuses a later renewal of an older list than the signer has made since', async () => {
    const clock = new HandClock(NOW + 6 * DAY);
    await trust.publish(2, [kari, per], NOW + 5 * DAY);
    const [shown] = [{ bundle: trust.bundle(2) }];
    const book = new TrustBook(trust.pin, () => Promise.resolve(shown.bundle), clock);
    await book.newest();
    shown.bundle = { ...trust.bundle(1), renewal: await sign({ ...payload, version: 3 }, kari, per) };
    await expect(book.newest()).rejects.toThrow('roster-old');
  });
});
