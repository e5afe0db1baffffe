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
  bundle: unknown;
}

/** A key of this browser waits, while the list is still another's. */
async function world(): Promise<World> {
  const clock = new HandClock(NOW);
  const trust = await TestTrust.at(NOW);
  await trust.publish(1, [per], NOW);
  const key: SignerKey = { ...seedSigner(bytes(32, 9)), id: 'signer-2', from: NOW, until: NOW + HOUR };
  const published: Record<string, unknown>[] = [];
  const enrolled = [per, mine].map(({ id, ed25519, salt, name }) => ({
    staff: toHex(id),
    id: toBase64Url(id),
    ed25519: toBase64Url(ed25519),
    nameHash: toBase64Url(hash(salt)),
    name,
    role: 'coordinator',
    services: ['pro-mann'],
    state: 'pending',
  }));
  const made: { bundle: unknown } = { bundle: trust.bundle() };
  const http: Http = {
    get: (path) =>
      Promise.resolve({ kind: 'ok', value: path === '/api/devices' ? { devices: enrolled } : made.bundle }),
    post: (_path, body) => {
      const { payload } = body as { payload: string };
      published.push(JSON.parse(fromUtf8(fromBase64(payload)!)!) as Record<string, unknown>);
      return Promise.resolve({ kind: 'ok', value: {} });
    },
  };
  const me = { staff: '02'.repeat(16), name: 'Person 2', role: 'coordinator', services: [], passkeys: 0, demo: false, pin: trust.pin };
  const signers = {
    read: () => Promise.resolve(key),
    readNext: () => Promise.resolve(key),
    makeNext: () => Promise.resolve(key),
    useNext: () => Promise.resolve(),
    request: () => Promise.resolve(''),
  };
  const people = createCoordination({ http, me, clock, origin: 'http://vakt', mine: () => toHex(mine.id), signers });
  return { people, published, get bundle() { return made.bundle; }, set bundle(next) { made.bundle = next; } };
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
