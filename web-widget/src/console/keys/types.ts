/** The keys of a staff browser, as the desk uses them. Kept by the key store; private halves never leave it. */

import type { SignedStatement } from '../../gen/havn/v1/talk_pb.ts';
import type { Signer } from '../../seal/sign.ts';
import type { XWingIdentity } from '../../seal/xwing.ts';

/** Until revoked. Its public half is in the roster. */
export interface DeviceKeys extends Signer {
  /** Device id of the roster, 16 bytes. */
  readonly id: Uint8Array;
  /** 16 random bytes made with the key: the roster holds H(salt ‖ shown name). */
  readonly salt: Uint8Array;
}

/** What a device key is made from. Only a new device's page and one that brings a device back ever have it. */
export interface DeviceSeed {
  readonly id: Uint8Array;
  readonly salt: Uint8Array;
  /** 32 random bytes. */
  readonly seed: Uint8Array;
}

/** One shift's keys, stated by the device. */
export interface ShiftKeys {
  /** `stateShift` of `seal/statement.ts` makes it. */
  readonly statement: SignedStatement;
  /** Signs epochs, frames and signals. */
  readonly signer: Signer;
  /** Opens the grants of this shift's epochs. */
  readonly identity: XWingIdentity;
  /** End of the statement, ms since 1970. The keys may open chats a little longer, until they are destroyed. */
  readonly until: number;
}

/** Every promise fails when this browser cannot keep keys safely; the desk then shows `unsupported`. */
export interface KeyStore {
  device(): Promise<DeviceKeys | undefined>;
  /** Makes and keeps the key of this seed, or of one it draws; an existing key is answered instead. */
  makeDevice(seed?: Uint8Array): Promise<DeviceKeys>;
  /** The shift keys kept here; undefined when there are none, or they ended more than 24 h ago (then destroyed). */
  shift(): Promise<ShiftKeys | undefined>;
  /** Makes and keeps shift keys that end at `until` (ms since 1970), replacing any others. At most 14 h. */
  makeShift(until: number): Promise<ShiftKeys>;
  /** Destroys the shift keys with the database they live in. Succeeds when there are none. */
  destroyShift(): Promise<void>;
}

/** What a person wants of their running shift. */
export interface DutyWish {
  /** Service ids that they chose when they went on duty. */
  readonly services: readonly string[];
  readonly onBreak: boolean;
}

/** The wish of whoever is on duty, kept beside the keys of the shift and gone with them. */
export interface WishStore {
  /** What was kept last; undefined when nothing is wanted, or there are no shift keys. */
  wish(): Promise<DutyWish | undefined>;
  /** Keeps it over a reload; undefined, that nothing is wanted any more. Does nothing without shift keys. */
  keepWish(wish: DutyWish | undefined): Promise<void>;
}

export interface DeviceRestore {
  /** Keeps the key of a device that comes back. Fails when this browser has one, or cannot keep keys. */
  restoreDevice(device: DeviceSeed): Promise<void>;
}

/** One key that opens letters, stated by the device (docs/protocol/sealed.md, section 11). */
export interface MailboxKeys {
  readonly statement: SignedStatement;
  readonly identity: XWingIdentity;
  /** End of the statement, ms since 1970. The key opens letters for 35 days more, then the next sweep destroys it, 7 days later at most. */
  readonly until: number;
}

export interface MailboxKeyStore {
  /** The key letters are sealed to now; another one is made when less than a day is left. Fails like {@link KeyStore}. */
  mailboxKey(): Promise<MailboxKeys>;
  /** Every key that is not destroyed yet, the newest first. */
  mailboxKeys(): Promise<readonly MailboxKeys[]>;
}
