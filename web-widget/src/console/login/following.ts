/** The services of the person who is signed in, as the server says them now: they change while a console is open. */

import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { MINUTE, type Clock } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import type { Http } from './http.ts';
import { looking } from './looking.ts';
import type { Me, ServiceName } from './me.ts';
import { readMe } from './read.ts';

const LOOK_AGAIN = MINUTE;

/** What a service offers to tick. */
export type Offered = Pick<ServiceName, 'languages' | 'lanes'>;

/** What became of one service since the person was told last. */
export interface ServiceChange {
  /** Its shown name. */
  readonly name: string;
  /** `new` to this person, no longer theirs (`gone`), or theirs as before with others to answer. */
  readonly what: 'new' | 'gone' | 'changed';
  /** Empty unless it changed. */
  readonly come: Offered;
  readonly gone: Offered;
}

export interface Following {
  readonly me: ReadonlySignal<Me>;
  /** Until the person has read them. */
  readonly changes: ReadonlySignal<readonly ServiceChange[]>;
  seen(): void;
  /** Whether a service came while this console was open: nothing is chosen for the person then. */
  isNew(service: string): boolean;
  /** Done when it was answered, or is known not to be. */
  look(): Promise<void>;
  close(): void;
}

/** Asks at once and then every minute. An answer about somebody else, or another role of theirs, is for the next sign-in. */
export function follow(http: Http, first: Me, clock: Clock): Following {
  const services = signal(first.services);
  const told = signal(first.services);
  const read = (answer: unknown): void => {
    const now = readMe(answer);
    if (now?.staff !== first.staff || now.role !== first.role) return;
    if (JSON.stringify(now.services) !== JSON.stringify(services.peek())) services.value = now.services;
  };
  const { look, close } = looking({ http, path: '/api/me', every: LOOK_AGAIN, clock, read });
  unattended(look());
  return {
    me: computed(() => ({ ...first, services: services.value })),
    changes: computed(() => changesBetween(told.value, services.value)),
    seen() {
      told.value = services.peek();
    },
    isNew: (service) => !first.services.some(({ id }) => id === service),
    look,
    close,
  };
}

const NOTHING: Offered = { languages: [], lanes: [] };

/** In the order of the services now, with those that are gone at the end; a name alone is no change. */
export function changesBetween(before: readonly ServiceName[], now: readonly ServiceName[]): readonly ServiceChange[] {
  const stays = now.flatMap((service): readonly ServiceChange[] => {
    const { id, name } = service;
    const was = before.find((one) => one.id === id);
    if (was === undefined) return [{ name, what: 'new', come: NOTHING, gone: NOTHING }];
    const [come, gone] = [without(service, was), without(was, service)];
    return isNothing(come) && isNothing(gone) ? [] : [{ name, what: 'changed', come, gone }];
  });
  const left = before.filter(({ id }) => !now.some((one) => one.id === id));
  return [...stays, ...left.map(({ name }): ServiceChange => ({ name, what: 'gone', come: NOTHING, gone: NOTHING }))];
}

const without = (one: Offered, other: Offered): Offered => ({
  languages: one.languages.filter((word) => !other.languages.includes(word)),
  lanes: one.lanes.filter((word) => !other.lanes.includes(word)),
});

const isNothing = ({ languages, lanes }: Offered): boolean => languages.length + lanes.length === 0;
