import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import { seedIdentity } from '../../seal/xwing.ts';
import { members } from '../login/read.ts';
import { sealNote } from '../sealed/note.ts';
import { CARD, LOST, no, NOW, NUMBER, ok, OutreachHouse, SERVICE, wireCard } from '../testing/outreach-house.ts';
import { createCardDesk, type CardDesk } from './card-desk.ts';
import { facePlace, LONGEST_CARD_NOTE, LONGEST_PART, noted, readFace, writeFace, type CardNote, type Face } from './sealed.ts';
import { createWorklist } from './worklist.ts';

const PLACE = facePlace(SERVICE, CARD);
const THEIRS: CardNote = { at: NOW - MINUTE / 2, by: 'Per', text: 'Vil helst ha SMS' };
const MINE: CardNote = { at: NOW, by: 'Ingrid', text: '', called: 1 };
const DRAFT = { occasion: 'first', text: 'Hei', permission: { may: 'now' } };
const faceWith = (...notes: readonly CardNote[]): Face => ({ names: ['Anna'], seen: '', notes, proof: [] });

interface Open {
  readonly house: OutreachHouse;
  readonly desk: CardDesk;
  /** What the server has from now on. */
  readonly has: (face: Face, version: number) => Promise<void>;
  /** Faces that were written, opened. */
  readonly written: () => Promise<readonly Face[]>;
}

/** A card of two numbers that is open; acts are answered only then. */
async function open(face = faceWith(), acts = Promise.resolve()): Promise<Open> {
  const numbers = [{ e164: NUMBER, kind: 'mobile' }, { e164: '+4722000000', kind: 'call-only' }] as const;
  const house = await new OutreachHouse().hasCard(CARD, numbers, face);
  const card = wireCard({ numbers: 2 });
  house.answers('next', ok({ card })).answers('cards', ok({ cards: [card], counts: {} })).answers(`cards/${CARD}/draft`, ok(DRAFT));
  const { http } = house.tools;
  const post = (path: string, body: unknown): ReturnType<typeof http.post> => (path.endsWith('/acts') ? acts : Promise.resolve()).then(() => http.post(path, body));
  const tools = { ...house.tools, http: { ...http, post } };
  const desk = createCardDesk(tools, createWorklist(tools), house.list());
  await desk.next([]);
  const has = async (other: Face, version: number): Promise<void> => {
    house.answers(`cards/${CARD}/open face`, ok({ file: await house.seal(PLACE, writeFace(other)), version }));
  };
  const written = (): Promise<readonly Face[]> =>
    Promise.all(house.posted(`cards/${CARD}/face`).map(async (body) => readFace((await house.opens(PLACE, members(body)['face'])) ?? '')));
  return { house, desk, has, written };
}

