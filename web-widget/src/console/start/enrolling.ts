/** Shows this browser's device key to the server, once it has one. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { forget } from '../../kernel/bytes.ts';
import { toHex } from '../../kernel/hex.ts';
import type { Random } from '../../kernel/random.ts';
import { enrolment, nameHash } from '../keys/enrol.ts';
import type { DeviceKeys, KeyStore } from '../keys/types.ts';
import type { Http } from '../login/http.ts';
import { members } from '../login/read.ts';
import { deviceCode } from '../people/code.ts';
import type { BringBack } from '../recovery/bring-back.ts';
import type { Offer } from '../recovery/offer.ts';

/**
 * `refused`: the server did not take the key. `revoked`: it stood in a list, and does not any more. `unsupported`: this
 * browser cannot keep keys.
 */
export type EnrolTrouble = 'none' | 'refused' | 'revoked' | 'unsupported';

export interface Enrolling {
  /** Code of the device key for comparing; undefined before there is one. */
  readonly code: ReadonlySignal<string | undefined>;
  readonly trouble: ReadonlySignal<EnrolTrouble>;
  /** Device id, hexadecimal. */
  readonly device: ReadonlySignal<string | undefined>;
  /**
   * Makes the key if needed and shows it; showing it again changes nothing. Makes none while there is a device that the
   * person could bring back.
   */
  enrol(): Promise<void>;
  /** Makes a new key, whatever could be brought back. */
  enrolAsNew(): Promise<void>;
}

export interface EnrollingParts {
  readonly keys: KeyStore;
  readonly http: Http;
  /** Shown name. */
  readonly name: string;
  readonly random: Random;
  readonly offer: Pick<Offer, 'begin'>;
  readonly back: Pick<BringBack, 'look' | 'forget'>;
}

export function createEnrolling({ keys, http, name, random, offer, back }: EnrollingParts): Enrolling {
  const code = signal<string | undefined>(undefined);
  const trouble = signal<EnrolTrouble>('none');
  const device = signal<string | undefined>(undefined);
  const show = async (made: DeviceKeys): Promise<void> => {
    code.value = deviceCode(made.id, made.ed25519, nameHash(made, name));
    device.value = toHex(made.id);
    const answer = await http.post('/api/devices', await enrolment(made, name));
    if (answer.kind !== 'ok') trouble.value = 'refused';
    else if (members(answer.value)['state'] === 'revoked') trouble.value = 'revoked';
  };
  const make = async (): Promise<DeviceKeys> => {
    const seed = random(32);
    try {
      const made = await keys.makeDevice(seed);
      offer.begin(made, seed);
      return made;
    } catch (failure) {
      forget(seed);
      throw failure;
    }
  };
  const enrol = async (asNew: boolean): Promise<void> => {
    trouble.value = 'none';
    try {
      const kept = await keys.device();
      const found = kept !== undefined || asNew ? 'nothing' : await back.look();
      if (found === 'nothing') await show(kept ?? (await make()));
      else if (found === 'unreachable') trouble.value = 'refused';
    } catch {
      trouble.value = 'unsupported';
    }
  };
  return {
    code,
    trouble,
    device,
    enrol: () => enrol(false),
    enrolAsNew() {
      back.forget();
      return enrol(true);
    },
  };
}
