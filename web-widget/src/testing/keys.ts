import { ed25519 } from '@noble/curves/ed25519.js';
import type { Signer } from '../seal/sign.ts';

/** A signer over a 32-byte seed in memory. Real devices never have one. */
export const seedSigner = (seed: Uint8Array): Signer => ({
  ed25519: ed25519.getPublicKey(seed),
  sign: (message) => Promise.resolve(ed25519.sign(message, seed)),
});
