/** What a sealed conversation needs around it. */

import type { Epoch as EpochWord } from '../gen/havn/v1/talk_pb.ts';
import type { Proposal } from '../seal/proposal.ts';
import type { Epoch, SealedBytes } from './epoch.ts';
import type { Before } from './staff-rules.ts';
import type { Statements } from './statements.ts';
import type { StopReason } from './stop.ts';

/** Where a conversation's effects go. Frames offered without a connection may be dropped: they are offered again. */
export interface TalkPort {
  talk(sealed: SealedBytes): void;
  signal(sealed: SealedBytes): void;
  /** Entries are missing: connect anew and resume from {@link SealedTalk.last}. */
  hole(): void;
  /** The view changed. */
  changed(): void;
  /** A check failed: close, and send nothing any more. */
  stopped(reason: StopReason): void;
}

/** What differs between the visitor's page, the lead's console and a member's. */
export interface Side {
  /** Verifies an epoch; undefined when this device is no member. Fails with a {@link Doubt}. */
  accept(word: EpochWord, before: Before, statements: Statements): Promise<Epoch | undefined>;
  /** Checks a question that came. Fails with a {@link Doubt}. */
  proposed(proposal: Proposal): Promise<void>;
  /** A frame of the running epoch, which this device is no member of. */
  unread(sealed: SealedBytes): void;
  /** The lead lets `device` read what was said before. Fails with a {@link Doubt}. */
  history(device: Uint8Array, file: Uint8Array): Promise<void>;
  /** After everything that came has been handled. */
  settled(): Promise<void>;
  /** The visitor's page was loaded anew, and cannot write in the running epoch. */
  restarted(): void;
  /** It is over: keys go, and words too when `words` says so. */
  forgotten(words: boolean): void;
}
