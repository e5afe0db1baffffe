import { x25519 } from '@noble/curves/ed25519.js';
import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { concat, forget } from '../kernel/bytes.ts';

export const XWING_PUBLIC = 1216;
export const XWING_SEED = 32;
/** Random bytes of one encapsulation. */
export const XWING_RANDOM = 64;
const MLKEM_PUBLIC = 1184;
const MLKEM_CIPHERTEXT = 1088;
/** `\.//^\` – draft-connolly-cfrg-xwing-kem, section 5.3. */
const LABEL = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);

/** The private half of an X-Wing key, wherever it lives. */
export interface XWingIdentity {
  /** ML-KEM-768 encapsulation key ‖ X25519 public key: 1,216 bytes. */
  readonly publicKey: Uint8Array;
  /** `ciphertext` is 1,120 bytes; the shared secret 32. */
  decapsulate(ciphertext: Uint8Array): Promise<Uint8Array>;
}

interface Halves {
  readonly mlkem: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array };
  readonly scalar: Uint8Array;
}

function expanded(seed: Uint8Array): Halves {
  if (seed.length !== XWING_SEED) throw new RangeError('a seed of 32 bytes');
  const all = shake256(seed, { dkLen: 96 });
  return { mlkem: ml_kem768.keygen(all.subarray(0, 64)), scalar: all.subarray(64) };
}

/** An identity from its 32-byte seed, kept in memory, and in nothing else: overwriting it is the end of the identity. */
export function seedIdentity(seed: Uint8Array): XWingIdentity {
  const { mlkem, scalar } = expanded(seed);
  const publicKey = concat(mlkem.publicKey, x25519.getPublicKey(scalar));
  const theirs = publicKey.subarray(MLKEM_PUBLIC);
  forget(mlkem.secretKey, scalar);
  const open = (ciphertext: Uint8Array): Uint8Array => {
    const halves = expanded(seed);
    try {
      const share = ciphertext.subarray(MLKEM_CIPHERTEXT);
      const inner = ml_kem768.decapsulate(ciphertext.subarray(0, MLKEM_CIPHERTEXT), halves.mlkem.secretKey);
      return combined(inner, x25519.getSharedSecret(halves.scalar, share), share, theirs);
    } finally {
      forget(halves.mlkem.secretKey, halves.scalar);
    }
  };
  return { publicKey, decapsulate: (ciphertext) => Promise.resolve().then(() => open(ciphertext)) };
}

/** A secret for the owner of a public key. `random` are 64 bytes, used for nothing else. Fails when the key is malformed. */
export function encapsulate(
  publicKey: Uint8Array,
  random: Uint8Array,
): { readonly ciphertext: Uint8Array; readonly shared: Uint8Array } {
  if (publicKey.length !== XWING_PUBLIC) throw new RangeError('an X-Wing key of 1,216 bytes');
  const theirs = publicKey.subarray(MLKEM_PUBLIC);
  const scalar = random.subarray(32, XWING_RANDOM);
  const share = x25519.getPublicKey(scalar);
  const inner = ml_kem768.encapsulate(publicKey.subarray(0, MLKEM_PUBLIC), random.subarray(0, 32));
  const shared = combined(inner.sharedSecret, x25519.getSharedSecret(scalar, theirs), share, theirs);
  return { ciphertext: concat(inner.cipherText, share), shared };
}

/** X-Wing's combiner: SHA3-256(ss_M ‖ ss_X ‖ ct_X ‖ pk_X ‖ label). */
const combined = (mlkem: Uint8Array, agreed: Uint8Array, share: Uint8Array, publicKey: Uint8Array): Uint8Array =>
  sha3_256(concat(mlkem, agreed, share, publicKey, LABEL));

/** X-Wing over two private operations. */
export function splitIdentity(
  publicKey: Uint8Array,
  decapsulate: (mlkemCiphertext: Uint8Array) => Promise<Uint8Array>,
  agree: (share: Uint8Array) => Promise<Uint8Array>,
): XWingIdentity {
  return {
    publicKey,
    decapsulate: async (ciphertext) => {
      const share = ciphertext.subarray(MLKEM_CIPHERTEXT);
      const shared = await decapsulate(ciphertext.subarray(0, MLKEM_CIPHERTEXT));
      return combined(shared, await agree(share), share, publicKey.subarray(MLKEM_PUBLIC));
    },
  };
}

/** Whether these bytes can be an X-Wing public key: 1,216 bytes whose X25519 half is not of small order. */
export function isXWingPublic(bytes: Uint8Array): boolean {
  if (bytes.length !== XWING_PUBLIC) return false;
  try {
    x25519.getSharedSecret(new Uint8Array(32).fill(1), bytes.subarray(MLKEM_PUBLIC));
    return true;
  } catch {
    return false;
  }
}
