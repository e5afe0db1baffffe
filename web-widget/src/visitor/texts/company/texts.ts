/** Words of the question whether somebody may come into the chat; fetched with it. */

import type { What } from '../../../seal/proposal.ts';

/** `watch`: somebody in training wants to read along. */
export type Wanted = What | 'watch';

export interface CompanyWords {
  readonly question: Readonly<Record<Wanted, (who: string, lead: string) => string>>;
  /** Who will be able to read, and what. */
  readonly readers: Readonly<Record<Wanted, (name: string, lead: string) => string>>;
}
