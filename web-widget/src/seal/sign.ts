import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, utf8, ZERO } from '../kernel/bytes.ts';

/** What a signature is for; a signature for one purpose is worth nothing for another. */
export type Purpose =
  | 'root'
  | 'signer'
  | 'roster'
  | 'renewal'
  | 'enrol'
  | 'spare'
  | 'desk'
  | 'shift'
  | 'epoch'
  | 'frame'
  | 'signal'
  | 'whisper-key'
  | 'whisper'
  | 'mailbox'
  | 'mailbox-act'
  | 'answer';

/** An Ed25519 key pair that signs, wherever its private half lives. */
export interface Signer {
  /** Public key, 32 bytes. */
  readonly ed25519: Uint8Array;
  /** Signs exactly these bytes: 64 bytes. Use {@link signAs}, which names the purpose. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** `"havn/1/<purpose>" ‖ 0 ‖ parts` */
export const labelled = (purpose: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  concat(utf8(`havn/1/${purpose}`), ZERO, ...parts);

export const signAs = (signer: Signer, purpose: Purpose, ...parts: readonly Uint8Array[]): Promise<Uint8Array> =>
  signer.sign(labelled(purpose, ...parts));

/** Strict RFC 8032 as the server has it: see {@link verifiesPlain}. Answers false for anything malformed. */
export const verifies = (
  purpose: Purpose,
  publicKey: Uint8Array,
  signature: Uint8Array,
  ...parts: readonly Uint8Array[]
): boolean => verifiesPlain(publicKey, signature, labelled(purpose, ...parts));

/**
 * No ZIP215, and both points in the prime-order group. The library alone refuses keys of small order, but multiplies
 * by the cofactor: it would pass keys and signatures of mixed order, which the server refuses.
 */
export function verifiesPlain(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return (
    isPrimeOrder(publicKey) &&
    isPrimeOrder(signature.subarray(0, 32)) &&
    ed25519.verify(signature, message, publicKey, { zip215: false })
  );
}

/** Whether these bytes are the canonical form of a point of the prime-order group other than its neutral one. */
export function isPrimeOrder(point: Uint8Array): boolean {
  try {
    const decoded = ed25519.Point.fromBytes(point);
    return !decoded.is0() && decoded.isTorsionFree();
  } catch {
    return false;
  }
}
