/** Questions about who is in a chat, and their answers, as talk frames carry them (docs/protocol/sealed.md, section 14). */

import { concat, str8, u8 } from '../kernel/bytes.ts';
import { Reader } from '../kernel/reader.ts';

const WHATS = ['join', 'handover'] as const;
/** What a colleague shall become: a member beside the lead, or the lead. */
export type What = (typeof WHATS)[number];

/** The lead asks the visitor about one device. */
export interface Proposal {
  readonly what: What;
  /** 16 bytes. */
  readonly device: Uint8Array;
  /** 16 bytes; the roster holds H(salt ‖ name). */
  readonly salt: Uint8Array;
  /** As the roster says it. */
  readonly role: string;
  readonly name: string;
}

/** The visitor's yes or no; a no of the lead takes the question back. */
export interface Answer {
  readonly yes: boolean;
  /** Message id of the proposal, 16 bytes. */
  readonly proposal: Uint8Array;
}

export const encodeProposal = ({ what, device, salt, role, name }: Proposal): Uint8Array =>
  concat(u8(WHATS.indexOf(what) + 1), device, salt, str8(role), str8(name));

/** Answers undefined for anything else. */
export function readProposal(body: Uint8Array): Proposal | undefined {
  const reader = new Reader(body);
  const what = WHATS[reader.u8() - 1];
  const [device, salt] = [reader.take(16), reader.take(16)];
  const [role, name] = [reader.str8(), reader.str8()];
  return reader.done && what !== undefined && name !== '' ? { what, device, salt, role, name } : undefined;
}

export const encodeAnswer = ({ yes, proposal }: Answer): Uint8Array => concat(u8(yes ? 1 : 0), proposal);

/** Answers undefined for anything else. */
export function readAnswer(body: Uint8Array): Answer | undefined {
  const reader = new Reader(body);
  const yes = reader.u8();
  const proposal = reader.take(16);
  return reader.done && yes <= 1 ? { yes: yes === 1, proposal } : undefined;
}
