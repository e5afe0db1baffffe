import { equal, utf8 } from '../kernel/bytes.ts';
import { LONGEST_TEXT } from '../seal/plaintext.ts';

/** Messages that no other device has sealed a `seen` over yet; past this nothing more is taken. */
export const MOST_UNSEEN = 64;

export interface Outgoing {
  /** Message id, 16 bytes; the same under every epoch it is sealed in. */
  readonly id: Uint8Array;
  readonly kind: number;
  readonly body: Uint8Array;
  /** Whether it is sealed under the running epoch. */
  sealed: boolean;
}

/** Own words that this page holds until another person's device has seen them, in the order they were said. */
export class Outbox {
  private waiting: readonly Outgoing[] = [];

  get room(): number {
    return MOST_UNSEEN - this.waiting.length;
  }

  get unsealed(): number {
    return this.waiting.filter(({ sealed }) => !sealed).length;
  }

  /** The next one to seal. */
  get next(): Outgoing | undefined {
    return this.waiting.find(({ sealed }) => !sealed);
  }

  /** Whether one of this kind is still to be sealed. */
  owes(wanted: number): boolean {
    return this.waiting.some(({ kind, sealed }) => kind === wanted && !sealed);
  }

  add(id: Uint8Array, kind: number, body: Uint8Array): void {
    this.waiting = [...this.waiting, { id, kind, body, sealed: false }];
  }

  seen(id: Uint8Array): void {
    this.waiting = this.waiting.filter((one) => !equal(one.id, id));
  }

  /** A new epoch: everything unseen is sealed again. */
  unseal(): void {
    for (const one of this.waiting) one.sealed = false;
  }

  /** Forgets the words. */
  clear(): void {
    for (const { body } of this.waiting) body.fill(0);
    this.waiting = [];
  }
}

/** Whether this text can be one message: something in it, at most 12,000 bytes of UTF-8. */
export const fitsMessage = (text: string): boolean => text.trim() !== '' && utf8(text).length <= LONGEST_TEXT;
