import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../kernel/base64.ts';
import { utf8 } from '../kernel/bytes.ts';
import { HOUR, MINUTE } from '../kernel/clock.ts';
import { hash } from '../seal/hash.ts';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { rosterJson, signed, testKey, TestTrust } from '../testing/trust.ts';
import type { TestDevice, TestKey } from '../testing/trust.ts';
import { NotToBeHad, TrustBook } from './book.ts';
import { verifyBundle } from './bundle.ts';

const NOW = Date.UTC(2026, 11, 1, 12);
const DAY = 24 * HOUR;
const at = (time: number): string => new Date(time).toISOString();
const device: TestDevice = { id: new Uint8Array(16), ed25519: new Uint8Array(32).fill(1), salt: new Uint8Array(16), name: 'Kåre' };

const rootSet = (version: number, threshold: number, keys: readonly TestKey[], expires = NOW + DAY): Record<string, unknown> => ({
  v: 1,
  version,
  threshold,
  keys: keys.map(({ id, signer }) => ({ id, ed25519: toBase64Url(signer.ed25519) })),
  issued: at(NOW),
  expires: at(expires),
});
const signerDocument = (root: number, from = NOW - DAY, until = NOW + DAY): Record<string, unknown> => {
  const { id, signer } = testKey('signer-1', 102);
  return { v: 1, root, id, ed25519: toBase64Url(signer.ed25519), from: at(from), until: at(until) };
};
const pinOf = (json: unknown): string => toBase64Url(hash(utf8(JSON.stringify(json))));
const [a, b, c, d] = [1, 2, 3, 4].map((fill) => testKey(`root-${fill}`, fill)) as [TestKey, TestKey, TestKey, TestKey];

/** Two of three, then two of a, c and d. */
async function twoRoots(): Promise<{ pin: string; bundle: Record<string, unknown> & { roots: unknown[] } }> {
  const trust = await TestTrust.at(NOW);
  await trust.publish(1, [device], NOW);
  const [first, second] = [rootSet(1, 2, [a, b, c]), rootSet(2, 2, [a, c, d])];
  const roots = [await signed('root', first, [a, b]), await signed('root', second, [a, c, d])];
  const signer = await signed('signer', signerDocument(2), [c, d]);
  return { pin: pinOf(first), bundle: { ...trust.bundle(1), roots, signer } };
}

describe('the way from the pin to the roster', () => {
  it('leads over a later root set signed by both thresholds', async () => {
    const { pin, bundle } = await twoRoots();
    expect(verifyBundle(bundle, pin, NOW).roster.version).toBe(1);
  });

  it('may begin at the later root set', async () => {
    const { bundle } = await twoRoots();
    expect(verifyBundle(bundle, pinOf(rootSet(2, 2, [a, c, d])), NOW).roster.version).toBe(1);
  });

  it('ends at a pin that no root set has', async () => {
    const { bundle } = await twoRoots();
    for (const pin of [pinOf('x'), '', 'short']) expect(() => verifyBundle(bundle, pin, NOW)).toThrow('untrusted');
  });

  it.each([
    ['its own threshold', [a, c], [a]],
    ['the threshold before', [a, b], [d, c]],
    ['a threshold of different keys', [a, b], [a, a, a]],
  ])('ends at a later root set without %s', async (_, __, signers) => {
    const { pin, bundle } = await twoRoots();
    const second = await signed('root', rootSet(2, 2, [a, c, d]), signers);
    expect(() => verifyBundle({ ...bundle, roots: [bundle.roots[0], second] }, pin, NOW)).toThrow('untrusted');
  });

  it('ends at a root set that skips a version', async () => {
    const { pin, bundle } = await twoRoots();
    const third = await signed('root', rootSet(3, 2, [a, c, d]), [a, c, d]);
    expect(() => verifyBundle({ ...bundle, roots: [bundle.roots[0], third] }, pin, NOW)).toThrow('untrusted');
  });

  it('ends at an expired root set, signer or roster', async () => {
    const { pin, bundle } = await twoRoots();
    expect(() => verifyBundle(bundle, pin, NOW + DAY + 11 * MINUTE)).toThrow('untrusted');
    const old = await signed('signer', signerDocument(2, NOW - 2 * DAY, NOW - DAY), [c, d]);
    expect(() => verifyBundle({ ...bundle, signer: old }, pin, NOW)).toThrow('untrusted');
    const trust = await TestTrust.at(NOW);
    await trust.publish(1, [device], NOW);
    expect(() => verifyBundle(trust.bundle(), trust.pin, NOW + 8 * DAY + 11 * MINUTE)).toThrow('roster-old');
    expect(() => verifyBundle(trust.bundle(), trust.pin, NOW - 11 * MINUTE)).toThrow('clock');
  });

  it('ends at a signer of one root key where two are needed', async () => {
    const { pin, bundle } = await twoRoots();
    const signer = await signed('signer', signerDocument(2), [c]);
    expect(() => verifyBundle({ ...bundle, signer }, pin, NOW)).toThrow('untrusted');
  });

  it('ends at a roster signed by somebody else, or altered afterwards', async () => {
    const trust = await TestTrust.at(NOW);
    await trust.publish(1, [device], NOW, testKey('signer-1', 66));
    expect(() => verifyBundle(trust.bundle(), trust.pin, NOW)).toThrow('untrusted');
    const genuine = await trust.publish(2, [device], NOW);
    const other = await trust.publish(3, [{ ...device, role: 'coordinator' }], NOW);
    const roster = { ...genuine, payload: other['payload'] };
    expect(() => verifyBundle({ ...trust.bundle(), roster }, trust.pin, NOW)).toThrow('untrusted');
  });

  it.each([undefined, null, 1, 'x', [], {}, { roots: {} }, { roots: [{}] }])('ends at %j', (bundle) => {
    expect(() => verifyBundle(bundle, 'A'.repeat(43), NOW)).toThrow('untrusted');
  });
});

