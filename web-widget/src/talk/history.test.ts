import { describe, expect, it } from 'vitest';
import { openHistory, readHistory, sealHistory } from '../seal/history.ts';
import { HISTORY } from '../seal/plaintext.ts';
import { entry, letIn, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import type { Colleague } from '../testing/talkers.ts';

async function joined(): Promise<Scene & { readonly per: Colleague }> {
  const made = await talking();
  const { visitor, lead, colleague } = made;
  const per = await colleague('Per');
  await letIn(made, per);
  lead.talk.send('velkommen');
  await quiet(lead, per.talker, visitor);
  return { ...made, per };
}

const eventsOf = ({ visitor }: Scene): (string | undefined)[] => visitor.talk.view.messages.map(({ event }) => event?.kind);
const textsOf = ({ talker }: Colleague): readonly string[] =>
  talker.talk.view.messages.filter(({ from }) => from !== 'page').map(({ name, text }) => `${name ?? 'visitor'}: ${text}`);

describe('what was said before', () => {
  it('is read by a newcomer only when the lead shows it, and the visitor is told', async () => {
    const made = await joined();
    const { visitor, lead, per } = made;
    expect(textsOf(per)).toEqual(['Kåre: velkommen']);
    expect(eventsOf(made)).not.toContain('history');
    await lead.lead!.openPast(per.keys.device);
    await quiet(lead, visitor, per.talker);
    expect([...textsOf(per)].sort()).toEqual(['Kåre: hallo', 'Kåre: velkommen', 'visitor: hei']);
    expect(textsOf(per).at(-1)).toBe('Kåre: velkommen');
    expect(eventsOf(made)).toContain('history');
    await lead.lead!.openPast(per.keys.device);
    await quiet(lead, visitor, per.talker);
    expect(textsOf(per)).toHaveLength(3);
  });

  it('is there again after the newcomer loaded its page anew', async () => {
    const made = await joined();
    const { visitor, lead, per } = made;
    await lead.lead!.openPast(per.keys.device);
    await quiet(lead, visitor, per.talker);
    await per.enter({ slot: 2, leads: false });
    await quiet(per.talker, lead, visitor);
    expect([...textsOf(per)].sort()).toEqual(['Kåre: hallo', 'Kåre: velkommen', 'visitor: hei']);
  });

  it('is shown to nobody else, and by nobody but the lead', async () => {
    const made = await joined();
    const { visitor, lead, per } = made;
    await lead.lead!.openPast(per.keys.device);
    await quiet(lead, visitor, per.talker);
    const eva = await made.colleague('Eva');
    lead.talk.propose(eva.proposal('join'));
    await quiet(lead, visitor, per.talker);
    visitor.talk.answer(true);
    await quiet(visitor, lead, per.talker);
    await eva.enter(made.relay.accept());
    await quiet(eva.talker, lead, visitor, per.talker);
    expect(textsOf(eva)).toEqual([]);
    const { epoch } = per.talker.talk;
    const body = await sealHistory(eva.keys.device, eva.keys.identity.publicKey, [
      { number: 1, secret: new Uint8Array(32), headerHash: new Uint8Array(32) },
    ]);
    const frame = await epoch!.write({ id: new Uint8Array(16).fill(1), kind: HISTORY, body });
    const talk = { $typeName: 'havn.v1.Talk' as const, ...frame };
    await visitor.talk.entry(entry(visitor.talk.last + 1, { case: 'talk', value: talk }));
    expect(visitor.stopped).toBe('frame-refused');
  });

  it('is not read when the keys are for other epochs than the stream has', async () => {
    const made = await joined();
    const { lead, per, visitor } = made;
    const wrong = { number: 1, secret: new Uint8Array(32), headerHash: new Uint8Array(32).fill(9) };
    lead.talk.openPast(per.keys.device, await sealHistory(per.keys.device, per.keys.identity.publicKey, [wrong]));
    await quiet(lead, visitor, per.talker);
    expect(per.talker.stopped).toBe('frame-refused');
    expect(textsOf(per)).toEqual(['Kåre: velkommen']);
  });

  it('opens with the key of the device it names, and no other', async () => {
    const { per, keys } = await joined();
    const key = { number: 7, secret: new Uint8Array(32).fill(1), headerHash: new Uint8Array(32).fill(2) };
    const history = readHistory(await sealHistory(per.keys.device, per.keys.identity.publicKey, [key]))!;
    expect(history.device).toEqual(per.keys.device);
    expect(await openHistory(per.keys.identity, history.file)).toEqual([key]);
    expect(await openHistory(keys.identity, history.file)).toBeUndefined();
  });
});