describe('a call by hand', () => {
  it('is told to the server, and stands on the card: who, which number and when', async () => {
    const { house, desk, written } = await open(faceWith(THEIRS));
    expect(await desk.called(1)).toBe('kept');
    expect(house.posted(`cards/${CARD}/acts`)).toEqual([{ act: 'called', place: 1 }]);
    expect((await written()).map(({ notes }) => notes)).toEqual([[THEIRS, MINE]]);
    expect(house.posted(`cards/${CARD}/face`)).toMatchObject([{ version: 3 }]);
    expect(JSON.stringify(house.posted(`cards/${CARD}/face`)), 'in the clear').not.toMatch(/called|Ingrid/u);
  });

  it('stands there once when it is pressed again within a minute, as the server counts it once', async () => {
    const { house, desk, has, written } = await open();
    await has(faceWith(MINE), 4);
    await desk.called(1);
    house.clock.pass(MINUTE - 1);
    expect(await desk.called(1)).toBe('kept');
    expect(await written()).toHaveLength(1);
    expect(await desk.called(0), 'another number').toBe('kept');
    expect(await written()).toHaveLength(2);
    house.clock.pass(1);
    expect(await desk.called(1), 'a minute after').toBe('kept');
    expect((await written())[2]?.notes).toEqual([MINE, { ...MINE, at: NOW + MINUTE }]);
  });

  it('of a colleague within that minute is another one', async () => {
    const { desk, written } = await open(faceWith({ ...MINE, by: 'Per' }));
    await desk.called(1);
    expect((await written())[0]?.notes).toEqual([{ ...MINE, by: 'Per' }, MINE]);
  });

  it('takes nothing from a colleague who wrote meanwhile: it comes after theirs', async () => {
    const { house, desk, has, written } = await open();
    await has(faceWith(THEIRS), 4);
    house.answers(`cards/${CARD}/face`, no(409), ok());
    expect(await desk.called(1)).toBe('kept');
    expect((await written())[1]?.notes).toEqual([THEIRS, MINE]);
    expect(house.posted(`cards/${CARD}/face`)).toMatchObject([{ version: 3 }, { version: 4 }]);
  });

  it.each([
    ['a colleague writes again and again', no(409), 2],
    ['the server refuses it', no(403), 1],
    ['the answer is lost, and the card does not have it', LOST, 1],
  ])('counts, but does not stand among the notes, when %s', async (_, reply, times) => {
    const { house, desk } = await open();
    house.answers(`cards/${CARD}/face`, reply);
    expect(await desk.called(1)).toBe('counted');
    expect(desk.shown.value?.trouble).toBeUndefined();
    expect(house.posted(`cards/${CARD}/face`)).toHaveLength(times);
  });

  it('whose answer was lost but which stands on the card is kept', async () => {
    const { house, desk, has } = await open();
    await has(faceWith(MINE), 4);
    house.answers(`cards/${CARD}/face`, LOST);
    expect(await desk.called(1)).toBe('kept');
  });

  it('counts also where the face of the card does not open', async () => {
    const { house, desk } = await open();
    house.answers(`cards/${CARD}/open face`, ok({ file: 'AAAA', version: 3 }));
    await desk.open(desk.shown.value!.card);
    expect(desk.shown.value?.face.kind).toBe('not-here');
    expect(await desk.called(1)).toBe('counted');
    expect(house.posted(`cards/${CARD}/face`)).toEqual([]);
  });

  it('is written on no other card that was opened meanwhile', async () => {
    let goOn = (): void => undefined;
    const { house, desk } = await open(faceWith(), new Promise((go) => (goOn = go)));
    const other = 'cb'.repeat(16);
    await house.hasCard(other);
    const calling = desk.called(1);
    await desk.open({ ...desk.shown.value!.card, card: other });
    expect(desk.shown.value?.face.kind).toBe('open');
    goOn();
    expect(await calling).toBe('counted');
    expect(house.asked.filter(([path]) => path.endsWith('/face'))).toEqual([]);
  });

  it('shows at once on the card, which is not to be written to any more', async () => {
    const { house, desk } = await open();
    await expect.poll(() => desk.shown.value?.release?.view.value.step).toBe('ready');
    const later = { stage: 'contacted', begun: '2026-11-20', permission: { may: 'never', why: 'silence' } };
    house.answers(`cards/${CARD}`, ok({ card: wireCard(later) })).answers('cards', ok({ cards: [], counts: {} }));
    house.answers(`cards/${CARD}/draft`, ok({ ...DRAFT, permission: { may: 'never', why: 'silence' } }));
    await desk.called(1);
    expect(desk.shown.value?.card).toMatchObject(later);
    await expect.poll(() => desk.shown.value?.release?.view.value).toMatchObject({ step: 'no-draft', permission: { why: 'silence' } });
  });

  it('drafts no text anew of which nobody knows whether it is on its way', async () => {
    const { house, desk } = await open();
    await expect.poll(() => desk.shown.value?.release?.view.value.step).toBe('ready');
    house.answers('releases', LOST);
    await desk.shown.value?.release?.send();
    await desk.called(1);
    expect(house.posted(`cards/${CARD}/draft`)).toHaveLength(1);
    expect(desk.shown.value?.release?.view.value).toMatchObject({ step: 'unknown', text: 'Hei' });
  });

  it('that the server does not take stands nowhere, and a card that is a colleague’s by now has no text to send', async () => {
    const { house, desk } = await open();
    house.answers(`cards/${CARD}/acts`, no(409)).answers(`cards/${CARD}`, ok({ card: wireCard({ mine: false, by: 'Per' }) }));
    expect(await desk.called(1)).toBeUndefined();
    expect(desk.shown.value).toMatchObject({ trouble: 'meanwhile', card: { by: 'Per' }, release: undefined });
    expect(house.posted(`cards/${CARD}/face`)).toEqual([]);
  });
});

