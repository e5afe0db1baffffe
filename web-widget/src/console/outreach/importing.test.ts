import { describe, expect, it } from 'vitest';
import { utf8 } from '../../kernel/bytes.ts';
import { members } from '../login/read.ts';
import { LOST, no, NOW, ok, OutreachHouse, SERVICE } from '../testing/outreach-house.ts';
import { common, endsFits, lastDay } from './candidates.ts';
import { advertsIn, createImport, takenBack, type Importing } from './importing.ts';
import { facePlace, numbersPlace, readFace } from './sealed.ts';

const MOBILE = (e164: string, more = {}): unknown => ({ kind: 'mobile', e164, ...more });
const FROM = { source: 'advert', ends: '2027-06-01', language: 'nb' } as const;
const file = (...rows: readonly string[]): Uint8Array => utf8(['nummer;navn;språk;vindu', ...rows].join('\n'));
const phones = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `+4790${String(100_000 + n)}`);

/** A file of so many contacts, and what the server says of their numbers. */
async function checked(count: number): Promise<{ readonly house: OutreachHouse; readonly importing: Importing }> {
  const all = phones(count);
  const steps = Array.from({ length: Math.ceil(count / 50) }, (_, n) => ok({ numbers: all.slice(50 * n, 50 * n + 50).map((each) => MOBILE(each)) }));
  const house = new OutreachHouse().answers('numbers', ...steps).answers('cards', ok({ cards: Array(5).fill('kept') }));
  const importing = createImport(house.tools);
  await importing.read(file(...all.map((each) => `${each};N;nb;`)));
  return { house, importing };
}

