import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { EntrySchema, EpochSchema, SignedStatementSchema, TalkSchema } from '../gen/havn/v1/talk_pb.ts';
import type { Entry, Epoch, SignedStatement, Talk } from '../gen/havn/v1/talk_pb.ts';
import { equal } from '../kernel/bytes.ts';
import { HOUR, MINUTE } from '../kernel/clock.ts';
import { NO_HASH, readEpochHeader } from '../seal/epoch.ts';
import { hash } from '../seal/hash.ts';
import { signAs } from '../seal/sign.ts';
import { seedIdentity } from '../seal/xwing.ts';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { seedSigner } from '../testing/keys.ts';
import { testLead } from '../testing/people.ts';
import { Relay } from '../testing/relay.ts';
import { makePair, quiet } from '../testing/talkers.ts';
import type { Pair } from '../testing/talkers.ts';
import { testKey } from '../testing/trust.ts';
import { makeEpoch } from './make-epoch.ts';
import type { Lead, LedConversation } from './make-epoch.ts';
import { makeRing } from './ring.ts';
import type { StopReason } from './stop.ts';

const NOW = Date.UTC(2026, 11, 1, 12);
const FIRST = { number: 0, headerHash: NO_HASH };

interface Scene extends Pair {
  readonly chance: Chance;
  readonly clock: HandClock;
}

/** Two devices on a relay, connected; nothing has arrived yet. */
async function scene(): Promise<Scene> {
  const chance = new Chance(4711);
  const clock = new HandClock(NOW);
  const pair = await makePair(new Relay(), chance, clock);
  await pair.visitor.connect(false);
  await pair.lead.connect(true);
  return { ...pair, chance, clock };
}

/** They talk: one word each way. */
async function talking(): Promise<Scene> {
  const made = await scene();
  const { visitor, lead } = made;
  await quiet(lead, visitor);
  expect(visitor.talk.send('hei')).toBe(true);
  expect(lead.talk.send('hallo')).toBe(true);
  await quiet(visitor, lead);
  expect(visitor.heard).toEqual(['hallo']);
  expect(lead.heard).toEqual(['hei']);
  return made;
}

const entry = (seq: number, kind: Entry['kind']): Entry => create(EntrySchema, { seq, kind });

const flipped = (bytes: Uint8Array, at = bytes.length - 1): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ 1);

/** The device stopped for this reason, opened nothing more, and will never send again. */
async function expectStopped({ visitor }: Pair, reason: StopReason): Promise<void> {
  expect(visitor.stopped).toBe(reason);
  const { sent } = visitor;
  const { heard } = visitor;
  expect(visitor.talk.send('noe hemmelig')).toBe(false);
  visitor.talk.typing();
  await visitor.connect(true);
  await visitor.talk.caughtUp(visitor.talk.last);
  await visitor.talk.nudge();
  expect(visitor.sent).toBe(sent);
  expect(visitor.heard).toEqual(heard);
  expect(visitor.talk.view).toMatchObject({ sealed: false, maySend: false });
}

/** Gives the visitor an epoch the server made up, after the statement of whoever leads it. */
async function offer(
  { visitor, clock, chance, trust }: Scene,
  led: LedConversation,
  lead: Lead & { readonly statement: SignedStatement },
  change: {
    readonly roster?: { readonly version: number; readonly hash: Uint8Array };
    readonly time?: number;
    readonly word?: (word: Epoch) => Epoch;
  } = {},
): Promise<void> {
  const roster = change.roster ?? { version: 1, hash: await hashOf(trust.rosters.get(1)) };
  const time = change.time ?? clock.now();
  const { word } = await makeEpoch(led, lead, roster, FIRST, 'claim', time, chance.bytes);
  await visitor.talk.entry(entry(1, { case: 'statement', value: lead.statement }));
  await visitor.talk.entry(entry(2, { case: 'epoch', value: change.word?.(word) ?? word }));
}

async function hashOf(dsse: unknown): Promise<Uint8Array> {
  const { payload } = dsse as { readonly payload: string };
  return Promise.resolve(hash(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))));
}

