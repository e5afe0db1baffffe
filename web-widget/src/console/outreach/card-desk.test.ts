import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../kernel/clock.ts';
import { seedIdentity } from '../../seal/xwing.ts';
import { members } from '../login/read.ts';
import { CARD, LOST, no, NUMBER, ok, OutreachHouse, SERVICE, THREAD, wireCard, wireThread } from '../testing/outreach-house.ts';
import { sealNote } from '../sealed/note.ts';
import { createCardDesk, type CardDesk, type Noting } from './card-desk.ts';
import { facePlace, LONGEST_CARD_NOTE, LONGEST_PART, noted, readFace, writeFace, type Face } from './sealed.ts';
import { createWorklist } from './worklist.ts';

const OTHER = 'cb'.repeat(16);
const DRAFT = ok({ occasion: 'first', text: 'Hei', permission: { may: 'now' } });

async function desk(list = new OutreachHouse().list()): Promise<{ readonly house: OutreachHouse; readonly desk: CardDesk }> {
  const house = await new OutreachHouse().hasCard();
  house.answers('next', ok({ card: wireCard() })).answers(`cards/${CARD}/draft`, DRAFT);
  house.answers('cards', ok({ cards: [wireCard()], counts: {} }));
  return { house, desk: createCardDesk(house.tools, createWorklist(house.tools), list) };
}

const notes = (one: CardDesk, text: string): Promise<Noting> => {
  one.writeNote(text);
  return one.note();
};

describe('the open card', () => {
  it('is the next one in these languages, with its name and its text', async () => {
    const { house, desk: one } = await desk();
    expect(await one.next(['nb', 'th'])).toBe('taken');
    expect(house.posted('next')).toEqual([{ languages: ['nb', 'th'], knows: [] }]);
    expect(one.shown.value?.face).toMatchObject({ kind: 'open', face: { names: ['Anna'] } });
    await expect.poll(() => one.shown.value?.release?.view.value.text).toBe('Hei');
    expect([...one.faces.value.keys()]).toEqual([CARD]);
    one.close();
    expect([one.shown.value, one.faces.value.size]).toEqual([undefined, 0]);
  });

  it('is looked at again once its text is on its way: neither the list nor the card says that it may go', async () => {
    const { house, desk: one } = await desk();
    await one.next(['nb']);
    await expect.poll(() => one.shown.value?.release?.view.value.step).toBe('ready');
    const later = { stage: 'contacted', begun: '2026-11-20', permission: { may: 'never', why: 'silence' } };
    house.answers('releases', ok({ at: '2026-11-20T12:00:00Z' })).answers(`cards/${CARD}`, ok({ card: wireCard(later) }));
    // It stands on another page of the list now.
    house.answers('cards', ok({ cards: [], counts: {} }));
    await one.shown.value?.release?.send();
    await expect.poll(() => one.shown.value?.card).toMatchObject(later);
    expect(one.shown.value?.release?.view.value.step).toBe('sent');
  });

  it('says that its text is sent for as long as somebody has it', async () => {
    const { house, desk: one } = await desk();
    await one.next(['nb']);
    await expect.poll(() => one.shown.value?.release?.view.value.step).toBe('ready');
    house.answers('releases', ok({ at: '2026-11-20T12:00:00Z' }));
    await one.shown.value?.release?.send();
    await one.setFacts({ language: 'th', window: undefined });
    expect(one.shown.value?.release?.view.value.step).toBe('sent');
    expect(house.posted(`cards/${CARD}/draft`)).toHaveLength(1);
    house.answers(`cards/${CARD}`, ok({ card: wireCard({ mine: false }) }));
    await one.setFacts({ language: 'th', window: undefined });
    expect(one.shown.value?.release, 'it may be taken again').toBeUndefined();
  });

  it('is given back only after the next one was taken: else it would be the next', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers('next', ok({ card: wireCard({ card: OTHER }) }));
    await one.next([]);
    const acts = house.asked.map(([path]) => path).filter((path) => path === 'next' || path.endsWith('/acts'));
    expect(acts).toEqual(['next', 'next', `cards/${CARD}/acts`]);
    expect(house.posted(`cards/${CARD}/acts`)).toEqual([{ act: 'give-back' }]);
  });

  it('is not taken by whoever holds 20, which the page says', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}/acts`, no(423));
    expect(await one.act('take')).toBe(false);
    expect(one.shown.value?.trouble).toBe('full');
  });

  it('is one, however often somebody presses', async () => {
    const { house, desk: one } = await desk();
    expect(await Promise.all([one.next([]), one.next([])])).toEqual(['taken', 'taken']);
    expect(house.posted('next')).toHaveLength(1);
  });

  it('is told to the server with the next wish, until it was given back: one that it does not know comes again', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers('next', ok({ card: wireCard({ card: OTHER }) })).answers(`cards/${CARD}/acts`, LOST);
    await one.next([]);
    await one.next([]);
    const knows = (house.posted('next') as { readonly knows: unknown }[]).map((body) => body.knows);
    expect(knows).toEqual([[], [CARD], [CARD, OTHER]]);
  });

  it('says when this person holds twenty already', async () => {
    const { house, desk: one } = await desk();
    house.answers('next', no(423));
    expect(await one.next([])).toBe('full');
  });

  it('says when nobody is left', async () => {
    const { house, desk: one } = await desk();
    house.answers('next', no(404));
    expect(await one.next([])).toBe('none');
  });

  it('shows numbers only when somebody asks, and hides them after a minute', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    expect(house.posted(`cards/${CARD}/open`)).toEqual([{ part: 'face' }]);
    await one.showNumbers();
    expect(one.shown.value?.numbers).toEqual([{ e164: NUMBER, kind: 'mobile' }]);
    expect(house.posted(`cards/${CARD}/open`)).toContainEqual({ part: 'numbers' });
    house.clock.pass(MINUTE);
    expect(one.shown.value?.numbers).toBeUndefined();
    await one.showNumbers();
    one.leave();
    expect(one.shown.value).toBeUndefined();
  });

  it('is not written to by whoever does not hold it', async () => {
    const { house, desk: one } = await desk();
    house.answers('cards', ok({ cards: [wireCard({ mine: false, by: 'Per' })], counts: {} }));
    const worklist = createWorklist(house.tools);
    await worklist.look();
    await one.open(worklist.cards.value![0]!);
    expect(one.shown.value?.release).toBeUndefined();
    expect(house.posted(`cards/${CARD}/draft`)).toEqual([]);
    worklist.close();
  });

  it('is left when it is never to be contacted, and stays when that was refused', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}/acts`, no(409), ok());
    expect(await one.act('never')).toBe(false);
    expect(one.shown.value?.trouble).toBe('meanwhile');
    expect(await one.act('never')).toBe(true);
    expect(one.shown.value).toBeUndefined();
  });
});

