import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { DutyState } from '../gen/havn/v1/desk_pb.ts';
import { NONE } from '../kernel/bytes.ts';
import { HOUR } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { unattended } from '../kernel/unattended.ts';
import type { DeskUpKind } from '../wire/desk-frames.ts';
import type { Abilities } from './able.ts';
import type { DutyView } from './desk-view.ts';
import type { DutyWish, KeyStore, ShiftKeys, WishStore } from './keys/types.ts';

/** How long a shift without a plan lasts. */
const UNPLANNED = 4 * HOUR;
const OFF: DutyView = { state: 'off', until: undefined, services: [], load: 0, capacity: 0 };

/** This person's duty: the shift's keys, and what the server is told about it at every connection. */
export class Duty {
  private readonly current = signal<DutyView>(OFF);
  private shift: ShiftKeys | undefined;
  private said: Abilities | undefined;
  /** What the server last took: after a refusal it is said again. */
  private accepted: Abilities | undefined;
  private wanted: DutyWish | undefined;
  /** Whether the server answered what was said at this connection. Until then it knows of no shift, whoever is on duty. */
  private answered = false;

  constructor(
    private readonly keys: KeyStore & WishStore,
    private readonly up: (kind: DeskUpKind) => void,
    private readonly clock: Clock,
    private readonly person: {
      /** Salt of the shown name; colleagues need it to ask visitors about this person. */
      readonly nameSalt: () => Uint8Array | undefined;
      readonly able: () => Abilities;
    },
  ) {}

  get view(): ReadonlySignal<DutyView> {
    return this.current;
  }

  /** The keys of this shift, as long as there are any. */
  get shiftKeys(): ShiftKeys | undefined {
    return this.shift;
  }

  /**
   * After a reload: a shift whose keys are still here goes on as it was, with its services and its break.
   *
   * @param all services that this person has now; one that they do not have any more is left out
   */
  async restore(all: readonly string[]): Promise<void> {
    this.shift ??= await this.keys.shift();
    const wish = await this.keys.wish();
    const services = wish?.services.filter((service) => all.includes(service)) ?? [];
    if (this.shift === undefined || this.wanted !== undefined || this.shift.until <= this.clock.now()) return;
    if (wish === undefined || services.length === 0) return;
    this.wanted = { services, onBreak: wish.onBreak };
    this.set({ ...OFF, state: 'starting', until: this.shift.until, services });
  }

  async goOn(services: readonly string[]): Promise<void> {
    if (this.current.value.state !== 'off') return;
    this.set({ ...OFF, state: 'starting', services });
    try {
      const now = this.clock.now();
      const kept = this.shift ?? (await this.keys.shift());
      this.shift = kept !== undefined && kept.until > now ? kept : await this.keys.makeShift(now + UNPLANNED);
      await this.keys.keepWish({ services, onBreak: false });
    } catch (failure) {
      this.set(OFF);
      throw failure;
    }
    this.wanted = { services, onBreak: false };
    this.report();
  }

  takeBreak(on: boolean): void {
    if (this.wanted === undefined) return;
    this.want({ ...this.wanted, onBreak: on });
    this.say();
  }

  /** Destroys the keys. */
  async goOff(): Promise<void> {
    this.set({ ...this.current.value, state: 'ending' });
    this.wanted = undefined;
    this.shift = undefined;
    this.up({ case: 'dutyOff', value: {} });
    await this.keys.destroyShift();
    this.set(OFF);
  }

  /** At every connection: whoever went off duty while there was none is off duty now. */
  connected(): void {
    this.answered = false;
    if (this.wanted === undefined) this.up({ case: 'dutyOff', value: {} });
    else this.say();
  }

  /** Says what the person wants, with what they can do now. */
  report(): void {
    // Whoever is changing it and has no language left at this moment keeps what was said before.
    const now = this.person.able();
    this.said = this.said === undefined || now.languages.length > 0 ? now : this.said;
    this.say();
  }

  /** Says what the person wants, with what they could do when they were last asked and not refused. */
  private say(): void {
    if (this.wanted === undefined || this.shift === undefined) return;
    const { services, onBreak } = this.wanted;
    this.said ??= this.person.able();
    const { languages, lanes, traits } = this.said;
    const can = { languages: [...languages], lanes: [...lanes], traits: [...traits] };
    const nameSalt = this.person.nameSalt() ?? NONE;
    this.up({ case: 'dutyOn', value: { statement: this.shift.statement, services: [...services], onBreak, nameSalt, ...can } });
  }

  /** What the server sees. */
  told({ onDuty, onBreak, until, services, load, capacity }: DutyState): void {
    if (onDuty && this.shift === undefined) {
      // Without keys nobody can be met: whoever were taken would be left at once.
      this.up({ case: 'dutyOff', value: {} });
    } else if (onDuty) {
      [this.accepted, this.answered] = [this.said, true];
      this.set({ state: onBreak ? 'break' : 'on', until: Number(until), services, load, capacity });
    } else if (this.answered && (this.current.value.state === 'on' || this.current.value.state === 'break')) {
      // The statement has ended. The keys stay while chats are open.
      this.want(undefined);
      this.set({ ...OFF, load });
    } else {
      this.set({ ...this.current.value, load });
    }
  }

  /** The server refused what was said, and not the shift: whoever was on duty still is, as before, and every key stays. */
  unchanged(): void {
    [this.said, this.answered] = [this.accepted, true];
    if (this.current.value.state !== 'starting') return;
    this.want(undefined);
    this.set(OFF);
  }

  /** The server refused to take this shift: its keys are worth nothing. */
  async refused(chatsOpen: boolean): Promise<void> {
    this.want(undefined);
    this.set(OFF);
    if (chatsOpen) return;
    this.shift = undefined;
    await this.keys.destroyShift();
  }

  /** This device must not work any more; whoever says so has destroyed the keys. */
  stop(): void {
    this.wanted = undefined;
    this.shift = undefined;
    this.set(OFF);
  }

  /** Once the shift is over and no chat needs its keys any more, they are destroyed. */
  async settle(chatsOpen: boolean): Promise<void> {
    if (chatsOpen || this.shift === undefined || this.wanted !== undefined || this.current.value.state !== 'off') return;
    this.shift = undefined;
    await this.keys.destroyShift();
  }

  /** From now on, and after a reload. */
  private want(wish: DutyWish | undefined): void {
    this.wanted = wish;
    unattended(this.keys.keepWish(wish));
  }

  private set(view: DutyView): void {
    this.current.value = view;
  }
}
