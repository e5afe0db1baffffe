/** The code two people read to each other to compare a device: six groups of five digits. */

import { concat } from '../../kernel/bytes.ts';
import { hash } from '../../seal/hash.ts';
import { labelled } from '../../seal/sign.ts';

const GROUPS = 6;
const GROUP_BYTES = 5;
const GROUP_SIZE = 100_000;

/**
 * Six times five bytes of H("havn/1/device-code" ‖ 0 ‖ id ‖ ed25519 ‖ name), each modulo 100,000: 99 bits in all.
 * `id` is 16 bytes, `ed25519` 32, `name` the 32 bytes of H(salt ‖ shown name).
 */
export function deviceCode(id: Uint8Array, ed25519: Uint8Array, name: Uint8Array): string {
  const digest = hash(labelled('device-code', concat(id, ed25519, name)));
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const bytes = digest.subarray(group * GROUP_BYTES, (group + 1) * GROUP_BYTES);
    const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    return String(value % GROUP_SIZE).padStart(5, '0');
  });
  return groups.join(' ');
}
