/** The key store alone in a page, with a clock that the test sets. */

import { systemClock } from '../../../src/kernel/clock.ts';
import { toHex } from '../../../src/kernel/hex.ts';
import { systemRandom } from '../../../src/kernel/random.ts';
import { browserKeys, type BrowserKeys } from '../../../src/console/keys/store.ts';
import { verifyMailboxStatement } from '../../../src/letters/statement.ts';
import { openWith, sealTo } from '../../../src/seal/envelope.ts';
import { verifyStatement } from '../../../src/seal/statement.ts';

export interface KeysPage {
  now: number;
  of(staff: string): BrowserKeys;
  /** Device id and public key, as text. */
  device(staff: string): Promise<string | undefined>;
  /** Whether the kept shift keys open what is sealed to their statement, and the statement is the device's. */
  shiftWorks(staff: string): Promise<boolean>;
  /** A file sealed to the running mailbox key, whose statement is checked to be the device's. */
  sealToMailbox(staff: string): Promise<number[]>;
  /** Whether one of the kept mailbox keys opens it. */
  mailboxOpens(staff: string, file: number[]): Promise<boolean>;
  databases(): Promise<string[]>;
  /** What IndexedDB gives back for an X-Wing key. */
  xwingKey(): Promise<string>;
  /** Whether any private half can be exported. */
  leaks(): Promise<number>;
}

declare global {
  interface Window {
    keysPage: KeysPage;
  }
}

const clock = {
  now: () => window.keysPage.now,
  after: () => () => undefined,
};

const idb = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

const names = async (): Promise<string[]> => (await indexedDB.databases()).map(({ name }) => name ?? '').sort();

window.keysPage = {
  now: systemClock.now(),
  of: (staff) => browserKeys(staff, clock, systemRandom),
  async device(staff) {
    const device = await this.of(staff).device();
    return device && `${toHex(device.id)} ${toHex(device.ed25519)} ${toHex(device.salt)}`;
  },
  async shiftWorks(staff) {
    const keys = this.of(staff);
    const [device, shift] = [await keys.device(), await keys.shift()];
    if (device === undefined || shift === undefined) return false;
    const stated = verifyStatement(shift.statement, device.ed25519);
    if (stated === undefined) return false;
    const words = new TextEncoder().encode('Hei');
    const opened = await openWith(shift.identity, await sealTo([stated.xwing], words));
    return opened !== undefined && toHex(opened) === toHex(words);
  },
  async sealToMailbox(staff) {
    const { statement } = await this.of(staff).mailboxKey();
    const device = await this.of(staff).device();
    const stated = device && verifyMailboxStatement(statement, device);
    if (stated === undefined) throw new Error('the statement is not the device’s');
    return [...(await sealTo([stated.xwing], new TextEncoder().encode('Hei')))];
  },
  async mailboxOpens(staff, file) {
    const kept = await this.of(staff).mailboxKeys();
    const opened = await Promise.all(kept.map(({ identity }) => openWith(identity, Uint8Array.from(file))));
    return opened.some((bytes) => bytes !== undefined && new TextDecoder().decode(bytes) === 'Hei');
  },
  databases: names,
  async xwingKey() {
    const subtle = crypto.subtle as unknown as {
      generateKey(algorithm: { name: string }, extractable: boolean, usages: string[]): Promise<CryptoKeyPair>;
    };
    let pair: CryptoKeyPair;
    try {
      pair = await subtle.generateKey({ name: 'X-Wing' }, false, ['encapsulateBits', 'decapsulateBits']);
    } catch {
      return 'not made';
    }
    const opening = indexedDB.open('trial', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('key');
    const database = await idb(opening);
    try {
      await idb(database.transaction('key', 'readwrite').objectStore('key').put(pair.privateKey, 0));
      const kept: unknown = await idb(database.transaction('key').objectStore('key').get(0) as IDBRequest<unknown>);
      return kept instanceof CryptoKey ? 'kept' : String(kept);
    } catch {
      return 'refused';
    } finally {
      database.close();
      await idb(indexedDB.deleteDatabase('trial'));
    }
  },
  async leaks() {
    let leaks = 0;
    for (const name of await names()) {
      const database = await idb(indexedDB.open(name));
      const record = await idb(database.transaction('key').objectStore('key').get(0) as IDBRequest<Record<string, unknown>>);
      database.close();
      for (const value of Object.values(record)) {
        if (!(value instanceof CryptoKey)) continue;
        for (const format of ['pkcs8', 'jwk', 'raw'] as const) {
          leaks += await crypto.subtle.exportKey(format, value).then(
            () => 1,
            () => 0,
          );
        }
      }
    }
    return leaks;
  },
};
