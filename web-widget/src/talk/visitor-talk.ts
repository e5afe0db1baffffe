import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { unattended } from '../kernel/unattended.ts';
import { RESTART } from '../seal/plaintext.ts';
import type { Proposal } from '../seal/proposal.ts';
import type { TrustBook } from '../trust/book.ts';
import { deviceOf, LEEWAY, mayTalk } from '../trust/roster.ts';
import { acceptEpoch, VISITOR } from './accept-epoch.ts';
import type { Accepted, Visit } from './accept-epoch.ts';
import { isOf } from './consents.ts';
import { Epoch } from './epoch.ts';
import type { Place } from './epoch.ts';
import { checkStaff } from './staff-rules.ts';
import type { Before } from './staff-rules.ts';
import type { Statements } from './statements.ts';
import { Doubt } from './stop.ts';
import type { Side, TalkPort } from './ports.ts';
import { SealedTalk } from './talk.ts';

/** How often a page that was loaded anew asks for an epoch to write in. */
const ASK_AGAIN = 5 * SECOND;

/**
 * The visitor's side: it verifies every epoch, lets nobody new in without a yes, and signs nothing.
 *
 * @param restored the page was loaded anew: epochs of the first replay are for reading only, since their counters are lost
 */
export function visitorTalk(
  visit: Visit,
  trust: TrustBook,
  port: TalkPort,
  clock: Clock,
  random: Random,
  restored = false,
): SealedTalk {
  const accept = async (word: EpochWord, before: Before, statements: Statements): Promise<Epoch> => {
    const { consents } = talk;
    const accepted = await acceptEpoch(word, visit, before, statements, trust, clock, (header, staff) =>
      checkStaff(header, staff, before, consents),
    );
    // An old epoch, held back by the server until after the replay, is not one to write in either.
    const isNew = talk.round > 0 && accepted.header.time >= begunAt - LEEWAY;
    const place: Place = { slot: VISITOR.slot, signer: undefined, mayWrite: !restored || isNew };
    return epochOf(accepted, place, clock.now(), random);
  };
  /** A question is shown only when it names somebody of the roster by the name and role that they have there. */
  const proposed = async (proposal: Proposal): Promise<void> => {
    const entry = deviceOf(await trust.newest(), proposal.device);
    const real = entry !== undefined && isOf(proposal, entry) && mayTalk(entry, visit.ring.service, clock.now());
    if (!real) throw new Doubt('untrusted');
  };
  const nothing = (): Promise<void> => Promise.resolve();
  const none = (): undefined => undefined;
  const begunAt = clock.now();
  let askAt = 0;
  const settled = async (): Promise<void> => {
    if (!talk.live || talk.epoch?.place.mayWrite !== false || clock.now() < askAt) return;
    askAt = clock.now() + ASK_AGAIN;
    clock.after(ASK_AGAIN, () => unattended(talk.nudge()));
    await talk.sendSignal(RESTART);
  };
  const side: Side = { accept, proposed, unread: none, history: nothing, restarted: none, settled, forgotten: none };
  const talk = new SealedTalk(visit.conversation, side, port, clock, random, restored ? 'reconnecting' : 'live');
  return talk;
}

/** An accepted epoch as this device uses it from `since` on. */
export const epochOf = (accepted: Accepted, place: Place, since: number, random: Random): Epoch => {
  const { header, headerHash, secret, people } = accepted;
  const keys = { conversation: header.conversation, number: header.number, secret, headerHash };
  return new Epoch(keys, place, people, header.leadSlot, since, random);
};
