import { describe, expect, it } from 'vitest';
import { Chance } from '../testing/chance.ts';
import { HandClock } from '../testing/hand-clock.ts';
import { hashOf, entry, expectStopped, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import type { Colleague } from '../testing/talkers.ts';
import type { What } from '../seal/proposal.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import { makeEpoch } from './make-epoch.ts';
import type { TalkEvent } from './view.ts';

const staffOf = ({ visitor }: Scene): readonly string[] =>
  visitor.talk.view.members.filter(({ kind }) => kind === 'staff').map(({ name }) => name);
const eventsOf = ({ visitor }: Scene): readonly TalkEvent['kind'][] =>
  visitor.talk.view.messages.flatMap(({ event }) => (event === undefined ? [] : [event.kind]));
const rosterOf = async ({ trust }: Scene, version: number): Promise<{ version: number; hash: Uint8Array }> => ({
  version,
  hash: await hashOf(trust.rosters.get(version)),
});

/** Kåre asks whether Per may, and the visitor answers. */
async function asked(what: What, yes: boolean | undefined): Promise<Scene & { readonly per: Colleague }> {
  const made = await talking();
  const per = await made.colleague('Per');
  expect(made.lead.talk.propose(per.proposal(what))).toBe(true);
  await quiet(made.lead, made.visitor);
  expect(made.visitor.talk.view.question).toMatchObject({ what, name: 'Per', role: 'worker', state: 'asked' });
  if (yes !== undefined) {
    expect(made.visitor.talk.answer(yes)).toBe(true);
    await quiet(made.visitor, made.lead);
  }
  return { ...made, per };
}

async function handedOver(): Promise<Scene & { readonly per: Colleague }> {
  const made = await asked('handover', true);
  await made.per.enter(made.relay.accept());
  await quiet(made.per.talker, made.visitor, made.lead);
  return made;
}

async function joined(): Promise<Scene & { readonly per: Colleague }> {
  const made = await asked('join', true);
  await made.per.enter(made.relay.accept());
  await quiet(made.per.talker, made.lead, made.visitor);
  return made;
}

describe('a handover', () => {
  it('moves the chat to the colleague that the visitor agreed to', async () => {
    const made = await handedOver();
    const { visitor, lead, per } = made;
    expect(staffOf(made)).toEqual(['Per']);
    expect(eventsOf(made)).toEqual(['asked-handover', 'yes', 'left', 'leads']);
    expect(lead.talk.ended).toBe('left');
    expect(lead.talk.send('ett ord til')).toBe(false);
    expect(visitor.talk.send('hei, Per')).toBe(true);
    expect(per.talker.talk.send('hei')).toBe(true);
    await quiet(visitor, per.talker);
    expect(per.talker.heard).toEqual(['hei, Per']);
    expect(visitor.heard).toEqual(['hallo', 'hei']);
  });

  it('gives the new lead nothing of what was said before, and the old lead nothing of what comes', async () => {
    const made = await handedOver();
    made.visitor.talk.send('bare til Per');
    await quiet(made.visitor, made.per.talker);
    expect(made.per.talker.heard).toEqual(['bare til Per']);
    expect(made.lead.heard).toEqual(['hei']);
    const headers = made.relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [readEpochHeader(kind.value.header)!] : []));
    expect(headers.map(({ members }) => members.map(({ slot }) => slot))).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  it('does not happen without an answer, after a no, or when the question was taken back', async () => {
    for (const yes of [undefined, false]) {
      const made = await asked('handover', yes);
      expect(made.relay.invitation).toBeUndefined();
      expect(staffOf(made)).toEqual(['Kåre']);
    }
    const made = await asked('handover', undefined);
    made.lead.lead?.withdraw();
    await quiet(made.lead, made.visitor);
    expect(made.visitor.talk.view.question).toBeUndefined();
    expect(made.visitor.talk.answer(true)).toBe(false);
    expect(eventsOf(made)).toEqual(['asked-handover', 'withdrawn']);
  });

  it('that the colleague declines leaves the visitor with the first', async () => {
    const made = await asked('handover', true);
    expect(made.relay.invitation).toBeDefined();
    made.lead.lead?.invitationOver();
    await quiet(made.lead, made.visitor);
    expect(eventsOf(made)).toEqual(['asked-handover', 'yes', 'withdrawn']);
    expect(made.visitor.talk.view.question).toBeUndefined();
    made.visitor.talk.send('da fortsetter vi');
    await quiet(made.visitor, made.lead);
    expect(made.lead.heard).toEqual(['hei', 'da fortsetter vi']);
  });

  it('survives a reload of the new lead before its first epoch', async () => {
    const made = await asked('handover', true);
    const place = made.relay.accept();
    await made.per.enter(place);
    await made.per.enter(place);
    await quiet(made.per.talker, made.visitor);
    expect(staffOf(made)).toEqual(['Per']);
    await made.per.enter(place);
    await quiet(made.per.talker, made.visitor);
    made.per.talker.talk.send('jeg er her fortsatt');
    await quiet(made.per.talker, made.visitor);
    expect(made.visitor.heard).toEqual(['hallo', 'jeg er her fortsatt']);
  });
});

describe('a colleague who joins', () => {
  it('reads and writes from then on, and the visitor is told', async () => {
    const made = await joined();
    const { visitor, lead, per } = made;
    expect(staffOf(made)).toEqual(['Kåre', 'Per']);
    expect(eventsOf(made)).toEqual(['asked-join', 'yes', 'joined']);
    visitor.talk.send('hei begge');
    per.talker.talk.send('hei fra Per');
    lead.talk.send('hei fra Kåre');
    await quiet(visitor, per.talker, lead);
    expect([...per.talker.heard].sort()).toEqual(['hei begge', 'hei fra Kåre']);
    expect([...lead.heard].sort()).toEqual(['hei', 'hei begge', 'hei fra Per']);
    expect([...visitor.heard].sort()).toEqual(['hallo', 'hei fra Kåre', 'hei fra Per']);
    expect([visitor.stopped, lead.stopped, per.talker.stopped]).toEqual([undefined, undefined, undefined]);
  });

  it('writes on after a reload, in a new epoch', async () => {
    const made = await joined();
    const { visitor, lead, per } = made;
    await per.enter({ slot: 2, leads: false });
    await quiet(per.talker, lead, visitor);
    expect(per.talker.talk.send('tilbake')).toBe(true);
    await quiet(per.talker, lead, visitor);
    expect(visitor.heard).toEqual(['hallo', 'tilbake']);
  });

  it('stays when the lead reloads', async () => {
    const made = await joined();
    const { visitor, lead, per, reload } = made;
    await reload();
    await lead.connect(true);
    await quiet(lead, per.talker, visitor);
    lead.talk.send('jeg lastet på nytt');
    per.talker.talk.send('jeg er her');
    await quiet(lead, per.talker, visitor);
    expect([...visitor.heard].sort()).toEqual(['hallo', 'jeg er her', 'jeg lastet på nytt']);
    expect(staffOf(made)).toEqual(['Kåre', 'Per']);
  });

  it.each(['drop', 'takeOut', 'wishAway'] as const)('reads nothing more after it is out (%s)', async (how) => {
    const made = await joined();
    const { visitor, lead, per, relay } = made;
    if (how === 'drop') relay.drop(per.keys.device);
    if (how === 'takeOut') lead.lead?.takeOut(per.keys.device);
    if (how === 'wishAway') visitor.talk.wishAway(per.keys.device);
    await quiet(visitor, lead, per.talker);
    expect(per.talker.talk.ended).toBe('left');
    expect(staffOf(made)).toEqual(['Kåre']);
    visitor.talk.send('bare til Kåre');
    await quiet(visitor, lead, per.talker);
    expect(lead.heard).toEqual(['hei', 'bare til Kåre']);
    expect(per.talker.heard).toEqual([]);
    const last = relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [kind.value] : [])).at(-1)!;
    expect(readEpochHeader(last.header)!.members.map(({ slot }) => slot)).toEqual([0, 1]);
  });

  it('who is in the roster no longer is out of the next epoch', async () => {
    const made = await joined();
    const { visitor, lead, per, trust, clock, relay } = made;
    await trust.publish(3, made.devices.slice(0, 1), clock.now());
    lead.lead?.rosterChanged();
    await quiet(lead, visitor, per.talker);
    expect(staffOf(made)).toEqual(['Kåre']);
    expect(relay.members).toEqual([]);
    const last = relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [kind.value] : [])).at(-1)!;
    expect(readEpochHeader(last.header)!.reason).toBe('revocation');
  });

  it('may take over, and keeps what it read', async () => {
    const made = await joined();
    const { visitor, lead, per, relay } = made;
    visitor.talk.send('til begge');
    await quiet(visitor, lead, per.talker);
    lead.talk.propose(per.proposal('handover'));
    await quiet(lead, visitor, per.talker);
    visitor.talk.answer(true);
    await quiet(visitor, lead, per.talker);
    expect(relay.accept()).toEqual({ slot: 2, leads: true });
    per.talker.lead?.promoted();
    await quiet(per.talker, visitor, lead);
    expect(staffOf(made)).toEqual(['Per']);
    expect(lead.talk.ended).toBe('left');
    per.talker.talk.send('nå er det meg');
    await quiet(per.talker, visitor);
    expect(per.talker.heard).toEqual(['til begge']);
    expect(visitor.heard).toEqual(['hallo', 'nå er det meg']);
  });
});

