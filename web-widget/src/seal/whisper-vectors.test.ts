import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { b, readVectors, vectorFile } from '../testing/vectors.ts';
import { openWith } from './envelope.ts';
import { chainNext, chainStart, openFrame, readFrameHeader, sealFrame } from './frame.ts';
import type { EpochKeys } from './frame.ts';
import { fromUtf8 } from '../kernel/bytes.ts';
import { readPlaintext } from './plaintext.ts';
import { verifies } from './sign.ts';
import { isWhisperKeyOf, openWhisperKey } from './whisper-key.ts';
import { seedIdentity } from './xwing.ts';

type Bytes<Name extends string> = Readonly<Record<Name, string>>;
type Golden = Bytes<'epoch' | 'secret' | 'grant' | 'signature'> & {
  readonly frames: readonly Bytes<'text' | 'plaintext' | 'chainBefore' | 'frame' | 'signature'>[];
};

const golden = JSON.parse(readFileSync(vectorFile('whispers-v1.json'), 'utf8')) as Golden;
const talk = readVectors('v1.json');
const shift = b(talk.keys['shift']?.ed25519);
const headerHash = b(golden.epoch);
const keys: EpochKeys = { conversation: b(talk.conversation), number: 1, secret: b(golden.secret), headerHash, stream: 'whisper' };

describe('the golden whispers', () => {
  it('have a key that staff opens and the visitor does not', async () => {
    const grant = b(golden.grant);
    expect(isWhisperKeyOf(shift, headerHash, grant, b(golden.signature))).toBe(true);
    expect(await openWhisperKey(seedIdentity(b(talk.keys['shiftXwing']?.seed)), grant, headerHash)).toEqual(keys.secret);
    expect(await openWhisperKey(seedIdentity(b(talk.keys['shiftXwing']?.seed)), grant, b(talk.ring.hash))).toBeUndefined();
    expect(await openWith(seedIdentity(b(talk.keys['visitorXwing']?.seed)), grant)).toBeUndefined();
  });

  it('are sealed and opened to the same bytes, as whispers only', async () => {
    let chain = chainStart(headerHash, 1, 'whisper');
    for (const { text, plaintext, chainBefore, frame, signature } of golden.frames) {
      const bytes = b(frame);
      expect(chain).toEqual(b(chainBefore));
      const { counter, r } = readFrameHeader(bytes)!;
      expect(await sealFrame(keys, { slot: 1, counter, r }, chain, b(plaintext))).toEqual(bytes);
      expect(await openFrame(keys, bytes, chain)).toEqual(b(plaintext));
      expect(fromUtf8(readPlaintext(b(plaintext))!.body)).toBe(text);
      expect(await openFrame({ ...keys, stream: 'talk' }, bytes, chain)).toBeUndefined();
      expect(await openFrame(keys, bytes, chainStart(headerHash, 1))).toBeUndefined();
      expect(verifies('whisper', shift, b(signature), bytes)).toBe(true);
      expect(verifies('frame', shift, b(signature), bytes)).toBe(false);
      chain = chainNext(chain, bytes);
    }
  });
});
