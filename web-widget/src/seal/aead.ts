import { own } from '../kernel/bytes.ts';

/** AES-256-GCM under a key used once, so the nonce is 12 zeros. */
const NONCE = new Uint8Array(12);
const TAG = 16;

/** HKDF-SHA256 (RFC 5869) to a one-message key. The key never leaves WebCrypto. */
export async function messageKey(secret: Uint8Array, salt: Uint8Array, info: Uint8Array): Promise<CryptoKey> {
  const input = await crypto.subtle.importKey('raw', own(secret), 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: own(salt), info: own(info) };
  return crypto.subtle.deriveKey(how, input, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const gcm = (aad: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: NONCE,
  additionalData: own(aad),
  tagLength: TAG * 8,
});

/** Ciphertext ‖ tag. */
export const encrypt = async (key: CryptoKey, plaintext: Uint8Array, aad: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.encrypt(gcm(aad), key, own(plaintext)));

/** Answers undefined when anything was altered. */
export async function decrypt(
  key: CryptoKey,
  ciphertext: Uint8Array,
  aad: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(aad), key, own(ciphertext)));
  } catch {
    return undefined;
  }
}
