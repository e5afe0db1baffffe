import type { DeviceKeys, DutyWish, KeyStore, ShiftKeys, WishStore } from '../console/keys/types.ts';
import type { Clock } from '../kernel/clock.ts';
import { stateShift } from '../seal/statement.ts';
import { seedIdentity } from '../seal/xwing.ts';
import type { Chance } from './chance.ts';
import { seedSigner } from './keys.ts';

/** A key store in memory that survives a reload of the console, as a browser's does. */
export class MemoryKeys implements KeyStore, WishStore {
  private kept: DeviceKeys | undefined;
  private current: ShiftKeys | undefined;
  private wanted: DutyWish | undefined;

  constructor(
    private readonly chance: Chance,
    private readonly clock: Clock,
  ) {}

  device(): Promise<DeviceKeys | undefined> {
    return Promise.resolve(this.kept);
  }

  makeDevice(): Promise<DeviceKeys> {
    this.kept ??= { ...seedSigner(this.chance.bytes(32)), id: this.chance.bytes(16), salt: this.chance.bytes(16) };
    return Promise.resolve(this.kept);
  }

  shift(): Promise<ShiftKeys | undefined> {
    return Promise.resolve(this.current);
  }

  async makeShift(until: number): Promise<ShiftKeys> {
    const signer = seedSigner(this.chance.bytes(32));
    const identity = seedIdentity(this.chance.bytes(32));
    const keys = { ed25519: signer.ed25519, xwing: identity.publicKey };
    const statement = await stateShift(await this.makeDevice(), keys, this.clock.now(), until);
    [this.current, this.wanted] = [{ statement, signer, identity, until }, undefined];
    return this.current;
  }

  destroyShift(): Promise<void> {
    [this.current, this.wanted] = [undefined, undefined];
    return Promise.resolve();
  }

  wish(): Promise<DutyWish | undefined> {
    return Promise.resolve(this.wanted);
  }

  keepWish(wish: DutyWish | undefined): Promise<void> {
    this.wanted = this.current && wish;
    return Promise.resolve();
  }
}
