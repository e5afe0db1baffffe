/** Which files of C2SP's age test suite are envelopes, and that nothing else opens. */

import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { bech32 } from '@scure/base';
import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../kernel/random.ts';
import { b, vectorFile } from '../testing/vectors.ts';
import { LONGEST_CONTENT, readAge, writeAge } from './age.ts';
import { openWith, sealTo } from './envelope.ts';
import { hash } from './hash.ts';
import { seedIdentity } from './xwing.ts';

interface Vector {
  readonly name: string;
  readonly expect: string;
  readonly payload?: string;
  readonly fileKey: string;
  readonly seeds: readonly string[];
  readonly compressed?: 'zlib';
  readonly file: string;
}
const read = (name: string): unknown =>
  (JSON.parse(readFileSync(vectorFile(name), 'utf8')) as { readonly vectors: unknown }).vectors;
const suite = read('age-cctv.json') as readonly Vector[];
const bytesOf = ({ file, compressed }: Vector): Uint8Array =>
  compressed === undefined ? b(file) : Uint8Array.from(inflateSync(b(file)));

/** With the private key of a vector, or with its file key when it has none. */
async function opened(vector: Vector): Promise<Uint8Array | undefined> {
  const file = bytesOf(vector);
  const [seed] = vector.seeds;
  if (seed !== undefined) return openWith(seedIdentity(b(seed)), file);
  try {
    return readAge(file).open(b(vector.fileKey));
  } catch {
    return undefined;
  }
}

/** Other programs may open more: other kinds of recipients, and more than one chunk, are no envelopes. */
const ENVELOPES = ['hybrid', 'hybrid_multiple_recipients'];

describe('a file of the age test suite', () => {
  it.each(suite.filter(({ name }) => ENVELOPES.includes(name)))('opens: $name', async (vector) => {
    expect(vector.expect).toBe('success');
    expect(hash((await opened(vector))!)).toEqual(b(vector.payload));
  });

  it.each(suite.filter(({ name }) => !ENVELOPES.includes(name)))('opens nothing: $name', async (vector) => {
    expect(await opened(vector)).toBeUndefined();
  });
});

describe('a file of the age library', () => {
  interface Made {
    readonly length: number;
    readonly seeds: readonly string[];
    readonly file: string;
  }
  it.each(read('age-encryption.json') as readonly Made[])('of $length bytes opens', async ({ length, seeds, file }) => {
    const content = Uint8Array.from({ length }, (_, index) => index % 251);
    for (const seed of seeds) expect(await openWith(seedIdentity(b(seed)), b(file))).toEqual(content);
  });
});

describe('an envelope', () => {
  const seed = new Uint8Array(32).fill(7);
  const { publicKey } = seedIdentity(seed);

  it('holds nothing, or a whole chunk, and not a byte more', async () => {
    for (const length of [0, LONGEST_CONTENT]) {
      const content = new Uint8Array(length).fill(1);
      expect(await openWith(seedIdentity(seed), await sealTo([publicKey], content))).toEqual(content);
    }
    await expect(sealTo([publicKey], new Uint8Array(LONGEST_CONTENT + 1))).rejects.toThrow(RangeError);
  });

  it('opens with its own file key only, whole, and with nothing after it', () => {
    const fileKey = systemRandom(16);
    const stanza = { share: new Uint8Array(1_120), wrapped: new Uint8Array(32) };
    const whole = writeAge([stanza], fileKey, new Uint8Array(5), systemRandom);
    expect(readAge(whole).open(fileKey)).toEqual(new Uint8Array(5));
    expect(() => readAge(whole).open(systemRandom(16))).toThrow(TypeError);
    for (const cut of [1, 16, 21, 22, 37]) expect(() => readAge(whole.subarray(0, -cut)).open(fileKey), `${cut}`).toThrow();
    expect(() => readAge(Uint8Array.of(...whole, 0)).open(fileKey)).toThrow();
  });

  it('has one chunk: what the age library writes in two is refused', async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(bech32.encode('age1pq', bech32.toWords(publicKey), false));
    const file = await encrypter.encrypt(new Uint8Array(LONGEST_CONTENT + 1));
    expect(await openWith(seedIdentity(seed), file)).toBeUndefined();
  });

  it('ends with its seed: once that is overwritten, nothing opens', async () => {
    const own = seed.slice();
    const identity = seedIdentity(own);
    const file = await sealTo([identity.publicKey], seed);
    own.fill(0);
    expect(await openWith(identity, file)).toBeUndefined();
  });
});
