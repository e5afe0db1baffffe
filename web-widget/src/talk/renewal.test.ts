import { expect, it } from 'vitest';
import { MINUTE } from '../kernel/clock.ts';
import { talking } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';

it('the lead makes a new epoch after half an hour, again and again on one connection', async () => {
  const { visitor, lead, clock } = await talking();
  for (const number of [2, 3, 4]) {
    clock.pass(31 * MINUTE);
    await quiet(lead, visitor);
    expect([visitor.talk.epoch?.number, lead.talk.epoch?.number]).toEqual([number, number]);
    expect(visitor.talk.send(`i ${number}`)).toBe(true);
    await quiet(lead, visitor);
  }
  expect(lead.heard).toEqual(['hei', 'i 2', 'i 3', 'i 4']);
});

it('what is said when an epoch is too old waits for the next one, and is sealed in no other', async () => {
  const { visitor, lead, clock } = await talking();
  clock.pass(31 * MINUTE);
  expect(visitor.talk.send('for sent for den gamle')).toBe(true);
  expect(visitor.talk.view.messages.at(-1)).toMatchObject({ text: 'for sent for den gamle', tick: 'held' });
  await quiet(lead, visitor);
  expect(lead.talk.epoch?.number).toBe(2);
  expect(lead.heard).toEqual(['hei', 'for sent for den gamle']);
});
