/** Everything this page keeps on the phone, and the moves it has. Pure. */

import type { Round } from './round.ts';

/** Rounds on one phone that are not sent; one more is not begun before the others are. */
export const MOST_ROUNDS = 10;
/** Rounds that were sent and can be put right here; an older one makes room. */
export const MOST_SENT = 20;

export interface ServiceName {
  readonly id: string;
  readonly name: string;
}

export interface Kept {
  /** At most 10 that are not sent and 20 that are, the oldest first; at most one is being counted. */
  readonly rounds: readonly Round[];
  /** Services of whoever was signed in last, so that a round can begin without a network. */
  readonly services: readonly ServiceName[];
  /** The service of the last round; empty before the first one. */
  readonly last: string;
  /** A round was removed because 14 days had passed; said once. */
  readonly lapsed: boolean;
}

export const NOTHING_KEPT: Kept = { rounds: [], services: [], last: '', lapsed: false };

/** The round that is being counted. */
export const counting = ({ rounds }: Kept): Round | undefined => rounds.find(({ stage }) => stage === 'counting');

/** Those that are to be sent. */
export const waiting = ({ rounds }: Kept): readonly Round[] => rounds.filter(({ stage }) => stage === 'finished');

/** Those that the server has as they are here. */
export const sent = ({ rounds }: Kept): readonly Round[] => rounds.filter(({ stage }) => stage === 'sent');

/** Begins a round. As it was while another one is being counted, or 10 wait. */
export function begun(kept: Kept, round: Round): Kept {
  const old = sent(kept).slice(0, -MOST_SENT);
  const rounds = kept.rounds.filter((each) => !old.includes(each));
  const here = rounds.filter(({ stage }) => stage !== 'sent');
  if (counting(kept) !== undefined || here.length >= MOST_ROUNDS) return kept;
  return { ...kept, rounds: [...rounds, round], last: round.service, lapsed: false };
}

/** With one round changed. */
export const changed = (kept: Kept, id: string, step: (round: Round) => Round): Kept => ({
  ...kept,
  rounds: kept.rounds.map((round) => (round.id === id ? step(round) : round)),
});

/** Takes up a round again. As it was while another one is being counted. */
export const takenUp = (kept: Kept, id: string, reopen: (round: Round) => Round): Kept =>
  counting(kept) === undefined ? changed(kept, id, reopen) : kept;

export const without = (kept: Kept, id: string): Kept => ({ ...kept, rounds: kept.rounds.filter((round) => round.id !== id) });

/** The server has this revision of the round. What was put right meanwhile, here or in another tab, is still to be sent, or on its way. */
export const arrived = (kept: Kept, id: string, revision: number): Kept =>
  changed(kept, id, (round) => {
    const told = { ...round, told: Math.max(round.told, revision), perhaps: round.perhaps > revision ? round.perhaps : 0 };
    return round.stage === 'finished' && round.revision === revision ? { ...told, stage: 'sent' } : told;
  });

/** A revision of the round is about to be sent: perhaps the server has it. */
export const asked = (kept: Kept, id: string, revision: number): Kept =>
  changed(kept, id, (round) => (round.perhaps >= revision ? round : { ...round, perhaps: revision }));

/** The server says that it has not this revision; what was the case before is again, unless another tab sent a later one meanwhile. */
export const refused = (kept: Kept, id: string, revision: number, before: number): Kept =>
  changed(kept, id, (round) => (round.perhaps === revision ? { ...round, perhaps: before } : round));

/** Without what can be told no more, because its day is before this one. */
export function swept(kept: Kept, first: string): Kept {
  const rounds = kept.rounds.filter(({ day }) => day >= first);
  const lost = kept.rounds.some(({ day, stage }) => day < first && stage !== 'sent');
  return { ...kept, rounds, lapsed: kept.lapsed || lost };
}

/** What a store gave back; nothing where it is of another shape. */
export function readKept(value: unknown): Kept {
  if (typeof value !== 'object' || value === null || !('rounds' in value) || !Array.isArray(value.rounds)) return NOTHING_KEPT;
  const kept: Kept = { ...NOTHING_KEPT, ...(value as Kept) };
  return { ...kept, rounds: kept.rounds.map(readRound) };
}

/** One that an older page kept does not say what the server has. */
function readRound(round: Round): Round {
  const { told, perhaps, revision, stage } = round as Omit<Round, 'told' | 'perhaps'> & { readonly told?: number; readonly perhaps?: number | boolean };
  if (told === undefined) return { ...round, told: stage === 'sent' ? revision : 0, perhaps: revision };
  // An older page kept only whether.
  return typeof perhaps === 'number' ? round : { ...round, perhaps: perhaps === true ? revision : 0 };
}
