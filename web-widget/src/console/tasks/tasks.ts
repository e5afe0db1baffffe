/** Tasks with a due time, looked at again and again, and what one does with them. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { SECOND, type Clock } from '../../kernel/clock.ts';
import { systemRandom, type Random } from '../../kernel/random.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import type { MailboxKeyStore } from '../keys/types.ts';
import type { Http } from '../login/http.ts';
import { looking } from '../login/looking.ts';
import { list, members, text, type Members } from '../login/read.ts';
import { openNote } from '../sealed/note.ts';
import { createRaise, placeOf, type Raise } from './raise.ts';

export const SKIP_REASONS = ['not-reached', 'no-room', 'partial', 'other'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];
export type TaskAct = 'take' | 'give-back' | 'done';

/** Language tag → what it says. */
export type Names = Readonly<Record<string, string>>;

export interface Office {
  readonly id: string;
  readonly names: Names;
}

export interface TaskKind {
  readonly service: string;
  readonly kind: string;
  readonly names: Names;
  readonly steps: Readonly<Record<string, readonly string[]>>;
  readonly due: { readonly minutes: number } | { readonly morning: string } | { readonly workingDays: number };
  readonly offices: readonly Office[];
  /** Whose turn it is; empty, the service itself. */
  readonly turn: string;
  readonly tellOthers: boolean;
  readonly mayRaise: boolean;
}

export interface Task {
  readonly task: string;
  readonly service: string;
  readonly kind: string;
  readonly names: Names;
  readonly purpose: 'act' | 'tell';
  readonly office: string;
  readonly offices: readonly Office[];
  /** The offices that are to be told. */
  readonly tell: readonly string[];
  readonly skipped: readonly { readonly office: string; readonly reason: SkipReason }[];
  readonly raisedBy: string;
  /** ms since 1970. */
  readonly raised: number;
  readonly due: number;
  /** How often it has alarmed, being late. */
  readonly rings: number;
  readonly state: 'open' | 'taken' | 'done';
  readonly by: string;
  readonly mine: boolean;
  readonly detail: boolean;
}

export interface Tasks extends Raise {
  /** Undefined until they were read once. */
  readonly tasks: ReadonlySignal<readonly Task[] | undefined>;
  readonly kinds: ReadonlySignal<readonly TaskKind[]>;
  readonly late: ReadonlySignal<readonly Task[]>;
  readonly reached: ReadonlySignal<boolean>;
  /** What was pressed last came too late. */
  readonly refused: ReadonlySignal<boolean>;
  act(task: string, act: TaskAct): Promise<void>;
  skip(task: string, reason: SkipReason): Promise<void>;
  /** The words of its detail; undefined when this browser cannot open it. The server writes that down. */
  open(task: Task): Promise<string | undefined>;
  look(): void;
  close(): void;
}

const LOOK_AGAIN = 30 * SECOND;

export function createTasks(parts: {
  readonly http: Http;
  readonly clock: Clock;
  readonly keys: Pick<MailboxKeyStore, 'mailboxKeys'>;
  /** Keys of the service's devices that are on duty with it and read letters. */
  readonly sealTo: (service: string) => Promise<readonly MailboxKey[]>;
  readonly random?: Random;
}): Tasks {
  const { http, clock, keys, sealTo, random = systemRandom } = parts;
  const tasks = signal<readonly Task[] | undefined>(undefined);
  const kinds = signal<readonly TaskKind[]>([]);
  const refused = signal(false);
  const { look, reached, close: closeLooking } = looking({
    http,
    path: '/api/tasks',
    every: LOOK_AGAIN,
    clock,
    read: (answer) => {
      kinds.value = list(members(answer)['kinds']).map(readKind);
      tasks.value = list(members(answer)['tasks']).map(readTask);
      read();
    },
  });
  const post = async (task: string, body: unknown): Promise<void> => {
    const answer = await http.post(`/api/tasks/${task}/acts`, body);
    refused.value = answer.kind !== 'ok';
    await look();
  };
  const listed = (task: string): Task | undefined => tasks.value?.find((each) => each.task === task);
  const { read, close, ...raise } = createRaise({ http, clock, sealTo, random, look, listed });
  unattended(look());
  return {
    tasks,
    kinds,
    late: computed(() => (tasks.value ?? []).filter(({ rings }) => rings > 0)),
    reached,
    refused,
    ...raise,
    act: (task, act) => post(task, { act }),
    skip: (task, reason) => post(task, { act: 'skip', reason }),
    async open({ task, service, kind }) {
      const answer = await http.get(`/api/tasks/${task}/detail`);
      if (answer.kind !== 'ok') return undefined;
      return openNote(await keys.mailboxKeys(), placeOf(service, kind), text(members(answer.value)['file']));
    },
    look: () => unattended(look()),
    close() {
      closeLooking();
      close();
    },
  };
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function readNames(value: unknown): Names {
  return Object.fromEntries(Object.entries(members(value)).map(([tag, name]) => [tag, text(name)]));
}

const readOffice = (value: unknown): Office => ({ id: text(members(value)['id']), names: readNames(members(value)['names']) });

function readKind(value: unknown): TaskKind {
  const json = members(value);
  const steps = Object.entries(members(json['steps'])).map(([tag, all]) => [tag, list(all).map(text)] as const);
  return {
    service: text(json['service']),
    kind: text(json['kind']),
    names: readNames(json['names']),
    steps: Object.fromEntries(steps),
    due: readDue(members(json['due'])),
    offices: list(json['offices']).map(readOffice),
    turn: text(json['turn']),
    tellOthers: json['tellOthers'] === true,
    mayRaise: json['mayRaise'] === true,
  };
}

function readDue(json: Members): TaskKind['due'] {
  if (typeof json['morning'] === 'string') return { morning: json['morning'] };
  return typeof json['minutes'] === 'number' ? { minutes: json['minutes'] } : { workingDays: number(json['workingDays']) };
}

function readTask(value: unknown): Task {
  const json = members(value);
  const state = json['state'];
  return {
    task: text(json['task']),
    service: text(json['service']),
    kind: text(json['kind']),
    names: readNames(json['names']),
    purpose: json['purpose'] === 'tell' ? 'tell' : 'act',
    office: text(json['office']),
    offices: list(json['offices']).map(readOffice),
    tell: list(json['tell']).map(text),
    skipped: list(json['skipped']).map((one) => {
      const { office, reason } = members(one);
      return { office: text(office), reason: SKIP_REASONS.find((known) => known === reason) ?? 'other' };
    }),
    raisedBy: text(json['raisedBy']),
    raised: Date.parse(text(json['raised'])),
    due: Date.parse(text(json['due'])),
    rings: number(json['rings']),
    state: state === 'taken' || state === 'done' ? state : 'open',
    by: text(json['by']),
    mine: json['mine'] === true,
    detail: json['detail'] === true,
  };
}
