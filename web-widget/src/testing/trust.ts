import { toBase64, toBase64Url } from '../kernel/base64.ts';
import { concat, utf8 } from '../kernel/bytes.ts';
import { HOUR } from '../kernel/clock.ts';
import { hash } from '../seal/hash.ts';
import { signAs } from '../seal/sign.ts';
import type { Signer } from '../seal/sign.ts';
import { pae, typeOf } from '../trust/dsse.ts';
import type { Document } from '../trust/dsse.ts';
import { seedSigner } from './keys.ts';

export interface TestDevice {
  readonly id: Uint8Array;
  readonly ed25519: Uint8Array;
  readonly salt: Uint8Array;
  readonly name: string;
  readonly role?: string;
  readonly services?: readonly string[];
  /** Whose it is; by default nobody said. */
  readonly person?: Uint8Array;
}

type Json = Readonly<Record<string, unknown>>;
const DAY = 24 * HOUR;
const at = (time: number): string => new Date(time).toISOString();

export interface TestKey {
  readonly id: string;
  readonly signer: Signer;
}

export const testKey = (id: string, fill: number): TestKey => ({
  id,
  signer: seedSigner(new Uint8Array(32).fill(fill)),
});

/** Signs any document, right or wrong. */
export async function signed(document: Document, json: Json, keys: readonly TestKey[]): Promise<Json> {
  const payload = utf8(JSON.stringify(json));
  const payloadType = typeOf(document, json['v'] as number);
  const sign = async ({ id, signer }: TestKey): Promise<Json> => ({
    keyid: id,
    sig: toBase64(await signAs(signer, document, pae(payloadType, payload))),
  });
  return { payloadType, payload: toBase64(payload), signatures: await Promise.all(keys.map(sign)) };
}

/** The payload of a roster of eight days. */
export const rosterJson = (version: number, devices: readonly TestDevice[], now: number): Json => ({
  v: 2,
  version,
  previous: version === 1 ? '' : toBase64Url(new Uint8Array(32)),
  issued: at(now),
  expires: at(now + 8 * DAY),
  note: 'test keys',
  devices: devices.map(({ id, ed25519, salt, name, role = 'worker', services = ['pro-mann'], person = new Uint8Array(16) }) => ({
    id: toBase64Url(id),
    ed25519: toBase64Url(ed25519),
    role,
    services,
    from: at(now - DAY),
    until: at(now + 90 * DAY),
    name: toBase64Url(hash(concat(salt, utf8(name)))),
    person: toBase64Url(person),
  })),
});

/** Makes root sets, signers and rosters for tests: one root key, one signer. */
export class TestTrust {
  readonly root = testKey('root-1', 101);
  readonly signer = testKey('signer-1', 102);
  readonly rosters = new Map<number, Json>();

  private constructor(
    readonly pin: string,
    readonly roots: readonly Json[],
    readonly signerDocument: Json,
  ) {}

  static async at(now: number): Promise<TestTrust> {
    const root = testKey('root-1', 101);
    const json = {
      v: 1,
      version: 1,
      threshold: 1,
      keys: [{ id: root.id, ed25519: toBase64Url(root.signer.ed25519) }],
      issued: at(now - DAY),
      expires: at(now + 300 * DAY),
    };
    const signerKey = testKey('signer-1', 102);
    const signer = {
      v: 1,
      root: 1,
      id: signerKey.id,
      ed25519: toBase64Url(signerKey.signer.ed25519),
      from: at(now - DAY),
      until: at(now + 100 * DAY),
    };
    const pin = toBase64Url(hash(utf8(JSON.stringify(json))));
    return new TestTrust(pin, [await signed('root', json, [root])], await signed('signer', signer, [root]));
  }

  /** Publishes a roster. */
  async publish(version: number, devices: readonly TestDevice[], now: number, key = this.signer): Promise<Json> {
    const roster = await signed('roster', rosterJson(version, devices, now), [key]);
    this.rosters.set(version, roster);
    return roster;
  }

  /** The bundle with this roster, the newest by default. */
  bundle(version = Math.max(...this.rosters.keys())): Json {
    return { roots: this.roots, signer: this.signerDocument, roster: this.rosters.get(version) };
  }

  /** Answers as the server's `/.well-known/havn/` does. */
  readonly fetchDocument = (name: string): Promise<unknown> => {
    const answer = name === 'trust' ? this.bundle() : this.rosters.get(Number(name.replace('roster/', '')));
    return answer === undefined ? Promise.reject(new Error('404')) : Promise.resolve(answer);
  };
}
