/** A room around a fake desk. */

import { computed, signal, type Signal } from '@preact/signals';
import type { ServiceChange } from '../../../src/console/login/following.ts';
import type { Me } from '../../../src/console/login/me.ts';
import type { Changed, DeviceRow, Outcome, People, Person, RosterState, Signing, WizardView } from '../../../src/console/people/people.ts';
import type { Archives } from '../../../src/console/archive/archives.ts';
import type { Inbox } from '../../../src/console/inbox/inbox-view.ts';
import { createPreferences, type Liking } from '../../../src/console/stores/preferences.ts';
import { createWorkspace } from '../../../src/console/stores/workspace.ts';
import type { BackView } from '../../../src/console/recovery/bring-back.ts';
import type { Offer, OfferView } from '../../../src/console/recovery/offer.ts';
import type { Back, Room } from '../../../src/console/ui/room.ts';
import { NOW, type FakeDesk } from '../../../src/console/testing/fake-desk.ts';
import { fixedFiles } from '../../gallery/fake-files.ts';
import { FAKE_MEDIA } from './fake-inbox.ts';

export const SERVICES = [
  { id: 'pro-mann', name: 'Pro Mann', retentionDays: 0, languages: ['nb', 'en'], lanes: ['self'] },
  { id: 'nadheim', name: 'Nadheim', retentionDays: 14, languages: ['nb', 'en', 'es', 'th'], lanes: ['self', 'professional'] },
  { id: 'rosa', name: 'ROSA', retentionDays: 0, languages: ['nb', 'en'], lanes: ['self'] },
] as const;

export const WORKER: Me = {
  staff: 's1',
  name: 'Ingrid',
  role: 'worker',
  services: SERVICES.slice(0, 2),
  passkeys: 1,
  demo: false,
  pin: 'oqqYt0yNlHN2hHn4cvRj2oyvVhVL6p3zLvDkqQz1o3E',
};

export const CODE = '48213 90277 11650 73304 59918 20476';

export function fakeRoom(desk: FakeDesk, me: Me, liking: Partial<Liking> = {}, inbox?: Inbox, archives?: Archives): Room {
  const preferences = createPreferences({ read: () => null, write: () => undefined }, 'nb');
  preferences.change({ able: { languages: ['nb'], lanes: [], traits: [] }, ...liking });
  const files = fixedFiles((call) => desk.asked.push(call));
  return {
    me,
    following: { changes: signal([]), seen: () => undefined, isNew: () => false },
    desk,
    preferences,
    work: createWorkspace(
      desk,
      computed(() => true),
      () => NOW,
    ),
    audit: undefined,
    inbox,
    archives,
    unwritten: signal(new Set()),
    unkept: signal(new Set()),
    renewal: undefined,
    serviceDesks: { desks: signal([]), afterShift: signal(new Set<string>()), untaken: signal(new Set<string>()), silentSince: signal(undefined), hush: () => undefined, refused: signal(undefined), press: () => Promise.resolve(), look: () => undefined, close: () => undefined },
    services: undefined,
    shifts: undefined,
    reminders: undefined,
    tasks: undefined,
    notes: undefined,
    outreach: undefined,
    media: FAKE_MEDIA,
    filesOf: () => files,
    now: signal(NOW),
    device: signal('07'.repeat(16)),
    code: signal(CODE),
    trouble: signal<'none' | 'refused' | 'unsupported'>('none'),
    enrolAgain: () => undefined,
    offer: fakeOffer({ kind: 'none' }),
    back: fakeBack({ kind: 'none' }),
    signOut: () => undefined,
    addPasskey: () => Promise.resolve('added'),
    passkeys: true,
    allowNotifications: () => Promise.resolve(true),
  };
}

/** What others published while the console was open, until it is put away. */
export function changedServices(): Room['following'] {
  const none = { languages: [], lanes: [] };
  const changes = signal<readonly ServiceChange[]>([
    { name: 'ROSA', what: 'new', come: none, gone: none },
    { name: 'Nadheim', what: 'changed', come: { languages: ['th'], lanes: ['professional'] }, gone: { languages: ['ro'], lanes: [] } },
  ]);
  return { changes, seen: () => (changes.value = []), isNew: () => false };
}

