/** What was said before, for a member who came later (docs/protocol/sealed.md, section 14). */

import { concat, u32, u8 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';
import { openWith, sealTo } from './envelope.ts';
import type { XWingIdentity } from './xwing.ts';

/** Epochs that one word can open. */
export const MOST_EPOCHS = 64;

export interface PastKey {
  readonly number: number;
  /** E, 32 bytes. */
  readonly secret: Uint8Array;
  /** H(epoch header), 32 bytes. */
  readonly headerHash: Uint8Array;
}

export interface History {
  /** Who may read, 16 bytes. */
  readonly device: Uint8Array;
  /** age file to that device's shift key. */
  readonly file: Uint8Array;
}

/** Seals 1–64 epochs' keys to one X-Wing key. */
export async function sealHistory(device: Uint8Array, publicKey: Uint8Array, keys: readonly PastKey[]): Promise<Uint8Array> {
  const words = keys.map(({ number, secret, headerHash }) => concat(u32(number), secret, headerHash));
  return concat(device, await sealTo([publicKey], concat(u8(keys.length), ...words)));
}

/** Answers undefined for anything else. */
export function readHistory(body: Uint8Array): History | undefined {
  const reader = new Reader(body);
  const device = reader.take(16);
  const file = reader.rest();
  return reader.done && file.length > 0 ? { device, file } : undefined;
}

/** Answers undefined when it does not open or is malformed. */
export async function openHistory(identity: XWingIdentity, file: Uint8Array): Promise<readonly PastKey[] | undefined> {
  const plaintext = await openWith(identity, file);
  if (plaintext === undefined) return undefined;
  const reader = new Reader(plaintext);
  const count = reader.u8();
  if (count < 1 || count > MOST_EPOCHS) return undefined;
  const keys = Array.from({ length: count }, () => {
    return { number: reader.u32(), secret: reader.take(32), headerHash: reader.take(32) };
  });
  return reader.done ? keys : undefined;
}
