/** What a visit rings with. */

import type { Proof } from './reload.ts';

export interface Asked {
  readonly lane: string;
  readonly language: string;
  readonly wishes: readonly string[];
  /** Chats that the service left before, the last one last. */
  readonly left: readonly Proof[];
  /** Shows a return code where only people with one are taken. */
  readonly pass?: Uint8Array | undefined;
  readonly passing?: Promise<Uint8Array | undefined> | undefined;
}
