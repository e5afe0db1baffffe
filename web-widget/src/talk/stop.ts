/** Why a chat was stopped rather than continued unprotected. Each has a sentence in every language. */
export type StopReason =
  /** The trust bundle does not lead from the pin to this worker's device. */
  | 'untrusted'
  /** The roster is expired or older than one already seen. */
  | 'roster-old'
  /** This device's clock is too far off to judge freshness. */
  | 'clock'
  /** The epoch is not the next one, not signed by its lead or does not fit this ring. */
  | 'epoch-refused'
  /** A frame did not open, was forged, altered or replayed, or one is missing. */
  | 'frame-refused'
  /** The server answered with a final code (docs/protocol/codes.md). */
  | 'server-refused'
  /** Another tab or device took over. */
  | 'replaced'
  /** This browser lacks the cryptography. */
  | 'browser';

/** A check that failed. Whoever catches it stops the chat; nothing is ever sent afterwards. */
export class Doubt extends Error {
  constructor(readonly reason: StopReason) {
    super(reason);
    this.name = 'Doubt';
  }
}
