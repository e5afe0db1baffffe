/** The lists of conversations of a person's services: part of every page, since somebody may wait for an answer. */

import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { SECOND, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { DeviceState } from '../desk-view.ts';
import type { Http } from '../login/http.ts';
import { list, members } from '../login/read.ts';
import { pathOf } from './tools.ts';
import { readThread, type Thread } from './wire.ts';

const LOOK_EVERY = 15 * SECOND;
const LOOK_ON_DUTY = 5 * SECOND;
const ABSENT: readonly number[] = [403, 404];
/** Somebody else has it, or nobody. */
const NOT_HELD: readonly number[] = [404, 409];

export interface ThreadList {
  readonly service: string;
  /** Those that have waited longest first, then the newest. Undefined until they were read once. */
  readonly threads: ReadonlySignal<readonly Thread[] | undefined>;
  /** Whether there are others than the 200 that were read. */
  readonly more: ReadonlySignal<boolean>;
  /** Conversation → what this person last saw of it here; at most 200. */
  readonly looks: ReadonlySignal<ReadonlyMap<string, Look>>;
  readonly reached: ReadonlySignal<boolean>;
  /** The server says that this service writes to nobody, or that this person may not. */
  readonly absent: ReadonlySignal<boolean>;
  /** @param isShown one of them is open in front of somebody, who keeps what they hold also off duty */
  look(isShown?: boolean): Promise<void>;
  /** This person takes it or answers: it is not given back any more. */
  keeps(thread: string): void;
  /** Somebody looked at it, or it was found that this browser does not open it. */
  looked(thread: Thread, opens: boolean): void;
}

export interface Look {
  /** How many of their texts had come. */
  readonly words: number;
  /** The answer that was known not to have arrived; empty, none. */
  readonly unanswered: string;
  /** Whether this browser opens the newest. */
  readonly opens: boolean;
}

export interface Waiting {
  readonly lists: readonly ThreadList[];
  /** Conversations that wait for an answer. */
  readonly count: ReadonlySignal<number>;
  /** Those that nobody has looked at here, by their ids. */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  /** The list is in front of somebody. */
  seen(): void;
  /** Gives back what this person holds: nobody else would hear it. What cannot be given back now is with the next looks. */
  giveBack(): Promise<void>;
  close(): void;
}

type Listing = ThreadList & { giveBack(): Promise<void>; close(): void };

/**
 * Looks at each every 15 seconds, on duty every 5, and at once when this device comes into the list or its person on duty. What
 * this person holds is given back when they go off duty.
 */
export function createWaiting(parts: {
  readonly services: readonly string[];
  readonly http: Http;
  readonly clock: Clock;
  readonly device: ReadonlySignal<DeviceState>;
  readonly onDuty: ReadonlySignal<boolean>;
  /** Whether this console rings for those of a service. */
  readonly hears: (service: string) => boolean;
}): Waiting {
  const every = (): number => (parts.onDuty.peek() ? LOOK_ON_DUTY : LOOK_EVERY);
  const lists = parts.services.map((service) => listing({ service, ...parts, every }));
  const stopStart = effect(() => {
    const known = parts.onDuty.value || parts.device.value === 'rostered';
    if (known) untracked(() => lists.forEach((one) => unattended(one.look())));
  });
  const giveBack = async (): Promise<void> => {
    await Promise.all(lists.map((one) => one.giveBack()));
  };
  let was = false;
  const stopEnd = effect(() => {
    const over = was && !parts.onDuty.value;
    was = parts.onDuty.value;
    if (over) untracked(() => unattended(giveBack()));
  });
  const waits = computed(() => lists.flatMap(({ threads }) => (threads.value ?? []).filter((thread) => thread.waits)));
  const looked = signal<ReadonlySet<string>>(new Set());
  return {
    lists,
    count: computed(() => waits.value.length),
    fresh: computed(() => new Set(waits.value.filter((one) => !looked.value.has(asItIs(one))).map(({ thread }) => thread))),
    seen() {
      const now = waits.value.map(asItIs);
      if (now.some((one) => !looked.value.has(one))) looked.value = new Set(now);
    },
    giveBack,
    close() {
      stopStart();
      stopEnd();
      lists.forEach((one) => one.close());
    },
  };
}

/** What changes when somebody writes once more, and when an answer to them is lost. */
const asItIs = ({ thread, at, unanswered }: Thread): string => `${thread} ${String(at)} ${unanswered}`;

interface Place {
  readonly service: string;
  readonly http: Http;
  readonly clock: Clock;
  readonly hears: (service: string) => boolean;
  readonly every: () => number;
}

function listing({ service, http, clock, hears, every }: Place): Listing {
  const threads = signal<readonly Thread[] | undefined>(undefined);
  const more = signal(false);
  const looks = signal<ReadonlyMap<string, Look>>(new Map());
  const reached = signal(true);
  const absent = signal(false);
  let cancel = (): void => undefined;
  let closed = false;
  /** Conversations whose giving back was not heard: at most those that this person held. */
  const owed = new Set<string>();
  const settle = async (): Promise<void> => {
    const giving = [...owed].map(async (thread) => {
      const answer = await http.post(pathOf({ service }, `threads/${thread}/acts`), { act: 'give-back' });
      if (answer.kind === 'ok' || (answer.kind === 'refused' && NOT_HELD.includes(answer.status))) owed.delete(thread);
    });
    await Promise.all(giving);
  };
  const look = async (isShown = false): Promise<void> => {
    cancel();
    // Before the look, which renews what this person holds.
    if (owed.size > 0) await settle();
    const answer = await http.get(pathOf({ service }, isShown || hears(service) ? 'threads?hears=true' : 'threads'));
    if (closed) return;
    reached.value = answer.kind === 'ok';
    if (answer.kind === 'ok') {
      const now = list(members(answer.value)['threads']).map(readThread);
      batch(() => {
        looks.value = new Map([...looks.peek()].filter(([id]) => now.some(({ thread }) => thread === id)));
        more.value = members(answer.value)['more'] === true;
        threads.value = now;
      });
    }
    // One that has answered does not go for a refusal: a device that was listed just now is known there a little later.
    absent.value = threads.value === undefined && answer.kind === 'refused' && ABSENT.includes(answer.status);
    cancel();
    cancel = clock.after(every(), () => unattended(look()));
  };
  return {
    service,
    threads,
    more,
    looks,
    reached,
    absent,
    look,
    keeps: (thread) => void owed.delete(thread),
    looked({ thread, words, unanswered }, opens) {
      const before = looks.peek().get(thread);
      if (before?.words === words && before.unanswered === unanswered && before.opens === opens) return;
      looks.value = new Map(looks.peek()).set(thread, { words, unanswered, opens });
    },
    async giveBack() {
      for (const { thread, mine } of threads.peek() ?? []) if (mine) owed.add(thread);
      if (owed.size > 0) await look();
    },
    close() {
      closed = true;
      cancel();
    },
  };
}
