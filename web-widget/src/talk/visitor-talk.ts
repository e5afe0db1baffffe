import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import type { TrustBook } from '../trust/book.ts';
import { acceptEpoch, VISITOR } from './accept-epoch.ts';
import type { Accepted, Before, Visit } from './accept-epoch.ts';
import { Epoch } from './epoch.ts';
import type { Place } from './epoch.ts';
import type { Statements } from './statements.ts';
import { SealedTalk } from './talk.ts';
import type { TalkPort } from './talk.ts';

/** The visitor's side: it verifies every epoch and signs nothing. */
export function visitorTalk(
  visit: Visit,
  trust: TrustBook,
  port: TalkPort,
  clock: Clock,
  random: Random,
): SealedTalk {
  const place: Place = { slot: VISITOR.slot, signer: undefined, mayWrite: true };
  const accept = async (word: EpochWord, before: Before, statements: Statements): Promise<Epoch> =>
    epochOf(await acceptEpoch(word, visit, before, statements, trust, clock), place, clock.now(), random);
  const side = { accept, settled: () => Promise.resolve() };
  return new SealedTalk(visit.conversation, side, port, clock, random, 'live');
}

/** An accepted epoch as this device uses it from `since` on. */
export const epochOf = (accepted: Accepted, place: Place, since: number, random: Random): Epoch => {
  const { header, headerHash, secret, people } = accepted;
  const keys = { conversation: header.conversation, number: header.number, secret, headerHash };
  return new Epoch(keys, place, people, since, random);
};
