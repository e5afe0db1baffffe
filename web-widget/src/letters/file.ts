/** Sealed files (docs/protocol/sealed.md, section 12). */

import { concat, equal, NONE, u32, utf8 } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { Reader } from '../kernel/reader.ts';
import { decrypt, encrypt, messageKey } from '../seal/aead.ts';
import { hash } from '../seal/hash.ts';
import { labelled } from '../seal/sign.ts';
import { LARGEST_FILE } from './file-ref.ts';
import type { FileRef, FileType } from './file-ref.ts';

const SMALLEST = 16_384;
const AAD = labelled('file');

/** The next length that says little about the real one: at most 12 % more (PURBs, Nikitin et al. 2019, section 4). */
export function padme(length: number): number {
  if (length <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(length / step) * step;
}

export interface SealedFile {
  /** What the server keeps. */
  readonly stored: Uint8Array;
  /** Everything but the id, which the server gives. */
  readonly ref: Omit<FileRef, 'id'>;
}

/** Seals under a key of its own. Fails with `RangeError` when there are more than 10 MiB. */
export async function sealFile(
  content: Uint8Array,
  type: FileType,
  seconds: number,
  random: Random,
): Promise<SealedFile> {
  if (content.length > LARGEST_FILE) throw new RangeError('the file is too large');
  const key = random(32);
  const plaintext = new Uint8Array(padme(4 + content.length));
  plaintext.set(concat(u32(content.length), content));
  const stored = await encrypt(await fileKey(key, type), plaintext, AAD);
  return { stored, ref: { key, hash: hash(stored), type, length: content.length, seconds } };
}

/** The content. Undefined when the bytes are not those that were sealed, or the reference says something else. */
export async function openFile(ref: FileRef, stored: Uint8Array): Promise<Uint8Array | undefined> {
  if (!equal(hash(stored), ref.hash)) return undefined;
  const plaintext = await decrypt(await fileKey(ref.key, ref.type), stored, AAD);
  if (plaintext === undefined) return undefined;
  const reader = new Reader(plaintext);
  const length = reader.u32();
  if (length !== ref.length || length > LARGEST_FILE || padme(4 + length) !== plaintext.length) return undefined;
  const content = reader.take(length);
  return reader.rest().every((byte) => byte === 0) && reader.done ? content : undefined;
}

const fileKey = (key: Uint8Array, type: FileType): Promise<CryptoKey> =>
  messageKey(key, NONE, utf8(`havn/1/file${type}`));
