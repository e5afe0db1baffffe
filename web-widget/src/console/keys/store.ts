/** The keys of one person in this browser. */

import { HOUR, type Clock } from '../../kernel/clock.ts';
import type { Random } from '../../kernel/random.ts';
import { destroy, names } from './database.ts';
import { makeDevice, readDevice } from './device-key.ts';
import { makeShift, readShift, tryXWing } from './shift-key.ts';
import type { KeyStore } from './types.ts';

/** How long after their end shift keys may still open the chats of the shift. */
const AFTERLIFE = 24 * HOUR;
const SHIFT = 'havn-shift-';

export interface BrowserKeys extends KeyStore {
  /** Destroys every shift key in this browser that ended more than 24 h ago, whoever it belonged to. */
  sweep(): Promise<void>;
}

/** The end of the shift, from its database's name: `havn-shift-<staff>-<ms since 1970>`. */
const endOf = (database: string): number => Number(database.slice(database.lastIndexOf('-') + 1));

/** @param staff id of the person; two people who share a browser share no key */
export function browserKeys(staff: string, clock: Clock, random: Random): BrowserKeys {
  const deviceName = `havn-device-${staff}`;
  const mine = `${SHIFT}${staff}-`;
  const isMine = (database: string): boolean => /^\d+$/.test(database.slice(mine.length));
  /** Two tabs never make or destroy keys at the same time. */
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(`havn-keys-${staff}`, work);
  const destroyAll = async (prefix: string, which: (database: string) => boolean): Promise<void> => {
    for (const database of await names(prefix)) if (which(database)) await destroy(database);
  };
  const over = (database: string): boolean => !(endOf(database) + AFTERLIFE > clock.now());
  return {
    device: () => readDevice(deviceName),
    makeDevice: () =>
      alone(async () => {
        const kept = await readDevice(deviceName);
        if (kept !== undefined) return kept;
        // A browser that cannot keep shift keys is told so now, not when somebody waits.
        await tryXWing(`havn-trial-${staff}`);
        const made = await makeDevice(deviceName, random);
        // Asks the browser not to clear the key when the disk is full. It may say no.
        await navigator.storage.persist().catch(() => false);
        return made;
      }),
    shift: () =>
      alone(async () => {
        await destroyAll(mine, (database) => isMine(database) && over(database));
        const database = (await names(mine)).find(isMine);
        return database === undefined ? undefined : readShift(database);
      }),
    makeShift: (until) =>
      alone(async () => {
        const device = await readDevice(deviceName);
        if (device === undefined) throw new DOMException('no device key', 'InvalidStateError');
        await destroyAll(mine, isMine);
        return makeShift(`${mine}${until}`, device, clock.now(), until);
      }),
    destroyShift: () => alone(() => destroyAll(mine, isMine)),
    sweep: () => destroyAll(SHIFT, over),
  };
}
