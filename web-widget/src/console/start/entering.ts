/** From a sign-in to this browser's device: kept here, brought back, or new with the offer of a spare. */

import { systemRandom } from '../../kernel/random.ts';
import { stretchInWorker } from '../../letters/stretch.ts';
import type { DeskPerson } from '../desk-person.ts';
import type { BrowserKeys } from '../keys/store.ts';
import type { Adding, Me } from '../login/me.ts';
import type { PasskeySecrets } from '../login/passkey.ts';
import { createBringBack, type BringBack } from '../recovery/bring-back.ts';
import { createOffer, type Offer } from '../recovery/offer.ts';
import { spareHttp } from '../recovery/spare-http.ts';
import { createEnrolling, type Enrolling } from './enrolling.ts';
import type { Page } from './room.ts';
import { trustBook } from './trust.ts';

export interface Entering {
  readonly enrolling: Enrolling;
  readonly offer: Offer;
  readonly back: BringBack;
  /** The person is about to work for a service that is new. */
  readonly making: (service: string) => void;
}

export function enterWith(parts: {
  readonly page: Page;
  readonly me: Me;
  readonly person: DeskPerson;
  readonly keys: BrowserKeys;
  readonly passkeys: PasskeySecrets;
  readonly making: (service: string) => void;
}): Entering {
  const { page, me, person, keys, passkeys } = parts;
  const { clock, login } = page;
  const [http, stretch, random] = [spareHttp(page.http), stretchInWorker, systemRandom];
  const havePasskey = async (): Promise<Adding> => {
    const now = login.state.value;
    const count = now.kind === 'signed-in' ? now.me.passkeys : 0;
    return count > 0 ? 'added' : login.addPasskey();
  };
  const offer = createOffer({ http, passkeys, staff: me.staff, havePasskey, stretch, random, clock });
  const back = createBringBack({ http, keys, passkeys, trust: trustBook(page, me.pin), person, stretch, clock });
  const enrolling = createEnrolling({ keys, http: page.http, name: me.name, random, offer, back });
  return { enrolling, offer, back, making: parts.making };
}