describe('a file of contacts', () => {
  it('is checked fifty numbers at a time, and nothing of it is kept before somebody says so', async () => {
    const { house, importing } = await checked(120);
    expect(house.posted('numbers').map((body) => (members(body)['numbers'] as unknown[]).length)).toEqual([50, 50, 20]);
    expect(house.posted('cards')).toEqual([]);
    expect(importing.view.value).toMatchObject({ step: 'ready', numbers: 120 });
    expect([advertsIn(importing.view.value, 'advert'), advertsIn(importing.view.value, 'partner')]).toEqual([120, 0]);
  });

  it('says of each contact what would become of it', async () => {
    const worths = [MOBILE('+4790100000', { begun: true }), { kind: 'short' }, MOBILE('+4790100002', { stopped: true }), MOBILE('+4790100003', { cards: ['x'] }), { kind: 'call-only', e164: '+4722000000' }, MOBILE('+4790100004')];
    const house = new OutreachHouse().answers('numbers', ok({ numbers: worths }));
    const importing = createImport(house.tools);
    await importing.read(file('+4790100000;A;nb;', '+4790100001;B;nb;', '+4790100002;C;nb;', '+4790100003;D;nb;', '+4722000000 / +4790100004;E;;10-14'));
    const { candidates } = importing.view.value;
    expect(candidates.map(({ verdict }) => verdict)).toEqual(['keep', 'no-number', 'stopped', 'duplicate', 'keep']);
    expect(candidates[0]?.begun).toBe(true);
    expect(candidates[4]).toMatchObject({ window: { from: 600, to: 840 }, numbers: [{ kind: 'mobile' }, { kind: 'call-only' }] });
  });

  it('brings no yes that was taken back since, and says how many', async () => {
    const worths = ['2026-11-20', '2026-11-21', undefined].map((withdrawn, n) => MOBILE(phones(3)[n]!, { withdrawn }));
    const house = new OutreachHouse().answers('numbers', ok({ numbers: worths })).answers('cards', ok({ cards: Array(3).fill('kept') }));
    const importing = createImport(house.tools);
    const rows = ['2026-11-20', '2026-11-19', '2026-11-20'].map((day, n) => `${phones(3)[n]!};skjema ${day}`);
    await importing.read(utf8(['nummer;whatsapp', ...rows].join('\n')));
    expect(importing.view.value.candidates.map(({ yes }) => yes)).toEqual(['taken-back', 'taken-back', { how: 'form', day: '2026-11-20' }]);
    expect(takenBack(importing.view.value)).toBe(2);
    await importing.keep(FROM);
    const sent = members(house.posted('cards')[0])['cards'] as Readonly<Record<string, unknown>>[];
    expect(sent.map(({ consent }) => consent)).toEqual([undefined, undefined, { how: 'form', day: '2026-11-20' }]);
  });

  it('is a card of its own beside one with the same number when no card has its safe time', async () => {
    const [ten, twelve, four] = [{ from: 600, to: 840 }, { from: 720, to: 960 }, { from: 960, to: 1_080 }];
    const worths = [[], [twelve], [ten, twelve], [ten], [four], [four]].map((windows, n) => MOBILE(phones(6)[n]!, { cards: ['x'], windows }));
    const house = new OutreachHouse().answers('numbers', ok({ numbers: worths }));
    const importing = createImport(house.tools);
    await importing.read(file(...phones(5).map((each) => `${each};Lina;nb;10-14`), `${phones(6)[5]!};Maya;nb;`));
    expect(importing.view.value.candidates.map(({ verdict }) => verdict)).toEqual(['keep', 'keep', 'duplicate', 'duplicate', 'windows', 'duplicate']);
  });

  it('is a card of its own when one of its numbers has no card with its safe time', async () => {
    const worths = [[{ from: 600, to: 840 }], []].map((windows, n) => MOBILE(phones(2)[n]!, { cards: ['x'], windows }));
    const house = new OutreachHouse().answers('numbers', ok({ numbers: worths }));
    const importing = createImport(house.tools);
    await importing.read(file(`${phones(2).join(' / ')};Lina;nb;10-14`));
    expect(importing.view.value.candidates.map(({ verdict }) => verdict)).toEqual(['keep']);
  });

  it('counts adverts, and keeps nothing that stands in them', async () => {
    const house = new OutreachHouse().answers('numbers', ok({ numbers: phones(2).map((each) => MOBILE(each)) })).answers('cards', ok({ cards: ['kept', 'kept'] }));
    const importing = createImport(house.tools);
    const [one = '', two = ''] = phones(2);
    await importing.read(utf8(['nummer;annonse;sett', `${one};Ung og ny;avisen`, `${one};Ung og ny;avisen`, `${one};Massasje;nettet`, `${two};;gata`].join('\n')));
    expect(advertsIn(importing.view.value, 'partner')).toBe(2);
    expect(await importing.keep({ ...FROM, source: 'partner' })).toBe(true);
    const cards = members(house.posted('cards')[0])['cards'] as Readonly<Record<string, unknown>>[];
    expect(cards.map(({ adverts }) => adverts)).toEqual([2, 0]);
    const face = await house.opens(facePlace(SERVICE, String(cards[0]?.['card'])), cards[0]?.['face']);
    expect(readFace(face ?? '').seen).toBe('avisen, nettet');
    expect(face).not.toMatch(/Ung|Massasje/u);
  });

  it('is refused whole with a reason when it is none', async () => {
    const importing = createImport(new OutreachHouse().tools);
    await importing.read(utf8('navn\nAnna'));
    expect(importing.view.value).toMatchObject({ step: 'refused', why: 'no-number-column' });
  });

  it('that could not be checked whole is checked from where it stopped', async () => {
    const house = new OutreachHouse().answers('numbers', ok({ numbers: phones(50).map((each) => MOBILE(each)) }), no(422), ok({ numbers: phones(60).slice(50).map((each) => MOBILE(each)) }));
    const importing = createImport(house.tools);
    await importing.read(file(...phones(60).map((each) => `${each};;nb;`)));
    expect(importing.view.value).toMatchObject({ step: 'checking', trouble: 'words', done: 50 });
    await importing.check();
    expect(importing.view.value.step).toBe('ready');
    expect((members(house.posted('numbers')[2])['numbers'] as unknown[]).length).toBe(10);
  });

  it('is forgotten when its page is left', async () => {
    const { importing } = await checked(3);
    importing.forget();
    expect(importing.view.value).toMatchObject({ step: 'none', candidates: [] });
  });
});

