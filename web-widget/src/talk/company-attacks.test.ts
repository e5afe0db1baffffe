import { create, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { DeskDownSchema } from '../gen/havn/v1/desk_pb.ts';
import { EpochSchema } from '../gen/havn/v1/talk_pb.ts';
import { openGrant, sealGrant } from '../seal/grant.ts';
import { hash } from '../seal/hash.ts';
import { signAs } from '../seal/sign.ts';
import { seedIdentity } from '../seal/xwing.ts';
import { entry, expectStopped, hashOf, letIn, scene, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import type { Colleague } from '../testing/talkers.ts';
import { pad } from '../wire/padding.ts';
import { makeEpoch } from './make-epoch.ts';
import { NOTHING_BEFORE } from './staff-rules.ts';

/** Nine members, service and lane of 64 characters. */
const LONGEST_HEADER = 750;

async function join(made: Scene, name: string): Promise<Colleague> {
  const other = await made.colleague(name);
  await letIn(made, other);
  return other;
}

const epochsOf = ({ relay }: Scene) => relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [kind.value] : []));

describe('an epoch key', () => {
  it('is in no later grant for whoever left, and the later secrets are new', async () => {
    const made = await talking();
    const per = await join(made, 'Per');
    made.relay.drop(per.keys.device);
    await quiet(made.lead, made.visitor, per.talker);
    const opened = await Promise.all(
      epochsOf(made).map(({ grant, header }) => openGrant(per.keys.identity, grant, header)),
    );
    expect(opened.map((grant) => grant !== undefined)).toEqual([false, true, false]);
    const secrets = await Promise.all(
      epochsOf(made).map(async ({ grant, header }) => (await openGrant(made.keys.identity, grant, header))!.secret.join()),
    );
    expect(new Set(secrets).size).toBe(3);
  });

  it('is not accepted when it was sealed to one key more than the members', async () => {
    const made = await scene();
    const { led, keys, trust, clock, chance, visit, visitor } = made;
    const roster = { version: 1, hash: await hashOf(trust.rosters.get(1)) };
    const { word, accepted } = await makeEpoch(led, keys, [], roster, NOTHING_BEFORE, 'claim', clock.now(), chance.bytes);
    const ghost = seedIdentity(chance.bytes(32));
    const names = [{ slot: 1, salt: keys.salt, name: keys.name }];
    const everybody = [visit.ring.visitorKey, keys.identity.publicKey, ghost.publicKey];
    const grant = await sealGrant({ secret: accepted.secret, names }, word.header, everybody);
    const signature = await signAs(keys.signer, 'epoch', word.header, hash(grant));
    await visitor.talk.entry(entry(1, { case: 'statement', value: keys.statement }));
    await visitor.talk.entry(entry(2, { case: 'epoch', value: { ...word, grant, signature } }));
    await expectStopped(made, 'epoch-refused');
  });

  it('never has a tenth recipient, even if the server lets one in', async () => {
    const made = await talking();
    const inside: Colleague[] = [];
    for (let n = 0; n < 7; n++) inside.push(await join(made, `Kollega ${n}`));
    expect(made.visitor.talk.view.members).toHaveLength(8);
    const ninth = await join(made, 'En for mye');
    await quiet(made.lead, made.visitor, ninth.talker);
    expect(made.visitor.talk.view.members).toHaveLength(8);
    made.visitor.talk.send('til oss ni');
    await quiet(made.visitor, made.lead, ninth.talker, ...inside.map(({ talker }) => talker));
    expect(inside.map(({ talker }) => talker.heard)).toEqual(inside.map(() => ['til oss ni']));
    expect(ninth.talker.heard).toEqual([]);
  });
});

describe('a yes', () => {
  it('counts once: who left is not asked in again by a lead that loads its page anew', async () => {
    const made = await talking();
    const per = await join(made, 'Per');
    made.relay.drop(per.keys.device);
    await quiet(made.lead, made.visitor, per.talker);
    await made.reload();
    await made.lead.connect(true);
    await quiet(made.lead, made.visitor);
    expect(made.relay.invitation).toBeUndefined();
    expect(made.lead.talk.view.question).toBeUndefined();
  });

  it('cannot be asked for while another one stands, nor before the page knows what was answered', async () => {
    const made = await talking();
    const per = await made.colleague('Per');
    made.lead.talk.propose(per.proposal('join'));
    await quiet(made.lead, made.visitor);
    made.visitor.talk.answer(true);
    await quiet(made.visitor, made.lead);
    expect(made.lead.talk.propose(per.proposal('handover'))).toBe(false);
    await made.reload();
    expect(made.lead.talk.propose(per.proposal('handover'))).toBe(false);
  });
});

describe('an epoch', () => {
  it.each([1, 4, 8])('for %i devices of staff with the longest names fits one wire frame', async (devices) => {
    const { chance } = await scene();
    const keys = Array.from({ length: devices + 1 }, () => seedIdentity(chance.bytes(32)).publicKey);
    const salt = new Uint8Array(16);
    const names = Array.from({ length: devices }, (_, slot) => ({ slot, salt, name: 'N'.repeat(slot === 0 ? 240 : 120) }));
    const header = new Uint8Array(LONGEST_HEADER);
    const grant = await sealGrant({ secret: new Uint8Array(32), names }, header, keys);
    const epoch = create(EpochSchema, { header, grant, signature: new Uint8Array(64) });
    const entry = { seq: 2_000, kind: { case: 'epoch' as const, value: epoch } };
    const conversation = new Uint8Array(16);
    const down = create(DeskDownSchema, { kind: { case: 'entry', value: { conversation, entry } } });
    expect(pad(toBinary(DeskDownSchema, down)).length).toBeLessThanOrEqual(16_384);
  });
});