describe('calls among the notes', () => {
  const many = (count: number, note: (at: number) => CardNote, face = faceWith()): Face =>
    Array.from({ length: count }, (_, at) => note(at)).reduce(noted, face);
  const written = (at: number): CardNote => ({ at, by: 'Per', text: `Notat ${String(at)}` });
  const call = (at: number): CardNote => ({ at: 100 + at, by: 'Ingrid', text: '', called: at % 10 });

  it('are ten at most, and push out nothing that somebody wrote', () => {
    const full = many(20, written);
    expect(many(12, call, full).notes.map(({ at }) => at)).toEqual([...full.notes.map(({ at }) => at), ...Array.from({ length: 10 }, (_, at) => 102 + at)]);
    const long = many(20, (at) => ({ at, by: 'Per', text: 'n'.repeat(LONGEST_CARD_NOTE) }));
    expect(many(12, call, long).notes.slice(0, long.notes.length)).toEqual(long.notes);
  });

  it('are not pushed out by what somebody writes, and are read again as they were written', () => {
    const face = many(25, written, many(10, call));
    expect(face.notes.filter(({ called }) => called !== undefined)).toHaveLength(10);
    expect(face.notes).toHaveLength(30);
    expect(readFace(writeFace(face))).toEqual(face);
  });

  it('fit the server with nine readers beside the longest notes, in Thai', async () => {
    const keys = Array.from({ length: 9 }, (_, at) => ({ device: new Uint8Array(16).fill(at), xwing: seedIdentity(new Uint8Array(32).fill(at)).publicKey, from: 0, until: 1 }));
    const by = 'ก'.repeat(80);
    const empty: Face = { names: Array.from({ length: 10 }, () => 'ก'.repeat(80)), seen: 'ก'.repeat(500), notes: [], proof: Array.from({ length: 10 }, () => 'ก'.repeat(40)) };
    const face = many(12, (at) => ({ ...call(at), by }), many(25, (at) => ({ at, by, text: 'ก'.repeat(LONGEST_CARD_NOTE) }), empty));
    expect(face.notes.at(-1)).toEqual({ ...call(11), by });
    const sealed = await sealNote(keys, PLACE, writeFace(face));
    expect(sealed?.file.length).toBeLessThan(LONGEST_PART);
  });

  it('are not seen in a face from before there were any, which is written as it was', () => {
    const before = JSON.stringify(faceWith(THEIRS));
    expect(readFace(before)).toEqual(faceWith(THEIRS));
    expect(Object.keys(readFace(before).notes[0]!)).toEqual(['at', 'by', 'text']);
    expect(writeFace(readFace(before))).toBe(before);
  });

  it.each([-1, 10, 1.5, '1', null, true, {}, [2]])('are none whose number is %j', (called) => {
    expect(readFace(JSON.stringify({ notes: [{ ...THEIRS, called }] })).notes).toEqual([THEIRS]);
    expect(Object.keys(readFace(JSON.stringify({ notes: [{ ...THEIRS, called }] })).notes[0]!)).not.toContain('called');
  });
});
