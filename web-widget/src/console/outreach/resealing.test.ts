import { expect, it } from 'vitest';
import { HOUR, SECOND } from '../../kernel/clock.ts';
import { Chance } from '../../testing/chance.ts';
import { ColleagueKeys } from '../../testing/letter-house.ts';
import { Colleague } from '../../testing/letters.ts';
import { CARD, LOST, no, NUMBER, ok, OutreachHouse, SERVICE } from '../testing/outreach-house.ts';
import { resealCards } from './resealing.ts';
import { facePlace, numbersPlace, writeNumbers } from './sealed.ts';

const DAY = 24 * HOUR;
const OTHER = 'cb'.repeat(16);

it('seals both parts of stale cards to the devices of today, and leaves what it cannot open', async () => {
  const house = new OutreachHouse();
  const face = await house.seal(facePlace(SERVICE, CARD), '{"names":["Anna"]}');
  const numbers = await house.seal(numbersPlace(SERVICE, CARD), writeNumbers([{ e164: NUMBER, kind: 'mobile' }]));
  const moved = { card: OTHER, face, numbers, version: 1 };
  house.answers('stale', ok({ cards: [{ card: CARD, face, numbers, version: 7 }, moved] }), ok({ cards: [], closed: 3 }));
  const sealing = resealCards(house.tools, new AbortController().signal);
  await expect.poll(() => house.posted(`cards/${CARD}/seal`)).toHaveLength(1);
  const passes = expect.poll(() => {
    house.clock.pass(SECOND);
    return house.posted('stale').length;
  });
  await passes.toBe(2);
  expect(await sealing).toEqual({ devices: 1, sealed: 1, closed: 4, left: 0, whole: true });
  expect(house.posted('stale')).toMatchObject([{}, { after: OTHER }]);
  expect(house.posted(`cards/${OTHER}/seal`)).toEqual([]);
  const [body] = house.posted(`cards/${CARD}/seal`) as { readonly face: string; readonly numbers: string; readonly version: number }[];
  expect(body?.version).toBe(7);
  expect([body?.face === face, body?.numbers === numbers]).toEqual([false, false]);
  expect(await house.opens(facePlace(SERVICE, CARD), body?.face)).toBe('{"names":["Anna"]}');
  expect(await house.opens(numbersPlace(SERVICE, CARD), body?.numbers)).toContain(NUMBER);
});

it('ends at once where there is nobody to seal to', async () => {
  const house = new OutreachHouse();
  const nobody = { ...house.tools, sealTo: () => Promise.resolve([]) };
  expect(await resealCards(nobody, new AbortController().signal)).toMatchObject({ devices: 0, whole: false });
  expect(house.asked).toEqual([]);
});

it('is not through when a card that it opens could not be sealed anew', async () => {
  const house = new OutreachHouse();
  const face = await house.seal(facePlace(SERVICE, CARD), '{"names":["Anna"]}');
  const numbers = await house.seal(numbersPlace(SERVICE, CARD), writeNumbers([{ e164: NUMBER, kind: 'mobile' }]));
  const cards = [{ card: CARD, face, numbers, version: 7 }];
  house.answers('stale', ok({ cards }), ok({ cards: [] })).answers(`cards/${CARD}/seal`, no(409));
  const sealing = resealCards(house.tools, new AbortController().signal);
  await expect
    .poll(() => {
      house.clock.pass(SECOND);
      return house.posted('stale').length;
    })
    .toBe(2);
  expect(await sealing).toMatchObject({ sealed: 0, left: 1, whole: false });
});

it('says that it is not through when nobody answered', async () => {
  const house = new OutreachHouse().answers('stale', LOST);
  expect(await resealCards(house.tools, new AbortController().signal)).toMatchObject({ whole: false });
});

it('asks for all that was sealed while this browser had no key', async () => {
  const house = new OutreachHouse().answers('stale', ok({ cards: [] }));
  const keys = new ColleagueKeys(new Colleague(1, 'Kari'), new Chance(2), house.clock);
  const asks = async (): Promise<unknown> => {
    await keys.mailboxKey();
    await resealCards({ ...house.tools, keys }, new AbortController().signal);
    return house.posted('stale').at(-1);
  };
  expect(await asks()).not.toHaveProperty('before');
  house.clock.pass(6 * DAY + HOUR);
  expect(await asks()).not.toHaveProperty('before');
  house.clock.pass(20 * DAY);
  const back = house.clock.now();
  expect(await asks()).toHaveProperty('before', back);
  house.clock.pass(7 * DAY - HOUR);
  expect(await asks()).toHaveProperty('before', back);
});
