import { importWebSigningKeys, webSigner } from '../../seal/web-signer.ts';
import { keep, read } from './database.ts';
import { fields, isBytes, isPrivate } from './record.ts';
import type { DeviceKeys, DeviceSeed } from './types.ts';

interface DeviceRecord {
  readonly id: Uint8Array;
  readonly salt: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly privateKey: CryptoKey;
}

function isDevice(value: unknown): value is DeviceRecord {
  const { id, salt, publicKey, privateKey } = fields(value);
  return isBytes(id, 16) && isBytes(salt, 16) && isBytes(publicKey, 32) && isPrivate(privateKey, 'Ed25519');
}

const keysOf = (record: DeviceRecord): DeviceKeys => ({
  ...webSigner(record.privateKey, record.publicKey),
  id: record.id,
  salt: record.salt,
});

/** The device key in this database; undefined when there is none. Fails when it is damaged. */
export async function readDevice(database: string): Promise<DeviceKeys | undefined> {
  const record = await read(database);
  if (record === undefined) return undefined;
  if (!isDevice(record)) throw new DOMException('the device key is damaged', 'DataError');
  return keysOf(record);
}

/** Keeps the key of this seed, non-extractable. The caller overwrites the seed. */
export async function keepDevice(database: string, { id, salt, seed }: DeviceSeed): Promise<DeviceKeys> {
  const record: DeviceRecord = { id, salt, ...(await importWebSigningKeys(seed)) };
  return keysOf(await keep(database, record, isDevice));
}
