import type { SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import type { Clock } from '../kernel/clock.ts';
import { HOUR } from '../kernel/clock.ts';
import { hash } from '../seal/hash.ts';
import { stateShift } from '../seal/statement.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { Lead } from '../talk/make-epoch.ts';
import type { TestDevice } from './trust.ts';
import type { Chance } from './chance.ts';
import { seedSigner } from './keys.ts';

export type TestLead = Lead & { readonly statement: SignedStatement };

/** A worker, or somebody in another role, with a device and keys for so long from now, in ms. */
export async function testLead(
  chance: Chance,
  clock: Clock,
  name = 'Kåre',
  role = 'worker',
  life = 4 * HOUR,
): Promise<{ device: TestDevice; lead: TestLead }> {
  const deviceKey = seedSigner(chance.bytes(32));
  const signer = seedSigner(chance.bytes(32));
  const identity = seedIdentity(chance.bytes(32));
  const device = { id: chance.bytes(16), ed25519: deviceKey.ed25519, salt: chance.bytes(16), name, role };
  const keys = { ed25519: signer.ed25519, xwing: identity.publicKey };
  const stated = { ...deviceKey, id: device.id };
  const statement = await stateShift(stated, keys, clock.now(), clock.now() + life);
  const { salt } = device;
  const statementHash = hash(statement.payload);
  return { device, lead: { device: device.id, signer, identity, statementHash, name, salt, role, statement } };
}
