import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { WhisperEntrySchema } from '../gen/havn/v1/desk_pb.ts';
import type { WhisperEntry } from '../gen/havn/v1/desk_pb.ts';
import type { Talk } from '../gen/havn/v1/talk_pb.ts';
import { MINUTE } from '../kernel/clock.ts';
import { openWith, recipientsOf } from '../seal/envelope.ts';
import { entry, expectStopped, flipped, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import type { Colleague, Talker } from '../testing/talkers.ts';
import { FRAMES_PER_SLOT } from './chain.ts';

interface Company extends Scene {
  readonly per: Colleague;
  /** Lets everything arrive. */
  readonly settle: () => Promise<void>;
}

async function company(): Promise<Company> {
  const made = await talking();
  const { visitor, lead, relay } = made;
  const per = await made.colleague('Per');
  lead.talk.propose(per.proposal('join'));
  await quiet(lead, visitor);
  visitor.talk.answer(true);
  await quiet(visitor, lead);
  await per.enter(relay.accept());
  const settle = (): Promise<void> => quiet(per.talker, lead, visitor);
  await settle();
  return { ...made, per, settle };
}

/** They whispered: one word each way. */
async function whispering(): Promise<Company> {
  const made = await company();
  const { lead, per, settle } = made;
  expect(lead.lead!.whisper('hva tenker du?')).toBe(true);
  expect(per.talker.lead!.whisper('vi bør ringe')).toBe(true);
  await settle();
  expect(per.talker.overheard).toEqual(['hva tenker du?']);
  expect(lead.overheard).toEqual(['vi bør ringe']);
  return made;
}

const framesOf = ({ relay }: Scene): readonly Talk[] =>
  relay.whispers.flatMap(({ kind }) => (kind.case === 'whisper' ? [kind.value] : []));
const talksOf = ({ relay }: Scene): readonly Talk[] =>
  relay.stream.flatMap(({ kind }) => (kind.case === 'talk' ? [kind.value] : []));
const keysOf = ({ relay }: Scene) => relay.whispers.flatMap(({ kind }) => (kind.case === 'key' ? [kind.value] : []));
const lie = (seq: number, kind: WhisperEntry['kind']): WhisperEntry => create(WhisperEntrySchema, { seq, kind });
const next = (talker: Talker): number => talker.lead!.whispers.last + 1;

describe('a whisper', () => {
  it('is read by colleagues in the chat, with the name of who said it, and stands in no talk', async () => {
    const { lead, per, visitor } = await whispering();
    expect(per.talker.lead!.whispers.view.messages[1]).toMatchObject({ from: 'them', name: 'Kåre', text: 'hva tenker du?' });
    expect(lead.lead!.whispers.view.messages[0]).toMatchObject({ from: 'me', tick: 'stored' });
    for (const { talk } of [lead, per.talker, visitor]) expect(JSON.stringify(talk.view)).not.toContain('ringe');
  });

  it('is seen when a later whisper of the colleague says so', async () => {
    const { lead, per, settle } = await whispering();
    per.talker.lead!.whisper('enig?');
    await settle();
    expect(lead.lead!.whispers.view.messages[0]).toMatchObject({ tick: 'seen' });
  });

  it('cannot be said alone, nor after the colleague has gone', async () => {
    const alone = await talking();
    expect(alone.lead.lead!.whisper('til meg selv')).toBe(false);
    expect(alone.lead.lead!.whispers.view.together).toBe(false);
    const { lead, relay, per, settle } = await whispering();
    relay.drop(per.keys.device);
    await settle();
    expect(lead.lead!.whisper('er du der?')).toBe(false);
    expect(lead.lead!.whispers.view).toMatchObject({ together: false, maySend: false });
    expect(lead.stopped).toBeUndefined();
  });

  it('has a new secret in every epoch, and goes on across epochs, cuts and the end of 50 frames', async () => {
    const made = await whispering();
    const { lead, per, clock, settle } = made;
    clock.pass(31 * MINUTE);
    await settle();
    await lead.cut();
    expect(per.talker.lead!.whisper('du var borte')).toBe(true);
    await settle();
    await lead.connect(true);
    await settle();
    expect(lead.overheard).toEqual(['vi bør ringe', 'du var borte']);
    for (let n = 0; n < FRAMES_PER_SLOT + 5; n++) {
      expect(lead.lead!.whisper(`nr ${n}`)).toBe(true);
      await settle();
    }
    expect(per.talker.overheard).toHaveLength(FRAMES_PER_SLOT + 6);
    const opened = await Promise.all(keysOf(made).map(({ grant }) => openWith(made.keys.identity, grant)));
    expect(new Set(opened.map((one) => one!.subarray(0, 32).join())).size).toBe(opened.length);
    expect(opened.length).toBeGreaterThanOrEqual(3);
  });

  it('that was under way when the epoch changed is said again in the next, once', async () => {
    const made = await whispering();
    const { lead, per, visitor, relay } = made;
    const liv = await made.colleague('Liv');
    lead.talk.propose(liv.proposal('join'));
    await quiet(lead, visitor);
    visitor.talk.answer(true);
    await quiet(visitor, lead);
    await liv.enter(relay.accept());
    await quiet(liv.talker, lead, visitor); // Per has heard nothing of it
    expect(per.talker.lead!.whisper('nettopp nå')).toBe(true);
    await quiet(per.talker, liv.talker, lead, visitor);
    expect(lead.overheard).toEqual(['vi bør ringe', 'nettopp nå']);
    expect(liv.talker.overheard).toEqual(['nettopp nå']);
    expect(framesOf(made)).toHaveLength(4);
  });

  it('is read again by a page that was loaded anew, and not by who comes later', async () => {
    const made = await whispering();
    const { lead, per, visitor, relay, settle } = made;
    await per.enter({ slot: 2, leads: false });
    await settle();
    expect(per.talker.lead!.whispers.view.messages.map(({ from, text }) => [from, text])).toEqual([
      ['me', 'vi bør ringe'],
      ['them', 'hva tenker du?'],
    ]);
    const liv = await made.colleague('Liv');
    lead.talk.propose(liv.proposal('join'));
    await settle();
    visitor.talk.answer(true);
    await settle();
    await liv.enter(relay.accept());
    await quiet(liv.talker, per.talker, lead, visitor);
    expect(liv.talker.overheard).toEqual([]);
    expect(per.talker.lead!.whisper('velkommen, Liv')).toBe(true);
    await quiet(liv.talker, per.talker, lead, visitor);
    expect(liv.talker.overheard).toEqual(['velkommen, Liv']);
    expect(lead.overheard).toEqual(['vi bør ringe', 'velkommen, Liv']);
  });
});

describe('the visitor', () => {
  it('is told nothing of whispers, and no key of theirs is sealed to the visitor', async () => {
    const made = await whispering();
    const [key] = keysOf(made);
    expect(recipientsOf(key!.grant)).toBe(2);
    expect(await openWith(made.visit.identity, key!.grant)).toBeUndefined();
    expect(await openWith(made.keys.identity, key!.grant)).toBeDefined();
    expect(made.visitor.stopped).toBeUndefined();
  });

  it('stops, and shows nothing, when a server hands over a whisper as talk', async () => {
    const made = await whispering();
    const [whisper] = framesOf(made);
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'talk', value: whisper! }));
    await expectStopped(made, 'frame-refused');
  });

  it('stops, and shows nothing, when a server hands over a whisper as a signal', async () => {
    const made = await whispering();
    await made.visitor.talk.signal(framesOf(made)[0]!);
    await expectStopped(made, 'frame-refused');
  });

  it('stops when a key of whispers comes as an epoch', async () => {
    const made = await whispering();
    const epochs = made.relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [kind.value] : []));
    const { grant, signature } = keysOf(made)[0]!;
    const word = { ...epochs.at(-1)!, grant, signature };
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'epoch', value: word }));
    await expectStopped(made, 'epoch-refused');
  });
});

