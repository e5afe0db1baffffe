/** A visitor and a lead, and a server that may lie to the visitor. */

import { create } from '@bufbuild/protobuf';
import { expect } from 'vitest';
import { EntrySchema } from '../gen/havn/v1/talk_pb.ts';
import type { Entry, Epoch, SignedStatement } from '../gen/havn/v1/talk_pb.ts';
import { hash } from '../seal/hash.ts';
import { makeEpoch } from '../talk/make-epoch.ts';
import type { Lead, LedConversation } from '../talk/make-epoch.ts';
import { NOTHING_BEFORE } from '../talk/staff-rules.ts';
import type { StopReason } from '../talk/stop.ts';
import { Chance } from './chance.ts';
import { HandClock } from './hand-clock.ts';
import { Relay } from './relay.ts';
import { makePair, quiet } from './talkers.ts';
import type { Colleague, Pair } from './talkers.ts';

export const NOW = Date.UTC(2026, 11, 1, 12);

export interface Scene extends Pair {
  readonly chance: Chance;
  readonly clock: HandClock;
}

/** Two devices on a relay, connected; nothing has arrived yet. */
export async function scene(seed = 4711): Promise<Scene> {
  const chance = new Chance(seed);
  const clock = new HandClock(NOW);
  const pair = await makePair(new Relay(), chance, clock);
  await pair.visitor.connect(false);
  await pair.lead.connect(true);
  return { ...pair, chance, clock };
}

/** They talk: one word each way. */
export async function talking(): Promise<Scene> {
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

/** The lead asks, the visitor agrees, and the colleague comes in as the server says. */
export async function letIn({ visitor, lead, relay }: Scene, other: Colleague): Promise<void> {
  expect(lead.talk.propose(other.proposal('join'))).toBe(true);
  await quiet(lead, visitor);
  visitor.talk.answer(true);
  await quiet(visitor, lead);
  await other.enter(relay.accept());
  await quiet(other.talker, lead, visitor);
}

export const entry = (seq: number, kind: Entry['kind']): Entry => create(EntrySchema, { seq, kind });

export const flipped = (bytes: Uint8Array, at = bytes.length - 1): Uint8Array => bytes.with(at, (bytes[at] ?? 0) ^ 1);

/** The device stopped for this reason, opened nothing more, and will never send again. */
export async function expectStopped({ visitor }: Pair, reason: StopReason): Promise<void> {
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
export async function offer(
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
  const { word } = await makeEpoch(led, lead, [], roster, NOTHING_BEFORE, 'claim', time, chance.bytes);
  await visitor.talk.entry(entry(1, { case: 'statement', value: lead.statement }));
  await visitor.talk.entry(entry(2, { case: 'epoch', value: change.word?.(word) ?? word }));
}

export async function hashOf(dsse: unknown): Promise<Uint8Array> {
  const { payload } = dsse as { readonly payload: string };
  return Promise.resolve(hash(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))));
}
