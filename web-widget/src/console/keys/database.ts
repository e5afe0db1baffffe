/**
 * One IndexedDB database per key. Chromium leaves deleted records on the disk, but not deleted databases; and it
 * stores some kinds of `CryptoKey` as `null` without an error. So a key ends with its database, and nothing counts as
 * kept before it was read back.
 */

const STORE = 'key';
const RECORD = 0;
/** What may change while the key stays. */
const BESIDE = 1;
const FIRST = 1;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('IndexedDB failed', 'UnknownError'));
  });

async function inside<T>(name: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(name, FIRST);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await done(opening);
  database.onversionchange = () => database.close();
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('IndexedDB failed', 'AbortError'));
    });
    const [result] = await Promise.all([done(work(transaction.objectStore(STORE))), ended]);
    return result;
  } finally {
    database.close();
  }
}

/** Names of the databases of this origin that start with `prefix`. Fails in browsers that cannot tell. */
export async function names(prefix: string): Promise<readonly string[]> {
  const all = await indexedDB.databases();
  return all.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefix));
}

/** Destroys the database and everything in it. Succeeds when there is none. */
export const destroy = async (name: string): Promise<void> => {
  await done(indexedDB.deleteDatabase(name));
};

/** What the database holds; undefined when it holds nothing, or does not exist (it is not made either). */
export async function read(name: string): Promise<unknown> {
  if (!(await names(name)).includes(name)) return undefined;
  return inside<unknown>(name, 'readonly', (store) => store.get(RECORD) as IDBRequest<unknown>);
}

/** What was kept beside the key of this database; undefined when there is nothing, or no such database. */
export async function readBeside(name: string): Promise<unknown> {
  if (!(await names(name)).includes(name)) return undefined;
  return inside<unknown>(name, 'readonly', (store) => store.get(BESIDE) as IDBRequest<unknown>);
}

/** Keeps `value` beside the key of this database, instead of what was there. Does nothing when there is no such database. */
export async function keepBeside(name: string, value: unknown): Promise<void> {
  if ((await names(name)).includes(name)) await inside(name, 'readwrite', (store) => store.put(value, BESIDE));
}

/**
 * Keeps `record` in a new database and answers what was read back. When `whole` does not find everything in it, the
 * database is destroyed and the promise fails: this browser cannot keep such keys.
 */
export async function keep<T>(name: string, record: T, whole: (value: unknown) => value is T): Promise<T> {
  await destroy(name);
  try {
    await inside(name, 'readwrite', (store) => store.put(record, RECORD));
    const kept = await read(name);
    if (whole(kept)) return kept;
    throw new DOMException('this browser does not keep such keys', 'DataCloneError');
  } catch (failure) {
    await destroy(name);
    throw failure;
  }
}
