/** Who waits, as the server last told it. */

import { signal, type Signal } from '@preact/signals';
import type { Line } from '../gen/havn/v1/desk_pb.ts';
import { toHex } from '../kernel/hex.ts';
import type { LineEntry, Whom } from './desk-view.ts';

/** The lines of this person's services as one list, first come first. */
export class Lines {
  readonly all: Signal<readonly LineEntry[]> = signal([]);
  private readonly byService = new Map<string, readonly LineEntry[]>();

  /** @param own this device's id, once it has one */
  constructor(private readonly own: () => Uint8Array | undefined) {}

  told({ service, items }: Line): void {
    const entries = items.map(({ conversation, lane, language, since, connected, wish, offeredTo }) => ({
      conversation: toHex(conversation),
      service,
      lane,
      language,
      since: Number(since),
      connected,
      wish: this.whom(wish),
      offer: this.whom(offeredTo),
    }));
    this.byService.set(service, entries);
    this.all.value = [...this.byService.values()].flat().sort((a, b) => a.since - b.since);
  }

  private whom(device: Uint8Array): Whom {
    if (device.length === 0) return 'nobody';
    const own = this.own();
    return own !== undefined && toHex(own) === toHex(device) ? 'me' : 'another';
  }
}

/**
 * Conversations that this device may take now: in each line, those before whom nobody connected waits who is not offered
 * to a colleague. The server decides in the same way (`havn.matching.Offers`).
 */
export function takeable(line: readonly LineEntry[]): ReadonlySet<string> {
  const may = new Set<string>();
  const earlier = new Set<string>();
  for (const { conversation, service, offer, connected } of line) {
    if (offer === 'another') continue;
    if (!earlier.has(service)) may.add(conversation);
    if (connected) earlier.add(service);
  }
  return may;
}
