/** Tasks with a due time, in the states worth looking at. */

import { computed, signal } from '@preact/signals';
import type { Task, TaskKind, Tasks } from '../../../src/console/tasks/tasks.ts';
import { NOW } from '../../../src/console/testing/fake-desk.ts';

const HOUR = 3_600_000;
const OFFICES = [
  { id: 'bergenhus', names: { nb: 'Bergenhus barneverntjeneste', en: 'Bergenhus child welfare' } },
  { id: 'arstad', names: { nb: 'Årstad barneverntjeneste', en: 'Årstad child welfare' } },
  { id: 'fana', names: { nb: 'Fana barneverntjeneste', en: 'Fana child welfare' } },
];
const NAMES = { nb: 'Meld til barnevernet', en: 'Report to child welfare' };

const KIND: TaskKind = {
  service: 'pro-mann',
  kind: 'barnevern',
  names: NAMES,
  steps: {
    nb: ['Er noen i fare nå? Ring 112.', 'Personen vet hva du må melde.', 'Ring barnevernvakten om kvelden og i helgen.'],
    en: ['Is somebody in danger now? Call 112.', 'The person knows what you must report.', 'Call the duty in evenings and at weekends.'],
  },
  due: { minutes: 120 },
  offices: OFFICES,
  turn: 'arstad',
  tellOthers: true,
  mayRaise: true,
};

const task = (id: string, due: number, more: Partial<Task> = {}): Task => ({
  task: id,
  service: 'pro-mann',
  kind: 'barnevern',
  names: NAMES,
  purpose: 'act',
  office: 'bergenhus',
  offices: OFFICES,
  tell: [],
  skipped: [],
  raisedBy: 'Ingrid',
  raised: NOW - 3 * HOUR,
  due: NOW + due * HOUR,
  rings: due < 0 ? 2 : 0,
  state: 'open',
  by: '',
  mine: false,
  detail: false,
  ...more,
});

/** @param raising whether one is on its way */
export function fakeTasks(list: readonly Task[] = TASKS, raising = false): Tasks {
  const tasks = signal<readonly Task[] | undefined>(list);
  const done = (): Promise<void> => Promise.resolve();
  return {
    tasks,
    kinds: signal([KIND]),
    late: computed(() => (tasks.value ?? []).filter(({ rings }) => rings > 0)),
    reached: signal(true),
    refused: signal(false),
    raise: () => Promise.resolve({ kind: 'raised', office: 'arstad', due: NOW + 2 * HOUR }),
    outcome: signal(undefined),
    raising: signal(raising),
    doubt: signal(false),
    dismiss: () => undefined,
    act: done,
    skip: done,
    open: () => Promise.resolve('Gutt, 15 år'),
    look: () => undefined,
    close: () => undefined,
  };
}

const TASKS: readonly Task[] = [
  task('a', -1, { detail: true }),
  task('b', 1, { state: 'taken', by: 'Ingrid', mine: true, skipped: [{ office: 'arstad', reason: 'not-reached' }] }),
  task('c', 14, { purpose: 'tell', tell: ['arstad', 'fana'] }),
  task('d', 2, { state: 'taken', by: 'Per' }),
  task('e', 2, { state: 'done', by: 'Per' }),
];