describe('a console stops', () => {
  const lies: readonly (readonly [string, (made: Company) => WhisperEntry['kind']])[] = [
    ['talk of a colleague as a whisper', (made) => ({ case: 'whisper', value: talksOf(made).findLast(({ signature }) => signature.length > 0)! })],
    ['talk of the visitor as a whisper', (made) => ({ case: 'whisper', value: talksOf(made).findLast(({ signature }) => signature.length === 0)! })],
    ['an altered whisper', (made) => {
      const { frame, ...rest } = framesOf(made)[0]!;
      return { case: 'whisper', value: { ...rest, frame: flipped(frame) } };
    }],
    ['a whisper without its signature', (made) => ({ case: 'whisper', value: { ...framesOf(made)[0]!, signature: new Uint8Array(0) } })],
    ['a key that the lead did not sign', (made) => {
      const key = keysOf(made)[0]!;
      return { case: 'key', value: { ...key, signature: flipped(key.signature) } };
    }],
    ['the same key again', (made) => ({ case: 'key', value: keysOf(made)[0]! })],
  ];

  it.each(lies)('at %s', async (_, make) => {
    const made = await company();
    made.lead.talk.send('til deg');
    made.visitor.talk.send('takk');
    made.lead.lead!.whisper('først');
    await made.settle();
    const { talker } = made.per;
    await talker.lead!.whispered(lie(next(talker), make(made)));
    expect(talker.stopped).toBe('frame-refused');
    expect(talker.overheard).toEqual(['først']);
    expect(talker.lead!.whisper('mer')).toBe(false);
  });

  it('at a whisper that comes as talk', async () => {
    const made = await whispering();
    const { talker } = made.per;
    await talker.talk.entry(entry(talker.talk.last + 1, { case: 'talk', value: framesOf(made)[0]! }));
    expect(talker.stopped).toBe('frame-refused');
  });

  it('at a whisper that is missing from the middle', async () => {
    const made = await whispering();
    const { lead, per, relay, settle } = made;
    await per.talker.cut();
    lead.lead!.whisper('en');
    lead.lead!.whisper('to');
    await settle();
    relay.whispers.splice(-2, 1);
    const { kind } = relay.whispers.pop()!;
    await per.talker.lead!.whispered(lie(next(per.talker), kind));
    expect(per.talker.stopped).toBe('frame-refused');
    expect(per.talker.overheard).not.toContain('to');
  });

  it('never at a whisper that comes twice under two numbers: it shows it once', async () => {
    const made = await whispering();
    const { talker } = made.per;
    await talker.lead!.whispered(lie(next(talker), { case: 'whisper', value: framesOf(made)[0]! }));
    expect(talker.stopped).toBeUndefined();
    expect(talker.overheard).toEqual(['hva tenker du?']);
  });
});
