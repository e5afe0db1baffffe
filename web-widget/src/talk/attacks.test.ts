import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { TalkSchema } from '../gen/havn/v1/talk_pb.ts';
import type { Talk } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import { hash } from '../seal/hash.ts';
import { signAs } from '../seal/sign.ts';
import { entry, expectStopped, flipped, hashOf, NOW, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { makeEpoch } from './make-epoch.ts';

describe('a talk frame', () => {
  const lastTalk = ({ relay, visitor }: Scene): { readonly talk: Talk; readonly next: number } => {
    const talks = relay.stream.flatMap(({ kind }) => (kind.case === 'talk' ? [kind.value] : []));
    const staff = talks.filter(({ signature }) => signature.length > 0);
    return { talk: staff.at(-1)!, next: visitor.talk.last + 1 };
  };

  it('repeated byte for byte is dropped', async () => {
    const made = await talking();
    const { talk, next } = lastTalk(made);
    await made.visitor.talk.entry(entry(next, { case: 'talk', value: talk }));
    expect(made.visitor.stopped).toBeUndefined();
    expect(made.visitor.heard).toEqual(['hallo']);
  });

  it('altered anywhere stops the chat', async () => {
    for (const at of [0, 5, 18, 21, 25, 41, 60, 150]) {
      const made = await talking();
      const { talk, next } = lastTalk(made);
      const value = create(TalkSchema, { ...talk, frame: flipped(talk.frame, at) });
      await made.visitor.talk.entry(entry(next, { case: 'talk', value }));
      await expectStopped(made, 'frame-refused');
    }
  });

  it('with a forged or missing staff signature stops the chat', async () => {
    for (const forge of [(s: Uint8Array) => flipped(s, 7), () => new Uint8Array(0), () => new Uint8Array(64)]) {
      const made = await talking();
      const { talk, next } = lastTalk(made);
      const value = create(TalkSchema, { ...talk, signature: forge(talk.signature) });
      await made.visitor.talk.entry(entry(next, { case: 'talk', value }));
      await expectStopped(made, 'frame-refused');
    }
  });

  it('under a used counter with other bytes stops the chat, even when the lead signed it', async () => {
    const made = await talking();
    const { talk, next } = lastTalk(made);
    const frame = flipped(talk.frame, 100);
    const signature = await signAs(made.keys.signer, 'frame', frame);
    await made.visitor.talk.entry(entry(next, { case: 'talk', value: create(TalkSchema, { frame, signature }) }));
    await expectStopped(made, 'frame-refused');
  });

  it('out of its turn stops the chat', async () => {
    const made = await talking();
    made.lead.talk.send('en');
    made.lead.talk.send('to');
    await made.lead.talk.nudge();
    while (made.lead.speak());
    const [, second] = made.relay.stream.filter(({ kind }) => kind.case === 'talk').slice(-2);
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, second!.kind));
    await expectStopped(made, 'frame-refused');
  });

  it('put into our own slot by somebody else stops the chat', async () => {
    const made = await talking();
    const talks = made.relay.stream.flatMap(({ kind }) => (kind.case === 'talk' ? [kind.value] : []));
    const own = talks.find(({ signature }) => signature.length === 0)!;
    const value = create(TalkSchema, { ...own, frame: flipped(own.frame) });
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'talk', value }));
    await expectStopped(made, 'frame-refused');
  });

  it('of an epoch that is not there stops the chat', async () => {
    const made = await talking();
    const { talk, next } = lastTalk(made);
    const value = create(TalkSchema, { ...talk, frame: flipped(talk.frame, 20).with(20, 9) });
    await made.visitor.talk.entry(entry(next, { case: 'talk', value }));
    await expectStopped(made, 'frame-refused');
  });
});

describe('the stream', () => {
  it('with an entry left out is asked for again, and stops the chat when it stays out', async () => {
    const made = await talking();
    const { visitor, relay, lead } = made;
    lead.talk.send('utelatt');
    lead.talk.send('vist');
    await lead.talk.nudge();
    while (lead.speak());
    const shown = relay.stream.at(-1)!;
    await visitor.talk.entry(shown);
    expect(visitor.wire?.open).toBe(false);
    expect(visitor.stopped).toBeUndefined();
    await visitor.talk.lost();
    await visitor.talk.resumed();
    await visitor.talk.entry(shown);
    await expectStopped(made, 'frame-refused');
  });

  it('that is said to be complete too early, or rolled back, stops the chat', async () => {
    for (const off of [1, -1]) {
      const made = await talking();
      await made.visitor.talk.caughtUp(made.visitor.talk.last + off);
      await expectStopped(made, 'frame-refused');
    }
  });
});

describe('a signal', () => {
  it('that was altered stops the chat', async () => {
    const made = await talking();
    made.lead.talk.typing();
    await made.lead.talk.nudge();
    const up = made.lead.wire!.up.find(({ kind }) => kind === 'signal')!;
    if (up.kind !== 'signal') throw new Error('a signal');
    await made.visitor.talk.signal({ ...up.signal, frame: flipped(up.signal.frame) });
    await expectStopped(made, 'frame-refused');
  });

  it('is not a talk frame, and a talk frame is not a signal', async () => {
    const made = await talking();
    const [, talk] = made.relay.stream.flatMap(({ kind }) => (kind.case === 'talk' ? [kind.value] : []));
    await made.visitor.talk.signal(talk!);
    await expectStopped(made, 'frame-refused');
  });
});

describe('a lead', () => {
  it('stops when another device or tab leads its chat', async () => {
    const made = await talking();
    const roster = { version: 1, hash: await hashOf(made.trust.rosters.get(1)) };
    const before = made.lead.talk.latest;
    const other = await makeEpoch(made.led, made.keys, [], roster, before, 'resume', NOW, made.chance.bytes);
    await made.lead.talk.entry(entry(made.lead.talk.last + 1, { case: 'epoch', value: other.word }));
    expect(made.lead.stopped).toBe('replaced');
    expect(made.lead.talk.send('x')).toBe(false);
  });

  it('names in every header what the visitor rang with', async () => {
    const made = await talking();
    const word = made.relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [kind.value] : []))[0]!;
    const header = readEpochHeader(word.header)!;
    expect(equal(header.visitorKeyHash, hash(made.visit.identity.publicKey))).toBe(true);
    expect(header).toMatchObject({ service: 'pro-mann', lane: 'self', retentionDays: 0, leadSlot: 1, number: 1 });
  });
});