describe('the rosters a page has seen', () => {
  it('never go back to a lower version', async () => {
    const trust = await TestTrust.at(NOW);
    const book = new TrustBook(trust.pin, trust.fetchDocument, new HandClock(NOW));
    await trust.publish(1, [device], NOW);
    await trust.publish(2, [device], NOW);
    expect((await book.newest()).version).toBe(2);
    trust.rosters.delete(2);
    await expect(book.newest()).rejects.toThrow('roster-old');
  });

  it('name every device and every key once, and nothing that the format does not know', async () => {
    const trust = await TestTrust.at(NOW);
    const book = new TrustBook(trust.pin, trust.fetchDocument, new HandClock(NOW));
    await trust.publish(1, [device, { ...device, id: new Uint8Array(16).fill(2) }], NOW);
    await expect(book.newest()).rejects.toThrow('untrusted');
    const note = 'x'.repeat(201);
    for (const more of [{ extra: 1 }, { note }]) {
      trust.rosters.set(1, await signed('roster', { ...rosterJson(1, [device], NOW), ...more }, [trust.signer]));
      await expect(book.newest()).rejects.toThrow('untrusted');
    }
    trust.rosters.set(1, await signed('roster', rosterJson(1, [device], NOW), [trust.signer]));
    expect((await book.newest()).version).toBe(1);
  });

  it('never change under the same version', async () => {
    const trust = await TestTrust.at(NOW);
    const book = new TrustBook(trust.pin, trust.fetchDocument, new HandClock(NOW));
    await trust.publish(1, [device], NOW);
    await book.newest();
    await trust.publish(1, [{ ...device, ed25519: new Chance(1).bytes(32) }], NOW);
    await expect(book.newest()).rejects.toThrow('untrusted');
  });

  it('let an older one count only for devices that the newest still has', async () => {
    const trust = await TestTrust.at(NOW);
    const book = new TrustBook(trust.pin, trust.fetchDocument, new HandClock(NOW));
    const revoked = { ...device, id: new Uint8Array(16).fill(2), ed25519: new Chance(2).bytes(32) };
    await trust.publish(1, [device, revoked], NOW);
    const { hash: rosterHash } = await book.newest();
    await trust.publish(2, [device], NOW);
    const devices = await book.devices(1n, rosterHash);
    expect(devices.map(({ id }) => id)).toEqual([device.id]);
    await expect(book.devices(1n, new Uint8Array(32))).rejects.toThrow('untrusted');
    await expect(book.devices(3n, rosterHash)).rejects.toThrow('untrusted');
  });

  it('are a doubt when they cannot be fetched after five tries', async () => {
    const clock = new HandClock(NOW);
    let tries = 0;
    const fetchDocument = (): Promise<unknown> => {
      tries++;
      return Promise.reject(new Error('offline'));
    };
    const answer = expect(new TrustBook('x', fetchDocument, clock).newest()).rejects.toThrow(NotToBeHad);
    for (let turn = 0; turn < 50; turn++) {
      await Promise.resolve();
      clock.pass(MINUTE);
    }
    await answer;
    expect(tries).toBe(5);
  });
});