describe('a server or a lead that cheats about who is in a chat', () => {
  it('cannot hand over to anybody when nobody asked', async () => {
    const made = await talking();
    const per = await made.colleague('Per');
    made.relay.invitation = { what: 'handover', device: per.keys.device };
    await per.enter(made.relay.accept());
    await quiet(per.talker, made.visitor);
    await expectStopped(made, 'epoch-refused');
  });

  it('cannot hand over to another device than the visitor agreed to', async () => {
    const made = await asked('handover', true);
    const eva = await made.colleague('Eva');
    made.relay.invitation = { what: 'handover', device: eva.keys.device };
    await eva.enter(made.relay.accept());
    await quiet(eva.talker, made.visitor);
    await expectStopped(made, 'epoch-refused');
  });

  it('cannot turn a yes to a join into a handover', async () => {
    const made = await asked('join', true);
    made.relay.invitation = { what: 'handover', device: made.per.keys.device };
    await made.per.enter(made.relay.accept());
    await quiet(made.per.talker, made.visitor);
    await expectStopped(made, 'epoch-refused');
  });

  it('cannot use a yes that was taken back', async () => {
    const made = await asked('handover', true);
    made.lead.lead?.invitationOver();
    await quiet(made.lead, made.visitor);
    made.relay.invitation = { what: 'handover', device: made.per.keys.device };
    await made.per.enter(made.relay.accept());
    await quiet(made.per.talker, made.visitor);
    await expectStopped(made, 'epoch-refused');
  });

  it('gets no key for a member whom nobody proposed', async () => {
    const made = await talking();
    const ghost = await made.colleague('Ghost');
    made.relay.invitation = { what: 'join', device: ghost.keys.device };
    await ghost.enter(made.relay.accept());
    await quiet(ghost.talker, made.lead, made.visitor);
    made.visitor.talk.send('bare til Kåre');
    await quiet(made.visitor, made.lead, ghost.talker);
    expect(staffOf(made)).toEqual(['Kåre']);
    expect(ghost.talker.heard).toEqual([]);
  });

  it.each(['join', 'time', 'resume', 'leave', 'handover'] as const)(
    'cannot slip in a member without a yes, whatever the reason says (%s)',
    async (reason) => {
      const made = await talking();
      const { lead: ghost } = await ghostOf(made);
      await slip(made, [{ ...ghost, slot: 2 }], reason);
      await expectStopped(made, 'epoch-refused');
    },
  );

  it('cannot give a newcomer a slot that was used before', async () => {
    const made = await joined();
    made.relay.drop(made.per.keys.device);
    await quiet(made.lead, made.visitor, made.per.talker);
    const eva = await made.colleague('Eva');
    made.lead.talk.propose(eva.proposal('join'));
    await quiet(made.lead, made.visitor);
    made.visitor.talk.answer(true);
    await quiet(made.visitor, made.lead);
    await slip(made, [companionOf(eva, 2)], 'join', 3);
    await expectStopped(made, 'epoch-refused');
  });

  it('cannot ask about somebody whom the roster does not know by that name and role', async () => {
    for (const lie of [{ name: 'Eva' }, { role: 'coordinator' }, { device: new Uint8Array(16).fill(7) }]) {
      const made = await talking();
      const per = await made.colleague('Per');
      made.lead.talk.propose({ ...per.proposal('handover'), ...lie });
      await quiet(made.lead, made.visitor);
      await expectStopped(made, 'untrusted');
    }
  });

  it('cannot let the old lead write on', async () => {
    const made = await asked('handover', true);
    const { epoch } = made.lead.talk;
    await made.per.enter(made.relay.accept());
    await quiet(made.per.talker, made.visitor);
    const late = await epoch!.write({ id: new Uint8Array(16).fill(3), kind: 0, body: new Uint8Array([104]) });
    const talk = { $typeName: 'havn.v1.Talk' as const, ...late };
    await made.visitor.talk.entry(entry(made.visitor.talk.last + 1, { case: 'talk', value: talk }));
    expect(made.visitor.heard).toEqual(['hallo']);
    expect(made.visitor.stopped).toBeUndefined();
  });
});

