import { describe, expect, it } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { flipped } from '../testing/scene.ts';
import { openKept, readToken, reloadKey, sealKept, tokenText } from './reload.ts';

const chance = new Chance(3);
const token = { conversation: chance.bytes(16), secret: chance.bytes(32) };
const kept = {
  conversation: token.conversation,
  capability: chance.bytes(32),
  card: chance.bytes(2_048),
  seed: chance.bytes(32),
  rangAt: 1_800_000_000_000,
  retentionDays: 14,
  left: [1, 2, 3, 4].map(() => ({ conversation: chance.bytes(16), capability: chance.bytes(32) })),
};

describe('what a page keeps to come back', () => {
  it('opens with the token of the address, which is read as it was written', async () => {
    const sealed = await sealKept(token, kept, chance.bytes);
    expect(sealed).toHaveLength(2_640);
    const read = readToken(tokenText(token))!;
    expect(read).toEqual(token);
    expect(await openKept(read, sealed)).toEqual(kept);
  });

  it('opens with no other token, nor with the key that the server is told, nor altered or cut', async () => {
    const sealed = await sealKept(token, kept, chance.bytes);
    expect(await openKept({ ...token, secret: chance.bytes(32) }, sealed)).toBeUndefined();
    expect(await openKept({ ...token, secret: reloadKey(token) }, sealed)).toBeUndefined();
    expect(await openKept({ ...token, conversation: chance.bytes(16) }, sealed)).toBeUndefined();
    for (const at of [0, 63, 64, 2_639]) expect(await openKept(token, flipped(sealed, at))).toBeUndefined();
    expect(await openKept(token, sealed.subarray(0, 100))).toBeUndefined();
  });

  it('is another each time, and has nothing of its contents in it', async () => {
    const [one, other] = [await sealKept(token, kept, chance.bytes), await sealKept(token, kept, chance.bytes)];
    expect(one).not.toEqual(other);
    expect(one.join()).not.toContain(kept.seed.join());
  });

  it.each(['', 'r', 'AAAA', tokenText(token).slice(1), `${tokenText(token)}A`])('is not asked for with %j', (text) => {
    expect(readToken(text)).toBeUndefined();
  });
});
