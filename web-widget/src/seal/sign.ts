import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, utf8, ZERO } from '../kernel/bytes.ts';

/** What a signature is for; a signature for one purpose is worth nothing for another. */
export type Purpose =
  | 'root'
  | 'signer'
  | 'roster'
  | 'enrol'
  | 'desk'
  | 'shift'
  | 'epoch'
  | 'frame'
  | 'signal';

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

/** Strict RFC 8032: no ZIP215, small-order keys refused. Answers false for anything malformed. */
export function verifies(
  purpose: Purpose,
  publicKey: Uint8Array,
  signature: Uint8Array,
  ...parts: readonly Uint8Array[]
): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  return ed25519.verify(signature, labelled(purpose, ...parts), publicKey, { zip215: false });
}
