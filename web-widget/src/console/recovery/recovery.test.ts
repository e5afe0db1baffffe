/** A spare is made, the browser is lost, the device comes back – or not. */

import { beforeEach, describe, expect, it } from 'vitest';
import { ed25519 } from '@noble/curves/ed25519.js';
import { toHex } from '../../kernel/hex.ts';
import { MINUTE } from '../../kernel/clock.ts';
import { verifies } from '../../seal/sign.ts';
import { Chance } from '../../testing/chance.ts';
import { HandClock } from '../../testing/hand-clock.ts';
import { seedSigner } from '../../testing/keys.ts';
import { stretchQuickly } from '../../testing/stretch.ts';
import { TestTrust, type TestDevice } from '../../testing/trust.ts';
import { TrustBook } from '../../trust/book.ts';
import type { DeviceKeys, DeviceSeed } from '../keys/types.ts';
import type { Adding } from '../login/me.ts';
import type { PasskeySecret } from '../login/passkey.ts';
import { createBringBack, type BringBack } from './bring-back.ts';
import { createOffer, type Offer } from './offer.ts';
import type { HandedOut, Shelf, SpareHead, SpareHttp } from './spare-http.ts';
import { spareCovered } from './spare.ts';

const STAFF = '07'.repeat(16);
const ME = new Uint8Array(16).fill(7);
const clock = new HandClock(Date.UTC(2026, 11, 1, 12));

interface Made {
  readonly device: DeviceKeys & TestDevice;
  readonly seed: Uint8Array;
}

function make(fill: number): Made {
  const seed = new Uint8Array(32).fill(fill);
  const [id, salt] = [new Uint8Array(16).fill(fill), new Uint8Array(16).fill(fill + 100)];
  return { device: { ...seedSigner(seed.slice()), id, salt, name: 'Kåre' }, seed };
}

/** The server's shelf, which a test may bend. */
class House implements SpareHttp {
  readonly kept = new Map<SpareHead, HandedOut>();
  revoked = false;
  refuses = false;
  opened = 0;
  /** What it hands out in place of what is asked for. */
  instead: HandedOut | undefined;

  shelf(): ReturnType<SpareHttp['shelf']> {
    const value: Shelf = { heads: [...this.kept.keys()], revoked: this.revoked };
    return Promise.resolve({ kind: 'ok', value });
  }

  async keep(device: DeviceKeys, method: SpareHead['method'], sealed: Uint8Array): ReturnType<SpareHttp['keep']> {
    if (this.refuses) return { kind: 'refused', status: 422 };
    const covered = spareCovered(device, method, sealed);
    const proof = await device.sign(new Uint8Array([...new TextEncoder().encode('havn/1/spare'), 0, ...covered]));
    expect(verifies('spare', device.ed25519, proof, covered)).toBe(true);
    this.kept.set({ device: device.id, method }, { sealed, ed25519: device.ed25519 });
    return { kind: 'ok', value: {} };
  }

  open(head: SpareHead): ReturnType<SpareHttp['open']> {
    this.opened++;
    const value = this.instead ?? this.kept.get(head);
    return Promise.resolve(value === undefined ? { kind: 'refused', status: 404 } : { kind: 'ok', value });
  }
}

let house: House;
let trust: TestTrust;
let passkey: PasskeySecret;
let mine: Made;
let restored: DeviceSeed[];

beforeEach(async () => {
  house = new House();
  passkey = { kind: 'done', secret: new Uint8Array(32).fill(5), user: ME };
  mine = make(1);
  restored = [];
  trust = await TestTrust.at(clock.now());
  await trust.publish(1, [mine.device], clock.now());
});

const passkeys = {
  secret: (): Promise<PasskeySecret> =>
    Promise.resolve(passkey.kind === 'done' ? { ...passkey, secret: passkey.secret.slice() } : passkey),
};

function offered(made: Made, havePasskey: Adding = 'added'): Offer {
  const offer = createOffer({
    http: house,
    passkeys,
    staff: STAFF,
    havePasskey: () => Promise.resolve(havePasskey),
    stretch: stretchQuickly,
    random: new Chance(made.seed[0] ?? 0).bytes,
    clock,
  });
  offer.begin(made.device, made.seed);
  return offer;
}

