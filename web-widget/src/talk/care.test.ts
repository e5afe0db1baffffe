import { describe, expect, it } from 'vitest';
import { CARE } from '../seal/plaintext.ts';
import { utf8 } from '../kernel/bytes.ts';
import { entry, expectStopped, talking } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import { VISITOR } from './accept-epoch.ts';
import { Contents } from './contents.ts';
import type { Epoch } from './epoch.ts';
import { Doubt } from './stop.ts';

const WORDS = 'Fra nå gir vi helsehjelp, og da må vi føre journal.';

describe('the mark that advice becomes care', () => {
  it('is read by the visitor as words of whoever set it, and ticked when their device has it', async () => {
    const { visitor, lead } = await talking();
    expect(lead.lead!.care(WORDS)).toBe(true);
    await quiet(lead, visitor);
    expect(visitor.talk.view.messages.at(-1)).toMatchObject({ from: 'them', name: 'Kåre', text: WORDS, care: true });
    expect(lead.talk.view.messages.at(-1)).toMatchObject({ from: 'me', text: WORDS, care: true, tick: 'seen' });
  });

  it('is not set by a visitor', async () => {
    const made = await talking();
    const frame = await made.visitor.talk.epoch!.write({ id: new Uint8Array(16).fill(9), kind: CARE, body: utf8(WORDS) });
    await made.lead.talk.entry(entry(made.lead.talk.last + 1, { case: 'talk', value: { $typeName: 'havn.v1.Talk', ...frame } }));
    expect(made.lead.talk.view.stopped).toBe('frame-refused');
    expect(made.lead.talk.view.messages.some(({ care }) => care === true)).toBe(false);
  });

  it.each([
    ['worker', true],
    ['coordinator', true],
    ['volunteer', false],
    ['peer', false],
    ['mediator', false],
    ['trainee', false],
    ['partner', false],
  ])('by a %s is taken: %s', async (role, taken) => {
    const contents = new Contents();
    const staff = { slot: 1, kind: 'staff', name: 'Kåre', role, device: new Uint8Array(16), ed25519: undefined } as const;
    const epoch = { place: VISITOR, leadSlot: 1, people: [VISITOR, staff] } as unknown as Epoch;
    const side = { proposed: () => Promise.resolve(), history: () => Promise.resolve() };
    const opened = contents.opened(epoch, 1, { id: new Uint8Array(16), kind: CARE, body: utf8(WORDS) }, 0, side);
    if (taken) await opened;
    else await expect(opened).rejects.toThrow(Doubt);
    expect(contents.story.messages.map(({ care }) => care)).toEqual(taken ? [true] : []);
  });

  it('that is no text stops the chat', async () => {
    const made = await talking();
    const frame = await made.lead.talk.epoch!.write({ id: new Uint8Array(16).fill(9), kind: CARE, body: Uint8Array.of(0xff) });
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'talk', value: { $typeName: 'havn.v1.Talk', ...frame } }));
    await expectStopped(made, 'frame-refused');
  });
});
