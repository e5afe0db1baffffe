/** Shows this browser's device key to the server, once it has one. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { toHex } from '../../kernel/hex.ts';
import { enrolment, nameHash } from '../keys/enrol.ts';
import type { KeyStore } from '../keys/types.ts';
import type { Http } from '../login/http.ts';
import { members } from '../login/read.ts';
import { deviceCode } from '../people/code.ts';

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
  /** Makes the key if needed and shows it; showing it again changes nothing. */
  enrol(): Promise<void>;
}

export function createEnrolling(keys: KeyStore, http: Http, name: string): Enrolling {
  const code = signal<string | undefined>(undefined);
  const trouble = signal<EnrolTrouble>('none');
  const device = signal<string | undefined>(undefined);
  return {
    code,
    trouble,
    device,
    async enrol() {
      trouble.value = 'none';
      try {
        const made = await keys.makeDevice();
        code.value = deviceCode(made.id, made.ed25519, nameHash(made, name));
        device.value = toHex(made.id);
        const answer = await http.post('/api/devices', await enrolment(made, name));
        if (answer.kind !== 'ok') trouble.value = 'refused';
        else if (members(answer.value)['state'] === 'revoked') trouble.value = 'revoked';
      } catch {
        trouble.value = 'unsupported';
      }
    },
  };
}