describe('a person who is never to be contacted', () => {
  const quiet = '7e'.repeat(16);
  const unseen = '7f'.repeat(16);
  const list = new OutreachHouse().list(wireThread({ words: 3 }), wireThread({ thread: quiet, waits: false }), wireThread({ thread: unseen }));

  it('is so as far as was read what waits', async () => {
    const { house, desk: one } = await desk(list);
    await one.next([]);
    await one.act('never');
    expect(house.posted(`cards/${CARD}/acts`).at(-1)).toEqual({ act: 'never', seen: [] });
    for (const thread of list.threads.value!.slice(0, 2)) list.looked({ ...thread, words: 2 }, true);
    await one.next([]);
    await one.act('never');
    expect(house.posted(`cards/${CARD}/acts`).at(-1)).toEqual({ act: 'never', seen: [{ thread: THREAD, words: 2 }] });
    list.looked(list.threads.value![0]!, false);
    await one.next([]);
    await one.act('never');
    expect(house.posted(`cards/${CARD}/acts`).at(-1), 'it does not open here').toEqual({ act: 'never', seen: [] });
  });

  it('is read first when something of theirs was not, from the list as it is then', async () => {
    let looks = 0;
    const { house, desk: one } = await desk({ ...list, look: () => Promise.resolve(void (looks += 1)) });
    await one.next([]);
    house.answers(`cards/${CARD}/acts`, no(409, 'unread'));
    expect(await one.act('never')).toBe(false);
    expect(one.shown.value?.trouble).toBe('unread');
    expect(looks).toBe(1);
  });
});

