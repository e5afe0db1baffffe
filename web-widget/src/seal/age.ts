/** age v1 files (C2SP `age.md`) with `mlkem768x25519` stanzas only and one chunk: all that envelopes need. */

import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from '../kernel/base64.ts';
import { concat, equal, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';

/** A file key, sealed for one recipient. */
export interface Stanza {
  /** 1,120 bytes. */
  readonly share: Uint8Array;
  /** 32 bytes. */
  readonly wrapped: Uint8Array;
}

export interface AgeFile {
  readonly stanzas: readonly Stanza[];
  /** Fails when the key is not the file's, or anything is altered. */
  open(fileKey: Uint8Array): Uint8Array;
}

export const FILE_KEY = 16;
const NONCE = 16;
/** One chunk of the format. */
export const LONGEST_CONTENT = 65_536;
/** Nonce of the first chunk when it is the last one too. */
const ONLY_CHUNK = new Uint8Array(12).with(11, 1);
const INTRODUCTION = 'age-encryption.org/v1\n';
const HEADER =
  /^(age-encryption\.org\/v1\n(?:-> mlkem768x25519 [A-Za-z0-9+/]{1494}\n[A-Za-z0-9+/]{43}\n){1,9}---) ([A-Za-z0-9+/]{43})\n/u;
const STANZA = /-> mlkem768x25519 (.{1494})\n(.{43})\n/gu;
/** Nine stanzas, and the lines around them. */
const LONGEST_HEADER = 14_200;

const bare = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('=', '');

function unbare(text: string): Uint8Array {
  const bytes = fromBase64(text + '='.repeat((4 - (text.length % 4)) % 4));
  if (bytes === undefined) throw new TypeError('not the one spelling of these bytes');
  return bytes;
}

const derived = (fileKey: Uint8Array, salt: Uint8Array | undefined, purpose: string): Uint8Array =>
  hkdf(sha256, fileKey, salt, utf8(purpose), 32);
const macOf = (fileKey: Uint8Array, head: Uint8Array): Uint8Array => hmac(sha256, derived(fileKey, undefined, 'header'), head);
const chunk = (fileKey: Uint8Array, nonce: Uint8Array): ReturnType<typeof chacha20poly1305> =>
  chacha20poly1305(derived(fileKey, nonce, 'payload'), ONLY_CHUNK);

/** Fails with `RangeError` for more content than one chunk holds. */
export function writeAge(
  stanzas: readonly Stanza[],
  fileKey: Uint8Array,
  content: Uint8Array,
  random: Random,
): Uint8Array {
  if (content.length > LONGEST_CONTENT) throw new RangeError('too long for an envelope');
  const lines = stanzas.map(({ share, wrapped }) => `-> mlkem768x25519 ${bare(share)}\n${bare(wrapped)}\n`);
  const head = utf8(`${INTRODUCTION}${lines.join('')}---`);
  const nonce = random(NONCE);
  return concat(head, utf8(` ${bare(macOf(fileKey, head))}\n`), nonce, chunk(fileKey, nonce).encrypt(content));
}

/** Fails when it is anything else, also a file of age of another kind. */
export function readAge(file: Uint8Array): AgeFile {
  const text = new TextDecoder('latin1').decode(file.subarray(0, LONGEST_HEADER));
  const [whole = '', head = '', mac = ''] = HEADER.exec(text) ?? [];
  if (whole === '') throw new TypeError('not an envelope');
  const stanzas = Array.from(head.matchAll(STANZA), ([, share = '', wrapped = '']) => ({
    share: unbare(share),
    wrapped: unbare(wrapped),
  }));
  const said = unbare(mac);
  const nonce = file.subarray(whole.length, whole.length + NONCE);
  const sealed = file.subarray(whole.length + NONCE);
  return {
    stanzas,
    open: (fileKey) => {
      if (fileKey.length !== FILE_KEY || nonce.length !== NONCE || !equal(macOf(fileKey, utf8(head)), said)) {
        throw new TypeError('not the key of this file, or an altered header');
      }
      return chunk(fileKey, nonce).decrypt(sealed);
    },
  };
}
