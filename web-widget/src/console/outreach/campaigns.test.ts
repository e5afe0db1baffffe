import { describe, expect, it } from 'vitest';
import { SECOND } from '../../kernel/clock.ts';
import { CARD, LOST, no, NUMBER, ok, OutreachHouse, wireCard } from '../testing/outreach-house.ts';
import { createCampaigns, matches, type Campaigns } from './campaigns.ts';
import { leftOf, pasted, stopNumbers } from './opt-outs.ts';
import { readCard } from './wire.ts';

const ID = 'cc'.repeat(16);
const OTHER = 'cb'.repeat(16);
const NEXT = `campaigns/${ID}/acts`;
const DRAFT = ok({ occasion: 'first', text: 'Hei', permission: { may: 'now' } });

async function campaign(...cards: readonly string[]): Promise<{ readonly house: OutreachHouse; readonly campaigns: Campaigns }> {
  const house = new OutreachHouse();
  for (const card of cards) {
    await house.hasCard(card);
    house.answers(`cards/${card}/draft`, DRAFT);
  }
  house.answers('releases', ok({ at: '2026-11-20T12:00:00Z' }));
  house.answers(NEXT, ...cards.map((card) => ok({ card: wireCard({ card }) })), no(404));
  return { house, campaigns: createCampaigns(house.tools) };
}

/** Runs to the end, letting time pass. */
async function runs(house: OutreachHouse, campaigns: Campaigns): Promise<void> {
  const running = campaigns.begin(ID);
  await expect.poll(() => {
    house.clock.pass(11 * SECOND);
    return campaigns.run.value?.state;
  }).not.toBe('running');
  await running;
}

describe('an approved campaign', () => {
  it('is released one card after the other, not faster than the server takes them', async () => {
    const { house, campaigns } = await campaign(CARD, OTHER);
    await runs(house, campaigns);
    expect(campaigns.run.value).toEqual({ campaign: ID, sent: 2, faults: [], state: 'done' });
    expect(house.posted('releases')).toMatchObject([{ card: CARD, campaign: ID, to: NUMBER }, { card: OTHER, campaign: ID, to: NUMBER }]);
    expect(house.posted(`cards/${CARD}/acts`)).toEqual([{ act: 'give-back' }]);
  });

  it('goes on after a card that got no message, and says which', async () => {
    const { house, campaigns } = await campaign(CARD, OTHER);
    house.answers(`cards/${CARD}/draft`, ok({ occasion: 'first', text: '', permission: { may: 'never', why: 'stopped' } }));
    await runs(house, campaigns);
    expect(campaigns.run.value).toMatchObject({ sent: 1, faults: [{ card: CARD, why: 'stopped' }], state: 'done' });
  });

  it('waits when it was too fast or an answer was lost, and sends nothing twice', async () => {
    const { house, campaigns } = await campaign(CARD);
    house.answers('releases', no(429), LOST, ok({ at: '' }));
    await runs(house, campaigns);
    expect(campaigns.run.value).toMatchObject({ sent: 1, state: 'done' });
    const [first, ...others] = house.posted('releases');
    expect(others).toEqual([first, first]);
  });

  it('stops when somebody says so', async () => {
    const { house, campaigns } = await campaign(CARD, OTHER);
    const running = campaigns.begin(ID);
    await expect.poll(() => campaigns.run.value?.sent).toBe(1);
    campaigns.stop();
    await running;
    expect(campaigns.run.value).toMatchObject({ sent: 1, state: 'stopped' });
    expect(house.posted('releases')).toHaveLength(1);
  });

  it('ends when the next card is one that it could not write to before', async () => {
    const { house, campaigns } = await campaign(CARD);
    house.answers(NEXT, ok({ card: wireCard() }));
    house.answers(`cards/${CARD}/draft`, no(409));
    await runs(house, campaigns);
    expect(campaigns.run.value).toMatchObject({ sent: 0, faults: [{ card: CARD, why: 'meanwhile' }], state: 'done' });
  });
});

