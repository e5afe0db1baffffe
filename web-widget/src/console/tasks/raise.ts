/** Raising tasks. One that got no answer keeps its name, so that raised again it is the same task. */

import { signal, type ReadonlySignal } from '@preact/signals';
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
  /** The same, five minutes later: raised again it is another task. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'refused' };

export interface Raise {
  /** What came of what was raised last, or of one before it that was not raised; undefined when that does not matter any more. */
  readonly outcome: ReadonlySignal<Raising | undefined>;
  readonly raise: (kind: TaskKind, detail: string) => Promise<Raising>;
  /** It does not matter any more what came of it. */
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
  let unanswered: Unanswered | undefined;
  let presses = 0;
  /** The newest press of which it was shown what came of it. */
  let told = { press: 0, what: '' };
  let cancel = (): void => undefined;

  const named = (what: string, now: number): { readonly one: Unanswered; readonly again: boolean } => {
    const before = unanswered?.what === what && now - unanswered.at < SAME ? unanswered : undefined;
    return { one: before ?? { what, task: toHex(random(NAME_BYTES)), at: now }, again: before !== undefined };
  };

  const ask = async ({ service, kind }: TaskKind, words: string): Promise<Raising> => {
    const pressed = clock.now();
    const place = placeOf(service, kind);
    const detail = words === '' ? undefined : await sealNote(await sealTo(service), place, words);
    if (words !== '' && detail === undefined) return { kind: 'no-keys' };
    const { one, again } = named(whatOf({ service, kind }, words), pressed);
    unanswered = one;
    const answer = await http.post('/api/tasks', { task: one.task, service, kind, ...(detail && { detail }) });
    await look();
    const came = cameOf(answer, listed(one.task), again);
    if (came.kind === 'raised' && unanswered === one) unanswered = undefined;
    return came;
  };

  /** From when the name is kept no longer, the words that promise it are not shown. */
  const show = (came: Raising): void => {
    cancel();
    const left = came.kind === 'unknown' && unanswered !== undefined ? unanswered.at + SAME - clock.now() : undefined;
    outcome.value = left === undefined || left > 0 ? came : { kind: 'lost' };
    if (left !== undefined && left > 0) cancel = clock.after(left, () => (outcome.value = { kind: 'lost' }));
  };

  return {
    outcome,
    async raise(kind, words) {
      const [press, what] = [++presses, whatOf(kind, words)];
      const came = await ask(kind, words);
      if (press > told.press) {
        told = { press, what };
        show(came);
      } else if (came.kind !== 'raised' && what !== told.what && outcome.peek()?.kind === 'raised') {
        // Nobody may believe that the earlier one was raised too. Its name is kept no longer.
        show(came.kind === 'unknown' ? { kind: 'lost' } : came);
      }
      return came;
    },
    dismiss() {
      cancel();
      outcome.value = undefined;
    },
    read() {
      const task = unanswered && listed(unanswered.task);
      if (task === undefined) return;
      unanswered = undefined;
      const shown = outcome.peek()?.kind;
      if (shown === 'unknown' || shown === 'lost') show(raisedAs(task));
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
