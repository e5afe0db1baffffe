/** Who is in a led chat beside the lead, and what the next epoch must do about it. */

import { equal } from '../kernel/bytes.ts';
import { toHex } from '../kernel/hex.ts';
import { MOST_MEMBERS } from '../seal/epoch.ts';
import type { EpochHeader, EpochMember } from '../seal/epoch.ts';
import type { SaltedName } from '../seal/grant.ts';
import { verifyStatement } from '../seal/statement.ts';
import { mayTalk } from '../trust/roster.ts';
import type { Roster, RosterDevice } from '../trust/roster.ts';
import type { Consents } from './consents.ts';
import { isOf } from './consents.ts';
import type { Statements } from './statements.ts';

/** A member as the server lists it. */
export interface ListedMember {
  /** 16 bytes. */
  readonly device: Uint8Array;
  readonly slot: number;
}

/** A device that gets the epoch beside the lead, verified. */
export interface Companion extends ListedMember {
  /** X-Wing, 1,216 bytes. */
  readonly publicKey: Uint8Array;
  readonly ed25519: Uint8Array;
  readonly statementHash: Uint8Array;
  readonly name: string;
  readonly salt: Uint8Array;
  readonly role: string;
}

type Named = Pick<SaltedName, 'salt' | 'name'>;

export class Company {
  private listed: readonly ListedMember[] = [];
  private readonly names = new Map<string, Named>();

  constructor(
    private readonly me: Uint8Array,
    private readonly service: string,
    private readonly statements: Statements,
    private readonly consents: Consents,
  ) {}

  /** The server's list of members. Nobody on it gets a key without the visitor's yes. */
  told(members: readonly ListedMember[]): void {
    this.listed = members;
  }

  /** Name and salt of a device, from a grant of ours. */
  named(device: Uint8Array, name: Named): void {
    this.names.set(toHex(device), name);
  }

  has(device: Uint8Array): boolean {
    return this.listed.some((one) => equal(one.device, device));
  }

  drop(device: Uint8Array): void {
    this.listed = this.listed.filter((one) => !equal(one.device, device));
  }

  /** The reason for a new epoch that members give. */
  due(header: EpochHeader): 'leave' | 'join' | 'resume' | undefined {
    const inside = this.inside(header);
    if (inside.some(({ device }) => !this.has(device))) return 'leave';
    if (this.newcomer(header) !== undefined) return 'join';
    return inside.some(({ device }) => this.statements.isFresh(device)) ? 'resume' : undefined;
  }

  /** Members of an epoch who are in the roster no longer. */
  revoked(header: EpochHeader, roster: Roster, now: number): readonly EpochMember[] {
    return this.inside(header).filter(({ device }) => this.entryOf(device, roster, now) === undefined);
  }

  /** Members and who comes, to whom nothing can be sealed any more: what they stated about their keys is over. */
  lapsed(header: EpochHeader, roster: Roster, now: number): readonly ListedMember[] {
    return this.meant(header, true).filter((one) => this.verified(one, roster, now).length === 0);
  }

  /** Who shall get an epoch that follows `header`. Whoever cannot be verified is left out. */
  companions(header: EpochHeader, joins: boolean, roster: Roster, now: number): readonly Companion[] {
    return this.meant(header, joins).flatMap((one) => this.verified(one, roster, now));
  }

  private meant(header: EpochHeader, joins: boolean): readonly ListedMember[] {
    const stay = this.inside(header).filter(({ device }) => this.has(device));
    const newcomer = joins ? this.newcomer(header) : undefined;
    return newcomer === undefined ? stay : [...stay, newcomer];
  }

  private verified({ device, slot }: ListedMember, roster: Roster, now: number): readonly Companion[] {
    const entry = this.entryOf(device, roster, now);
    const statement = this.statements.newestOf(device);
    const proposal = this.consents.proposalOf(device);
    const name = proposal !== undefined && entry !== undefined && isOf(proposal, entry) ? proposal : this.names.get(toHex(device));
    if (entry === undefined || statement === undefined || name === undefined) return [];
    const shift = verifyStatement(statement, entry.ed25519);
    if (shift === undefined || !equal(shift.device, device) || shift.until < now) return [];
    const { xwing: publicKey, ed25519, hash: statementHash } = shift;
    return [{ device, slot, publicKey, ed25519, statementHash, name: name.name, salt: name.salt, role: entry.role }];
  }

  private entryOf(device: Uint8Array, roster: Roster, now: number): RosterDevice | undefined {
    const entry = roster.devices.find(({ id }) => equal(id, device));
    return entry !== undefined && mayTalk(entry, this.service, now) ? entry : undefined;
  }

  private inside(header: EpochHeader): readonly EpochMember[] {
    return header.members.filter(({ kind, device }) => kind === 'staff' && !equal(device, this.me));
  }

  /** Somebody the server let in, the visitor agreed to, and whose keys are stated. */
  private newcomer(header: EpochHeader): ListedMember | undefined {
    if (header.members.length >= MOST_MEMBERS) return undefined;
    return this.listed.find(
      ({ device }) =>
        header.members.every((member) => !equal(member.device, device)) &&
        this.consents.agreed('join', device) !== undefined &&
        this.statements.newestOf(device) !== undefined,
    );
  }
}
