import { describe, expect, it } from 'vitest';
import { utf8 } from '../kernel/bytes.ts';
import type { EpochHeader } from '../seal/epoch.ts';
import { FILE, HISTORY, RECEIPT, TEXT } from '../seal/plaintext.ts';
import { letIn, talking } from '../testing/scene.ts';
import type { Scene } from '../testing/scene.ts';
import { quiet } from '../testing/talkers.ts';
import type { Colleague } from '../testing/talkers.ts';
import type { RosterDevice } from '../trust/roster.ts';
import { VISITOR } from './accept-epoch.ts';
import { Consents } from './consents.ts';
import { Contents } from './contents.ts';
import type { Epoch } from './epoch.ts';
import { checkStaff, NOTHING_BEFORE, type Placed } from './staff-rules.ts';
import { Doubt } from './stop.ts';
import type { TalkEvent } from './view.ts';

const eventsOf = ({ visitor }: Scene): readonly TalkEvent['kind'][] =>
  visitor.talk.view.messages.flatMap(({ event }) => (event === undefined ? [] : [event.kind]));

/** The visitor is asked whether Lea, who is in training, may watch. */
async function asked(yes: boolean): Promise<Scene & { readonly lea: Colleague }> {
  const made = await talking();
  const lea = await made.colleague('Lea', 'trainee');
  made.lead.talk.propose(lea.proposal('join'));
  await quiet(made.lead, made.visitor);
  expect(made.visitor.talk.view.question).toMatchObject({ name: 'Lea', role: 'trainee', state: 'asked' });
  made.visitor.talk.answer(yes);
  await quiet(made.visitor, made.lead);
  return { ...made, lea };
}

async function watching(): Promise<Scene & { readonly lea: Colleague }> {
  const made = await asked(true);
  await made.lea.enter(made.relay.accept());
  await quiet(made.lea.talker, made.lead, made.visitor);
  return made;
}

describe('somebody in training', () => {
  it('reads from the yes on, both sides see it, and they write nothing', async () => {
    const made = await watching();
    const { visitor, lead, lea } = made;
    expect(eventsOf(made)).toEqual(['asked-join', 'yes', 'watches']);
    expect(lead.talk.view.messages.at(-1)?.event).toMatchObject({ kind: 'watches', name: 'Lea' });
    visitor.talk.send('bare dette');
    lead.talk.send('ja, det');
    await quiet(visitor, lead, lea.talker);
    expect(lea.talker.heard).toEqual(['bare dette', 'ja, det']);
    const { sent } = lea.talker;
    expect(lea.talker.talk.view).toMatchObject({ maySend: false, reading: true });
    expect(lea.talker.talk.send('hei')).toBe(false);
    expect(lea.talker.lead?.whisper('psst')).toBe(false);
    lea.talker.talk.typing();
    await quiet(lea.talker, visitor, lead);
    expect(lea.talker.sent).toBe(sent);
  });

  it('is sealed nothing without a yes', async () => {
    const made = await asked(false);
    expect(made.relay.invitation).toBeUndefined();
    expect(eventsOf(made)).toEqual(['asked-join', 'no']);
  });

  it('is not shown what was said before', async () => {
    const made = await watching();
    await made.lead.lead?.openPast(made.lea.keys.device);
    await quiet(made.lead, made.lea.talker, made.visitor);
    expect(made.lea.talker.heard).toEqual([]);
    expect(eventsOf(made)).not.toContain('history');
  });

  it('is sealed nothing more once the visitor wants it, also while the console that leads sleeps', async () => {
    const made = await watching();
    const { visitor, lead, lea } = made;
    visitor.talk.wishAway(lea.keys.device);
    visitor.talk.send('uten Lea');
    await quiet(visitor, lea.talker);
    expect(lea.talker.heard).toEqual([]);
    await quiet(lead, visitor, lea.talker);
    expect(lead.heard.at(-1)).toBe('uten Lea');
    expect(lea.talker.heard).toEqual([]);
  });

  it('leaves by itself once the visitor wants it, and reads on when it is asked in again', async () => {
    const made = await watching();
    const { visitor, lead, lea, relay } = made;
    visitor.talk.wishAway(lea.keys.device);
    await quiet(visitor, lea.talker);
    expect(relay.members).toEqual([]);
    expect(lea.talker.talk.ended).toBe('left');
    await quiet(lead, visitor);
    await letIn(made, lea);
    visitor.talk.send('med Lea');
    await quiet(visitor, lead, lea.talker);
    expect(relay.members).toHaveLength(1);
    expect(lea.talker.heard.at(-1)).toBe('med Lea');
  });

  it('leads no chat, whatever the server says', () => {
    const claims = (role: RosterDevice['role']) => () => {
      const header: Partial<EpochHeader> = { reason: 'claim', leadSlot: 1 };
      const staff: readonly { readonly slot: number; readonly device: Partial<RosterDevice> }[] = [{ slot: 1, device: { role } }];
      checkStaff(header as EpochHeader, staff as readonly Placed[], NOTHING_BEFORE, new Consents());
    };
    expect(claims('worker')).not.toThrow();
    expect(claims('trainee')).toThrow(Doubt);
  });

  it('goes when the visitor wants it, and reads nothing more', async () => {
    const made = await watching();
    const { visitor, lead, lea } = made;
    visitor.talk.wishAway(lea.keys.device);
    await quiet(visitor, lead, lea.talker);
    visitor.talk.send('uten Lea');
    await quiet(visitor, lead, lea.talker);
    expect(eventsOf(made).slice(-2)).toEqual(['unwanted', 'left']);
    expect(lea.talker.heard).toEqual([]);
    expect(lea.talker.talk.ended).toBe('left');
  });

  it.each([TEXT, FILE, RECEIPT, HISTORY])('who writes all the same, a frame of kind %s, stops the chat', async (kind) => {
    const contents = new Contents();
    const staff = { slot: 2, kind: 'staff', name: 'Lea', role: 'trainee', device: new Uint8Array(16), ed25519: undefined } as const;
    const epoch = { place: VISITOR, leadSlot: 1, people: [VISITOR, staff] } as unknown as Epoch;
    const side = { proposed: () => Promise.resolve(), history: () => Promise.resolve() };
    await expect(contents.opened(epoch, 2, { id: new Uint8Array(16), kind, body: utf8('hei') }, 0, side)).rejects.toThrow(Doubt);
    expect(contents.story.messages).toEqual([]);
  });
});
