import { create } from '@bufbuild/protobuf';
import { SignedStatementSchema } from '../../gen/havn/v1/talk_pb.ts';
import { stateShift } from '../../seal/statement.ts';
import { makeWebSigningKeys, webSigner } from '../../seal/web-signer.ts';
import { makeWebXWingKeys, webIdentity } from '../../seal/web-xwing.ts';
import { XWING_PUBLIC } from '../../seal/xwing.ts';
import { destroy, keep, read } from './database.ts';
import { fields, isBytes, isPrivate } from './record.ts';
import type { DeviceKeys, ShiftKeys } from './types.ts';

interface ShiftRecord {
  readonly until: number;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly signing: CryptoKey;
  readonly signingPublic: Uint8Array;
  readonly mlkem: CryptoKey;
  readonly x25519: CryptoKey;
  readonly xwingPublic: Uint8Array;
}

function isShift(value: unknown): value is ShiftRecord {
  const record = fields(value);
  return (
    typeof record['until'] === 'number' &&
    record['payload'] instanceof Uint8Array &&
    isBytes(record['signature'], 64) &&
    isPrivate(record['signing'], 'Ed25519') &&
    isBytes(record['signingPublic'], 32) &&
    isPrivate(record['mlkem'], 'ML-KEM-768') &&
    isPrivate(record['x25519'], 'X25519') &&
    isBytes(record['xwingPublic'], XWING_PUBLIC)
  );
}

const keysOf = (record: ShiftRecord): ShiftKeys => ({
  statement: create(SignedStatementSchema, { payload: record.payload, signature: record.signature }),
  signer: webSigner(record.signing, record.signingPublic),
  identity: webIdentity({ mlkem: record.mlkem, x25519: record.x25519, publicKey: record.xwingPublic }),
  until: record.until,
});

interface XWingRecord {
  readonly mlkem: CryptoKey;
  readonly x25519: CryptoKey;
}

function isXWing(value: unknown): value is XWingRecord {
  const { mlkem, x25519 } = fields(value);
  return isPrivate(mlkem, 'ML-KEM-768') && isPrivate(x25519, 'X25519');
}

/** Fails in a browser that cannot make or keep shift keys. Leaves nothing behind. */
export async function tryXWing(database: string): Promise<void> {
  const { mlkem, x25519 } = await makeWebXWingKeys();
  await keep<XWingRecord>(database, { mlkem, x25519 }, isXWing);
  await destroy(database);
}

/** The shift keys in this database; undefined when they are not there or damaged. */
export async function readShift(database: string): Promise<ShiftKeys | undefined> {
  const record = await read(database);
  return isShift(record) ? keysOf(record) : undefined;
}

/** Makes shift keys, has the device state them and keeps them. Fails when this browser cannot. */
export async function makeShift(database: string, device: DeviceKeys, from: number, until: number): Promise<ShiftKeys> {
  const signing = await makeWebSigningKeys();
  const xwing = await makeWebXWingKeys();
  const { payload, signature } = await stateShift(
    device,
    { ed25519: signing.publicKey, xwing: xwing.publicKey },
    from,
    until,
  );
  const record: ShiftRecord = {
    until,
    payload,
    signature,
    signing: signing.privateKey,
    signingPublic: signing.publicKey,
    mlkem: xwing.mlkem,
    x25519: xwing.x25519,
    xwingPublic: xwing.publicKey,
  };
  return keysOf(await keep(database, record, isShift));
}
