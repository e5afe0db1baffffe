/** The coordinator's work on people and devices. */

import { batch, signal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import { toBase64Url } from '../../kernel/base64.ts';
import { fromHex, toHex } from '../../kernel/hex.ts';
import { equal } from '../../kernel/bytes.ts';
import { newestOf, verifiedAsOfItsEnd, type VerifiedTrust } from '../../trust/bundle.ts';
import { payloadOf, readDsse } from '../../trust/dsse.ts';
import type { Roster } from '../../trust/roster.ts';
import type { Http } from '../login/http.ts';
import type { Me } from '../login/me.ts';
import { members, text } from '../login/read.ts';
import { deviceCode } from './code.ts';
import { readEnrolled, type Enrolled } from './enrolled.ts';
import { isOf, nextRoster, signRoster, type Change } from './next-roster.ts';
import type { DeviceRow, Outcome, People, Person, RosterState, Signing } from './people.ts';
import type { SignerKey } from './signer-key.ts';
import { changeStaff, endStaff, readStaff } from './staff.ts';
import { createWizard, type SignerStore } from './wizard.ts';

export interface Surroundings {
  readonly http: Http;
  /** As the server says it now. */
  readonly me: () => Me;
  readonly clock: Clock;
  /** Where this console is, for links: "https://vakt.example.org". */
  readonly origin: string;
  /** Device id of this browser, hexadecimal; undefined before there is one. */
  readonly mine: () => string | undefined;
  readonly signers: SignerStore;
}

export function createCoordination(around: Surroundings): People {
  const { http, me, clock, signers } = around;
  const devices = signal<readonly DeviceRow[] | undefined>(undefined);
  const staff = signal<readonly Person[] | undefined>(undefined);
  const failed = signal(false);
  const roster = signal<RosterState | undefined>(undefined);
  const signing = signal<Signing>(me().demo ? { kind: 'demo' } : { kind: 'none' });
  const outcome = signal<Outcome>({ kind: 'none' });
  const link = signal<{ readonly name: string; readonly address: string } | undefined>(undefined);
  let enrolled: readonly Enrolled[] = [];
  let trust: VerifiedTrust | undefined;
  /** The newest list that was verified here. */
  let verified: Roster | undefined;
  /** What the next list follows. Its devices count only if it was verified here. */
  let before: Before | undefined;
  let half = false;
  /** Pin of a root set that this browser uploaded itself; before that the server's word. */
  let { pin } = me();

  const load = async (): Promise<void> => {
    const [answer, known, bundle, key] = await Promise.all([
      http.get('/api/devices'),
      http.get('/api/staff'),
      http.get('/.well-known/havn/trust'),
      signers.read(),
    ]);
    if (answer.kind !== 'ok' || known.kind !== 'ok') {
      failed.value = true;
      return;
    }
    enrolled = readEnrolled(answer.value);
    trust = bundle.kind === 'ok' ? verifiedAsOfItsEnd(bundle.value, pin, clock.now()) : undefined;
    verified = trust?.roster ?? verified;
    before = bundle.kind === 'ok' ? toFollow(bundle.value, verified) : undefined;
    half = bundle.kind === 'ok' && trust === undefined && key !== undefined && isPublished(bundle.value, key);
    batch(() => {
      failed.value = false;
      staff.value = readStaff(known.value);
      devices.value = enrolled.map((device) => row(device, before?.devices, around.mine()));
      roster.value = trust === undefined ? undefined : { version: trust.roster.version, expires: trust.roster.expires };
      signing.value = whoSigns(me(), trust, key);
    });
  };

  /** Signs the next roster and publishes it; the server checks it in full, and so does the next load. */
  const publish = async (change: Change): Promise<boolean> => {
    const key = await signers.read();
    if (key === undefined) return false;
    outcome.value = { kind: 'busy' };
    const document = await signRoster(nextRoster(before, change, clock.now(), enrolled), key);
    const answer = await http.post('/api/rosters', document);
    outcome.value = answer.kind === 'ok' ? { kind: 'published', version: (before?.version ?? 0) + 1 } : { kind: 'refused' };
    await load();
    return answer.kind === 'ok';
  };

  /** Devices of the list that are one person's, as the list says. */
  const listedOf = (person: Person): readonly string[] => {
    const id = fromHex(person.id);
    if (id === undefined) return [];
    return (before?.devices ?? []).filter((device) => isOf(device, id, enrolled)).map((device) => toHex(device.id));
  };

  const signsHere = (): boolean => signing.peek().kind === 'here';

  /** Signs what this page shows of these devices, and leaves out those of people who are gone. */
  const follow = async (only: (device: DeviceRow) => boolean): Promise<void> => {
    const rows = (devices.peek() ?? []).filter(only);
    const ids = rows.filter(({ behind }) => behind === 'gone').map(({ id }) => id);
    if (ids.length > 0) await publish({ kind: 'revoke', ids });
    const changed = new Set(rows.filter(({ behind }) => behind === 'changed').map(({ id }) => id));
    if (changed.size > 0) await publish({ kind: 'follow', devices: enrolled.filter(({ id }) => changed.has(toHex(id))) });
  };

  const makeLink = async (name: string, path: string, wanted: unknown): Promise<boolean> => {
    const answer = await http.post(path, wanted);
    const token = answer.kind === 'ok' ? text(members(answer.value)['token']) : '';
    if (token === '') return false;
    link.value = { name, address: `${around.origin}/#i=${token}` };
    return true;
  };

  const wizard = createWizard({
    http,
    clock,
    signers,
    pinned: (uploaded) => {
      pin = uploaded;
    },
    later: () => before !== undefined,
    half: () => half,
    signFirst: async () => {
      await load();
      // A later list adds nobody but this browser; the others are approved one by one.
      const added = enrolled.filter(({ id, revoked }) => !revoked && (before === undefined || toHex(id) === around.mine()));
      return publish({ kind: 'approve', devices: added });
    },
  });

  return {
    devices,
    staff,
    failed,
    roster,
    signing,
    outcome,
    link,
    load,
    async approve(id) {
      const wanted = fromHex(id);
      const device = enrolled.find((each) => wanted !== undefined && equal(each.id, wanted));
      if (device !== undefined) await publish({ kind: 'approve', devices: [device] });
    },
    async revoke(id) {
      await publish({ kind: 'revoke', ids: [id] });
    },
    async change(person, role, services) {
      const came = await changeStaff(http, person, role, services);
      await load();
      if (came !== 'done' || !signsHere()) return came;
      const theirs = new Set(listedOf(person));
      // Only what was asked for here is signed; anything else stays in sight, to be looked at.
      const asked = ({ role: now, services: all }: DeviceRow): boolean =>
        now === role && me().services.every(({ id }) => all.includes(id) === services.includes(id));
      await follow((device) => device.behind === 'changed' && theirs.has(device.id) && asked(device));
      return came;
    },
    async offBoard(person) {
      const came = await endStaff(http, person);
      await load();
      const ids = listedOf(person);
      if (came === 'done' && signsHere() && ids.length > 0) await publish({ kind: 'revoke', ids });
      return came;
    },
    follow: () => follow(() => true),
    async renew() {
      await publish({ kind: 'renew' });
    },
    invite: (name, role, services) => makeLink(name, '/api/invites', { name, role, services }),
    inviteAgain: (staff, name) => makeLink(name, '/api/invites/again', { staff }),
    forgetLink() {
      link.value = undefined;
    },
    ...wizard,
  };
}

type Before = Pick<Roster, 'version' | 'hash' | 'note' | 'devices'>;

/**
 * The newest list or renewal, by whomever it was signed. Under a new signer it cannot be verified any more: its devices are taken
 * over only if it was verified here before, else all have to be approved anew.
 */
function toFollow(bundle: unknown, verified: Roster | undefined): Before | undefined {
  try {
    const newest = newestOf(bundle);
    return verified !== undefined && equal(verified.hash, newest.hash) ? verified : { ...newest, note: '', devices: [] };
  } catch {
    return undefined;
  }
}

function isPublished(bundle: unknown, key: SignerKey): boolean {
  try {
    return payloadOf(readDsse(members(bundle)['signer'], 'signer'))['ed25519'] === toBase64Url(key.ed25519);
  } catch {
    return false;
  }
}

/** What the signed list says counts; the server is believed only about devices that are not in it. */
function row(device: Enrolled, devices: Before['devices'] | undefined, mine: string | undefined): DeviceRow {
  const id = toHex(device.id);
  const listed = devices?.find((each) => equal(each.id, device.id) && equal(each.ed25519, device.ed25519));
  return {
    id,
    staff: toHex(device.staff),
    name: device.name,
    role: device.role,
    services: device.services,
    state: listed !== undefined ? 'rostered' : device.revoked || device.gone ? 'revoked' : 'pending',
    code: deviceCode(device.id, device.ed25519, device.nameHash),
    enrolled: device.at,
    mine: id === mine,
    behind: listed === undefined ? 'no' : device.gone ? 'gone' : sameAs(listed, device) ? 'no' : 'changed',
  };
}

const sameAs = (listed: Before['devices'][number], { role, services }: Enrolled): boolean =>
  listed.role === role &&
  listed.services.length === services.length &&
  listed.services.every((service) => services.includes(service));

function whoSigns(me: Me, trust: VerifiedTrust | undefined, key: SignerKey | undefined): Signing {
  if (me.demo) return { kind: 'demo' };
  if (trust === undefined) return { kind: 'none' };
  return key !== undefined && equal(key.ed25519, trust.signer.ed25519)
    ? { kind: 'here', until: key.until }
    : { kind: 'elsewhere' };
}
