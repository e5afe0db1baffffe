/**
 * How this person is reminded: asked of the role `channels` itself, on a port of its own, so that the desk never has the number. Nothing here
 * keeps it.
 */

import { signal, type ReadonlySignal } from '@preact/signals';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { Http } from '../login/http.ts';
import { list, members, text } from '../login/read.ts';

const KINDS = ['code', 'shift', 'change', 'offer', 'late', 'lane', 'gap', 'task', 'urgent', 'called', 'unanswered', 'line', 'untaken', 'overtime', 'aftershift'] as const;
export type TextKind = (typeof KINDS)[number];

export interface NotDelivered {
  readonly kind: TextKind;
  /** ms since 1970. */
  readonly at: number;
  /** Nobody knows whether it arrived. */
  readonly perhaps: boolean;
}

export interface Wishes {
  /** Shifts to confirm, and changes. */
  readonly shifts: boolean;
  /** Somebody waits while this person is on duty alone, or is in danger while they do not look. */
  readonly offers: boolean;
  /** Nobody is there, nobody came to somebody in danger, a chat goes on after closing or a shift, a shift lacks somebody, a task is late. */
  readonly alarms: boolean;
}

export interface Reminding extends Wishes {
  readonly number: 'none' | 'unproven' | 'confirmed';
  readonly notDelivered: readonly NotDelivered[];
  /** What this person was told of so often in 24 hours that no more texts about it come now. */
  readonly usedUp: readonly TextKind[];
  /** Services where no coordinator is told of alarms by a text; empty for everybody but coordinators. */
  readonly unheard: readonly string[];
}

/** What was refused last: no mobile phone, too many test messages, a wrong code, one that is over. */
export type Trouble = 'none' | 'number' | 'too-many' | 'code' | 'over' | 'unreachable';

export interface Reminders {
  /** Undefined until it was read once. */
  readonly mine: ReadonlySignal<Reminding | undefined>;
  readonly trouble: ReadonlySignal<Trouble>;
  /** Sends a test message; true when it is on its way. */
  prove(number: string): Promise<boolean>;
  /** The code of the test message; true when the number counts. */
  type(code: string): Promise<boolean>;
  /** What is left out stays as it was wished for last, also where that is on its way still. */
  wish(part: Partial<Wishes>): Promise<void>;
  forget(): Promise<void>;
  look(): void;
  close(): void;
}

const LOOK_AGAIN = MINUTE;
const TROUBLES: Readonly<Record<number, Trouble>> = { 400: 'number', 422: 'number', 429: 'too-many', 409: 'code', 410: 'over' };

export function createReminders({ http, clock }: { readonly http: Http; readonly clock: Clock }): Reminders {
  const mine = signal<Reminding | undefined>(undefined);
  const trouble = signal<Trouble>('none');
  /** On their way; nothing that was read before replaces them. */
  let wished: Wishes | undefined;
  let sending: Promise<unknown> = Promise.resolve();
  let cancel = (): void => undefined;
  let closed = false;

  const readAgain = async (): Promise<boolean> => {
    cancel();
    const answer = await http.get('/api/reminders');
    if (closed) return false;
    if (answer.kind === 'ok') mine.value = { ...read(answer.value), ...wished };
    else if (mine.value === undefined) trouble.value = 'unreachable';
    cancel();
    cancel = clock.after(LOOK_AGAIN, () => unattended(look()));
    return answer.kind === 'ok';
  };
  const look = async (): Promise<void> => {
    const before = trouble.value;
    if ((await readAgain()) && before === 'unreachable' && trouble.value === before) trouble.value = 'none';
  };
  const post = async (path: string, body: unknown): Promise<boolean> => {
    const answer = await http.post(path, body);
    trouble.value = answer.kind === 'ok' ? 'none' : answer.kind === 'refused' ? (TROUBLES[answer.status] ?? 'unreachable') : 'unreachable';
    if (wished === body) wished = undefined;
    await readAgain();
    return answer.kind === 'ok';
  };
  unattended(look());
  return {
    mine,
    trouble,
    prove: (number) => post('/api/reminders/number', { number }),
    type: (code) => post('/api/reminders/code', { code }),
    async wish(part) {
      const { shifts, offers, alarms } = { shifts: false, offers: false, alarms: false, ...mine.value, ...part };
      const all: Wishes = { shifts, offers, alarms };
      wished = all;
      if (mine.value !== undefined) mine.value = { ...mine.value, ...all };
      // One after the other, so that the last one counts.
      const sent = sending.then(() => post('/api/reminders/wishes', all));
      sending = sent;
      await sent;
    },
    async forget() {
      await post('/api/reminders/forget', {});
    },
    look: () => unattended(look()),
    close() {
      closed = true;
      cancel();
    },
  };
}

function read(value: unknown): Reminding {
  const json = members(value);
  const number = json['number'];
  return {
    number: number === 'unproven' || number === 'confirmed' ? number : 'none',
    shifts: json['shifts'] === true,
    offers: json['offers'] === true,
    alarms: json['alarms'] === true,
    unheard: list(json['unheard']).map(text),
    usedUp: list(json['usedUp']).map(readKind),
    notDelivered: list(json['notDelivered']).map((each) => {
      const { kind, at, perhaps } = members(each);
      return { kind: readKind(kind), at: Date.parse(text(at)), perhaps: perhaps === true };
    }),
  };
}

const readKind = (kind: unknown): TextKind => KINDS.find((known) => known === kind) ?? 'shift';