/** Somebody who answers only those whose lane was taken away. */
export function noLaneLeft({ preferences }: Room): Room['preferences'] {
  preferences.change({ able: { languages: ['nb'], lanes: ['on-behalf'], traits: [] } });
  return preferences;
}

export const fakeOffer = (view: OfferView): Offer => ({
  view: signal(view),
  begin: () => undefined,
  withPasskey: () => Promise.resolve(),
  drawKit: () => undefined,
  dropKit: () => undefined,
  keepKit: () => Promise.resolve(),
  end: () => undefined,
});

export const fakeBack = (view: BackView): Back => ({
  view: signal(view),
  withPasskey: () => Promise.resolve(),
  withDigits: () => Promise.resolve(),
  asNew: () => undefined,
  seen: () => undefined,
});

export interface FakePeople extends People {
  readonly staff: Signal<readonly Person[] | undefined>;
  readonly devices: Signal<readonly DeviceRow[] | undefined>;
  readonly failed: Signal<boolean>;
  readonly roster: Signal<RosterState | undefined>;
  readonly signing: Signal<Signing>;
  readonly outcome: Signal<Outcome>;
  readonly link: Signal<{ readonly name: string; readonly address: string } | undefined>;
  readonly wizard: Signal<WizardView | undefined>;
}

export const DEVICES: readonly DeviceRow[] = [
  row('a1', 'Kim', 'volunteer', 'pending', '10482 55731 09264 88120 43377 61905'),
  row('b2', 'Ingrid', 'worker', 'rostered', CODE),
  row('c3', 'Solveig', 'coordinator', 'rostered', '77015 02348 91136 40599 18820 35467', true),
  row('d4', 'Arne', 'worker', 'revoked', '30991 64427 85310 27768 90013 54482'),
];

function row(
  id: string,
  name: string,
  role: string,
  state: DeviceRow['state'],
  code: string,
  mine = false,
): DeviceRow {
  return { id, staff: id, name, role, services: ['pro-mann', 'nadheim'], state, code, enrolled: NOW - 86_400_000, mine, behind: 'no' };
}

const STAFF: readonly Person[] = [
  { id: 'a1', name: 'Kim', role: 'volunteer', services: ['pro-mann'], elsewhere: 0 },
  { id: 'b2', name: 'Ingrid', role: 'worker', services: ['pro-mann', 'nadheim'], elsewhere: 1 },
  { id: 's1', name: 'Solveig', role: 'coordinator', services: ['pro-mann', 'nadheim'], elsewhere: 0 },
];

export function fakePeople(): FakePeople {
  const done = (): Promise<void> => Promise.resolve();
  const link = signal<{ readonly name: string; readonly address: string } | undefined>(undefined);
  return {
    devices: signal<readonly DeviceRow[] | undefined>(DEVICES),
    staff: signal<readonly Person[] | undefined>(STAFF),
    failed: signal(false),
    roster: signal<RosterState | undefined>({ version: 7, expires: NOW + 5 * 86_400_000 }),
    signing: signal<Signing>({ kind: 'here', until: NOW + 150 * 86_400_000 }),
    outcome: signal<Outcome>({ kind: 'none' }),
    link,
    wizard: signal<WizardView | undefined>(undefined),
    load: done,
    approve: done,
    revoke: done,
    change: () => Promise.resolve<Changed>('needed'),
    offBoard: () => Promise.resolve<Changed>('done'),
    follow: done,
    renew: done,
    invite: () => Promise.resolve(true),
    inviteAgain: () => Promise.resolve(true),
    forgetLink: () => (link.value = undefined),
    openWizard: () => undefined,
    closeWizard: () => undefined,
    makeSigner: done,
    request: () => Promise.resolve({ name: 'signer-request.json', text: '{}' }),
    toUpload: () => undefined,
    upload: done,
    signFirst: done,
  };
}