describe('an epoch', () => {
  it('as it should be is accepted', async () => {
    const made = await scene();
    await offer(made, made.led, made.keys);
    expect(made.visitor.stopped).toBeUndefined();
    expect(made.visitor.talk.view.members).toEqual([{ slot: 1, kind: 'staff', name: 'Kåre', role: 'worker' }]);
  });

  it('for a swapped visitor key is refused', async () => {
    const made = await scene();
    const mallory = seedIdentity(made.chance.bytes(32));
    const asked = { service: 'pro-mann', lane: 'self', language: 'nb', wishes: [] };
    const ring = makeRing(asked, mallory.publicKey, made.chance.bytes);
    await offer(made, { ...made.led, ring }, made.keys);
    await expectStopped(made, 'epoch-refused');
  });

  it('with another retention than was shown is refused', async () => {
    const made = await scene();
    await offer(made, { ...made.led, retentionDays: 30 }, made.keys);
    await expectStopped(made, 'epoch-refused');
  });

  it.each([
    ['service', { service: 'nadheim' }],
    ['lane', { lane: 'other' }],
    ['ring', { ringHash: new Uint8Array(32) }],
  ])('with another %s is refused', async (_, other) => {
    const made = await scene();
    await offer(made, { ...made.led, ring: { ...made.led.ring, ...other } }, made.keys);
    await expectStopped(made, 'epoch-refused');
  });

  it('of another conversation is refused', async () => {
    const made = await scene();
    await offer(made, { ...made.led, conversation: made.chance.bytes(16) }, made.keys);
    await expectStopped(made, 'epoch-refused');
  });

  it('led by a device that is in no roster is refused', async () => {
    const made = await scene();
    const ghost = await testLead(made.chance, made.clock);
    await offer(made, made.led, ghost.lead);
    await expectStopped(made, 'untrusted');
  });

  it('led by an auditor, or by a device of another service, is refused', async () => {
    for (const other of [{ role: 'auditor' }, { services: ['nadheim'] }]) {
      const made = await scene();
      const { device, lead } = await testLead(made.chance, made.clock);
      const roster = await made.trust.publish(2, [{ ...device, ...other }], made.clock.now());
      await offer(made, made.led, lead, { roster: { version: 2, hash: await hashOf(roster) } });
      await expectStopped(made, 'untrusted');
    }
  });

  it('with a statement that the device did not sign is refused', async () => {
    const made = await scene();
    const { payload, signature } = made.keys.statement;
    const statement = create(SignedStatementSchema, { payload, signature: flipped(signature, 3) });
    await offer(made, made.led, { ...made.keys, statement });
    await expectStopped(made, 'untrusted');
  });

  it('whose statement is not in the stream is refused', async () => {
    const made = await scene();
    await offer(made, made.led, { ...made.keys, statementHash: made.chance.bytes(32) });
    await expectStopped(made, 'epoch-refused');
  });

  it('outside the time of its statement is refused', async () => {
    const made = await scene();
    made.clock.pass(5 * HOUR);
    await offer(made, made.led, made.keys);
    await expectStopped(made, 'epoch-refused');
  });

  it('with a forged signature of the lead is refused', async () => {
    const made = await scene();
    const forged = seedSigner(made.chance.bytes(32));
    await offer(made, made.led, { ...made.keys, signer: forged });
    await expectStopped(made, 'epoch-refused');
  });

  it('with another name than the roster hashed is refused', async () => {
    const made = await scene();
    await offer(made, made.led, { ...made.keys, name: 'Per' });
    await expectStopped(made, 'untrusted');
  });

  it('from long before the ring, or from the future, is refused', async () => {
    const early = await scene();
    await offer(early, early.led, early.keys, { time: NOW - 11 * MINUTE });
    await expectStopped(early, 'epoch-refused');
    const late = await scene();
    await offer(late, late.led, late.keys, { time: NOW + 11 * MINUTE });
    await expectStopped(late, 'clock');
  });

  it('with an old grant under a new header is refused', async () => {
    const made = await scene();
    const roster = { version: 1, hash: await hashOf(made.trust.rosters.get(1)) };
    const old = await makeEpoch(made.led, made.keys, roster, FIRST, 'claim', NOW, made.chance.bytes);
    await offer(made, made.led, made.keys, {
      word: (word) => create(EpochSchema, { ...word, grant: old.word.grant }),
    });
    await expectStopped(made, 'epoch-refused');
  });

  it('with a header that was altered is refused', async () => {
    for (const at of [0, 1, 20, 21, 30, 60, 100]) {
      const made = await scene();
      await offer(made, made.led, made.keys, {
        word: (word) => create(EpochSchema, { ...word, header: flipped(word.header, at) }),
      });
      await expectStopped(made, 'epoch-refused');
    }
  });

  it('that was accepted before is not accepted again', async () => {
    const made = await talking();
    const replayed = made.relay.stream.find(({ kind }) => kind.case === 'epoch')!;
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, replayed.kind));
    await expectStopped(made, 'epoch-refused');
  });
});

describe('the roster behind an epoch', () => {
  it('that is expired stops the chat', async () => {
    const made = await scene();
    made.clock.pass(9 * 24 * HOUR);
    await offer(made, made.led, made.keys, { time: made.clock.now() });
    await expectStopped(made, 'roster-old');
  });

  it('signed by somebody else stops the chat', async () => {
    const made = await scene();
    const { keys, trust } = made;
    const devices = [{ id: keys.device, ed25519: made.chance.bytes(32), salt: keys.salt, name: keys.name }];
    const roster = await trust.publish(1, devices, NOW, testKey('signer-1', 66));
    await offer(made, made.led, keys, { roster: { version: 1, hash: await hashOf(roster) } });
    await expectStopped(made, 'untrusted');
  });

  it('with another hash than the epoch names stops the chat', async () => {
    const made = await scene();
    await offer(made, made.led, made.keys, { roster: { version: 1, hash: made.chance.bytes(32) } });
    await expectStopped(made, 'untrusted');
  });

  it('which the server does not have stops the chat', async () => {
    const made = await scene();
    await offer(made, made.led, made.keys, { roster: { version: 2, hash: made.chance.bytes(32) } });
    await expectStopped(made, 'untrusted');
  });

  it('no longer naming a revoked device stops the chat, although the older roster did', async () => {
    const made = await scene();
    const other = await testLead(made.chance, made.clock);
    await made.trust.publish(2, [other.device], NOW);
    await offer(made, made.led, made.keys);
    await expectStopped(made, 'untrusted');
  });
});

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
    const other = await makeEpoch(made.led, made.keys, roster, before, 'resume', NOW, made.chance.bytes);
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