describe('cards of an import', () => {
  it('are sealed and kept five at a time, with where they come from and the day of their end', async () => {
    const { house, importing } = await checked(7);
    house.answers('cards', ok({ cards: Array(5).fill('kept') }), ok({ cards: ['kept', 'full'] }));
    expect(await importing.keep(FROM)).toBe(true);
    const bodies = house.posted('cards').map(members);
    expect(bodies.map(({ cards }) => (cards as unknown[]).length)).toEqual([5, 2]);
    expect(bodies[0]).toMatchObject({ source: 'advert', ends: '2027-06-01' });
    expect(new Set(bodies.map(({ batch }) => batch)).size).toBe(1);
    expect(importing.view.value).toMatchObject({ step: 'done', outcomes: { kept: 6, full: 1 } });
    const card = members((bodies[0]?.['cards'] as unknown[])[0]);
    expect(card).toMatchObject({ language: 'nb', written: ['+4790100000'], adverts: 1 });
    const id = String(card['card']);
    expect(readFace((await house.opens(facePlace(SERVICE, id), card['face'])) ?? '')).toMatchObject({ names: ['N'] });
    expect(await house.opens(numbersPlace(SERVICE, id), card['numbers'])).toContain('+4790100000');
  });

  it('are told again as they were when an answer was lost, and those of that try count as kept', async () => {
    const { house, importing } = await checked(2);
    house.answers('cards', LOST, ok({ cards: ['known', 'known'] }));
    const keeping = importing.keep(FROM);
    await expect.poll(() => house.posted('cards').length).toBe(1);
    house.waits();
    await keeping;
    const [first, again] = house.posted('cards');
    expect(again).toEqual(first);
    expect(importing.view.value).toMatchObject({ step: 'done', outcomes: { kept: 2 } });
  });

  it('stay when somebody stops, are counted, and the rest goes on from there', async () => {
    const { house, importing } = await checked(15);
    const watch = importing.view.subscribe(({ done }) => done >= 5 && importing.stop());
    await importing.keep(FROM);
    watch();
    expect(importing.view.value).toMatchObject({ step: 'stopped', done: 5, outcomes: { kept: 5 }, trouble: undefined });
    await importing.keep(FROM);
    expect(importing.view.value).toMatchObject({ step: 'done', outcomes: { kept: 15 } });
    const ids = house.posted('cards').flatMap((body) => (members(body)['cards'] as { card: string }[]).map(({ card }) => card));
    expect(new Set(ids).size).toBe(15);
  });

  it('are not kept without a day of their end, or one too far away', async () => {
    const { house, importing } = await checked(1);
    for (const ends of ['', '2026-11-20', '2028-01-01']) expect(await importing.keep({ ...FROM, ends })).toBe(false);
    expect(house.posted('cards')).toEqual([]);
    expect(lastDay(NOW)).toBe('2027-12-20');
    expect(lastDay(Date.parse('2026-01-31T12:00:00Z'))).toBe('2027-02-28');
    expect(endsFits('2027-12-20', NOW)).toBe(true);
  });

  it('have the days of Norway, where it is tomorrow before it is in UTC', () => {
    const night = Date.parse('2026-06-20T22:30:00Z');
    expect([endsFits('2026-06-21', night), endsFits('2026-06-22', night)]).toEqual([false, true]);
    expect(lastDay(night)).toBe('2027-07-21');
  });

  it('wait a while for a device that can take them, and stop when none comes', async () => {
    const { house } = await checked(0);
    const importing = createImport({ ...house.tools, sealTo: () => Promise.resolve([]) });
    house.answers('numbers', ok({ numbers: [MOBILE('+4790100000')] }));
    await importing.read(file('+4790100000;A;nb;'));
    const keeping = importing.keep(FROM);
    await expect.poll(() => (house.waits(), importing.view.value.step)).toBe('stopped');
    await keeping;
    expect(importing.view.value).toMatchObject({ trouble: 'no-keys', done: 0 });
  });
});

describe('safe times of several rows', () => {
  it.each([
    [[], undefined],
    [[{ from: 600, to: 840 }, { from: 720, to: 900 }], { from: 720, to: 840 }],
    [[{ from: 1_320, to: 120 }], { from: 1_320, to: 120 }],
    [[{ from: 1_320, to: 120 }, { from: 60, to: 1_380 }], 'none'],
    [[{ from: 600, to: 660 }, { from: 720, to: 780 }], 'none'],
    [[{ from: 600, to: 1_440 }], { from: 600, to: 0 }],
    [[{ from: 0, to: 1_440 }], undefined],
  ] as const)('%j together are %j', (windows, together) => {
    expect(common(windows)).toEqual(together);
  });
});
