import { expect, it } from 'vitest';
import { SECOND } from '../../kernel/clock.ts';
import { CARD, NUMBER, ok, OutreachHouse, SERVICE } from '../testing/outreach-house.ts';
import { resealCards } from './resealing.ts';
import { facePlace, numbersPlace, writeNumbers } from './sealed.ts';

const OTHER = 'cb'.repeat(16);

it('seals both parts of stale cards to the devices of today, and leaves what it cannot open', async () => {
  const house = new OutreachHouse();
  const face = await house.seal(facePlace(SERVICE, CARD), '{"names":["Anna"]}');
  const numbers = await house.seal(numbersPlace(SERVICE, CARD), writeNumbers([{ e164: NUMBER, kind: 'mobile' }]));
  const moved = { card: OTHER, face, numbers, version: 1 };
  house.answers('stale', ok({ cards: [{ card: CARD, face, numbers, version: 7 }, moved] }), ok({ cards: [] }));
  const sealing = resealCards(house.tools, new AbortController().signal);
  await expect.poll(() => house.posted(`cards/${CARD}/seal`)).toHaveLength(1);
  const passes = expect.poll(() => {
    house.clock.pass(SECOND);
    return house.posted('stale').length;
  });
  await passes.toBe(2);
  expect(await sealing).toBe(1);
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
  expect(await resealCards({ ...house.tools, sealTo: () => Promise.resolve([]) }, new AbortController().signal)).toBe(0);
  expect(house.asked).toEqual([]);
});
