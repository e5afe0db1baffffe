/** Keeps what was counted in IndexedDB: one record, each change a transaction that is on the disk before it is answered. */

import { readKept, type Kept } from './kept.ts';

export interface Shelf {
  /**
   * Changes what is kept and answers what is kept then. Changes happen one after another, those of other tabs included.
   * Fails where the browser keeps nothing.
   */
  change(step: (kept: Kept) => Kept): Promise<Kept>;
}

const NAME = 'havn-field';
const STORE = 'kept';
const RECORD = 'now';

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new DOMException('no IndexedDB', 'UnknownError'));
  });

export const browserShelf: Shelf = {
  async change(step) {
    // Opened for each change: browsers on phones cut a connection that slept in a pocket.
    const database = await opened();
    try {
      return await new Promise<Kept>((resolve, reject) => {
        const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
        const store = transaction.objectStore(STORE);
        const reading = store.get(RECORD) as IDBRequest<unknown>;
        let next: Kept | undefined;
        reading.onsuccess = () => {
          const kept = readKept(reading.result);
          next = step(kept);
          if (next !== kept) store.put(next, RECORD);
        };
        transaction.oncomplete = () => (next === undefined ? reject(new DOMException('nothing was read', 'UnknownError')) : resolve(next));
        transaction.onabort = () => reject(transaction.error ?? new DOMException('not kept', 'AbortError'));
      });
    } finally {
      database.close();
    }
  },
};
