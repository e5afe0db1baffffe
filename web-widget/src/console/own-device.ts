import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { SECOND } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import { Doubt } from '../talk/stop.ts';
import { NotToBeHad } from '../trust/book.ts';
import type { TrustBook } from '../trust/book.ts';
import type { Roster } from '../trust/roster.ts';
import type { DeskPerson } from './desk-person.ts';
import type { DeviceState } from './desk-view.ts';
import type { DeviceKeys, KeyStore } from './keys/types.ts';
import { checkSelf } from './self-check.ts';

const LOOK_AGAIN = 2 * SECOND;

/** This browser's device and its place in the roster, watched until the desk closes. */
export class OwnDevice {
  private readonly current = signal<DeviceState>('none');
  private readonly words = signal('');
  private keys: DeviceKeys | undefined;
  private verified: Roster | undefined;
  private closed = false;
  private looking: Promise<void> | undefined;
  /** Somebody asked while a look was under way: what it found may be old. */
  private again = false;
  /** Looks in a row that found documents which do not hold together. */
  private doubts = 0;

  /** @param changed called whenever the device became usable or unusable */
  constructor(
    private readonly store: KeyStore,
    private readonly person: DeskPerson,
    private readonly trust: TrustBook,
    private readonly clock: Clock,
    private readonly changed: (state: DeviceState) => void,
    /** Asked before an alarm: a person whose sign-in was ended has changed, and the list with them. */
    private readonly signedIn: () => Promise<boolean> = () => Promise.resolve(true),
  ) {}

  get state(): ReadonlySignal<DeviceState> {
    return this.current;
  }

  /** The roster's note. */
  get note(): ReadonlySignal<string> {
    return this.words;
  }

  get device(): DeviceKeys | undefined {
    return this.keys;
  }

  /** The newest verified roster that names exactly this device. Fails with a {@link Doubt}. */
  roster(): Roster {
    if (this.verified === undefined || this.current.value !== 'rostered') throw new Doubt('untrusted');
    return this.verified;
  }

  close(): void {
    this.closed = true;
  }

  /** Looks at the keys and the newest roster; again by itself until the roster names this device. */
  async look(): Promise<void> {
    if (this.closed || this.current.value === 'alarm') return;
    if (this.looking !== undefined) {
      this.again = true;
      await this.looking;
      return;
    }
    this.looking = this.findNewest();
    try {
      await this.looking;
    } finally {
      this.looking = undefined;
    }
    const now: DeviceState = this.state.value;
    if (now !== 'alarm' && (now !== 'rostered' || this.doubts > 0)) this.clock.after(LOOK_AGAIN, () => void this.look().catch(() => undefined));
  }

  private async findNewest(): Promise<void> {
    do {
      this.again = false;
      this.set(await this.find());
    } while (this.askedAgain && !this.closed && this.current.value !== 'alarm');
  }

  private get askedAgain(): boolean {
    return this.again;
  }

  private async find(): Promise<DeviceState> {
    try {
      this.keys = await this.store.device();
    } catch {
      return 'unsupported';
    }
    if (this.keys === undefined) return 'none';
    if (this.person.pin === '') return 'pending';
    const before = this.current.value;
    try {
      const roster = await this.trust.newest();
      const { keys } = this;
      const look = (): ReturnType<typeof checkSelf> => checkSelf(roster, keys, this.person, this.clock.now());
      // The list may name a service that the server gave this person a moment ago: what it says of them is asked for before an alarm.
      if (look() === 'wrong') await this.signedIn();
      const place = look();
      this.verified = roster;
      this.doubts = 0;
      this.words.value = roster.note;
      if (place === 'rostered') return 'rostered';
      // A signed list that does not name this device: keys stated by it are worth nothing, and open old chats only.
      await this.store.destroyShift();
      if (place === 'missing' && before !== 'rostered') return 'pending';
      return (await this.signedIn()) ? 'alarm' : 'pending';
    } catch (failure) {
      if (failure instanceof NotToBeHad) return before === 'rostered' ? before : 'pending';
      const forged = failure instanceof Doubt && failure.reason === 'untrusted';
      // A new signer is published a moment before its first list: the next look, two seconds later, decides.
      this.doubts = forged ? this.doubts + 1 : 0;
      if (this.doubts > 1) return 'alarm';
      return forged && before === 'rostered' ? before : 'pending';
    }
  }

  private set(state: DeviceState): void {
    if (this.closed || state === this.current.value) return;
    this.current.value = state;
    this.changed(state);
  }
}
