/** What the coordinator's page takes over from a list when another key signs. */

import { expect, it } from 'vitest';
import { fromBase64, toBase64Url } from '../../kernel/base64.ts';
import { fromUtf8 } from '../../kernel/bytes.ts';
import { HOUR } from '../../kernel/clock.ts';
import { toHex } from '../../kernel/hex.ts';
import { hash } from '../../seal/hash.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { seedSigner } from '../../testing/keys.ts';
import { TestTrust } from '../../testing/trust.ts';
import type { Http } from '../login/http.ts';
import { createCoordination } from './coordination.ts';
import type { People } from './people.ts';
import type { SignerKey } from './signer-key.ts';

const NOW = Date.UTC(2026, 11, 1, 12);
const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill);
const device = (n: number): { id: Uint8Array; ed25519: Uint8Array; salt: Uint8Array; name: string } => ({
  id: bytes(16, n),
  ed25519: seedSigner(bytes(32, n)).ed25519,
  salt: bytes(16, n),
  name: `Person ${n}`,
});
const [per, mine] = [device(1), device(2)];

interface World {
  readonly people: People;
  readonly published: Record<string, unknown>[];
  /** What else was asked for: path and body. */
  readonly acts: [string, unknown][];
  /** What the server says of Per's device. */
  readonly told: { role: string; services: string[]; gone: boolean };
  bundle: unknown;
}

/** A key of this browser waits, while the list is still another's; or it signs already. */
async function world(signsHere = false): Promise<World> {
  const clock = new HandClock(NOW);
  const trust = await TestTrust.at(NOW);
  await trust.publish(1, [per], NOW);
  const key: SignerKey = signsHere
    ? { ...trust.signer.signer, id: 'signer-1', from: NOW, until: NOW + HOUR }
    : { ...seedSigner(bytes(32, 9)), id: 'signer-2', from: NOW, until: NOW + HOUR };
  const told = { role: 'worker', services: ['pro-mann'], gone: false };
  const acts: [string, unknown][] = [];
  const published: Record<string, unknown>[] = [];
  const enrolled = (): object[] => [per, mine].map(({ id, ed25519, salt, name }) => ({
    staff: toHex(id),
    id: toBase64Url(id),
    ed25519: toBase64Url(ed25519),
    nameHash: toBase64Url(hash(salt)),
    name,
    role: 'coordinator',
    services: ['pro-mann'],
    state: 'pending',
    ...(id === per.id ? told : {}),
  }));
  const made: { bundle: unknown } = { bundle: trust.bundle() };
  const http: Http = {
    get: (path) =>
      Promise.resolve({ kind: 'ok', value: path === '/api/devices' ? { devices: enrolled() } : made.bundle }),
    post: (path, body) => {
      if (path !== '/api/rosters') {
        acts.push([path, body]);
        return Promise.resolve({ kind: 'ok', value: {} });
      }
      const { payload } = body as { payload: string };
      published.push(JSON.parse(fromUtf8(fromBase64(payload)!)!) as Record<string, unknown>);
      return Promise.resolve({ kind: 'ok', value: {} });
    },
  };
  const me = { staff: '02'.repeat(16), name: 'Person 2', role: 'coordinator', services: [{ id: 'pro-mann', name: 'Pro Mann', retentionDays: 0, languages: [], lanes: [] }], passkeys: 0, demo: false, pin: trust.pin };
  const signers = {
    read: () => Promise.resolve(key),
    readNext: () => Promise.resolve(key),
    makeNext: () => Promise.resolve(key),
    useNext: () => Promise.resolve(),
    request: () => Promise.resolve(''),
  };
  const people = createCoordination({ http, me: () => me, clock, origin: 'http://vakt', mine: () => toHex(mine.id), signers });
  return { people, published, acts, told, get bundle() { return made.bundle; }, set bundle(next) { made.bundle = next; } };
}

const ids = (roster: Record<string, unknown> | undefined): unknown[] =>
  (roster!['devices'] as { id: string }[]).map(({ id }) => id);

/** The bundle as it is when a new signer was published and its first list is missing. */
const between = (bundle: unknown): unknown => ({ ...(bundle as object), signer: { payloadType: 'x' } });

it('a list that was verified here goes on with its devices and this one', async () => {
  const made = await world();
  await made.people.load();
  made.bundle = between(made.bundle);
  await made.people.signFirst();
  expect(made.published).toHaveLength(1);
  expect(made.published[0]).toMatchObject({ version: 2 });
  expect(ids(made.published[0])).toEqual([toBase64Url(per.id), toBase64Url(mine.id)]);
});

it('of a list that nobody verified here only the number goes on: every device waits for a comparison', async () => {
  const made = await world();
  made.bundle = between(made.bundle);
  await made.people.load();
  expect(made.people.devices.value?.map(({ state }) => state)).toEqual(['pending', 'pending']);
  await made.people.signFirst();
  expect(made.published[0]).toMatchObject({ version: 2 });
  expect(ids(made.published[0])).toEqual([toBase64Url(mine.id)]);
});

const PER = { id: toHex(per.id), name: 'Person 1', role: 'worker', services: ['pro-mann'], elsewhere: 0 };

const devicesOf = (made: World): unknown => made.published[0]!['devices'];

it('another role is asked for, and then stands in a list that this browser signs in the same press', async () => {
  const made = await world(true);
  await made.people.load();
  expect(made.people.devices.value?.[0]?.behind).toBe('no');
  made.told.role = 'volunteer';
  expect(await made.people.change(PER, 'volunteer', ['pro-mann'])).toBe('done');
  expect(made.acts).toEqual([['/api/staff/role', { staff: PER.id, role: 'volunteer' }]]);
  expect(devicesOf(made)).toMatchObject([{ id: toBase64Url(per.id), role: 'volunteer', services: ['pro-mann'] }]);
});

it('a role that nobody asked for here is not signed, but shown until somebody does', async () => {
  const made = await world(true);
  await made.people.load();
  made.told.role = 'coordinator';
  expect(await made.people.change(PER, 'volunteer', ['pro-mann'])).toBe('done');
  expect(made.published).toEqual([]);
  expect(made.people.devices.value?.[0]?.behind).toBe('changed');
  await made.people.follow();
  expect(devicesOf(made)).toMatchObject([{ role: 'coordinator' }]);
});

it('who is off-boarded leaves the list in the same press', async () => {
  const made = await world(true);
  await made.people.load();
  made.told.gone = true;
  expect(await made.people.offBoard(PER)).toBe('done');
  expect(made.acts).toEqual([['/api/staff/off-board', { staff: PER.id }]]);
  expect(devicesOf(made)).toEqual([]);
});

it('where another browser signs, the list only says that it is out of date', async () => {
  const made = await world();
  await made.people.load();
  made.told.gone = true;
  expect(await made.people.offBoard(PER)).toBe('done');
  expect(made.published).toEqual([]);
  expect(made.people.devices.value?.[0]?.behind).toBe('gone');
});
