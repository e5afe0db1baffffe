import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../kernel/clock.ts';
import { readEpochHeader } from '../seal/epoch.ts';
import { talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';

const reasons = ({ relay }: Scene): readonly string[] =>
  relay.stream.flatMap(({ kind }) => (kind.case === 'epoch' ? [readEpochHeader(kind.value.header)!.reason] : []));

describe('a visitor’s page that was loaded anew', () => {
  it('shows what was said, writes nothing in the old epoch, and goes on in one that the lead makes for it', async () => {
    const made = await talking();
    const { visitor, lead } = made;
    await made.reopen();
    while (visitor.speak()) continue;
    while (await visitor.hear()) continue;
    expect(visitor.said).toEqual(['hei']);
    expect(visitor.heard).toEqual(['hallo']);
    expect(visitor.talk.view).toMatchObject({ maySend: false, reading: true });
    expect(visitor.talk.send('for tidlig')).toBe(false);
    await quiet(visitor, lead);
    expect(reasons(made)).toEqual(['claim', 'resume']);
    expect(visitor.talk.view).toMatchObject({ maySend: true, reading: false });
    visitor.talk.send('der er jeg igjen');
    lead.talk.send('så fint');
    await quiet(visitor, lead);
    expect(lead.heard).toEqual(['hei', 'der er jeg igjen']);
    expect(visitor.heard).toEqual(['hallo', 'så fint']);
    expect([visitor.stopped, lead.stopped]).toEqual([undefined, undefined]);
  });

  it('asks again until the lead is there', async () => {
    const made = await talking();
    const { visitor, lead, clock } = made;
    await lead.cut();
    await made.reopen();
    await quiet(visitor);
    expect(reasons(made)).toEqual(['claim']);
    await lead.connect(true);
    await quiet(lead, visitor);
    clock.pass(6 * SECOND);
    await quiet(visitor, lead);
    expect(reasons(made)).toEqual(['claim', 'resume']);
    expect(visitor.talk.view.maySend).toBe(true);
  });

  it('comes back twice, and after the epoch is old', async () => {
    const made = await talking();
    const { visitor, lead, clock } = made;
    await made.reopen();
    await quiet(visitor, lead);
    await made.reopen();
    clock.pass(31 * MINUTE);
    await quiet(lead, visitor);
    await quiet(visitor, lead);
    expect(visitor.talk.send('fortsatt her')).toBe(true);
    await quiet(visitor, lead);
    expect(lead.heard).toEqual(['hei', 'fortsatt her']);
    expect(visitor.said).toEqual(['hei', 'fortsatt her']);
  });

  it('does not write in an old epoch that a server holds back until after the replay', async () => {
    const made = await talking();
    const { visitor, lead, relay, clock } = made;
    clock.pass(31 * MINUTE);
    await quiet(lead, visitor);
    expect(reasons(made)).toEqual(['claim', 'time']);
    clock.pass(11 * MINUTE);
    await lead.cut();
    const held = relay.stream.splice(relay.stream.length - 1);
    await made.reopen();
    await quiet(visitor);
    await visitor.talk.entry(held[0]!);
    expect(visitor.talk.epoch?.number).toBe(2);
    expect(visitor.talk.view).toMatchObject({ maySend: false, reading: true });
    expect(visitor.talk.send('ikke dit')).toBe(false);
  });

  it('keeps what was agreed about colleagues', async () => {
    const made = await talking();
    const { visitor, lead, relay } = made;
    const per = await made.colleague('Per');
    lead.talk.propose(per.proposal('join'));
    await quiet(lead, visitor);
    await made.reopen();
    await quiet(visitor, lead);
    expect(visitor.talk.view.question).toMatchObject({ name: 'Per', state: 'asked' });
    visitor.talk.answer(true);
    await quiet(visitor, lead);
    await per.enter(relay.accept());
    await quiet(per.talker, lead, visitor);
    await made.reopen();
    await quiet(visitor, lead, per.talker);
    visitor.talk.send('hei begge');
    await quiet(visitor, lead, per.talker);
    expect(per.talker.heard).toEqual(['hei begge']);
    expect(lead.heard).toEqual(['hei', 'hei begge']);
  });
});
