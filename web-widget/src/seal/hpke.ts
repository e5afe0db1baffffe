/** HPKE base mode (RFC 9180, section 5.1) with HKDF-SHA256 and ChaCha20-Poly1305, above the KEM. */

import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, NONE, u16, u8, utf8 } from '../kernel/bytes.ts';

/** What seals the first message of a context. */
export interface HpkeKeys {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes. */
  readonly nonce: Uint8Array;
}

/** The key schedule with an empty PSK, for the KEM of this number and the secret it agreed on. */
export function hpkeKeys(kem: number, sharedSecret: Uint8Array, info: Uint8Array): HpkeKeys {
  const suite = concat(utf8('HPKE'), u16(kem), u16(0x0001), u16(0x0003));
  const labeledExtract = (label: string, ikm: Uint8Array, salt?: Uint8Array): Uint8Array =>
    extract(sha256, concat(utf8('HPKE-v1'), suite, utf8(label), ikm), salt);
  const context = concat(u8(0), labeledExtract('psk_id_hash', NONE), labeledExtract('info_hash', info));
  const secret = labeledExtract('secret', NONE, sharedSecret);
  const labeledExpand = (label: string, length: number): Uint8Array =>
    expand(sha256, secret, concat(u16(length), utf8('HPKE-v1'), suite, utf8(label), context), length);
  return { key: labeledExpand('key', 32), nonce: labeledExpand('base_nonce', 12) };
}
