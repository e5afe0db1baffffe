/** A new device's spare, offered while the page still has the seed of its key. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { ed25519 } from '@noble/curves/ed25519.js';
import { equal, forget } from '../../kernel/bytes.ts';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { toHex } from '../../kernel/hex.ts';
import type { Random } from '../../kernel/random.ts';
import { drawDigits, groupsOf, readDigits } from '../../letters/code.ts';
import type { Stretch } from '../../letters/stretch.ts';
import type { DeviceKeys } from '../keys/types.ts';
import type { Adding } from '../login/me.ts';
import type { PasskeySecrets } from '../login/passkey.ts';
import type { SpareHttp } from './spare-http.ts';
import { kitSecret, PRF_INPUT, sealSpare, type Method } from './spare.ts';

/** `not-here`: no passkey can be made in this browser now. `no-secret`: this passkey cannot hold a spare. `stranger`: it is somebody else's. `refused`: the server did not keep it. */
export type OfferTrouble = 'none' | 'cancelled' | 'not-here' | 'no-secret' | 'stranger' | 'refused' | 'unsupported' | 'differs';

export type OfferView =
  /** There is no seed: nothing can be offered any more. */
  | { readonly kind: 'none' }
  | { readonly kind: 'ask'; readonly kept: readonly Method[]; readonly trouble: OfferTrouble; readonly busy: boolean }
  /** A kit was drawn and is not kept yet. `groups` are its digits, four by four. */
  | { readonly kind: 'kit'; readonly groups: readonly string[]; readonly trouble: OfferTrouble; readonly busy: boolean };

export interface Offer {
  readonly view: ReadonlySignal<OfferView>;
  /** Takes the seed of a key made just now. It is overwritten at {@link end}, and after 30 minutes. */
  begin(device: DeviceKeys, seed: Uint8Array): void;
  withPasskey(): Promise<void>;
  drawKit(): void;
  /** Puts the drawn kit away unkept. */
  dropKit(): void;
  /** Keeps the kit if its digits were typed again. */
  keepKit(typed: string): Promise<void>;
  /** Overwrites the seed. Nothing is offered any more. */
  end(): void;
}

export interface OfferParts {
  readonly http: SpareHttp;
  readonly passkeys: PasskeySecrets;
  /** Staff id, hexadecimal. */
  readonly staff: string;
  /** Whether this person has a passkey, or has made one now. */
  readonly havePasskey: () => Promise<Adding>;
  readonly stretch: Stretch;
  readonly random: Random;
  readonly clock: Clock;
}

const LIFE = 30 * MINUTE;

export function createOffer(parts: OfferParts): Offer {
  const view = signal<OfferView>({ kind: 'none' });
  let held: { readonly device: DeviceKeys; readonly seed: Uint8Array; readonly stop: AbortController } | undefined;
  let kept: readonly Method[] = [];
  let digits = '';
  let cancel = (): void => undefined;
  const ask = (trouble: OfferTrouble = 'none', busy = false): void => {
    digits = '';
    view.value = held === undefined ? { kind: 'none' } : { kind: 'ask', kept, trouble, busy };
  };
  const kit = (trouble: OfferTrouble, busy = false): void => {
    if (held !== undefined) view.value = { kind: 'kit', groups: groupsOf(digits), trouble, busy };
  };
  /** False when the server did not keep it, or the seed is gone meanwhile. */
  const keep = async (secret: Uint8Array, salt: Uint8Array, method: Method): Promise<boolean> => {
    if (held === undefined) return false;
    const { device, seed } = held;
    const sealed = await sealSpare(secret, salt, method, { ...device, seed });
    forget(secret);
    if ((await parts.http.keep(device, method, sealed)).kind !== 'ok') return false;
    kept = [...kept.filter((each) => each !== method), method];
    return true;
  };
  const end = (): void => {
    cancel();
    if (held !== undefined) forget(held.seed);
    held?.stop.abort();
    held = undefined;
    ask();
  };
  return {
    view,
    begin(device, seed) {
      end();
      // Another tab was quicker: this seed is nobody's.
      if (!equal(ed25519.getPublicKey(seed), device.ed25519)) {
        forget(seed);
        return;
      }
      held = { device, seed, stop: new AbortController() };
      kept = [];
      cancel = parts.clock.after(LIFE, end);
      ask();
    },
    async withPasskey() {
      ask('none', true);
      const have = await parts.havePasskey();
      if (have !== 'added') {
        ask(have === 'failed' ? 'cancelled' : have);
        return;
      }
      const given = await parts.passkeys.secret(PRF_INPUT);
      if (given.kind !== 'done') ask(given.kind === 'none' ? 'no-secret' : 'cancelled');
      else if (toHex(given.user) !== parts.staff) {
        forget(given.secret);
        ask('stranger');
      }
      else ask((await keep(given.secret, parts.random(16), 'passkey')) ? 'none' : 'refused');
    },
    drawKit() {
      digits = drawDigits(parts.random);
      kit('none');
    },
    dropKit: () => ask(),
    async keepKit(typed) {
      const read = readDigits(typed);
      if (held === undefined || read.kind !== 'code' || read.code !== digits) {
        kit('differs');
        return;
      }
      kit('none', true);
      const salt = parts.random(16);
      try {
        const secret = await kitSecret(digits, salt, parts.stretch, held.stop.signal);
        if (await keep(secret, salt, 'kit')) ask();
        else kit('refused');
      } catch {
        kit('unsupported');
      }
    },
    end,
  };
}
