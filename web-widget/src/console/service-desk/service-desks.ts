/** What visitors are told of this person's services, looked at again and again, and the presses that change it. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { SECOND, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { Http } from '../login/http.ts';
import { list, members, text } from '../login/read.ts';

const MODES = ['open', 'full', 'closed-to-new', 'winding-down', 'closed'] as const;
/** Who has chats of a service half an hour after it closed. */
const OVERTIME = ['nobody', 'own', 'others'] as const;
const STATES = ['open', 'busy', 'late', 'closed'] as const;

const PRESSES = ['open', 'full', 'closed-to-new', 'winding-down', 'close-now', 'stay'] as const;
/** Why nobody new is taken, beside what staff have set. */
const NOT_NEW = ['closing', 'long'] as const;

export type Mode = (typeof MODES)[number];
export type Press = (typeof PRESSES)[number];

export interface ServiceDeskView {
  readonly service: string;
  readonly name: string;
  readonly state: (typeof STATES)[number];
  readonly mode: Mode;
  /** What has an effect now. */
  readonly presses: readonly Press[];
  /** Why nobody new is taken though it is open. */
  readonly notNew: (typeof NOT_NEW)[number] | undefined;
  /** RFC 3339; null when it does not close, and outside hours. */
  readonly closesAt: string | null;
  readonly opensAt: string | null;
  readonly stayUntil: string | null;
  readonly lateSince: string | null;
  /** Nobody came for five minutes; told to coordinators. */
  readonly alarm: boolean;
  /** RFC 3339, the first first; since when those in danger wait whom nobody took for three minutes; told to coordinators. */
  readonly untakenSince: readonly string[];
  /** Lanes with hours of their own where nobody came for five minutes; told to coordinators. */
  readonly lateLanes: readonly string[];
  /** The calendar's last day, when it is near; told to coordinators. */
  readonly calendarEnds: string | null;
  /** The same of whoever answers by phone after hours. */
  readonly insteadEnds: string | null;
  /** Chats that go on half an hour after closing: of this browser, or, told to coordinators, of somebody else. */
  readonly overtime: (typeof OVERTIME)[number];
  /** Chats that somebody who is there for shifts only has after the shift: of this browser, or, told to workers, of somebody else. */
  readonly afterShift: (typeof OVERTIME)[number];
  /** That has lasted for an hour. */
  readonly afterShiftAgain: boolean;
  /** Language → what it says about records before advice becomes care. */
  readonly records: Readonly<Record<string, string>>;
  /** This browser is on duty for it. */
  readonly onDuty: boolean;
}

export interface ServiceDesks {
  readonly desks: ReadonlySignal<readonly ServiceDeskView[]>;
  /** Alarms of chats after a shift: another one when it has lasted for an hour. */
  readonly afterShift: ReadonlySignal<ReadonlySet<string>>;
  /** Those in danger whom nobody took, at services that this browser is not on duty for: on duty the line says it. */
  readonly untaken: ReadonlySignal<ReadonlySet<string>>;
  /** When the server last answered, while it does not: whether those still wait is unknown. */
  readonly silentSince: ReadonlySignal<number | undefined>;
  /** This person has heard of those, until others follow. */
  hush(): void;
  /** The service whose last press had no effect. */
  readonly refused: ReadonlySignal<string | undefined>;
  press(service: string, press: Press): Promise<void>;
  look(): void;
  close(): void;
}

const LOOK_AGAIN = 30 * SECOND;

/** Of so many, the last ones, it is remembered that they were heard. */
const MOST_HUSHED = 400;

/** Roles that are told of services at all; volunteers and peers in a shift, which the server knows. */
const TOLD = new Set(['coordinator', 'worker', 'volunteer', 'peer']);

export const seesDesk = (role: string): boolean => TOLD.has(role);

/** @param told whether to ask at all */
export function createServiceDesks(parts: { readonly http: Http; readonly clock: Clock; readonly told: boolean }): ServiceDesks {
  const { http, clock, told } = parts;
  const desks = signal<readonly ServiceDeskView[]>([]);
  const refused = signal<string | undefined>(undefined);
  const alarms = signal<ReadonlySet<string>>(new Set());
  const untaken = signal<ReadonlySet<string>>(new Set());
  const silentSince = signal<number | undefined>(undefined);
  let hushed: ReadonlySet<string> = new Set();
  let inDanger: readonly string[] = [];
  let answeredAt = clock.now();
  let cancel = (): void => undefined;
  let closed = false;

  const ring = (): void => {
    untaken.value = new Set(inDanger.filter((each) => !hushed.has(each)));
  };
  const alarm = (): void => {
    const going = desks.value.filter(({ afterShift }) => afterShift !== 'nobody');
    alarms.value = new Set(going.map(({ service, afterShiftAgain }) => `${service} ${afterShiftAgain ? '2' : '1'}`));
    inDanger = desks.value.flatMap(({ service, onDuty, untakenSince }) => (onDuty ? [] : untakenSince.map((since) => `${service} ${since}`)));
    ring();
  };
  const look = async (): Promise<void> => {
    if (!told) return;
    cancel();
    const answer = await http.get('/api/desk');
    if (closed) return;
    // Without an answer nothing is claimed to be open.
    desks.value = answer.kind === 'ok' ? list(members(answer.value)['desks']).map(readDesk) : [];
    if (answer.kind === 'ok') {
      answeredAt = clock.now();
      alarm();
    }
    silentSince.value = answer.kind === 'ok' ? undefined : answeredAt;
    cancel();
    cancel = clock.after(LOOK_AGAIN, () => unattended(look()));
  };
  unattended(look());
  return {
    desks,
    afterShift: alarms,
    untaken,
    silentSince,
    hush() {
      hushed = new Set([...hushed, ...untaken.value].slice(-MOST_HUSHED));
      ring();
    },
    refused,
    async press(service, press) {
      const answer = await http.post('/api/desk', { service, press });
      refused.value = answer.kind === 'ok' ? undefined : service;
      await look();
    },
    look: () => unattended(look()),
    close() {
      closed = true;
      cancel();
    },
  };
}

function readDesk(value: unknown): ServiceDeskView {
  const json = members(value);
  const orNull = (name: string): string | null => (text(json[name]) === '' ? null : text(json[name]));
  return {
    service: text(json['service']),
    name: text(json['name']),
    state: STATES.find((known) => known === json['state']) ?? 'closed',
    mode: MODES.find((known) => known === json['mode']) ?? 'closed',
    presses: PRESSES.filter((known) => list(json['presses']).includes(known)),
    notNew: NOT_NEW.find((known) => known === json['admits']),
    closesAt: orNull('closesAt'),
    opensAt: orNull('opensAt'),
    stayUntil: orNull('stayUntil'),
    lateSince: orNull('lateSince'),
    alarm: json['alarm'] === true,
    untakenSince: list(json['untakenSince']).map(text),
    lateLanes: list(json['lateLanes']).map(text),
    calendarEnds: orNull('calendarEnds'),
    insteadEnds: orNull('insteadEnds'),
    overtime: OVERTIME.find((known) => known === json['overtime']) ?? 'nobody',
    afterShift: OVERTIME.find((known) => known === json['afterShift']) ?? 'nobody',
    afterShiftAgain: json['afterShiftAgain'] === true,
    records: Object.fromEntries(Object.entries(members(json['records'])).map(([language, words]) => [language, text(words)])),
    onDuty: json['onDuty'] === true,
  };
}