async function ghostOf({ colleague }: Scene): Promise<{ lead: ReturnType<typeof companionOf> }> {
  return { lead: companionOf(await colleague('Ghost'), 2) };
}

const companionOf = ({ keys }: Colleague, slot: number) => ({
  slot,
  device: keys.device,
  publicKey: keys.identity.publicKey,
  ed25519: keys.signer.ed25519,
  statement: keys.statement,
  statementHash: keys.statementHash,
  name: keys.name,
  salt: keys.salt,
  role: keys.role,
});

/** The lead, or who has its keys, makes an epoch as it likes; the server puts it into the visitor's stream. */
async function slip(
  made: Scene,
  companions: readonly ReturnType<typeof companionOf>[],
  reason: 'join' | 'time' | 'resume' | 'leave' | 'handover',
  version = 2,
): Promise<void> {
  const { visitor, led, keys, clock } = made;
  const chance = new Chance(99);
  expect(clock).toBeInstanceOf(HandClock);
  const roster = await rosterOf(made, version);
  const { word } = await makeEpoch(led, keys, companions, roster, visitor.talk.latest, reason, clock.now(), chance.bytes);
  for (const { statement } of companions) {
    await visitor.talk.entry(entry(visitor.talk.last + 1, { case: 'statement', value: statement }));
  }
  await visitor.talk.entry(entry(visitor.talk.last + 1, { case: 'epoch', value: word }));
}
