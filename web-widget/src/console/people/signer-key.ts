/** The roster signer's key in this browser, and what its request says. */

import { toBase64Url } from '../../kernel/base64.ts';
import { utf8 } from '../../kernel/bytes.ts';
import { HOUR } from '../../kernel/clock.ts';
import { labelled, type Signer } from '../../seal/sign.ts';
import { makeWebSigningKeys, webSigner } from '../../seal/web-signer.ts';
import { destroy, keep, read } from '../keys/database.ts';
import { fields, isBytes, isPrivate } from '../keys/record.ts';

const DATABASE = 'havn-signer';
/** A key that waits for the answer of the root keys, while the one before it may still sign. */
const NEXT = 'havn-signer-next';
/** The longest a signer document may last. */
const LIFE = 183 * 24 * HOUR;

interface SignerRecord {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly privateKey: CryptoKey;
  readonly from: number;
  readonly until: number;
}

export interface SignerKey extends Signer {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

function isRecord(value: unknown): value is SignerRecord {
  const { id, publicKey, privateKey, from, until } = fields(value);
  return (
    typeof id === 'string' &&
    typeof from === 'number' &&
    typeof until === 'number' &&
    isBytes(publicKey, 32) &&
    isPrivate(privateKey, 'Ed25519')
  );
}

const keyOf = (record: SignerRecord): SignerKey => ({
  ...webSigner(record.privateKey, record.publicKey),
  id: record.id,
  from: record.from,
  until: record.until,
});

const readFrom = async (database: string): Promise<SignerKey | undefined> => {
  const record = await read(database);
  return isRecord(record) ? keyOf(record) : undefined;
};

export const readSigner = (): Promise<SignerKey | undefined> => readFrom(DATABASE);
export const readNextSigner = (): Promise<SignerKey | undefined> => readFrom(NEXT);

/** Makes the next key, in place of any other that waits; `now` is ms since 1970. */
export async function makeNextSigner(now: number): Promise<SignerKey> {
  const keys = await makeWebSigningKeys();
  const id = `signer-${toBase64Url(keys.publicKey.subarray(0, 6))}`;
  const from = Math.floor(now / 1000) * 1000;
  return keyOf(await keep(NEXT, { id, ...keys, from, until: from + LIFE }, isRecord));
}

/** The next key is the one that signs from now on; the one before is destroyed. */
export async function useNextSigner(): Promise<void> {
  const record = await read(NEXT);
  if (!isRecord(record)) return;
  await keep(DATABASE, record, isRecord);
  await destroy(NEXT);
}

/** The request file of docs/protocol/sealed.md, section 2. */
export async function signerRequest(key: SignerKey): Promise<string> {
  const proof = await key.sign(labelled('signer-request', utf8(key.id), key.ed25519));
  const request = {
    v: 1,
    kind: 'signer-request',
    id: key.id,
    ed25519: toBase64Url(key.ed25519),
    from: new Date(key.from).toISOString(),
    until: new Date(key.until).toISOString(),
    proof: toBase64Url(proof),
  };
  return `${JSON.stringify(request, undefined, 2)}\n`;
}
