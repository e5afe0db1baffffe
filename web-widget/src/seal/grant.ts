import { concat, equal, u8, utf8 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';
import { openWith, sealTo } from './envelope.ts';
import { hash } from './hash.ts';
import type { XWingIdentity } from './xwing.ts';

/** A staff member's shown name and the salt that binds it to the roster entry: H(salt ‖ name). */
export interface SaltedName {
  readonly slot: number;
  /** 16 bytes. */
  readonly salt: Uint8Array;
  readonly name: string;
}

/** What a grant hands to every member. */
export interface Grant {
  /** E, 32 bytes. */
  readonly secret: Uint8Array;
  readonly names: readonly SaltedName[];
}

const MOST_NAMES = 8;

/** The grant's age file, sealed to every member's X-Wing public key. */
export function sealGrant(grant: Grant, header: Uint8Array, publicKeys: readonly Uint8Array[]): Promise<Uint8Array> {
  const names = grant.names.map(({ slot, salt, name }) =>
    concat(u8(slot), salt, u8(utf8(name).length), utf8(name)),
  );
  return sealTo(publicKeys, concat(grant.secret, hash(header), u8(names.length), ...names));
}

/** Answers undefined when it does not open, belongs to another epoch header, or is malformed. */
export async function openGrant(
  identity: XWingIdentity,
  file: Uint8Array,
  header: Uint8Array,
): Promise<Grant | undefined> {
  const plaintext = await openWith(identity, file);
  if (plaintext === undefined) return undefined;
  const reader = new Reader(plaintext);
  const secret = reader.take(32);
  const headerHash = reader.take(32);
  const count = reader.u8();
  if (count > MOST_NAMES) return undefined;
  const names = Array.from({ length: count }, () => ({
    slot: reader.u8(),
    salt: reader.take(16),
    name: reader.str8(),
  }));
  return reader.done && equal(headerHash, hash(header)) ? { secret, names } : undefined;
}
