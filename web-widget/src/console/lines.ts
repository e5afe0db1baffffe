/** Who waits, as the server last told it. */

import { signal, type Signal } from '@preact/signals';
import { Boost, type Line } from '../gen/havn/v1/desk_pb.ts';
import { toHex } from '../kernel/hex.ts';
import type { LineEntry, Whom } from './desk-view.ts';

const BOOSTS: Partial<Readonly<Record<Boost, LineEntry['boost']>>> = { [Boost.RETURNED]: 'returned', [Boost.DANGER]: 'danger' };

const rank = ({ boost }: LineEntry): number => ['none', 'returned', 'danger'].indexOf(boost);

/** As the server orders each line: danger, then whom the service left, then whoever came first. */
export const inOrder = (line: readonly LineEntry[]): readonly LineEntry[] =>
  [...line].sort((a, b) => rank(b) - rank(a) || a.since - b.since);

/** The lines of this person's services as one list. */
export class Lines {
  readonly all: Signal<readonly LineEntry[]> = signal([]);
  private readonly byService = new Map<string, readonly LineEntry[]>();

  /** @param own this device's id, once it has one */
  constructor(private readonly own: () => Uint8Array | undefined) {}

  told({ service, items }: Line): void {
    const entries = items.map(({ conversation, lane, language, since, connected, wish, offeredTo, passed, boost }) => ({
      conversation: toHex(conversation),
      service,
      lane,
      language,
      since: Number(since),
      connected,
      passed,
      boost: BOOSTS[boost] ?? 'none',
      wish: this.whom(wish),
      offer: this.whom(offeredTo),
    }));
    this.byService.set(service, entries);
    this.all.value = [...this.byService.values()].flat();
  }

  private whom(device: Uint8Array): Whom {
    if (device.length === 0) return 'nobody';
    const own = this.own();
    return own !== undefined && toHex(own) === toHex(device) ? 'me' : 'another';
  }
}

/**
 * Conversations that this device may take now: whom it is asked for, and in each line those before whom nobody connected
 * waits, except for those who are offered to a colleague and those whom everybody let pass. The server decides in the same way (`havn.matching.Offers`). In the order to take them.
 */
export function takeable(line: readonly LineEntry[]): ReadonlySet<string> {
  const may: LineEntry[] = [];
  const earlier = new Set<string>();
  for (const entry of line) {
    const { service, offer, connected, passed } = entry;
    if (offer === 'another') continue;
    if (offer === 'me' || !earlier.has(service)) may.push(entry);
    if (connected && !passed) earlier.add(service);
  }
  may.sort((a, b) => turn(a) - turn(b));
  return new Set(may.map(({ conversation }) => conversation));
}

/** Whom one press takes first: whom this device is asked for, then who is there. */
function turn({ offer, connected }: LineEntry): number {
  if (offer === 'me') return 0;
  return connected ? 1 : 2;
}
