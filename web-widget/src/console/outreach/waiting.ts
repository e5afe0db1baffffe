/** The lists of conversations of a person's services: part of every page, since somebody may wait for an answer. */

import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { SECOND, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { DeviceState } from '../desk-view.ts';
import type { Http } from '../login/http.ts';
import { list, members } from '../login/read.ts';
import { pathOf } from './tools.ts';
import { readThread, type Thread } from './wire.ts';

const LOOK_EVERY = 15 * SECOND;
const ABSENT: readonly number[] = [403, 404];

export interface ThreadList {
  readonly service: string;
  /** Those that wait first. Undefined until they were read once. */
  readonly threads: ReadonlySignal<readonly Thread[] | undefined>;
  readonly reached: ReadonlySignal<boolean>;
  /** The server says that this service writes to nobody, or that this person may not. */
  readonly absent: ReadonlySignal<boolean>;
  look(): Promise<void>;
}

export interface Waiting {
  readonly lists: readonly ThreadList[];
  /** Conversations that wait for an answer. */
  readonly count: ReadonlySignal<number>;
  /** Those that nobody has looked at here. */
  readonly fresh: ReadonlySignal<number>;
  /** The list is in front of somebody. */
  seen(): void;
  close(): void;
}

type Listing = ThreadList & { close(): void };

/** Looks at each every 15 seconds, and at once when this device comes into the list of devices. */
export function createWaiting(parts: {
  readonly services: readonly string[];
  readonly http: Http;
  readonly clock: Clock;
  readonly device: ReadonlySignal<DeviceState>;
}): Waiting {
  const lists = parts.services.map((service) => listing(service, parts.http, parts.clock));
  const stopStart = effect(() => {
    if (parts.device.value === 'rostered') untracked(() => lists.forEach((one) => unattended(one.look())));
  });
  const waits = computed(() => lists.flatMap(({ threads }) => (threads.value ?? []).filter((thread) => thread.waits).map(asItIs)));
  const looked = signal<ReadonlySet<string>>(new Set());
  return {
    lists,
    count: computed(() => waits.value.length),
    fresh: computed(() => waits.value.filter((one) => !looked.value.has(one)).length),
    seen() {
      if (waits.value.some((one) => !looked.value.has(one))) looked.value = new Set(waits.value);
    },
    close() {
      stopStart();
      lists.forEach((one) => one.close());
    },
  };
}

/** What changes when somebody writes once more. */
const asItIs = ({ thread, at }: Thread): string => `${thread} ${String(at)}`;

function listing(service: string, http: Http, clock: Clock): Listing {
  const threads = signal<readonly Thread[] | undefined>(undefined);
  const reached = signal(true);
  const absent = signal(false);
  let cancel = (): void => undefined;
  let closed = false;
  const look = async (): Promise<void> => {
    cancel();
    const answer = await http.get(pathOf({ service }, 'threads'));
    if (closed) return;
    reached.value = answer.kind === 'ok';
    if (answer.kind === 'ok') threads.value = list(members(answer.value)['threads']).map(readThread);
    // One that has answered does not go for a refusal: a device that was listed just now is known there a little later.
    absent.value = threads.value === undefined && answer.kind === 'refused' && ABSENT.includes(answer.status);
    cancel();
    cancel = clock.after(LOOK_EVERY, () => unattended(look()));
  };
  return {
    service,
    threads,
    reached,
    absent,
    look,
    close() {
      closed = true;
      cancel();
    },
  };
}
