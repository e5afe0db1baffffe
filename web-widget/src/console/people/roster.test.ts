import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../kernel/hex.ts';
import { toBase64, toBase64Url } from '../../kernel/base64.ts';
import { utf8 } from '../../kernel/bytes.ts';
import { hash } from '../../seal/hash.ts';
import { signAs, type Purpose } from '../../seal/sign.ts';
import { seedSigner } from '../../testing/keys.ts';
import { pae } from '../../trust/dsse.ts';
import { verifyBundle } from '../../trust/bundle.ts';
import { readAnswers } from './answer-files.ts';
import { deviceCode } from './code.ts';
import { readEnrolled, type Enrolled } from './enrolled.ts';
import { nextRoster, signRoster, type Change } from './next-roster.ts';
import { signerRequest, type SignerKey } from './signer-key.ts';

const NOW = Date.parse('2026-11-24T21:41:00Z');
const DAY = 86_400_000;
const seed = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const ROOT = seedSigner(seed(1));
const SIGNER: SignerKey = { ...seedSigner(seed(2)), id: 'signer-test', from: NOW, until: NOW + 180 * DAY };

async function document(purpose: Purpose, payload: unknown, keyid: string, by = ROOT): Promise<{ json: unknown; bytes: Uint8Array }> {
  const type = `application/vnd.havn.${purpose}.v1+json`;
  const bytes = utf8(JSON.stringify(payload));
  const sig = toBase64(await signAs(by, purpose, pae(type, bytes)));
  return { json: { payloadType: type, payload: toBase64(bytes), signatures: [{ keyid, sig }] }, bytes };
}

const root = (): ReturnType<typeof document> =>
  document(
    'root',
    {
      v: 1,
      version: 1,
      threshold: 1,
      keys: [{ id: 'root-1', ed25519: toBase64Url(ROOT.ed25519) }],
      issued: new Date(NOW).toISOString(),
      expires: new Date(NOW + 365 * DAY).toISOString(),
    },
    'root-1',
  );

const signer = (key = SIGNER.ed25519, by = ROOT): ReturnType<typeof document> =>
  document(
    'signer',
    {
      v: 1,
      root: 1,
      id: SIGNER.id,
      ed25519: toBase64Url(key),
      from: new Date(NOW).toISOString(),
      until: new Date(NOW + 180 * DAY).toISOString(),
    },
    'root-1',
    by,
  );

const device = (n: number): Enrolled => ({
  staff: new Uint8Array(16).fill(n),
  id: new Uint8Array(16).fill(n),
  ed25519: seedSigner(seed(n)).ed25519,
  nameHash: hash(utf8(`name ${n}`)),
  at: undefined,
  name: `Person ${n}`,
  role: 'worker',
  services: ['pro-mann'],
  revoked: false,
  gone: false,
});

/** Signs the next roster and verifies everything as a visitor's page does. */
async function next(before: Parameters<typeof nextRoster>[0], change: Change, now = NOW): Promise<ReturnType<typeof verifyBundle>> {
  const [roots, signed] = [await root(), await signer()];
  const roster = await signRoster(nextRoster(before, change, now), SIGNER);
  return verifyBundle({ roots: [roots.json], signer: signed.json, roster }, toBase64Url(hash(roots.bytes)), now);
}

