/** Where a visit is, as far as the server and the sealed talk have told. */

import { Preference as Asks, WaitBand as Band } from '../gen/havn/v1/visitor_pb.ts';
import type { Waiting } from '../gen/havn/v1/visitor_pb.ts';
import type { Ending } from '../talk/ending.ts';
import type { SealedTalk } from '../talk/talk.ts';
import { waitsSince } from '../talk/waits-since.ts';
import type { EndedBy, LineMatch, Preference, ServiceInfo, VisitState, WaitBand } from './session-view.ts';

const BANDS: Partial<Readonly<Record<Band, WaitBand>>> = {
  [Band.UNDER_5_MINUTES]: 'under-5',
  [Band.FROM_5_TO_15_MINUTES]: '5-15',
  [Band.OVER_15_MINUTES]: 'over-15',
};

const ASKS: Partial<Readonly<Record<Asks, Preference>>> = {
  [Asks.ANOTHER_PROFESSION]: 'profession',
  [Asks.ANOTHER_GENDER]: 'gender',
  [Asks.ANOTHER_LANGUAGE]: 'language',
};

/** That everything is deleted is said by whoever heard it from the server, not because the chat ended. */
function endedBy(ending: Ending): EndedBy {
  if (ending === 'deleted') return 'visitor';
  return ending === 'left' ? 'gone' : ending;
}

export class Place {
  private position: number;
  private band: WaitBand = 'unknown';
  private match: LineMatch | undefined;
  private danger = false;
  /** The server said that the visit is in the line. */
  private waits = false;
  /** When somebody took the visit. */
  private taken: number | undefined;

  /** @param kept whether this page was loaded anew */
  constructor(
    private readonly service: ServiceInfo,
    private readonly kept: boolean,
  ) {
    this.position = service.waiting + 1;
  }

  waiting({ position, band, asks, question, spoken, understood, danger }: Waiting): void {
    [this.waits, this.danger] = [true, danger];
    const preference = ASKS[asks];
    this.match = { question: preference && { number: question, preference }, spoken, understood };
    [this.position, this.band] = [position, BANDS[band] ?? 'unknown'];
  }

  /** Somebody took the visit. */
  take(now: number): void {
    this.taken ??= now;
  }

  /** For how many milliseconds the visitor has waited for a word of staff. */
  unanswered(talk: SealedTalk, now: number): number {
    const since = this.taken === undefined ? undefined : waitsSince(talk.view.messages, this.taken);
    return since === undefined ? 0 : Math.max(0, now - since);
  }

  /** @param connected whether the server listens now */
  state(talk: SealedTalk | undefined, connected: boolean): VisitState {
    const { service, kept, position, band, match, danger } = this;
    if (talk?.ended !== undefined) return { kind: 'ended', service, by: endedBy(talk.ended) };
    if (talk?.epoch !== undefined && (!kept || talk.round > 0)) return { kind: 'talking', service, talk: talk.view };
    // Before the replay is complete, nobody knows whether words were said.
    const alone = talk !== undefined && talk.round > 0 && !talk.view.peerConnected;
    if (this.taken !== undefined || (kept && !this.waits)) return { kind: 'checking', service, alone };
    return { kind: 'waiting', service, position, band, match, danger, connected: connected && talk !== undefined };
  }
}