/** Makes a kit and answers its digits. */
async function kitOf(made: Made): Promise<string> {
  const offer = offered(made);
  offer.drawKit();
  const view = offer.view.value;
  const digits = view.kind === 'kit' ? view.groups.join(' ') : '';
  await offer.keepKit(digits);
  expect(offer.view.value).toMatchObject({ kind: 'ask', kept: ['kit'], trouble: 'none' });
  offer.end();
  return digits;
}

async function elsewhere(): Promise<BringBack> {
  const back = createBringBack({
    http: house,
    keys: {
      // The seed is overwritten when this is done: what is kept is a copy.
      restoreDevice: (device) => {
        restored.push({ ...device, seed: device.seed.slice() });
        return Promise.resolve();
      },
    },
    passkeys,
    trust: new TrustBook(trust.pin, trust.fetchDocument, clock),
    person: { name: 'Kåre', role: 'worker', services: ['pro-mann'], pin: trust.pin },
    stretch: stretchQuickly,
    clock,
  });
  await back.look();
  return back;
}

const trouble = (back: BringBack): string => (back.view.value.kind === 'choose' ? back.view.value.trouble : back.view.value.kind);
const seed = (fill: number): string => toHex(new Uint8Array(32).fill(fill));

describe('the offer of a spare', () => {
  it('overwrites the seed when the person does without, and after 30 minutes', () => {
    const first = make(1);
    offered(first).end();
    expect(toHex(first.seed)).toBe(seed(0));
    const second = make(2);
    const offer = offered(second);
    clock.pass(30 * MINUTE - 1);
    expect(toHex(second.seed)).toBe(seed(2));
    clock.pass(1);
    expect(toHex(second.seed)).toBe(seed(0));
    expect(offer.view.value.kind).toBe('none');
  });

  it('is not made for a key that another tab had made before', () => {
    const other = make(2);
    const offer = offered({ device: mine.device, seed: other.seed });
    expect(offer.view.value.kind).toBe('none');
    expect(toHex(other.seed)).toBe(seed(0));
  });

  it('keeps a kit only when its digits were typed again', async () => {
    const offer = offered(mine);
    offer.drawKit();
    await offer.keepKit('0000 0000 0000 0000 0000 0000');
    expect(offer.view.value).toMatchObject({ kind: 'kit', trouble: 'differs' });
    await offer.keepKit('');
    expect(house.kept.size).toBe(0);
    offer.dropKit();
    expect(offer.view.value).toMatchObject({ kind: 'ask', kept: [] });
  });

  it('keeps nothing with a passkey that is not to be had, has no secrets or is somebody else’s', async () => {
    const offer = offered(mine);
    for (const [given, why] of [
      [{ kind: 'cancelled' }, 'cancelled'],
      [{ kind: 'none' }, 'no-secret'],
      [{ kind: 'done', secret: new Uint8Array(32), user: new Uint8Array(16) }, 'stranger'],
    ] as const) {
      passkey = given;
      await offer.withPasskey();
      expect(offer.view.value).toMatchObject({ kind: 'ask', trouble: why, kept: [] });
    }
    const without = offered(make(3), 'failed');
    await without.withPasskey();
    expect(without.view.value).toMatchObject({ trouble: 'cancelled' });
    const forbidden = offered(make(4), 'not-here');
    await forbidden.withPasskey();
    expect(forbidden.view.value).toMatchObject({ trouble: 'not-here' });
    expect(house.kept.size).toBe(0);
  });

  it('says so when the server keeps nothing', async () => {
    house.refuses = true;
    const offer = offered(mine);
    await offer.withPasskey();
    expect(offer.view.value).toMatchObject({ kind: 'ask', trouble: 'refused', kept: [] });
  });

  it('seals nothing after its end, though a passkey answers late', async () => {
    const offer = offered(mine);
    const late = offer.withPasskey();
    offer.end();
    await late;
    expect(house.kept.size).toBe(0);
    expect(offer.view.value.kind).toBe('none');
  });
});

