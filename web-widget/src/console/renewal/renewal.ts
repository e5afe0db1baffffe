/** Reminds of a list of devices that runs out, and renews it by the press of two persons while its signer is away. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { toBase64Url } from '../../kernel/base64.ts';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import { verifiedAsOfItsEnd } from '../../trust/bundle.ts';
import { mayRenew } from '../../trust/renewal.ts';
import { deviceOf, type Roster } from '../../trust/roster.ts';
import type { KeyStore } from '../keys/types.ts';
import type { Http } from '../login/http.ts';
import { list, members } from '../login/read.ts';
import { BEFORE_END, nextRenewal, signRenewal } from './next-renewal.ts';

export interface RenewalView {
  /** When the list runs out, or ran out, ms since 1970. */
  readonly expires: number;
  /** `open`: this device may confirm. `mine`: it has; somebody else has to. `signer`: only who signs the list can renew it. */
  readonly step: 'open' | 'mine' | 'signer';
  readonly failed: boolean;
}

export interface Renewal {
  /** Undefined while nothing is due. */
  readonly view: ReadonlySignal<RenewalView | undefined>;
  confirm(): Promise<void>;
  close(): void;
}

interface Surroundings {
  readonly http: Http;
  readonly keys: Pick<KeyStore, 'device'>;
  readonly pin: string;
  readonly clock: Clock;
}

const LOOK_AGAIN = 10 * MINUTE;

export function createRenewal({ http, keys, pin, clock }: Surroundings): Renewal {
  const view = signal<RenewalView | undefined>(undefined);
  let cancel = (): void => undefined;
  let closed = false;

  const newest = async (): Promise<Roster | undefined> => {
    const bundle = await http.get('/.well-known/havn/trust');
    return bundle.kind === 'ok' ? verifiedAsOfItsEnd(bundle.value, pin, clock.now())?.roster : undefined;
  };
  const find = async (): Promise<RenewalView | undefined> => {
    const roster = await newest();
    if (roster === undefined || roster.expires - clock.now() > BEFORE_END) return undefined;
    const { expires } = roster;
    const device = await keys.device();
    const entry = device === undefined ? undefined : deviceOf(roster, device.id);
    const due = nextRenewal(roster, clock.now());
    if (due === undefined || entry === undefined || !mayRenew(entry, expires - BEFORE_END)) {
      return { expires, step: 'signer', failed: false };
    }
    const told = await http.get('/api/renewals');
    const signed = told.kind === 'ok' ? list(members(told.value)['devices']) : [];
    return { expires, step: signed.includes(toBase64Url(entry.id)) ? 'mine' : 'open', failed: false };
  };
  const look = async (): Promise<void> => {
    cancel();
    const found = await find();
    if (closed) return;
    view.value = found;
    cancel = clock.after(LOOK_AGAIN, () => unattended(look()));
  };
  unattended(look());
  return {
    view,
    async confirm() {
      const [roster, device] = [await newest(), await keys.device()];
      const payload = roster === undefined ? undefined : nextRenewal(roster, clock.now());
      if (payload === undefined || device === undefined) return;
      const answer = await http.post('/api/renewals', await signRenewal(payload, device));
      await look();
      // Somebody may have been quicker: then nothing is due any more.
      if (answer.kind !== 'ok' && view.value !== undefined) view.value = { ...view.value, failed: true };
    },
    close() {
      closed = true;
      cancel();
    },
  };
}
