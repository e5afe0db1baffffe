import { describe, expect, it } from 'vitest';
import { MINUTE } from '../kernel/clock.ts';
import { letIn, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import type { Colleague, Talker } from '../testing/talkers.ts';
import type { TalkEvent } from './view.ts';

interface Both extends Scene {
  /** Their keys are stated for 20 minutes. */
  readonly per: Colleague;
}

async function together(role: string): Promise<Both> {
  const made = await talking();
  const per = await made.colleague('Per', role, 20 * MINUTE);
  await letIn(made, per);
  return { ...made, per };
}

const lastEventOf = ({ talk }: Talker): TalkEvent | undefined =>
  talk.view.messages.flatMap(({ event }) => (event === undefined ? [] : [event])).at(-1);

async function expectAlone({ visitor, lead, relay, per }: Both): Promise<void> {
  expect([visitor.stopped, lead.stopped]).toEqual([undefined, undefined]);
  for (const page of [visitor, lead]) expect(lastEventOf(page)).toMatchObject({ kind: 'left', name: 'Per' });
  expect(visitor.talk.view.members).toHaveLength(1);
  expect(relay.members).toEqual([]);
  expect(per.talker.talk.ended).toBe('left');
  visitor.talk.send('uten Per');
  lead.talk.send('bare oss');
  await quiet(visitor, lead, per.talker);
  expect([lead.heard.at(-1), visitor.heard.at(-1)]).toEqual(['uten Per', 'bare oss']);
  expect(per.talker.heard).toEqual([]);
}

describe('somebody beside the lead whose statement is over', () => {
  it.each(['worker', 'trainee'])('is taken out at the next renewal when they are a %s, and the chat goes on', async (role) => {
    const made = await together(role);
    made.clock.pass(31 * MINUTE);
    await quiet(made.lead, made.visitor, made.per.talker);
    await expectAlone(made);
  });

  it('is taken out when their page comes back and states the old keys', async () => {
    const made = await together('worker');
    const { slot } = made.relay.members[0]!;
    made.clock.pass(21 * MINUTE);
    await made.per.enter({ slot, leads: false });
    await quiet(made.per.talker, made.lead, made.visitor);
    await expectAlone(made);
  });

  it('keeps nobody else from staying', async () => {
    const made = await together('worker');
    const ida = await made.colleague('Ida');
    await letIn(made, ida);
    await quiet(made.per.talker, ida.talker, made.lead, made.visitor);
    made.clock.pass(31 * MINUTE);
    await quiet(made.lead, made.visitor, made.per.talker, ida.talker);
    expect(made.visitor.stopped).toBeUndefined();
    made.visitor.talk.send('til dere to');
    await quiet(made.visitor, made.lead, made.per.talker, ida.talker);
    expect([made.lead.heard.at(-1), ida.talker.heard.at(-1), made.per.talker.heard.at(-1)]).toEqual(['til dere to', 'til dere to', undefined]);
  });
});

it('who comes in with a statement that is over gets nothing, and the visitor waits for them no longer', async () => {
  const made = await talking();
  const per = await made.colleague('Per', 'worker', 20 * MINUTE);
  made.clock.pass(21 * MINUTE);
  await letIn(made, per);
  expect([made.visitor.stopped, made.lead.stopped]).toEqual([undefined, undefined]);
  expect(made.relay.members).toEqual([]);
  expect(made.visitor.talk.view).toMatchObject({ question: undefined });
  expect(made.visitor.talk.view.members).toHaveLength(1);
  made.visitor.talk.send('fortsatt her');
  await quiet(made.visitor, made.lead, per.talker);
  expect(made.lead.heard.at(-1)).toBe('fortsatt her');
  expect(per.talker.heard).toEqual([]);
});