describe('a proposal', () => {
  it('has only cards that may be written to, of the language and newness that was asked for', () => {
    const fits = matches({ languages: ['th'], onlyNew: true });
    const card = (more = {}): boolean => fits(readCard(wireCard({ language: 'th', ...more })));
    expect([card(), card({ language: 'nb' }), card({ stage: 'contacted' }), card({ permission: { may: 'never', why: 'stopped' } })]).toEqual([true, false, false, false]);
  });

  it('is found over more than one page, and is at most 500 cards', async () => {
    const { house, campaigns } = await campaign();
    const page = (from: number): unknown => ({ next: String(from + 199), cards: Array.from({ length: 200 }, (_, n) => wireCard({ card: String(from + n) })) });
    house.answers('cards', ok(page(0))).answers('cards?after=199', ok(page(200))).answers('cards?after=399', ok(page(400)));
    const found = (await campaigns.found({ languages: [], onlyNew: true }))!;
    expect([found.length, found.at(-1)?.card]).toEqual([500, '499']);
    expect(await campaigns.propose(found)).toBe(true);
    expect((house.posted('campaigns')[0] as { cards: unknown[] }).cards).toHaveLength(500);
    campaigns.close();
  });

  it('is not made of a part of the cards because a page did not come', async () => {
    const { house, campaigns } = await campaign();
    const page = { next: '199', cards: Array.from({ length: 200 }, (_, n) => wireCard({ card: String(n) })) };
    house.answers('cards', ok(page)).answers('cards?after=199', LOST);
    expect(await campaigns.found({ languages: [], onlyNew: true })).toBeUndefined();
    expect(campaigns.trouble.value).toBe('unreachable');
    campaigns.close();
  });

  it('whose answer was lost is the same one when it is made again, and another one for other cards', async () => {
    const { house, campaigns } = await campaign();
    house.answers('campaigns', LOST, ok());
    const cards = [readCard(wireCard())];
    expect([await campaigns.propose(cards), await campaigns.propose(cards)]).toEqual([false, true]);
    await campaigns.propose([...cards]);
    const [first, again, other] = (house.posted('campaigns').filter((body) => body !== undefined) as { campaign: string }[]).map((body) => body.campaign);
    expect([first === again, again === other]).toEqual([true, false]);
    campaigns.close();
  });

  it('is approved by the texts that somebody has read', async () => {
    const { house, campaigns } = await campaign();
    const languages = [{ language: 'th', cards: 3, texts: [{ opening: 'first', text: 'Hei {code}' }] }];
    house.answers(`campaigns/${ID}`, ok({ languages, texts: 'ab' })).answers(NEXT, ok());
    expect(await campaigns.approve()).toBe(false);
    await campaigns.show(ID);
    expect(campaigns.read.value).toEqual({ campaign: ID, languages, digest: 'ab' });
    expect(await campaigns.approve()).toBe(true);
    expect(house.posted(NEXT)).toEqual([{ act: 'approve', texts: 'ab' }]);
    expect(campaigns.read.value).toBeUndefined();
    campaigns.close();
  });
});

describe('numbers that a provider stopped', () => {
  it('are told fifty at a time, each once', async () => {
    const house = new OutreachHouse().answers('opt-outs', ok({ kept: 3, unread: [1] }));
    const { numbers } = pasted(`${Array.from({ length: 60 }, (_, n) => `+479000${String(n)}`).join('\n')}\n+4790000;;\n`);
    const seen: number[] = [];
    const came = await stopNumbers(house.tools, numbers, ({ done }) => seen.push(done));
    expect(came).toEqual({ done: 60, of: 60, kept: 6, unread: ['+4790001', '+47900051'], trouble: undefined });
    expect(seen).toEqual([50, 60]);
  });

  it('say how far they came when nobody answers any more', async () => {
    const house = new OutreachHouse().answers('opt-outs', ok({ kept: 50, unread: [] }), LOST);
    const came = await stopNumbers(house.tools, Array.from({ length: 60 }, String), () => undefined);
    expect(came).toMatchObject({ done: 50, kept: 50, trouble: 'unreachable' });
  });

  it('stay in the field when they are no numbers, were not told or are over five thousand', async () => {
    const all = pasted(Array.from({ length: 5_003 }, (_, n) => String(n)).join('\t'));
    expect([all.numbers.length, all.over]).toEqual([5_000, ['5000', '5001', '5002']]);
    const few = { numbers: [...all.numbers.slice(0, 59), 'x'.repeat(41)], over: all.over };
    const house = new OutreachHouse().answers('opt-outs', ok({ kept: 49, unread: [7] }), LOST);
    const came = await stopNumbers(house.tools, few.numbers, () => undefined);
    expect(leftOf(few, came)).toEqual(['7', ...few.numbers.slice(50), ...all.over]);
    const rest = new OutreachHouse().answers('opt-outs', ok({ kept: 49, unread: [] }));
    expect(leftOf(few, await stopNumbers(rest.tools, few.numbers, () => undefined))).toEqual(['x'.repeat(41), ...all.over]);
  });
});
