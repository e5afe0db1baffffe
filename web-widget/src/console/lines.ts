/** Who waits, as the server last told it. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { Boost, type Line } from '../gen/havn/v1/line_pb.ts';
import { toHex } from '../kernel/hex.ts';
import { barTo, type Abilities } from './able.ts';
import type { LineEntry, Whom } from './desk-view.ts';

const BOOSTS: Partial<Readonly<Record<Boost, LineEntry['boost']>>> = {
  [Boost.RETURNED]: 'returned',
  [Boost.RESUMED]: 'resumed',
  [Boost.DANGER]: 'danger',
};

const RANKS: Readonly<Record<LineEntry['boost'], number>> = { none: 0, returned: 1, resumed: 1, danger: 2 };
const rank = ({ boost }: LineEntry): number => RANKS[boost];

/** As the server orders each line: danger, then whom the service left, then whoever came first. */
export const inOrder = (line: readonly LineEntry[]): readonly LineEntry[] =>
  [...line].sort((a, b) => rank(b) - rank(a) || a.since - b.since);

type Told = Omit<LineEntry, 'bar'>;

/** The lines of this person's services as one list. */
export class Lines {
  readonly all: ReadonlySignal<readonly LineEntry[]>;
  private readonly byService = signal<ReadonlyMap<string, readonly Told[]>>(new Map());
  /** Services whose lines the server could not look up for a while; what was told last is still shown. */
  private readonly doubtful = signal<ReadonlySet<string>>(new Set());

  /**
   * @param own this device's id, once it has one
   * @param able what this person can do
   */
  constructor(
    private readonly own: () => Uint8Array | undefined,
    able: () => Abilities,
  ) {
    this.all = computed(() =>
      [...this.byService.value.values()].flat().map((entry) => ({ ...entry, bar: barTo(entry, able()) })),
    );
  }

  get unknown(): ReadonlySignal<ReadonlySet<string>> {
    return this.doubtful;
  }

  told({ service, items, unknown }: Line): void {
    this.doubtful.value = new Set([...[...this.doubtful.value].filter((one) => one !== service), ...(unknown ? [service] : [])]);
    if (unknown) return;
    const entries: readonly Told[] = items.map(({ conversation, lane, language, since, connected, wish, offeredTo, passed, boost, wishes, relaxed }) => ({
      conversation: toHex(conversation),
      service,
      lane,
      language,
      since: Number(since),
      connected,
      passed,
      boost: BOOSTS[boost] ?? 'none',
      wish: this.whom(wish),
      wishes,
      relaxed,
      offer: this.whom(offeredTo),
    }));
    this.byService.value = new Map(this.byService.value).set(service, entries);
  }

  private whom(device: Uint8Array): Whom {
    if (device.length === 0) return 'nobody';
    const own = this.own();
    return own !== undefined && toHex(own) === toHex(device) ? 'me' : 'another';
  }
}

/**
 * Conversations that this device may take now: whom it is asked for, and in each line those before whom nobody connected
 * waits, except for those who are offered to a colleague, those whom everybody let pass and those for whom this person is not
 * right. Whoever is in danger now may be taken while a colleague is asked. The server decides in the same way
 * (`havn.matching.Offers`). In the order to take them.
 */
export function takeable(line: readonly LineEntry[]): ReadonlySet<string> {
  const may: LineEntry[] = [];
  const earlier = new Set<string>();
  for (const entry of line) {
    const { service, offer, connected, passed, bar, boost } = entry;
    const another = offer === 'another';
    if ((another && boost !== 'danger') || bar !== undefined) continue;
    if (offer === 'me' || !earlier.has(service)) may.push(entry);
    if (connected && !passed && !another) earlier.add(service);
  }
  may.sort((a, b) => turn(a) - turn(b));
  return new Set(may.map(({ conversation }) => conversation));
}

/** Whom one press takes first: whom this device is asked for, then who is there. */
function turn({ offer, connected }: LineEntry): number {
  if (offer === 'me') return 0;
  return connected ? 1 : 2;
}