describe('the language and the safe time of a card', () => {
  it('are kept with the face as it is, and the text is drafted anew', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    const drafts = house.posted(`cards/${CARD}/draft`).length;
    expect(await one.setFacts({ language: 'th', window: { from: 660, to: 840 } })).toBe('kept');
    const [body] = house.posted(`cards/${CARD}/face`).map(members);
    expect(body).toMatchObject({ version: 3, language: 'th', window: { from: 660, to: 840 } });
    expect(readFace((await house.opens(facePlace(SERVICE, CARD), body?.['face'])) ?? '')).toMatchObject({ names: ['Anna'] });
    expect(one.shown.value?.card).toMatchObject({ language: 'th', window: { from: 660, to: 840 }, mine: true });
    await expect.poll(() => house.posted(`cards/${CARD}/draft`).length).toBe(drafts + 1);
    expect(house.posted(`cards/${CARD}/draft`).at(-1)).toMatchObject({ language: 'th' });
    house.answers(`cards/${CARD}`, ok({ card: wireCard({ language: 'th', window: { from: 660, to: 840 } }) }));
    expect(await one.setFacts({ language: 'th', window: undefined })).toBe('kept');
    expect(Object.keys(members(house.posted(`cards/${CARD}/face`)[1]))).not.toContain('window');
  });

  it('stay as they were when a colleague wrote meanwhile', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}/face`, no(409));
    expect(await one.setFacts({ language: 'th', window: undefined })).toBe('meanwhile');
    expect(one.shown.value?.card.language).toBe('nb');
  });

  it('that were changed elsewhere meanwhile stand, whatever is written next', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    const window = { from: 600, to: 840 };
    house.answers(`cards/${CARD}`, ok({ card: wireCard({ window }) }));
    expect(await notes(one, 'Ringte meg')).toBe('kept');
    expect(Object.keys(members(house.posted(`cards/${CARD}/face`)[0])).sort()).toEqual(['devices', 'face', 'version']);
    expect(await one.setFacts({ language: 'th', window: undefined })).toBe('meanwhile');
    expect(one.shown.value?.card.window).toEqual(window);
    expect(house.posted(`cards/${CARD}/face`)).toHaveLength(1);
    expect(await one.setFacts({ language: 'th', window })).toBe('kept');
    expect(house.posted(`cards/${CARD}/face`)[1]).toMatchObject({ language: 'th', window });
  });

  it('that a colleague wrote meanwhile are those of the text as well', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    await expect.poll(() => one.shown.value?.release?.view.value.step).toBe('ready');
    house.answers(`cards/${CARD}`, ok({ card: wireCard({ language: 'th' }) }));
    expect(await one.setFacts({ language: 'en', window: undefined })).toBe('meanwhile');
    await expect.poll(() => one.shown.value?.release?.view.value).toMatchObject({ step: 'ready', language: 'th' });
    expect(one.shown.value?.next, 'it brings no keyboard to Send').toBe(false);
  });

  it('draft no text anew of which nobody knows whether it is on its way', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    await expect.poll(() => one.shown.value?.release?.view.value.step).toBe('ready');
    house.answers('releases', LOST);
    await one.shown.value?.release?.send();
    expect(await one.setFacts({ language: 'th', window: undefined })).toBe('kept');
    expect(one.shown.value?.card.language).toBe('th');
    expect(one.shown.value?.release?.view.value).toMatchObject({ step: 'unknown', text: 'Hei', language: 'nb' });
  });

  it('that an earlier press wrote though its answer was lost are kept', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    const window = { from: 600, to: 840 };
    house.answers(`cards/${CARD}/face`, LOST);
    expect(await one.setFacts({ language: 'th', window })).toBe('unreachable');
    house.answers(`cards/${CARD}`, ok({ card: wireCard({ language: 'th', window }) }));
    expect(await one.setFacts({ language: 'th', window })).toBe('kept');
    expect(house.posted(`cards/${CARD}/face`)).toHaveLength(1);
    expect(one.shown.value?.card).toMatchObject({ language: 'th', window });
  });

  it('push out no note that was written while it was asked what they are', async () => {
    const { house, desk: made } = await desk();
    made.close();
    const { http } = house.tools;
    let asked = (): Promise<void> => Promise.resolve();
    const get = (path: string): ReturnType<typeof http.get> => (path.endsWith(`cards/${CARD}`) ? asked() : Promise.resolve()).then(() => http.get(path));
    const one = createCardDesk({ ...house.tools, http: { ...http, get } }, createWorklist(house.tools), house.list());
    await one.next([]);
    let goOn = (): void => undefined;
    const gate = new Promise<void>((go) => (goOn = go));
    asked = () => gate;
    const setting = one.setFacts({ language: 'th', window: undefined });
    const file = await house.seal(facePlace(SERVICE, CARD), writeFace({ names: ['Anna'], seen: '', notes: [], proof: [] }));
    house.answers(`cards/${CARD}/open face`, ok({ file, version: 4 }));
    await notes(one, 'Samtidig');
    goOn();
    await setting;
    expect(house.posted(`cards/${CARD}/face`)).toMatchObject([{ version: 3 }, { version: 3, language: 'th' }]);
    one.close();
  });

  it('are not written while nobody says what they are', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}`, LOST);
    expect(await one.setFacts({ language: 'th', window: undefined })).toBe('unreachable');
    house.answers(`cards/${CARD}`, ok({ card: wireCard({ mine: false, language: 'th' }) }));
    expect(await one.setFacts({ language: 'th', window: undefined }), 'it is a colleague’s').toBe('refused');
    expect(one.shown.value).toMatchObject({ card: { mine: false }, release: undefined, trouble: 'meanwhile' });
    expect(house.posted(`cards/${CARD}/face`)).toEqual([]);
  });
});

