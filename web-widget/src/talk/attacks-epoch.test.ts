import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { EpochSchema, SignedStatementSchema } from '../gen/havn/v1/talk_pb.ts';
import { HOUR, MINUTE } from '../kernel/clock.ts';
import { seedIdentity } from '../seal/xwing.ts';
import { seedSigner } from '../testing/keys.ts';
import { testLead } from '../testing/people.ts';
import { entry, expectStopped, flipped, hashOf, NOW, offer, scene, talking } from '../testing/scene.ts';
import { testKey } from '../testing/trust.ts';
import { makeEpoch } from './make-epoch.ts';
import { makeRing } from './ring.ts';
import { NOTHING_BEFORE } from './staff-rules.ts';

describe('an epoch', () => {
  it('as it should be is accepted', async () => {
    const made = await scene();
    await offer(made, made.led, made.keys);
    expect(made.visitor.stopped).toBeUndefined();
    expect(made.visitor.talk.view.members).toMatchObject([{ slot: 1, kind: 'staff', name: 'Kåre', role: 'worker', lead: true }]);
  });

  it('for a swapped visitor key is refused', async () => {
    const made = await scene();
    const mallory = seedIdentity(made.chance.bytes(32));
    const asked = { service: 'pro-mann', lane: 'self', language: 'nb', wishes: [], told: 0 };
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
    const old = await makeEpoch(made.led, made.keys, [], roster, NOTHING_BEFORE, 'claim', NOW, made.chance.bytes);
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
