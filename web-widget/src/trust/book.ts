import { equal } from '../kernel/bytes.ts';
import type { Clock } from '../kernel/clock.ts';
import { Doubt } from '../talk/stop.ts';
import { renewalOf, verifyBundle, verifyRenewal, verifyRoster } from './bundle.ts';
import type { VerifiedTrust } from './bundle.ts';
import type { SigningKey } from './dsse.ts';
import { deviceOf, LEEWAY } from './roster.ts';
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

function sameIn(roster: Roster, device: RosterDevice): boolean {
  const other = deviceOf(roster, device.id);
  return other !== undefined && equal(other.ed25519, device.ed25519) && equal(other.name, device.name);
}

const stillIn = (newest: Roster, named: Roster): readonly RosterDevice[] =>
  named.devices.filter((device) => sameIn(newest, device));

function inItsTime(roster: Roster, time: number): Roster {
  if (time < roster.issued - LEEWAY || time > roster.expires + LEEWAY) throw new Doubt('untrusted');
  return roster;
}

/** The rosters this page has verified. Within its life it never goes back to a lower version. */
export class TrustBook {
  private known: VerifiedTrust | undefined;
  private least = 0;

  constructor(
    private readonly pin: string,
    private readonly fetchDocument: FetchDocument,
    private readonly clock: Clock,
  ) {}

  /** Fetches and verifies the newest roster. Fails with a {@link Doubt}. */
  async newest(): Promise<Roster> {
    return (await this.fetchNewest()).roster;
  }

  /** H(payload of root set 1). Fails with a {@link Doubt}. */
  async installation(): Promise<Uint8Array> {
    const { installation } = await this.fetchNewest();
    if (installation === undefined) throw new Doubt('untrusted');
    return installation;
  }

  /**
   * The roster of a version not above the newest, signed by today's signer and in its time then. When the newest was
   * issued before, only devices count that it still has. One that came after this page looked is looked for once.
   * Fails with a {@link Doubt}.
   */
  async rosterAt(version: bigint, time: number): Promise<Roster> {
    const { known } = this;
    const { roster: newest, signer } = known && version <= known.roster.version ? known : await this.fetchNewest();
    if (version > BigInt(newest.version)) throw new Doubt('untrusted');
    if (version === BigInt(newest.version)) return inItsTime(newest, time);
    const named = await this.fetchNamed(version, signer, time);
    if (BigInt(named.version) !== version) throw new Doubt('untrusted');
    return newest.issued <= time ? { ...named, devices: stillIn(newest, named) } : named;
  }

  /** Refuses from now on what is older than a roster somebody has seen before. Fails with a {@link Doubt}. */
  async atLeast(version: number): Promise<void> {
    this.least = Math.max(this.least, version);
    if ((await this.newest()).version < this.least) throw new Doubt('roster-old');
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
    const named = await this.fetchNamed(version, signer, this.clock.now());
    if (BigInt(named.version) !== version || !equal(named.hash, rosterHash)) throw new Doubt('untrusted');
    return newest.devices.filter((device) => sameIn(named, device));
  }

  private async fetchNewest(): Promise<VerifiedTrust> {
    const trust = verifyBundle(await this.fetchPatiently('trust'), this.pin, this.clock.now());
    const seen = this.known?.roster;
    if (trust.roster.version < this.least) throw new Doubt('roster-old');
    if (seen !== undefined) {
      if (trust.roster.version < seen.version || trust.roster.signed.version < seen.signed.version) throw new Doubt('roster-old');
      if (trust.roster.version === seen.version && !equal(trust.roster.hash, seen.hash)) throw new Doubt('untrusted');
    }
    this.known = trust;
    return trust;
  }

  /** A roster of this signer, or a renewal of one, in its time then. */
  private async fetchNamed(version: bigint, signer: SigningKey, time: number): Promise<Roster> {
    const document = await this.fetchPatiently(`roster/${version}`);
    const of = renewalOf(document);
    if (of === undefined) return verifyRoster(document, signer, time);
    return verifyRenewal(document, await this.fetchPatiently(`roster/${of}`), signer, time);
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
