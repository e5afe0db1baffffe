import { toHex } from '../kernel/hex.ts';
import type { PastText } from './past.ts';
import type { Message, Tick } from './view.ts';

const ORDER: Readonly<Record<Tick, number>> = { held: 0, stored: 1, seen: 2 };

/** What was said, as the screen shows it; no message twice. Bounded by the 2,000 entries of a conversation. */
export class Story {
  private said: readonly Message[] = [];
  private readonly ids = new Set<string>();

  get messages(): readonly Message[] {
    return this.said;
  }

  /** Whether this message id was shown. */
  knows(id: Uint8Array): boolean {
    return this.ids.has(toHex(id));
  }

  /** False when this message id is shown already. */
  add(id: Uint8Array, message: Omit<Message, 'id'>): boolean {
    const hex = toHex(id);
    if (this.ids.has(hex)) return false;
    this.ids.add(hex);
    this.said = [...this.said, { ...message, id: hex }];
    return true;
  }

  /** Puts what was said earlier in front; no message twice. */
  before(earlier: readonly PastText[]): void {
    const fresh = earlier.filter(({ id }) => !this.ids.has(toHex(id)));
    for (const { id } of fresh) this.ids.add(toHex(id));
    this.said = [...fresh.map((one) => ({ ...one, id: toHex(one.id) })), ...this.said];
  }

  /** Own message `id` has come this far; never goes back. */
  tick(id: Uint8Array, tick: Tick): void {
    const hex = toHex(id);
    this.said = this.said.map((one) =>
      one.id === hex && one.tick !== undefined && ORDER[one.tick] < ORDER[tick] ? { ...one, tick } : one,
    );
  }

  clear(): void {
    this.said = [];
  }
}
