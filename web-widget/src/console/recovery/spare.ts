/** The sealed spare of a device key (docs/protocol/sealed.md, section 18). */

import { concat, forget, u8, utf8 } from '../../kernel/bytes.ts';
import { decrypt, encrypt, messageKey } from '../../seal/aead.ts';
import { hash } from '../../seal/hash.ts';
import { labelled } from '../../seal/sign.ts';
import type { Stretch } from '../../letters/stretch.ts';
import type { DeviceSeed } from '../keys/types.ts';

/** What opens a spare. */
export type Method = 'passkey' | 'kit';

const NUMBER: Readonly<Record<Method, number>> = { passkey: 1, kit: 2 };
const VERSION = 1;
const SALT = 16;
const PADDED = 64;
/** salt ‖ ciphertext ‖ tag. */
export const SPARE_LENGTH = SALT + PADDED + 16;

/** What the passkey makes its secret from. */
export const PRF_INPUT = labelled('device-recovery-prf');

/** How the roster and the spare name one device. */
export interface SpareOf {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly ed25519: Uint8Array;
}

/** 32 bytes from the 24 digits of a kit. Takes about a second. `salt` is the spare's own. */
export const kitSecret = (digits: string, salt: Uint8Array, stretch: Stretch, signal: AbortSignal): Promise<Uint8Array> =>
  stretch(utf8(digits), hash(labelled('device-recovery-kit', salt)), signal);

export const saltOf = (sealed: Uint8Array): Uint8Array => sealed.slice(0, SALT);

const keyOf = (secret: Uint8Array, salt: Uint8Array, method: Method): Promise<CryptoKey> =>
  messageKey(secret, salt, concat(utf8('havn/1/device-recovery'), u8(NUMBER[method])));

const place = ({ id, ed25519 }: SpareOf): Uint8Array => labelled('device-recovery', id, ed25519);

/** What the device key signs when the server is to keep a spare, after the purpose. */
export const spareCovered = (device: SpareOf, method: Method, sealed: Uint8Array): Uint8Array =>
  concat(device.id, u8(NUMBER[method]), sealed);

/**
 * 96 bytes. `salt` is 16 random bytes, used once. Reads the seed before it waits for anything, so that the caller may
 * overwrite it at any time after the call.
 */
export async function sealSpare(
  secret: Uint8Array,
  salt: Uint8Array,
  method: Method,
  device: DeviceSeed & SpareOf,
): Promise<Uint8Array> {
  const padded = new Uint8Array(PADDED);
  padded.set([VERSION, ...device.seed, ...device.salt]);
  try {
    return concat(salt, await encrypt(await keyOf(secret, salt, method), padded, place(device)));
  } finally {
    forget(padded);
  }
}

/** Undefined unless this secret opens exactly this device's spare of this method. The caller overwrites the seed. */
export async function openSpare(
  secret: Uint8Array,
  method: Method,
  device: SpareOf,
  sealed: Uint8Array,
): Promise<DeviceSeed | undefined> {
  if (sealed.length !== SPARE_LENGTH) return undefined;
  const padded = await decrypt(await keyOf(secret, saltOf(sealed), method), sealed.subarray(SALT), place(device));
  if (padded === undefined) return undefined;
  const [version, seed, salt, rest] = [padded[0], padded.slice(1, 33), padded.slice(33, 49), padded.slice(49)];
  forget(padded);
  if (version === VERSION && rest.every((byte) => byte === 0)) return { id: device.id, salt, seed };
  forget(seed);
  return undefined;
}
