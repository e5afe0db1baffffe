/** Calls for help out of chats whose visitors are in danger now, as the server tells them. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { DangerCaller, DangerMove, type DangerCalls, type DangerHelper } from '../gen/havn/v1/danger_pb.ts';
import { SECOND, type Clock } from '../kernel/clock.ts';
import { fromHex, toHex } from '../kernel/hex.ts';
import type { DeskUpKind } from '../wire/desk-frames.ts';
import type { Whom } from './desk-view.ts';

export interface Helper {
  /** Device id, 32 hexadecimal digits. */
  readonly device: string;
  /** Empty when nothing is known. */
  readonly name: string;
  readonly me: boolean;
}

export interface DangerView {
  readonly conversation: string;
  readonly service: string;
  readonly language: string;
  readonly since: number;
  readonly caller: 'visitor' | 'staff' | 'line';
  readonly lead: Whom;
  /** Empty when their duty is over. */
  readonly leadName: string;
  /** Nobody else on duty can hear it, or all of them said that they cannot come. */
  readonly alone: boolean;
  readonly coming: readonly Helper[];
  /** Who has heard it and cannot come; outside the chat no more than this person. */
  readonly heard: readonly Helper[];
  /** This person said here that they have heard it: it is quiet on this console, and shown. */
  readonly hushed: boolean;
  /** It rings nobody any more; the chat stays marked. */
  readonly over: boolean;
}

type Told = Omit<DangerView, 'hushed'>;

/** A call apart from an earlier one of the same chat. */
const named = ({ conversation, since }: Told): string => `${conversation} ${String(since)}`;

const CALLERS: Partial<Readonly<Record<DangerCaller, DangerView['caller']>>> = {
  [DangerCaller.BY_STAFF_IN_CHAT]: 'staff',
  [DangerCaller.IN_THE_LINE]: 'line',
};

/** Within this the server tells what stands; after it, the call is taken to have failed. */
const PATIENCE = 5 * SECOND;

const MOST_HUSHED = 100;

export class Danger {
  readonly all: ReadonlySignal<readonly DangerView[]>;
  private readonly byService = signal<ReadonlyMap<string, readonly Told[]>>(new Map());
  /** Services whose calls the server could not look up for a while. */
  private readonly doubtful = signal<ReadonlySet<string>>(new Set());
  /** {@link named} of calls that this person has heard; the last 100. */
  private readonly hushed = signal<ReadonlySet<string>>(new Set());
  /** Chats from which nobody could be called. */
  private readonly unheard = signal<ReadonlySet<string>>(new Set());
  /** Called from here, and not told by the server yet → stops waiting. */
  private readonly calling = new Map<string, () => void>();

  /**
   * @param up answers false while there is no connection
   * @param own this device's id, once it has one
   */
  constructor(
    private readonly up: (kind: DeskUpKind) => boolean,
    private readonly own: () => Uint8Array | undefined,
    private readonly clock: Clock,
  ) {
    this.all = computed(() => [...this.byService.value.values()].flat().map((call) => ({ ...call, hushed: this.hushed.value.has(named(call)) })));
  }

  /** Services of which the server does not know whether anybody calls; what was told last is still shown. */
  get unknown(): ReadonlySignal<ReadonlySet<string>> {
    return this.doubtful;
  }

  get failed(): ReadonlySignal<ReadonlySet<string>> {
    return this.unheard;
  }

  told({ service, items, unknown }: DangerCalls): void {
    this.doubtful.value = new Set([...[...this.doubtful.value].filter((one) => one !== service), ...(unknown ? [service] : [])]);
    if (unknown) return;
    const helper = ({ device, name }: DangerHelper): Helper => ({ device: toHex(device), name, me: this.isOwn(device) });
    const calls: readonly Told[] = items.map(({ conversation, lead, leadName, language, since, caller, alone, coming, heard, over }) => ({
      conversation: toHex(conversation),
      service,
      language,
      since: Number(since),
      caller: CALLERS[caller] ?? 'visitor',
      lead: this.isOwn(lead) ? 'me' : 'another',
      leadName,
      alone,
      coming: coming.map(helper),
      heard: heard.map(helper),
      over,
    }));
    this.byService.value = new Map(this.byService.value).set(service, calls);
    for (const { conversation, over } of calls) if (!over) this.settled(conversation);
  }

  /** Calls the others on duty; says so when that fails. */
  call(hex: string): void {
    this.settled(hex);
    if (!this.say(hex, DangerMove.CALL)) {
      this.fails(hex);
      return;
    }
    this.calling.set(hex, this.clock.after(PATIENCE, () => this.fails(hex)));
  }

  over(hex: string): void {
    this.say(hex, DangerMove.OVER);
  }

  canCome(hex: string): void {
    this.say(hex, DangerMove.CAN_COME);
  }

  /** Has heard a call out of somebody else's chat and cannot come, or cannot after all. */
  cannotCome(hex: string): void {
    this.hush(hex);
    this.say(hex, DangerMove.CANNOT_COME);
  }

  /** Has heard what is called now: it rings here no longer. A later call of the same chat does. */
  hush(hex: string): void {
    const calls = this.all.value.filter(({ conversation, over }) => conversation === hex && !over);
    this.hushed.value = new Set([...this.hushed.value, ...calls.map(named)].slice(-MOST_HUSHED));
  }

  /** The server refused a request about danger. True when that was a call. */
  refused(): boolean {
    const called = [...this.calling.keys()];
    called.forEach((hex) => this.fails(hex));
    return called.length > 0;
  }

  /** The connection is gone: what the server had not told may not have reached it. */
  lost(): void {
    this.refused();
  }

  /** Connected again; the server tells once more what there is. */
  welcomed(): void {
    this.byService.value = new Map();
    this.doubtful.value = new Set();
  }

  /** The sentence about a call that failed was read. */
  settled(hex: string): void {
    this.calling.get(hex)?.();
    this.calling.delete(hex);
    if (this.unheard.value.has(hex)) this.unheard.value = new Set([...this.unheard.value].filter((one) => one !== hex));
  }

  private fails(hex: string): void {
    this.settled(hex);
    this.unheard.value = new Set([...this.unheard.value, hex]);
  }

  private say(hex: string, move: DangerMove): boolean {
    const conversation = fromHex(hex);
    return conversation !== undefined && this.up({ case: 'danger', value: { conversation, move } });
  }

  private isOwn(device: Uint8Array): boolean {
    const own = this.own();
    return own !== undefined && toHex(own) === toHex(device);
  }
}
