import { equal, utf8 } from '../kernel/bytes.ts';
import { hash } from '../seal/hash.ts';
import { deviceOf, LEEWAY } from '../trust/roster.ts';
import type { Roster } from '../trust/roster.ts';
import type { DeskPerson } from './desk-person.ts';
import type { DeviceKeys } from './keys/types.ts';

/**
 * Whether the roster names exactly this device: its key, its person's name and role, and no other services. Every
 * console asks this of every new roster, so that a swapped key does not go unnoticed.
 */
export function checkSelf(
  roster: Roster,
  device: Pick<DeviceKeys, 'id' | 'ed25519' | 'salt'>,
  person: DeskPerson,
  now: number,
): 'rostered' | 'missing' | 'wrong' {
  const entry = deviceOf(roster, device.id);
  if (entry === undefined) return 'missing';
  const inTime = entry.from - LEEWAY <= now && now <= entry.until + LEEWAY;
  const exact =
    equal(entry.ed25519, device.ed25519) &&
    equal(entry.name, hash(device.salt, utf8(person.name))) &&
    entry.role === person.role &&
    entry.services.every((service) => person.services.includes(service));
  if (!exact) return 'wrong';
  return inTime ? 'rostered' : 'missing';
}
