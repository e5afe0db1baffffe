/** Raising tasks. One that got no answer keeps its name, so that raised again it is the same task. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { toHex } from '../../kernel/hex.ts';
import type { Random } from '../../kernel/random.ts';
import type { MailboxKey } from '../../letters/statement.ts';
import type { Answer, Http } from '../login/http.ts';
import { members, text, type Members } from '../login/read.ts';
import { sealNote } from '../sealed/note.ts';
import type { Task, TaskKind } from './tasks.ts';

export type Raising =
  /** With the time, ms since 1970, at which it was raised already when it is the same task as before. */
  | { readonly kind: 'raised'; readonly office: string; readonly due: number; readonly before?: number }
  /** Nobody states a key to which the detail could be sealed. */
  | { readonly kind: 'no-keys' }
  | { readonly kind: 'off-duty' }
  /** No answer came: it may be raised. Raised again with the same words it is the same task. */
  | { readonly kind: 'unknown' }
  /** The same, five minutes later or when its words are gone: raised again it is another task. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused' };

export interface Raise {
  /** What came of what was raised last, as far as it is known by now; undefined while it is on its way, and when it does not matter any more. */
  readonly outcome: ReadonlySignal<Raising | undefined>;
  /** Whether one is on its way. Until something came of it no other is sent. */
  readonly raising: ReadonlySignal<boolean>;
  /** Whether something is not known to be raised beside what the outcome is about. */
  readonly doubt: ReadonlySignal<boolean>;
  /** @returns what came of it, or of the one that is on its way already */
  readonly raise: (kind: TaskKind, detail: string) => Promise<Raising>;
  /** Its words stand on no screen any more, and it does not matter what came of it. */
  readonly dismiss: () => void;
}

/** Binds the words of a detail to where they belong. */
export const placeOf = (service: string, kind: string): string => `task ${service} ${kind}`;

/** What is the same when it is raised again. */
const whatOf = ({ service, kind }: Pick<TaskKind, 'service' | 'kind'>, words: string): string => `${placeOf(service, kind)}\n${words}`;
const NOT_PERMITTED = 403;
const NAME_BYTES = 16;
/** What is raised again so soon after no answer came is the same; later it may be about somebody else. */
const SAME = 5 * MINUTE;
/** Of those whose answer was lost, the oldest go. */
const MOST_UNANSWERED = 20;
/** The server, or what stands before it, does not know what came of it. */
const BROKEN: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** What was raised and is not known to be. */
interface Unanswered {
  readonly what: string;
  readonly task: string;
  readonly at: number;
}

export interface RaiseParts {
  readonly http: Http;
  readonly clock: Clock;
  /** Keys of the service's devices that are on duty with it and read letters. */
  readonly sealTo: (service: string) => Promise<readonly MailboxKey[]>;
  readonly random: Random;
  /** Reads the list once more. */
  readonly look: () => Promise<void>;
  /** The list as it was read last. */
  readonly listed: (task: string) => Task | undefined;
}

/** @returns with `read`, to be called after each look, and `close` */
export function createRaise({ http, clock, sealTo, random, look, listed }: RaiseParts): Raise & { readonly read: () => void; readonly close: () => void } {
  const outcome = signal<Raising | undefined>(undefined);
  const underWay = signal<Promise<Raising> | undefined>(undefined);
  /** What is shown as unknown or lost is the last one. */
  const unanswered = signal<readonly Unanswered[]>([]);
  const doubt = computed(() => {
    const shown = outcome.value?.kind;
    const own = shown === 'unknown' || shown === 'lost' ? 1 : 0;
    return shown !== undefined && unanswered.value.length > own;
  });
  /** Whether the words of the one that is on its way stand on the screen. */
  let inView = true;
  let cancel = (): void => undefined;

  const fresh = ({ at }: Unanswered): boolean => clock.now() - at < SAME;

  const say = (came: Raising | undefined): void => {
    cancel();
    outcome.value = came;
  };

  /** From when the name is kept no longer, the words that promise it are not shown. */
  const sayUnknown = ({ at }: Unanswered): void => {
    const left = at + SAME - clock.now();
    say({ kind: left > 0 ? 'unknown' : 'lost' });
    if (left > 0) cancel = clock.after(left, () => say({ kind: 'lost' }));
  };

  const press = async (kind: TaskKind, words: string): Promise<Raising> => {
    // That an older one may be missing was said.
    if (doubt.peek()) unanswered.value = unanswered.peek().filter(fresh);
    const what = whatOf(kind, words);
    const before = unanswered.peek().find((each) => each.what === what && fresh(each));
    const one = before ?? { what, task: toHex(random(NAME_BYTES)), at: clock.now() };
    say(undefined);
    // What breaks before it is sent is not raised, unless it was before.
    let came: Raising = { kind: before === undefined ? 'refused' : 'unknown' };
    try {
      const place = placeOf(kind.service, kind.kind);
      const detail = words === '' ? undefined : await sealNote(await sealTo(kind.service), place, words);
      if (words !== '' && detail === undefined) return (came = { kind: 'no-keys' });
      came = { kind: 'unknown' };
      const answer = await http.post('/api/tasks', { task: one.task, service: kind.service, kind: kind.kind, ...(detail && { detail }) });
      // What came of it does not hang on the list.
      await look().catch(() => undefined);
      return (came = cameOf(answer, listed(one.task), before !== undefined));
    } finally {
      const open = came.kind === 'unknown' || (before !== undefined && came.kind !== 'raised');
      const others = unanswered.peek().filter(({ task }) => task !== one.task);
      unanswered.value = open ? [...others, one].slice(-MOST_UNANSWERED) : others;
      if (came.kind !== 'unknown') say(came);
      else if (inView) sayUnknown(one);
      else say({ kind: 'lost' });
    }
  };

  return {
    outcome,
    raising: computed(() => underWay.value !== undefined),
    doubt,
    raise(kind, words) {
      const first = underWay.peek();
      if (first !== undefined) return first;
      inView = true;
      return (underWay.value = press(kind, words).finally(() => (underWay.value = undefined)));
    },
    dismiss() {
      say(undefined);
      inView = false;
    },
    read() {
      const newest = unanswered.peek().at(-1);
      unanswered.value = unanswered.peek().filter(({ task }) => listed(task) === undefined);
      const task = newest && listed(newest.task);
      const shown = outcome.peek()?.kind;
      if (task !== undefined && (shown === 'unknown' || shown === 'lost')) say(raisedAs(task));
    },
    close: () => cancel(),
  };
}

const raisedAs = ({ office, due }: Task): Raising => ({ kind: 'raised', office, due });

/** @param again whether it was raised before under this name */
function cameOf(answer: Answer<unknown>, listed: Task | undefined, again: boolean): Raising {
  if (answer.kind === 'ok') return readRaised(members(answer.value));
  if (listed !== undefined) return { ...raisedAs(listed), ...(again && { before: listed.raised }) };
  if (answer.kind !== 'refused' || BROKEN.has(answer.status)) return { kind: 'unknown' };
  return { kind: answer.status === NOT_PERMITTED ? 'off-duty' : 'refused' };
}

function readRaised(json: Members): Raising {
  const before = json['before'];
  const raised = { kind: 'raised', office: text(json['office']), due: Date.parse(text(json['due'])) } as const;
  return typeof before === 'string' ? { ...raised, before: Date.parse(before) } : raised;
}
