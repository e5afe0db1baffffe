import { describe, expect, it } from 'vitest';
import { CARD, LOST, no, ok, OutreachHouse, wireCard } from '../testing/outreach-house.ts';
import { cardOf, cardsWith, createWorklist } from './worklist.ts';

const id = (n: number): string => n.toString(16).padStart(32, '0');
const NEXT = `0.-.1795262400000000.${id(199)}`;
const page = (from: number, length: number): unknown => ({
  ...(length === 200 && { next: NEXT }),
  cards: Array.from({ length }, (_, n) => wireCard({ card: id(from + n) })),
  counts: { cards: 230 },
});

describe('the worklist', () => {
  it('is shown two hundred at a time, and every page is looked at anew', async () => {
    const house = new OutreachHouse().answers('cards', ok(page(0, 200))).answers(`cards?after=${NEXT}`, ok(page(200, 30)));
    const worklist = createWorklist(house.tools);
    await worklist.look();
    expect([worklist.page.value, worklist.follows.value]).toEqual([1, true]);
    await worklist.turn(-1);
    expect(house.asked).toHaveLength(1);
    await worklist.turn(1);
    expect([worklist.page.value, worklist.follows.value, worklist.cards.value?.length]).toEqual([2, false, 30]);
    await worklist.turn(1);
    house.waits();
    await expect.poll(() => house.asked.map(([path]) => path)).toEqual(['cards', `cards?after=${NEXT}`, `cards?after=${NEXT}`]);
    await worklist.turn(-1);
    expect([worklist.page.value, worklist.cards.value?.length]).toEqual([1, 200]);
    worklist.close();
  });

  it('does not show a page that somebody has turned meanwhile', async () => {
    const house = new OutreachHouse().answers('cards', ok(page(0, 200))).answers(`cards?after=${NEXT}`, ok(page(200, 30)));
    const worklist = createWorklist(house.tools);
    await worklist.look();
    await Promise.all([worklist.look(), worklist.turn(1)]);
    expect(worklist.cards.value).toHaveLength(30);
    worklist.close();
  });

  it('ends with the 25th page', async () => {
    const house = new OutreachHouse().answers('cards', ok(page(0, 200))).answers(`cards?after=${NEXT}`, ok(page(0, 200)));
    const worklist = createWorklist(house.tools);
    await worklist.look();
    for (let turned = 0; turned < 30; turned += 1) await worklist.turn(1);
    expect([worklist.page.value, worklist.follows.value]).toEqual([25, false]);
    worklist.close();
  });
});

describe('cards with a number', () => {
  it('are asked for by the number, and then one by one without what is sealed', async () => {
    const house = new OutreachHouse();
    house.answers('numbers', ok({ numbers: [{ kind: 'mobile', e164: '+4741234567', cards: [CARD, id(1)] }] }));
    house.answers(`cards/${CARD}`, ok({ card: wireCard() })).answers(`cards/${id(1)}`, no(404));
    const found = await cardsWith(house.tools, ' 412 34 567 ');
    expect(found).toMatchObject({ cards: [{ card: CARD, language: 'nb' }], trouble: undefined });
    expect(house.posted('numbers')).toEqual([{ numbers: ['412 34 567'] }]);
  });

  it('are none when it is no number, and say when nobody answers', async () => {
    const none = new OutreachHouse().answers('numbers', ok({ numbers: [{ kind: 'short' }] }));
    expect(await cardsWith(none.tools, '112')).toBe('no-number');
    const lost = new OutreachHouse().answers('numbers', no(429));
    expect(await cardsWith(lost.tools, '41234567')).toEqual({ cards: [], trouble: 'too-fast' });
    const half = new OutreachHouse().answers('numbers', ok({ numbers: [{ kind: 'mobile', cards: [CARD] }] })).answers(`cards/${CARD}`, LOST);
    expect(await cardsWith(half.tools, '41234567')).toEqual({ cards: [], trouble: 'unreachable' });
    expect(await cardOf(half.tools, CARD)).toBe('unreachable');
  });
});
