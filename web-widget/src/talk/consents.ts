import { equal, utf8 } from '../kernel/bytes.ts';
import { toHex } from '../kernel/hex.ts';
import { hash } from '../seal/hash.ts';
import type { Answer, Proposal, What } from '../seal/proposal.ts';
import type { RosterDevice } from '../trust/roster.ts';

/** A question that stands: asked, or answered with yes and not yet carried out. */
export interface Standing {
  /** Message id of the proposal, 16 bytes. */
  readonly id: Uint8Array;
  readonly proposal: Proposal;
  readonly yes: boolean;
}

/** Whether this is the device, name and role that the roster means. */
export const isOf = ({ device, salt, name, role }: Proposal, entry: RosterDevice): boolean =>
  equal(device, entry.id) && role === entry.role && equal(hash(salt, utf8(name)), entry.name);

/** What the visitor was asked about colleagues and answered. One question stands at a time; a newer one ends it. */
export class Consents {
  private now: Standing | undefined;
  /** Who was ever proposed in this conversation, by device. */
  private readonly proposed = new Map<string, Proposal>();

  /** Devices that the visitor wants out of the chat. */
  private readonly away = new Map<string, Uint8Array>();

  get unwanted(): readonly Uint8Array[] {
    return [...this.away.values()];
  }

  wishAway(device: Uint8Array): void {
    this.away.set(toHex(device), device);
  }

  /** An epoch does without this device: who is asked in again later is wanted. */
  isAway(device: Uint8Array): void {
    this.away.delete(toHex(device));
  }

  get standing(): Standing | undefined {
    return this.now;
  }

  asked(id: Uint8Array, proposal: Proposal): void {
    this.now = { id, proposal, yes: false };
    this.proposed.set(toHex(proposal.device), proposal);
    this.away.delete(toHex(proposal.device));
  }

  /** Answers whose question it was; undefined when that question does not stand any more. */
  answered({ yes, proposal: id }: Answer): Proposal | undefined {
    const { now } = this;
    if (now === undefined || !equal(now.id, id)) return undefined;
    this.now = yes ? { ...now, yes } : undefined;
    return now.proposal;
  }

  /** The visitor's yes to exactly this, as long as it stands. */
  agreed(what: What, device: Uint8Array): Proposal | undefined {
    const { now } = this;
    const fits = now?.yes === true && now.proposal.what === what && equal(now.proposal.device, device);
    return fits ? now.proposal : undefined;
  }

  /** Whether the visitor agreed that this device of the roster joins or takes over. */
  allows(what: What, entry: RosterDevice): boolean {
    const proposal = this.agreed(what, entry.id);
    return proposal !== undefined && isOf(proposal, entry);
  }

  proposalOf(device: Uint8Array): Proposal | undefined {
    return this.proposed.get(toHex(device));
  }

  /** It happened, or will not. */
  settled(): void {
    this.now = undefined;
  }
}