describe('a roster signed in the browser', () => {
  it('verifies from the pin, version after version', async () => {
    const first = await next(undefined, { kind: 'approve', devices: [device(3)] });
    expect(first.roster.version).toBe(1);
    const second = await next(first.roster, { kind: 'approve', devices: [device(4)] });
    expect(second.roster.version).toBe(2);
    expect(second.roster.devices.map((each) => each.id[0])).toEqual([3, 4]);
    const third = await next(second.roster, { kind: 'revoke', ids: [toHex(device(3).id)] });
    expect(third.roster.devices.map((each) => each.id[0])).toEqual([4]);
  });

  it('names a device once, however often it is approved', async () => {
    const first = await next(undefined, { kind: 'approve', devices: [device(3)] });
    const again = await next(first.roster, { kind: 'approve', devices: [device(3)] });
    expect(again.roster.devices).toHaveLength(1);
  });

  it('lives eight days and is renewed with the same devices', async () => {
    const first = await next(undefined, { kind: 'approve', devices: [device(3)] });
    expect(first.roster.expires - first.roster.issued).toBe(8 * DAY);
    const renewed = await next(first.roster, { kind: 'renew' }, NOW + 7 * DAY);
    expect(renewed.roster.devices).toEqual(first.roster.devices);
    expect(renewed.roster.expires).toBe(NOW + 15 * DAY);
  });

  it('leaves out services that were taken from somebody, and adds none by itself', async () => {
    const both = { ...device(3), services: ['nadheim', 'pro-mann'] };
    const first = await next(undefined, { kind: 'approve', devices: [both] });
    const services = (now: readonly string[]): unknown => {
      const payload = JSON.parse(nextRoster(first.roster, { kind: 'renew' }, NOW, [{ ...both, services: now }])) as { devices: { services: string[] }[] };
      return payload.devices[0]?.services;
    };
    expect(services(['nadheim'])).toEqual(['nadheim']);
    expect(services(['nadheim', 'pro-mann', 'rosa'])).toEqual(['nadheim', 'pro-mann']);
  });

  it('leaves out devices whose year is over', async () => {
    const first = await next(undefined, { kind: 'approve', devices: [device(3)] });
    const old = { ...first.roster, devices: first.roster.devices.map((each) => ({ ...each, until: NOW - 1 })) };
    expect((await next(old, { kind: 'renew' })).roster.devices).toEqual([]);
  });
});

describe('the answer of the root keys', () => {
  const read = (...files: readonly { json: unknown }[]): string => {
    const reading = readAnswers(JSON.stringify(files[0]?.json), JSON.stringify(files[1]?.json), SIGNER.ed25519);
    return reading.kind === 'good' ? reading.answers.pin : reading.fault;
  };
  it('gives the pin', async () => {
    expect(read(await root(), await signer())).toBe(toBase64Url(hash((await root()).bytes)));
  });
  it('is refused for another key, a foreign signature or another document', async () => {
    expect(read(await root(), await signer(seedSigner(seed(9)).ed25519))).toBe('key');
    expect(read(await root(), await signer(SIGNER.ed25519, seedSigner(seed(9))))).toBe('signature');
    expect(read(await signer(), await root())).toBe('file');
    expect(read({ json: 'words' }, await signer())).toBe('file');
  });
});

describe('the signer request', () => {
  it('says whose key it is, for at most 183 days', async () => {
    const request = JSON.parse(await signerRequest(SIGNER)) as Record<string, unknown>;
    expect(request).toMatchObject({ v: 1, kind: 'signer-request', id: 'signer-test' });
    expect(request['ed25519']).toBe(toBase64Url(SIGNER.ed25519));
  });
});

describe('a device code', () => {
  it('is six groups of five digits and depends on id, key and name', () => {
    const { id, ed25519, nameHash } = device(3);
    const code = deviceCode(id, ed25519, nameHash);
    expect(code).toMatch(/^(\d{5} ){5}\d{5}$/);
    const changed = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte));
    expect(deviceCode(changed(id), ed25519, nameHash)).not.toBe(code);
    expect(deviceCode(id, changed(ed25519), nameHash)).not.toBe(code);
    expect(deviceCode(id, ed25519, changed(nameHash))).not.toBe(code);
  });
});

describe('the list of devices', () => {
  it('leaves out what is malformed', () => {
    const good = { staff: '03'.repeat(16), id: toBase64Url(device(3).id), ed25519: toBase64Url(device(3).ed25519), nameHash: toBase64Url(device(3).nameHash) };
    const answer = { devices: [good, { ...good, id: 'x' }, null, 7, { ...good, ed25519: '' }] };
    expect(readEnrolled(answer)).toHaveLength(1);
    expect(readEnrolled(undefined)).toEqual([]);
    expect(fromHex(toHex(readEnrolled(answer)[0]!.id))).toEqual(device(3).id);
  });
});
