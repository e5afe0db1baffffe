/** A person's device comes back in a browser that has no key of theirs. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { ed25519 } from '@noble/curves/ed25519.js';
import { equal, forget } from '../../kernel/bytes.ts';
import type { Clock } from '../../kernel/clock.ts';
import { readDigits } from '../../letters/code.ts';
import type { Stretch } from '../../letters/stretch.ts';
import { NotToBeHad, type TrustBook } from '../../trust/book.ts';
import type { DeskPerson } from '../desk-person.ts';
import type { DeviceRestore, DeviceSeed } from '../keys/types.ts';
import type { Answer } from '../login/http.ts';
import type { PasskeySecrets } from '../login/passkey.ts';
import { checkSelf } from '../self-check.ts';
import type { HandedOut, Shelf, SpareHead, SpareHttp } from './spare-http.ts';
import { kitSecret, openSpare, PRF_INPUT, saltOf, type Method } from './spare.ts';

/**
 * `missing`: not all digits were typed. `wrong`: what was given opens no spare. `revoked`: the list does not name the
 * device any more. `untrusted`: the list and the spare disagree, or the list does not hold.
 */
export type BackTrouble =
  | 'none'
  | 'missing'
  | 'wrong-digits'
  | 'wrong-passkey'
  | 'cancelled'
  | 'no-secret'
  | 'revoked'
  | 'untrusted'
  | 'too-often'
  | 'unreachable'
  | 'unsupported';

export type BackView =
  | { readonly kind: 'none' }
  | { readonly kind: 'choose'; readonly methods: readonly Method[]; readonly trouble: BackTrouble; readonly busy: boolean }
  /** A device was taken out of the list, and no other can be brought back. */
  | { readonly kind: 'gone' }
  /** It is here. */
  | { readonly kind: 'back' };

export interface BringBack {
  readonly view: ReadonlySignal<BackView>;
  /** Asks the server whether there is something this person must decide before a new device is made. */
  look(): Promise<'decide' | 'nothing' | 'unreachable'>;
  /** True when the key is kept here now. */
  withPasskey(): Promise<boolean>;
  withDigits(typed: string): Promise<boolean>;
  /** The person wants a new device, or has read that the old one is back. */
  forget(): void;
}

export interface BringBackParts {
  readonly http: SpareHttp;
  readonly keys: DeviceRestore;
  readonly passkeys: PasskeySecrets;
  readonly trust: TrustBook;
  readonly person: DeskPerson;
  readonly stretch: Stretch;
  readonly clock: Clock;
}

const TOO_MANY = 429;
const METHODS: readonly Method[] = ['passkey', 'kit'];

/** Carried out of the work on one spare when it cannot go on. */
class Stopped extends Error {
  constructor(readonly trouble: BackTrouble) {
    super(trouble);
  }
}

export function createBringBack(parts: BringBackParts): BringBack {
  const { http, trust, person, clock } = parts;
  const view = signal<BackView>({ kind: 'none' });
  let shelf: Shelf = { heads: [], revoked: false };
  /** Handed out before: each is asked for once. */
  const handed = new Map<SpareHead, HandedOut>();
  const choose = (trouble: BackTrouble, busy = false): void => {
    const methods = METHODS.filter((method) => shelf.heads.some((head) => head.method === method));
    view.value = { kind: 'choose', methods, trouble, busy };
  };
  const handOut = async (head: SpareHead): Promise<HandedOut> => {
    const before = handed.get(head);
    if (before !== undefined) return before;
    const answer = await http.open(head);
    if (answer.kind !== 'ok') throw new Stopped(whyNot(answer));
    handed.set(head, answer.value);
    return answer.value;
  };
  /** Fails with {@link Stopped} unless the newest list names exactly this device as this person's. */
  const check = async (device: DeviceSeed): Promise<void> => {
    const key = ed25519.getPublicKey(device.seed);
    try {
      const place = checkSelf(await trust.newest(), { ...device, ed25519: key }, person, clock.now());
      if (place !== 'rostered') throw new Stopped(place === 'missing' ? 'revoked' : 'untrusted');
    } catch (failure) {
      if (failure instanceof Stopped) throw failure;
      throw new Stopped(failure instanceof NotToBeHad ? 'unreachable' : 'untrusted');
    }
  };
  /** Tries the spares of this method, the newest first. */
  const bring = async (method: Method, secretFor: (salt: Uint8Array) => Promise<Uint8Array>): Promise<boolean> => {
    for (const head of shelf.heads.filter((each) => each.method === method)) {
      const { sealed, ed25519: said } = await handOut(head);
      const secret = await secretFor(saltOf(sealed)).catch(() => {
        throw new Stopped('unsupported');
      });
      const device = await openSpare(secret, method, { id: head.device, ed25519: said }, sealed);
      forget(secret);
      if (device === undefined) continue;
      try {
        if (!equal(ed25519.getPublicKey(device.seed), said)) continue;
        await check(device);
        await parts.keys.restoreDevice(device).catch(() => {
          throw new Stopped('unsupported');
        });
        return true;
      } finally {
        forget(device.seed);
      }
    }
    return false;
  };
  const attempt = async (wrong: BackTrouble, work: () => Promise<boolean>): Promise<boolean> => {
    choose('none', true);
    try {
      const done = await work();
      if (done) view.value = { kind: 'back' };
      else choose(wrong);
      return done;
    } catch (failure) {
      if (!(failure instanceof Stopped)) throw failure;
      choose(failure.trouble);
      return false;
    }
  };
  return {
    view,
    async look() {
      const answer = await http.shelf();
      if (answer.kind !== 'ok') return 'unreachable';
      shelf = answer.value;
      handed.clear();
      if (shelf.heads.length > 0) choose('none');
      else view.value = { kind: shelf.revoked ? 'gone' : 'none' };
      return view.value.kind === 'none' ? 'nothing' : 'decide';
    },
    withPasskey: () =>
      attempt('wrong-passkey', async () => {
        const given = await parts.passkeys.secret(PRF_INPUT);
        if (given.kind !== 'done') throw new Stopped(given.kind === 'none' ? 'no-secret' : 'cancelled');
        const done = await bring('passkey', () => Promise.resolve(given.secret.slice()));
        forget(given.secret);
        return done;
      }),
    withDigits: (typed) =>
      attempt('wrong-digits', () => {
        const read = readDigits(typed);
        if (read.kind !== 'code') throw new Stopped('missing');
        const { signal: never } = new AbortController();
        return bring('kit', (salt) => kitSecret(read.code, salt, parts.stretch, never));
      }),
    forget() {
      handed.clear();
      view.value = { kind: 'none' };
    },
  };
}

function whyNot(answer: Exclude<Answer<HandedOut>, { kind: 'ok' }>): BackTrouble {
  if (answer.kind === 'unreachable') return 'unreachable';
  return answer.status === TOO_MANY ? 'too-often' : 'revoked';
}