describe('a yes to WhatsApp', () => {
  it('is told with how and when, and the text is drafted anew', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers('cards', ok({ cards: [wireCard({ permission: { may: 'now' } })], counts: {} }));
    const drafts = house.posted(`cards/${CARD}/draft`).length;
    expect(await one.consent({ how: 'form', day: '2026-11-19' })).toBe(true);
    expect(house.posted(`cards/${CARD}/acts`)).toEqual([{ act: 'consent', how: 'form', day: '2026-11-19' }]);
    expect(one.shown.value?.card.consent).toEqual({ how: 'form', day: '2026-11-19', by: 'Ingrid' });
    await expect.poll(() => house.posted(`cards/${CARD}/draft`).length).toBe(drafts + 1);
    expect(await one.consent(undefined)).toBe(true);
    expect(house.posted(`cards/${CARD}/acts`).at(-1)).toEqual({ act: 'withdraw' });
    expect(one.shown.value?.card.consent).toBeUndefined();
  });

  it('stays as it was when the server refuses', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}/acts`, no(409));
    expect(await one.consent({ how: 'told', day: '2026-11-20' })).toBe(false);
    expect(one.shown.value).toMatchObject({ trouble: 'meanwhile', card: { consent: undefined } });
    house.answers(`cards/${CARD}/acts`, no(410));
    expect(await one.consent({ how: 'told', day: '2026-11-01' })).toBe(false);
    expect(one.shown.value?.trouble, 'trying again does not help').toBe('taken-back');
  });
});

describe('a face that is read again while another is sealed', () => {
  it('is not overwritten: what was made from the former goes out under its version', async () => {
    const { house, desk: made } = await desk();
    made.close();
    let goOn = (): void => undefined;
    const gate = new Promise<void>((go) => (goOn = go));
    const tools = { ...house.tools, sealTo: (service: string) => gate.then(() => house.tools.sealTo(service)) };
    const one = createCardDesk(tools, createWorklist(tools), house.list());
    await one.next([]);
    const writing = notes(one, 'Mitt');
    const file = await house.seal(facePlace(SERVICE, CARD), writeFace({ names: ['Anna'], seen: '', notes: [], proof: [] }));
    house.answers(`cards/${CARD}/open face`, ok({ file, version: 4 }));
    await one.open(one.shown.value!.card);
    goOn();
    await writing;
    expect(house.posted(`cards/${CARD}/face`)).toMatchObject([{ version: 3 }]);
  });
});

describe('a note on a card', () => {
  it('is sealed with the face, under the version that was read', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    expect(await notes(one, 'Vil helst ha melding')).toBe('kept');
    const [body] = house.posted(`cards/${CARD}/face`).map(members);
    expect(body).toMatchObject({ version: 3 });
    expect(JSON.stringify(body)).not.toContain('melding');
    const face = readFace((await house.opens(facePlace(SERVICE, CARD), body?.['face'])) ?? '');
    expect(face).toMatchObject({ names: ['Anna'], notes: [{ by: 'Ingrid', text: 'Vil helst ha melding' }] });
  });

  it('that comes after a colleague’s is not kept: the new face is read, and the person told', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    const theirs: Face = { names: ['Anna'], seen: '', notes: [{ at: 1, by: 'Per', text: 'Ringte' }], proof: [] };
    const file = await house.seal(facePlace(SERVICE, CARD), writeFace(theirs));
    house.answers(`cards/${CARD}/open face`, ok({ file, version: 4 })).answers(`cards/${CARD}/face`, no(409), ok());
    expect(await notes(one, 'Mitt')).toBe('meanwhile');
    expect(one.shown.value?.face).toEqual({ kind: 'open', face: theirs });
    expect(await notes(one, 'Mitt')).toBe('kept');
    expect(house.posted(`cards/${CARD}/face`)).toMatchObject([{ version: 3 }, { version: 4 }]);
  });

  it('whose answer was lost is looked for on the card', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}/face`, LOST);
    expect(await notes(one, 'Mitt')).toBe('unreachable');
    expect(house.posted(`cards/${CARD}/open`)).toHaveLength(2);
  });

  it('stays written, and the face in sight, while nobody answers', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    house.answers(`cards/${CARD}/face`, LOST).answers(`cards/${CARD}/open face`, LOST);
    expect(await notes(one, 'Mitt')).toBe('unreachable');
    expect(one.shown.value).toMatchObject({ noting: 'Mitt', face: { kind: 'open', face: { names: ['Anna'] } } });
    house.answers(`cards/${CARD}/acts`, ok());
    await one.act('take');
    expect(one.shown.value?.noting).toBe('Mitt');
  });

  it('whose answer was lost but which stands on the card is kept', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    const face: Face = { names: ['Anna'], seen: '', notes: [{ at: house.clock.now(), by: 'Ingrid', text: 'Mitt' }], proof: [] };
    const file = await house.seal(facePlace(SERVICE, CARD), writeFace(face));
    house.answers(`cards/${CARD}/face`, LOST).answers(`cards/${CARD}/open face`, ok({ file, version: 4 }));
    expect(await notes(one, 'Mitt')).toBe('kept');
    expect(one.shown.value?.noting).toBe('');
  });

  it('leaves what was said of proof words, which are written with the face as well', async () => {
    const { house, desk: one } = await desk();
    await one.next([]);
    expect(await one.prove(['blå sykkel', 'k'.repeat(50)])).toBe('kept');
    const [body] = house.posted(`cards/${CARD}/face`).map(members);
    const face = readFace((await house.opens(facePlace(SERVICE, CARD), body?.['face'])) ?? '');
    expect(face).toMatchObject({ names: ['Anna'], proof: ['blå sykkel', 'k'.repeat(40)] });
  });

  it('pushes out the oldest, so that the card fits the server with nine readers, in Thai', async () => {
    const keys = Array.from({ length: 9 }, (_, at) => ({ device: new Uint8Array(16).fill(at), xwing: seedIdentity(new Uint8Array(32).fill(at)).publicKey, from: 0, until: 1 }));
    let face: Face = { names: Array.from({ length: 10 }, () => 'ก'.repeat(80)), seen: 'ก'.repeat(500), notes: [], proof: [] };
    for (let at = 0; at < 25; at += 1) face = noted(face, { at, by: 'Ingrid', text: 'ก'.repeat(LONGEST_CARD_NOTE) });
    expect(face.notes.at(-1)?.at).toBe(24);
    expect(face.notes.length).toBeLessThan(20);
    const sealed = await sealNote(keys, facePlace(SERVICE, CARD), writeFace(face));
    expect(sealed?.file.length).toBeLessThan(LONGEST_PART);
  });
});
