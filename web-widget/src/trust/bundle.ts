/** From the pin to the roster: verifies the bundle of `/.well-known/havn/trust`. */

import { toBase64Url } from '../kernel/base64.ts';
import { hash } from '../seal/hash.ts';
import { Doubt } from '../talk/stop.ts';
import { payloadOf, readDsse, signedBy, typeOf } from './dsse.ts';
import type { Dsse, SigningKey } from './dsse.ts';
import { bytes, exactly, instant, list, object, text, whole } from './json.ts';
import { renewed, renewedVersion } from './renewal.ts';
import { LEEWAY, readRoster } from './roster.ts';
import type { Roster } from './roster.ts';

/** base64url(H(payload of a root set)): 43 characters. */
export const PIN = /^[A-Za-z0-9_-]{43}$/;

const MOST_ROOTS = 16;
const MOST_KEYS = 16;

export interface VerifiedTrust {
  readonly roster: Roster;
  readonly signer: SigningKey;
  /** H(payload of root set 1), the salt of return codes; undefined when the bundle begins later. */
  readonly installation: Uint8Array | undefined;
}

interface RootSet {
  readonly dsse: Dsse;
  readonly version: number;
  readonly threshold: number;
  readonly keys: readonly SigningKey[];
  readonly expires: number;
}

/** Fails with a {@link Doubt}: `untrusted`, `roster-old` or `clock`. `now` is this device's time. */
export function verifyBundle(bundle: unknown, pin: string, now: number): VerifiedTrust {
  return doubting(() => {
    const renewed = object(bundle)['renewal'] !== undefined;
    const json = exactly(bundle, 'roots', 'signer', 'roster', ...(renewed ? ['renewal'] : []));
    const roots = list(json['roots'], MOST_ROOTS);
    const root = newestRoot(roots, pin);
    if (now > root.expires + LEEWAY) throw new Doubt('untrusted');
    const signer = verifySigner(readDsse(json['signer'], 'signer'), root, now);
    const roster = renewed
      ? verifyRenewal(json['renewal'], json['roster'], signer, now)
      : verifyRoster(json['roster'], signer, now);
    return { roster, signer, installation: installationOf(roots) };
  });
}

/** Version and hash of the newest roster or renewal, whoever signed it. Fails when there is none. */
export function newestOf(bundle: unknown): { readonly version: number; readonly hash: Uint8Array } {
  const { roster, renewal } = object(bundle);
  const dsse = renewal === undefined ? readDsse(roster, 'roster') : readDsse(renewal, 'renewal');
  return { version: whole(payloadOf(dsse)['version'], 1), hash: hash(dsse.payload) };
}

/** A bundle whose roster may have run out, verified as of that moment; undefined when it is not to be trusted. */
export function verifiedAsOfItsEnd(bundle: unknown, pin: string, now: number): VerifiedTrust | undefined {
  try {
    const { roster, renewal } = object(bundle);
    const ends = payloadOf(renewal === undefined ? readDsse(roster, 'roster') : readDsse(renewal, 'renewal'))['expires'];
    return verifyBundle(bundle, pin, Math.min(now, instant(ends)));
  } catch {
    return undefined;
  }
}

/** A roster by this signer and within its time. Fails with a {@link Doubt}. */
export function verifyRoster(value: unknown, signer: SigningKey, now: number): Roster {
  return doubting(() => inItsTime(signedRoster(value, signer), now));
}

/** A roster by this signer that stands by a renewal within its time. Fails with a {@link Doubt}. */
export function verifyRenewal(value: unknown, roster: unknown, signer: SigningKey, now: number): Roster {
  return doubting(() => inItsTime(renewed(signedRoster(roster, signer), readDsse(value, 'renewal')), now));
}

/** The version of the roster a document renews; undefined when it is no renewal. Fails with a {@link Doubt}. */
export const renewalOf = (value: unknown): number | undefined =>
  doubting(() => (isRenewal(value) ? renewedVersion(readDsse(value, 'renewal')) : undefined));

const isRenewal = (value: unknown): boolean => object(value)['payloadType'] === typeOf('renewal', 1);

/** A roster by this signer, at whatever time. Fails with a {@link Doubt} or a `TypeError`. */
function signedRoster(value: unknown, signer: SigningKey): Roster {
  const dsse = readDsse(value, 'roster');
  if (signedBy(dsse, [signer]) !== 1) throw new Doubt('untrusted');
  return readRoster(dsse);
}

function inItsTime(roster: Roster, now: number): Roster {
  if (now < roster.issued - LEEWAY) throw new Doubt('clock');
  if (now > roster.expires + LEEWAY) throw new Doubt('roster-old');
  return roster;
}

/** The newest root set that follows from the pinned one, each signed by its own and the earlier one's threshold. */
function newestRoot(values: readonly unknown[], pin: string): RootSet {
  const roots = values.map((value) => readDsse(value, 'root'));
  const pinned = roots.findIndex(({ payload }) => PIN.test(pin) && toBase64Url(hash(payload)) === pin);
  const [first, ...later] = roots.slice(pinned < 0 ? roots.length : pinned).map(readRoot);
  if (first === undefined || !signedByThreshold(first.dsse, first)) throw new Doubt('untrusted');
  return later.reduce((before, root) => {
    const follows = root.version === before.version + 1 && signedByThreshold(root.dsse, before);
    if (!follows || !signedByThreshold(root.dsse, root)) throw new Doubt('untrusted');
    return root;
  }, first);
}

/** Only a salt: whoever swaps it leads to a mailbox that does not exist, and learns nothing. */
function installationOf(roots: readonly unknown[]): Uint8Array | undefined {
  const [first] = roots.map((value) => readDsse(value, 'root'));
  return first !== undefined && payloadOf(first)['version'] === 1 ? hash(first.payload) : undefined;
}

const signedByThreshold = (dsse: Dsse, { keys, threshold }: RootSet): boolean => signedBy(dsse, keys) >= threshold;

function readRoot(dsse: Dsse): RootSet {
  const json = exactly(payloadOf(dsse), 'v', 'version', 'threshold', 'keys', 'issued', 'expires');
  const keys = list(json['keys'], MOST_KEYS).map(readKey);
  const threshold = whole(json['threshold'], 1);
  const [ids, publics] = [new Set(keys.map(({ id }) => id)), new Set(keys.map(({ ed25519 }) => ed25519.join()))];
  if (ids.size !== keys.length || publics.size !== keys.length || threshold > keys.length) {
    throw new TypeError('every key once, and a threshold they can reach');
  }
  return { dsse, version: whole(json['version'], 1), threshold, keys, expires: instant(json['expires']) };
}

function readKey(value: unknown): SigningKey {
  const json = exactly(value, 'id', 'ed25519');
  return { id: text(json['id'], 64), ed25519: bytes(json['ed25519'], 32) };
}

function verifySigner(dsse: Dsse, root: RootSet, now: number): SigningKey {
  const json = exactly(payloadOf(dsse), 'v', 'root', 'id', 'ed25519', 'from', 'until');
  if (whole(json['root'], 1) !== root.version || !signedByThreshold(dsse, root)) throw new Doubt('untrusted');
  if (now < instant(json['from']) - LEEWAY) throw new Doubt('clock');
  if (now > instant(json['until']) + LEEWAY) throw new Doubt('untrusted');
  return { id: text(json['id'], 64), ed25519: bytes(json['ed25519'], 32) };
}

/** Whatever is malformed is not trusted. */
function doubting<T>(check: () => T): T {
  try {
    return check();
  } catch (failure) {
    throw failure instanceof Doubt ? failure : new Doubt('untrusted');
  }
}
