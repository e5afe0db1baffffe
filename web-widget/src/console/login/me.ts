/** The person who is signed in: answer of GET /api/me. */
export interface Me {
  readonly staff: string;
  readonly name: string;
  readonly role: string;
  readonly services: readonly ServiceName[];
  /** Passkeys of this person. */
  readonly passkeys: number;
  readonly demo: boolean;
  /** Port of the role `channels` on this host; undefined where nobody can be reminded. */
  readonly channels?: number | undefined;
  /** Pin of the root set; empty before the first one is published. */
  readonly pin: string;
}

/** `not-here`: this sign-in may not, since a device of its person was removed after it began. */
export type Adding = 'added' | 'failed' | 'not-here';

export interface ServiceName {
  readonly id: string;
  readonly name: string;
  /** For how many days transcripts are kept; 0, none is written. */
  readonly retentionDays: number;
  /** BCP 47 languages in which it answers. */
  readonly languages: readonly string[];
  readonly lanes: readonly string[];
}

/** Roles that may go on duty without a planned shift. */
const UNPLANNED: readonly string[] = ['coordinator', 'worker', 'mediator'];

/** Roles that count rounds outdoors and indoors. */
const COUNTING: readonly string[] = ['coordinator', 'worker', 'mediator'];

export const countsRounds = ({ role, services }: Me): boolean => COUNTING.includes(role) && services.length > 0;

export type MayWork = 'yes' | 'no-services' | 'volunteer' | 'role';

/** Roles that may during a shift they hold. */
const PLANNED: readonly string[] = ['volunteer', 'peer', 'trainee'];

/**
 * Whether this person can go on duty now, or why not.
 * @param onShift services for which they hold a shift now
 */
export function mayWork(me: Me, onShift: readonly string[]): MayWork {
  if (PLANNED.includes(me.role)) return onShift.length === 0 ? 'volunteer' : 'yes';
  if (!UNPLANNED.includes(me.role)) return 'role';
  return me.services.length === 0 ? 'no-services' : 'yes';
}
