/** What the next roster says, and how it is signed. */

import { toBase64, toBase64Url } from '../../kernel/base64.ts';
import { equal, utf8 } from '../../kernel/bytes.ts';
import { toHex } from '../../kernel/hex.ts';
import { HOUR } from '../../kernel/clock.ts';
import { hash } from '../../seal/hash.ts';
import { labelled, signAs } from '../../seal/sign.ts';
import { pae, typeOf } from '../../trust/dsse.ts';
import type { Roster, RosterDevice } from '../../trust/roster.ts';
import type { Enrolled } from './enrolled.ts';
import type { SignerKey } from './signer-key.ts';

const DAY = 24 * HOUR;
/** A roster's whole life; the protocol allows no more. */
const ROSTER_LIFE = 8 * DAY;
/** A device is signed in for a year and then approved anew. */
const DEVICE_LIFE = 365 * DAY;
const FORMAT = 2;
const TYPE = typeOf('roster', FORMAT);
/** Bytes of a person's tag. */
const PERSON = 16;

export type Change =
  | { readonly kind: 'approve'; readonly devices: readonly Enrolled[] }
  | { readonly kind: 'revoke'; readonly ids: readonly string[] }
  /** Devices in the list whose role and services are now these. */
  | { readonly kind: 'follow'; readonly devices: readonly Enrolled[] }
  | { readonly kind: 'renew' };

interface Entry {
  readonly id: string;
  readonly ed25519: string;
  readonly role: string;
  readonly services: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly name: string;
  readonly person: string;
}

const instant = (at: number): string => new Date(at).toISOString();

/** The same for all devices of one person, and says no more than that. */
const personTag = (staff: Uint8Array): Uint8Array => hash(labelled('person', staff)).subarray(0, PERSON);

const ownerOf = (device: RosterDevice, enrolled: readonly Enrolled[]): Enrolled | undefined =>
  enrolled.find(({ id, ed25519 }) => equal(id, device.id) && equal(ed25519, device.ed25519));

/** Services that were taken from its person go with the next list; none is added without an approval. */
function servicesOf(device: RosterDevice, enrolled: readonly Enrolled[]): readonly string[] {
  const owner = ownerOf(device, enrolled);
  const left = device.services.filter((service) => owner?.services.includes(service) === true);
  return left.length === 0 ? device.services : left;
}

/** A list from before there were tags is completed from what the server says. */
function tagOf(device: RosterDevice, enrolled: readonly Enrolled[]): Uint8Array {
  if (device.person.some((byte) => byte !== 0)) return device.person;
  const owner = ownerOf(device, enrolled);
  return owner === undefined ? device.person : personTag(owner.staff);
}

/** Whether the list says that a device is this person's; a list from before there were tags takes the server's word. */
export const isOf = (device: RosterDevice, staff: Uint8Array, enrolled: readonly Enrolled[]): boolean =>
  equal(tagOf(device, enrolled), personTag(staff));

function kept(device: RosterDevice, enrolled: readonly Enrolled[], followed: readonly Enrolled[]): Entry {
  const now = ownerOf(device, followed);
  return {
    id: toBase64Url(device.id),
    ed25519: toBase64Url(device.ed25519),
    role: now?.role ?? device.role,
    services: now === undefined ? servicesOf(device, enrolled) : [...now.services].sort(),
    from: instant(device.from),
    until: instant(device.until),
    name: toBase64Url(device.name),
    person: toBase64Url(tagOf(device, enrolled)),
  };
}

const added = (device: Enrolled, now: number): Entry => ({
  id: toBase64Url(device.id),
  ed25519: toBase64Url(device.ed25519),
  role: device.role,
  services: [...device.services].sort(),
  from: instant(now),
  until: instant(now + DEVICE_LIFE),
  name: toBase64Url(device.nameHash),
  person: toBase64Url(personTag(device.staff)),
});

/**
 * The payload of the version after `before` (undefined: version 1), with devices whose time is over left out.
 *
 * @param before its version, hash and devices are taken over
 * @param enrolled all devices the server knows
 */
export function nextRoster(
  before: Pick<Roster, 'version' | 'hash' | 'note' | 'devices'> | undefined,
  change: Change,
  now: number,
  enrolled: readonly Enrolled[] = [],
): string {
  const staying = (before?.devices ?? []).filter(
    (device) => device.until > now && !(change.kind === 'revoke' && change.ids.includes(toHex(device.id))),
  );
  const followed = change.kind === 'follow' ? change.devices : [];
  const entries = staying.map((device) => kept(device, enrolled, followed));
  if (change.kind === 'approve') {
    const there = new Set(entries.map((entry) => entry.id));
    entries.push(...change.devices.filter(({ id }) => !there.has(toBase64Url(id))).map((device) => added(device, now)));
  }
  return JSON.stringify({
    v: FORMAT,
    version: (before?.version ?? 0) + 1,
    previous: before === undefined ? '' : toBase64Url(before.hash),
    issued: instant(now),
    expires: instant(now + ROSTER_LIFE),
    note: before?.note ?? '',
    devices: entries,
  });
}

/** The DSSE envelope around exactly these bytes. */
export async function signRoster(payload: string, signer: SignerKey): Promise<unknown> {
  const bytes = utf8(payload);
  const signature = await signAs(signer, 'roster', pae(TYPE, bytes));
  return {
    payloadType: TYPE,
    payload: toBase64(bytes),
    signatures: [{ keyid: signer.id, sig: toBase64(signature) }],
  };
}
