/** A roster whose signer is away goes on when devices of two persons in it sign a renewal (docs/protocol/sealed.md, section 2). */

import { toBase64Url } from '../kernel/base64.ts';
import { equal } from '../kernel/bytes.ts';
import { HOUR } from '../kernel/clock.ts';
import { hash } from '../seal/hash.ts';
import { Doubt } from '../talk/stop.ts';
import { payloadOf, signedBy, type Dsse } from './dsse.ts';
import { bytes, exactly, instant, whole } from './json.ts';
import { LONGEST_LIFE, type Roster, type RosterDevice } from './roster.ts';

/** A roster is renewed for at most so long after the signer made it. */
export const LONGEST_RENEWED = 35 * 24 * HOUR;
const PERSONS = 2;

/** Whether this device may sign a renewal issued at that time. */
export const mayRenew = (device: RosterDevice, issued: number): boolean =>
  (device.role === 'coordinator' || device.role === 'worker') &&
  device.person.some((byte) => byte !== 0) &&
  device.from <= issued &&
  issued < device.until;

/** The version of the roster that a renewal is of. Fails with `TypeError`. */
export const renewedVersion = (dsse: Dsse): number => whole(payloadOf(dsse)['roster'], 1);

/** The roster as it stands by a renewal; its time is checked by the caller. Fails with a {@link Doubt} or a `TypeError`. */
export function renewed(roster: Roster, dsse: Dsse): Roster {
  const json = exactly(payloadOf(dsse), 'v', 'version', 'previous', 'issued', 'expires', 'roster', 'hash', 'signed');
  const version = whole(json['version'], 2);
  bytes(json['previous'], 32);
  const [issued, expires, signed] = [instant(json['issued']), instant(json['expires']), instant(json['signed'])];
  const same = whole(json['roster'], 1) === roster.version && equal(bytes(json['hash'], 32), roster.hash);
  if (!same || signed !== roster.issued || version <= roster.version) throw new Doubt('untrusted');
  if (issued <= signed || expires <= issued || expires - issued > LONGEST_LIFE || expires - signed > LONGEST_RENEWED) {
    throw new TypeError('a renewal of at most 8 days, within 35 days after the roster was signed');
  }
  const signing = roster.devices.filter(
    (device) => mayRenew(device, issued) && signedBy(dsse, [{ id: toBase64Url(device.id), ed25519: device.ed25519 }]) === 1,
  );
  if (new Set(signing.map(({ person }) => toBase64Url(person))).size < PERSONS) throw new Doubt('untrusted');
  return { ...roster, version, hash: hash(dsse.payload), issued, expires };
}
