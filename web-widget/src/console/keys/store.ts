/** The keys of one person in this browser. */

import { forget } from '../../kernel/bytes.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Random } from '../../kernel/random.ts';
import { destroy, names } from './database.ts';
import { keepDevice, readDevice } from './device-key.ts';
import { isLongOver, isOver, isRunning, mailboxKeyEnd } from './lifetimes.ts';
import { makeMailboxKey, readMailboxKey } from './mailbox-key.ts';
import { makeShift, readShift, tryXWing } from './shift-key.ts';
import type { DeviceKeys, DeviceRestore, DeviceSeed, KeyStore, MailboxKeyStore, WishStore } from './types.ts';
import { keepWish, readWish } from './wish.ts';

const SHIFT = 'havn-shift-';
const MAILBOX = 'havn-mailbox-';

export interface BrowserKeys extends KeyStore, WishStore, DeviceRestore, MailboxKeyStore {
  /**
   * Destroys every shift key in this browser that ended more than 24 h ago, and every mailbox key that ended more than
   * 35 days ago, whoever it belonged to. Mailbox keys end nowhere else.
   *
   * @param mailboxes false while it is not known that what only they open was sealed anew: then those go that ended 42 days ago
   */
  sweep(mailboxes?: boolean): Promise<void>;
}

/** The end of a key, from its database's name: `havn-shift-<staff>-<ms since 1970>`. */
const endOf = (database: string): number => Number(database.slice(database.lastIndexOf('-') + 1));

/** @param staff id of the person; two people who share a browser share no key */
export function browserKeys(staff: string, clock: Clock, random: Random): BrowserKeys {
  const deviceName = `havn-device-${staff}`;
  const mine = `${SHIFT}${staff}-`;
  const myMailbox = `${MAILBOX}${staff}-`;
  const isMine = (database: string): boolean => /^\d+$/.test(database.slice(mine.length));
  const isMyMailbox = (database: string): boolean => /^\d+$/.test(database.slice(myMailbox.length));
  /** Two tabs never make or destroy keys at the same time. */
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(`havn-keys-${staff}`, work);
  const destroyAll = async (prefix: string, which: (database: string) => boolean): Promise<void> => {
    for (const database of await names(prefix)) if (which(database)) await destroy(database);
  };
  const over = (database: string): boolean => isOver('shift', endOf(database), clock.now());
  const mailboxOver = (database: string): boolean => isOver('mailbox', endOf(database), clock.now());
  const mailboxLongOver = (database: string): boolean => isLongOver(endOf(database), clock.now());
  const deviceKeys = async (): Promise<DeviceKeys> => {
    const device = await readDevice(deviceName);
    if (device === undefined) throw new DOMException('no device key', 'InvalidStateError');
    return device;
  };
  const keepNew = async (device: DeviceSeed): Promise<DeviceKeys> => {
    // A browser that cannot keep shift keys is told so now, not when somebody waits.
    await tryXWing(`havn-trial-${staff}`);
    const made = await keepDevice(deviceName, device);
    // Asks the browser not to clear the key when the disk is full. It may say no.
    await navigator.storage.persist().catch(() => false);
    return made;
  };
  const shiftDatabase = async (): Promise<string | undefined> => (await names(mine)).find(isMine);
  /** Databases of this person's mailbox keys, the newest first. */
  const mailboxes = async (): Promise<readonly string[]> =>
    (await names(myMailbox)).filter(isMyMailbox).sort((a, b) => endOf(b) - endOf(a));
  return {
    device: () => readDevice(deviceName),
    makeDevice: (given) =>
      alone(async () => {
        const kept = await readDevice(deviceName);
        if (kept !== undefined) return kept;
        const seed = given ?? random(32);
        try {
          return await keepNew({ id: random(16), salt: random(16), seed });
        } finally {
          if (given === undefined) forget(seed);
        }
      }),
    restoreDevice: (device) =>
      alone(async () => {
        if ((await readDevice(deviceName)) !== undefined) throw new DOMException('there is a device key', 'InvalidStateError');
        await keepNew(device);
      }),
    shift: () =>
      alone(async () => {
        await destroyAll(mine, (database) => isMine(database) && over(database));
        const database = await shiftDatabase();
        return database === undefined ? undefined : readShift(database);
      }),
    makeShift: (until) =>
      alone(async () => {
        const device = await deviceKeys();
        await destroyAll(mine, isMine);
        return makeShift(`${mine}${until}`, device, clock.now(), until);
      }),
    destroyShift: () => alone(() => destroyAll(mine, isMine)),
    wish: () =>
      alone(async () => {
        const database = await shiftDatabase();
        return database === undefined ? undefined : readWish(database);
      }),
    keepWish: (wish) =>
      alone(async () => {
        const database = await shiftDatabase();
        if (database !== undefined) await keepWish(database, wish);
      }),
    mailboxKey: () =>
      alone(async () => {
        const running = (await mailboxes()).find((database) => isRunning(endOf(database), clock.now()));
        const kept = running === undefined ? undefined : await readMailboxKey(running);
        if (kept !== undefined) return kept;
        const [from, until] = [clock.now(), mailboxKeyEnd(clock.now())];
        return makeMailboxKey(`${myMailbox}${until}`, await deviceKeys(), from, until);
      }),
    mailboxKeys: () =>
      alone(async () => {
        const kept = await Promise.all((await mailboxes()).map(readMailboxKey));
        return kept.filter((key) => key !== undefined);
      }),
    sweep: async (mailboxes = true) => {
      await destroyAll(SHIFT, over);
      await destroyAll(MAILBOX, mailboxes ? mailboxOver : mailboxLongOver);
    },
  };
}
