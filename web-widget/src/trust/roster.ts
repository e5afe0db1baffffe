import { equal } from '../kernel/bytes.ts';
import { HOUR, MINUTE } from '../kernel/clock.ts';
import { hash } from '../seal/hash.ts';
import { payloadOf } from './dsse.ts';
import type { Dsse } from './dsse.ts';
import { bytes, exactly, instant, list, text, whole } from './json.ts';

/** How far a clock may be off. */
export const LEEWAY = 10 * MINUTE;

const ROLES = ['coordinator', 'worker', 'volunteer', 'peer', 'mediator', 'partner', 'trainee', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const LONGEST_LIFE = 8 * 24 * HOUR;
const MOST_DEVICES = 500;
const MOST_SERVICES = 64;
const LONGEST_NOTE = 200;
const MEMBERS = ['id', 'ed25519', 'role', 'services', 'from', 'until', 'name'] as const;
/** Bytes of a person's tag. */
const PERSON = 16;

export interface RosterDevice {
  /** 16 bytes. */
  readonly id: Uint8Array;
  readonly ed25519: Uint8Array;
  readonly role: Role;
  readonly services: readonly string[];
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
  /** H(salt ‖ shown name), 32 bytes. */
  readonly name: Uint8Array;
  /** Whose it is: 16 bytes, the same for all devices of one person; zeros when the signer did not say. */
  readonly person: Uint8Array;
}

export interface Roster {
  readonly version: number;
  /** The roster that the signer made: this one, or an earlier one that was renewed since. */
  readonly signed: { readonly version: number; readonly hash: Uint8Array; readonly issued: number };
  /** Hash of the payload, 32 bytes. */
  readonly hash: Uint8Array;
  readonly issued: number;
  readonly expires: number;
  /** Words for staff, for example "demo keys". */
  readonly note: string;
  readonly devices: readonly RosterDevice[];
}

/** Reads a roster whose signature is verified elsewhere. Fails with `TypeError`. */
export function readRoster(dsse: Dsse): Roster {
  const json = exactly(payloadOf(dsse), 'v', 'version', 'previous', 'issued', 'expires', 'note', 'devices');
  const version = whole(json['version'], 1);
  bytes(json['previous'], version === 1 ? 0 : 32);
  const [issued, expires] = [instant(json['issued']), instant(json['expires'])];
  const devices = list(json['devices'], MOST_DEVICES).map((device) => readDevice(device, dsse.format));
  const ids = new Set(devices.map(({ id }) => id.join()));
  const keys = new Set(devices.map(({ ed25519 }) => ed25519.join()));
  if (ids.size !== devices.length || keys.size !== devices.length || expires <= issued || expires - issued > LONGEST_LIFE) {
    throw new TypeError('a roster of at most 8 days with every device and key once');
  }
  const made = { version, hash: hash(dsse.payload), issued };
  return { ...made, signed: made, expires, note: text(json['note'], LONGEST_NOTE), devices };
}

function readDevice(value: unknown, format: number): RosterDevice {
  const json = exactly(value, ...MEMBERS, ...(format === 1 ? [] : ['person']));
  const role = ROLES.find((known) => known === json['role']);
  if (role === undefined) throw new TypeError('a known role');
  return {
    id: bytes(json['id'], 16),
    ed25519: bytes(json['ed25519'], 32),
    role,
    services: list(json['services'], MOST_SERVICES).map((service) => text(service, 64)),
    from: instant(json['from']),
    until: instant(json['until']),
    name: bytes(json['name'], 32),
    person: format === 1 ? new Uint8Array(PERSON) : bytes(json['person'], PERSON),
  };
}

export const deviceOf = (roster: Roster, id: Uint8Array): RosterDevice | undefined =>
  roster.devices.find((device) => equal(device.id, id));

/** Whether a device may hold a chat of this service now. */
export const mayTalk = (device: RosterDevice, service: string, now: number): boolean =>
  device.role !== 'auditor' &&
  device.services.includes(service) &&
  device.from - LEEWAY <= now &&
  now <= device.until + LEEWAY;
