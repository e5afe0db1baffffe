import { sha256 } from '@noble/hashes/sha2.js';
import { concat } from '../kernel/bytes.ts';

/** H of the protocol: SHA-256 over the joined parts. */
export const hash = (...parts: readonly Uint8Array[]): Uint8Array => sha256(concat(...parts));
