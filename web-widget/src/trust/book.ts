import { equal } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import { Doubt } from '../talk/stop.ts';
import { verifyBundle, verifyRoster } from './bundle.ts';
import type { VerifiedTrust } from './bundle.ts';
import { deviceOf } from './roster.ts';
import type { Roster, RosterDevice } from './roster.ts';

/** Gets a JSON document of `/.well-known/havn/`, for example `trust` or `roster/7`. Fails when it is not to be had. */
export type FetchDocument = (name: string) => Promise<unknown>;

const TRIES = 5;
const FIRST_PAUSE = 500;

/** A document could not be fetched; what it says is unknown, so nothing goes on. */
export class NotToBeHad extends Doubt {
  constructor() {
    super('untrusted');
  }
}

/** The rosters this page has verified. Within its life it never goes back to a lower version. */
export class TrustBook {
  private seen: Roster | undefined;

  constructor(
    private readonly pin: string,
    private readonly fetchDocument: FetchDocument,
    private readonly clock: Clock,
  ) {}

  /** Fetches and verifies the newest roster. Fails with a {@link Doubt}. */
  async newest(): Promise<Roster> {
    return (await this.fetchNewest()).roster;
  }

  /**
   * The devices of the roster an epoch names. An older version than the newest is accepted only while it is within
   * its time, and then only devices with the same key and name in the newest count, as the newest has them. Fails with a {@link Doubt}.
   */
  async devices(version: bigint, rosterHash: Uint8Array): Promise<readonly RosterDevice[]> {
    const { roster: newest, signer } = await this.fetchNewest();
    if (version > BigInt(newest.version)) throw new Doubt('untrusted');
    if (version === BigInt(newest.version)) {
      if (!equal(newest.hash, rosterHash)) throw new Doubt('untrusted');
      return newest.devices;
    }
    const named = verifyRoster(await this.fetchPatiently(`roster/${version}`), signer, this.clock.now());
    if (BigInt(named.version) !== version || !equal(named.hash, rosterHash)) throw new Doubt('untrusted');
    return newest.devices.filter((device) => {
      const before = deviceOf(named, device.id);
      return before !== undefined && equal(before.ed25519, device.ed25519) && equal(before.name, device.name);
    });
  }

  private async fetchNewest(): Promise<VerifiedTrust> {
    const trust = verifyBundle(await this.fetchPatiently('trust'), this.pin, this.clock.now());
    const { seen } = this;
    if (seen !== undefined) {
      if (trust.roster.version < seen.version) throw new Doubt('roster-old');
      if (trust.roster.version === seen.version && !equal(trust.roster.hash, seen.hash)) throw new Doubt('untrusted');
    }
    this.seen = trust.roster;
    return trust;
  }

  /** A document that cannot be had after five tries is a doubt, too: nothing goes on unchecked. */
  private async fetchPatiently(name: string): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.fetchDocument(name);
      } catch {
        if (attempt >= TRIES) throw new NotToBeHad();
        const pause = FIRST_PAUSE * 2 ** (attempt - 1);
        await new Promise<void>((resume) => void this.clock.after(pause, resume));
      }
    }
  }
}
