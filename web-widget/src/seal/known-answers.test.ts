/** Answers that standards publish; the Java side reads the same file. */

import { readFileSync } from 'node:fs';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { argon2id } from '@noble/hashes/argon2.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { XWing } from '@noble/post-quantum/hybrid.js';
import { bech32 } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../kernel/base64.ts';
import { own, utf8 } from '../kernel/bytes.ts';
import { hash } from './hash.ts';
import { hpkeKeys } from './hpke.ts';
import { isPrimeOrder, verifiesPlain } from './sign.ts';
import { encapsulate, seedIdentity } from './xwing.ts';

type Vector = Readonly<Record<string, string | number>>;
interface Section {
  readonly source: string;
  readonly vectors: readonly Vector[];
  readonly smallOrder?: readonly string[];
}

const path = new URL('../../../docs/protocol/vectors/known-answers.json', import.meta.url);
const sections = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, Section>>;
const section = (name: string): Section => {
  const found = sections[name];
  if (found === undefined || found.vectors.length === 0) throw new Error(`no vectors of ${name}`);
  return found;
};
const unhex = (text: unknown): Uint8Array => Uint8Array.from(Buffer.from(String(text), 'hex'));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the known answers', () => {
  it.each([...section('sha256').vectors])('of SHA-256 %#', ({ message, digest }) => {
    expect(hex(hash(unhex(message)))).toBe(digest);
  });

  it.each([...section('hmacSha256').vectors])('of HMAC-SHA256 %#', ({ key, message, mac }) => {
    expect(hex(hmac(sha256, unhex(key), unhex(message)))).toBe(mac);
  });

  it.each([...section('hkdfSha256').vectors])('of HKDF-SHA256 %#', async ({ ikm, salt, info, okm }) => {
    const length = String(okm).length / 2;
    expect(hex(hkdf(sha256, unhex(ikm), unhex(salt), unhex(info), length))).toBe(okm);
    const key = await crypto.subtle.importKey('raw', own(unhex(ikm)), 'HKDF', false, ['deriveBits']);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: own(unhex(salt)), info: own(unhex(info)) };
    expect(hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, length * 8)))).toBe(okm);
  });

  it.each([...section('aes256Gcm').vectors])('of AES-256-GCM %#', async ({ key, nonce, aad, plaintext, sealed }) => {
    const usages: KeyUsage[] = ['encrypt', 'decrypt'];
    const ours = await crypto.subtle.importKey('raw', own(unhex(key)), 'AES-GCM', false, usages);
    const how = { name: 'AES-GCM', iv: own(unhex(nonce)), additionalData: own(unhex(aad)), tagLength: 128 };
    expect(hex(new Uint8Array(await crypto.subtle.encrypt(how, ours, own(unhex(plaintext)))))).toBe(sealed);
    expect(hex(new Uint8Array(await crypto.subtle.decrypt(how, ours, own(unhex(sealed)))))).toBe(plaintext);
  });

  it.each([...section('chacha20Poly1305').vectors])('of ChaCha20-Poly1305 %#', (vector) => {
    const cipher = chacha20poly1305(unhex(vector['key']), unhex(vector['nonce']), unhex(vector['aad']));
    expect(hex(cipher.encrypt(unhex(vector['plaintext'])))).toBe(vector['sealed']);
    expect(hex(cipher.decrypt(unhex(vector['sealed'])))).toBe(vector['plaintext']);
  });

  it.each([...section('x25519').vectors])('of X25519 %#', ({ scalar, u, shared }) => {
    expect(hex(x25519.scalarMult(unhex(scalar), unhex(u)))).toBe(shared);
  });

  it.each([...section('ed25519').vectors])('of Ed25519 %#', ({ seed, key, message, signature }) => {
    expect(hex(ed25519.getPublicKey(unhex(seed)))).toBe(key);
    expect(hex(ed25519.sign(unhex(message), unhex(seed)))).toBe(signature);
    expect(verifiesPlain(unhex(key), unhex(signature), unhex(message))).toBe(true);
  });

  it.each([...section('argon2id').vectors])('of Argon2id %#', ({ password, salt, tag, ...how }) => {
    const cost = { t: Number(how['passes']), m: Number(how['kibibytes']), p: Number(how['lanes']), dkLen: 32 };
    const extras = { key: unhex(how['secret']), personalization: unhex(how['additional']) };
    expect(hex(argon2id(unhex(password), unhex(salt), { ...cost, ...extras }))).toBe(tag);
  });

  it.each([...section('xWing').vectors])('of X-Wing %#', async ({ seed, random, shared, ...ends }) => {
    const identity = seedIdentity(unhex(seed));
    const { cipherText, sharedSecret } = XWing.encapsulate(identity.publicKey, unhex(random));
    expect(encapsulate(identity.publicKey, unhex(random))).toEqual({ ciphertext: cipherText, shared: sharedSecret });
    expect(hex(sharedSecret)).toBe(shared);
    expect(hex(await identity.decapsulate(cipherText))).toBe(shared);
    expect(hex(identity.publicKey).startsWith(String(ends['keyStart'] ?? ''))).toBe(true);
    expect(hex(identity.publicKey).endsWith(String(ends['keyEnd'] ?? ''))).toBe(true);
    expect(hex(cipherText).startsWith(String(ends['ciphertextStart'] ?? ''))).toBe(true);
  });

  it.each([...section('hpke').vectors])('of HPKE %#', ({ info, shared, aad, plaintext, sealed, ...said }) => {
    const { key, nonce } = hpkeKeys(0x0020, unhex(shared), unhex(info));
    expect(hex(key)).toBe(said['key']);
    expect(hex(nonce)).toBe(said['nonce']);
    expect(hex(chacha20poly1305(key, nonce, unhex(aad)).encrypt(unhex(plaintext)))).toBe(sealed);
  });

  it.each([...section('age').vectors])('of age with X-Wing %#', async ({ identity, recipient, enc, body }) => {
    const key = seedIdentity(bech32.decodeToBytes(String(identity)).bytes);
    expect(bech32.encode('age1pq', bech32.toWords(key.publicKey), false)).toBe(recipient);
    const base64 = (text: unknown): Uint8Array => {
      const padded = String(text).padEnd(Math.ceil(String(text).length / 4) * 4, '=');
      return fromBase64(padded) ?? new Uint8Array();
    };
    const shared = await key.decapsulate(base64(enc));
    const opened = hpkeKeys(0x647a, shared, utf8('age-encryption.org/mlkem768x25519'));
    expect(chacha20poly1305(opened.key, opened.nonce).decrypt(base64(body))).toHaveLength(16);
  });
});

describe('what lenient programs let pass', () => {
  it.each([...section('ed25519Refused').vectors])('is a refused signature %#', ({ message, key, signature }) => {
    expect(verifiesPlain(unhex(key), unhex(signature), unhex(message))).toBe(false);
  });

  it.each([...(section('ed25519Refused').smallOrder ?? [])])('is a key of small order %s', (key) => {
    expect(isPrimeOrder(unhex(key))).toBe(false);
  });

  it.each([...(section('x25519').smallOrder ?? [])])('is an X25519 key of small order %s', (key) => {
    expect(() => x25519.getSharedSecret(new Uint8Array(32).fill(1), unhex(key))).toThrow();
  });
});
