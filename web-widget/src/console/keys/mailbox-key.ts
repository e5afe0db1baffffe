import { create } from '@bufbuild/protobuf';
import { SignedStatementSchema } from '../../gen/havn/v1/talk_pb.ts';
import { stateMailbox } from '../../letters/statement.ts';
import { makeWebXWingKeys, webIdentity } from '../../seal/web-xwing.ts';
import { XWING_PUBLIC } from '../../seal/xwing.ts';
import { keep, read } from './database.ts';
import { fields, isBytes, isPrivate } from './record.ts';
import type { DeviceKeys, MailboxKeys } from './types.ts';

interface MailboxRecord {
  readonly until: number;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  readonly mlkem: CryptoKey;
  readonly x25519: CryptoKey;
  readonly xwingPublic: Uint8Array;
}

function isMailbox(value: unknown): value is MailboxRecord {
  const record = fields(value);
  return (
    typeof record['until'] === 'number' &&
    record['payload'] instanceof Uint8Array &&
    isBytes(record['signature'], 64) &&
    isPrivate(record['mlkem'], 'ML-KEM-768') &&
    isPrivate(record['x25519'], 'X25519') &&
    isBytes(record['xwingPublic'], XWING_PUBLIC)
  );
}

const keysOf = (record: MailboxRecord): MailboxKeys => ({
  statement: create(SignedStatementSchema, { payload: record.payload, signature: record.signature }),
  identity: webIdentity({ mlkem: record.mlkem, x25519: record.x25519, publicKey: record.xwingPublic }),
  until: record.until,
});

/** The mailbox key in this database; undefined when it is not there or damaged. */
export async function readMailboxKey(database: string): Promise<MailboxKeys | undefined> {
  const record = await read(database);
  return isMailbox(record) ? keysOf(record) : undefined;
}

/** Makes a mailbox key, has the device state it and keeps it. Fails when this browser cannot. */
export async function makeMailboxKey(
  database: string,
  device: DeviceKeys,
  from: number,
  until: number,
): Promise<MailboxKeys> {
  const { mlkem, x25519, publicKey } = await makeWebXWingKeys();
  const { payload, signature } = await stateMailbox(device, publicKey, from, until);
  const record: MailboxRecord = { until, payload, signature, mlkem, x25519, xwingPublic: publicKey };
  return keysOf(await keep(database, record, isMailbox));
}