describe('a device', () => {
  it('comes back with the passkey, and with the digits in any grouping', async () => {
    const digits = await kitOf(mine);
    const second = make(1);
    await offered(second).withPasskey();
    for (const way of [(back: BringBack) => back.withPasskey(), (back: BringBack) => back.withDigits(digits.replaceAll(' ', '-'))]) {
      const back = await elsewhere();
      expect(back.view.value).toMatchObject({ kind: 'choose', methods: ['passkey', 'kit'] });
      expect(await way(back)).toBe(true);
      expect(back.view.value.kind).toBe('back');
    }
    expect(restored.map((each) => toHex(each.seed))).toEqual([seed(1), seed(1)]);
    expect(restored[0]).toMatchObject({ id: mine.device.id, salt: mine.device.salt });
  });

  it('does not come back with wrong digits: nothing is kept, and the spare is asked for once', async () => {
    const digits = await kitOf(mine);
    const back = await elsewhere();
    expect(await back.withDigits('1'.repeat(24))).toBe(false);
    expect(trouble(back)).toBe('wrong-digits');
    await back.withDigits('123');
    expect(trouble(back)).toBe('missing');
    expect(restored).toEqual([]);
    expect(await back.withDigits(digits)).toBe(true);
    expect(house.opened).toBe(1);
  });

  it('does not come back with another passkey', async () => {
    await offered(mine).withPasskey();
    passkey = { kind: 'done', secret: new Uint8Array(32).fill(6), user: ME };
    const back = await elsewhere();
    expect(await back.withPasskey()).toBe(false);
    expect(trouble(back)).toBe('wrong-passkey');
    expect(restored).toEqual([]);
  });

  it('that the list no longer names does not come back, though its spare opens', async () => {
    const digits = await kitOf(mine);
    await trust.publish(2, [make(2).device], clock.now());
    const back = await elsewhere();
    expect(await back.withDigits(digits)).toBe(false);
    expect(trouble(back)).toBe('revoked');
    expect(restored).toEqual([]);
  });

  it('that was revoked, with nothing left to bring back, is told so before another is made', async () => {
    house.revoked = true;
    const back = await elsewhere();
    expect(back.view.value.kind).toBe('gone');
    back.forget();
    expect(back.view.value.kind).toBe('none');
  });

  it('of another person, handed out by a server that cheats, opens to nobody', async () => {
    const digits = await kitOf(mine);
    const others = make(2);
    await kitOf(others);
    const [, foreign] = [...house.kept.values()];
    house.instead = foreign;
    const back = await elsewhere();
    expect(await back.withDigits(digits)).toBe(false);
    expect(trouble(back)).toBe('wrong-digits');
    expect(restored).toEqual([]);
  });

  it('of before, whose spare a server hands out in place of the newer one, is not taken', async () => {
    const old = make(2);
    const oldDigits = await kitOf(old);
    const [before] = [...house.kept];
    house.kept.clear();
    await kitOf(mine);
    // Under the newer device's id; then as what it is, which the list does not name.
    house.instead = before?.[1];
    const swapped = await elsewhere();
    expect(await swapped.withDigits(oldDigits)).toBe(false);
    expect(trouble(swapped)).toBe('wrong-digits');
    house.kept.clear();
    if (before !== undefined) house.kept.set(...before);
    const back = await elsewhere();
    expect(await back.withDigits(oldDigits)).toBe(false);
    expect(trouble(back)).toBe('revoked');
    expect(restored).toEqual([]);
  });

  it('whose key in the list is another is not taken', async () => {
    const digits = await kitOf(mine);
    await trust.publish(2, [{ ...mine.device, ed25519: ed25519.getPublicKey(new Uint8Array(32).fill(9)) }], clock.now());
    const back = await elsewhere();
    expect(await back.withDigits(digits)).toBe(false);
    expect(trouble(back)).toBe('untrusted');
    expect(restored).toEqual([]);
  });

  it('waits when its spare was fetched too often, or the server is not there', async () => {
    await kitOf(mine);
    for (const [answer, why] of [
      [{ kind: 'refused', status: 429 }, 'too-often'],
      [{ kind: 'refused', status: 404 }, 'revoked'],
      [{ kind: 'unreachable' }, 'unreachable'],
    ] as const) {
      house.open = () => Promise.resolve(answer);
      const back = await elsewhere();
      expect(await back.withDigits('1'.repeat(24))).toBe(false);
      expect(trouble(back)).toBe(why);
    }
  });
});
