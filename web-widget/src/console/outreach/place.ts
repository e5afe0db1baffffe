/** Of which of a person's services the page of outreach is. */

import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ThreadList } from './waiting.ts';

type Listed = Pick<ThreadList, 'service' | 'threads' | 'absent'>;

/**
 * It never goes to another service by itself: what is under way there, such as an import, would be of that one. Until it is
 * chosen, it is the first that is not absent, and for good once that has answered.
 */
export interface Place<L extends Listed> {
  /** Empty when every service is absent. */
  readonly service: ReadonlySignal<string>;
  /** Undefined while the service is absent: the server may know this device a little later. */
  readonly list: ReadonlySignal<L | undefined>;
  /** What may be chosen, in order: those that are not absent, and the one that is shown. */
  readonly services: ReadonlySignal<readonly string[]>;
  choose(service: string): void;
  close(): void;
}

/** @param first the service that somebody asked for, or empty */
export function createPlace<L extends Listed>(lists: readonly L[], first: string): Place<L> {
  const chosen = signal(lists.some((each) => each.service === first) ? first : '');
  const there = computed(() => lists.filter(({ absent }) => !absent.value));
  const service = computed(() => (chosen.value === '' ? (there.value[0]?.service ?? '') : chosen.value));
  const list = computed(() => there.value.find((each) => each.service === service.value));
  const close = effect(() => {
    if (chosen.value === '' && list.value?.threads.value !== undefined) chosen.value = service.value;
  });
  return {
    service,
    list,
    services: computed(() => lists.filter((each) => each.service === service.value || there.value.includes(each)).map((each) => each.service)),
    choose: (next) => {
      chosen.value = next;
    },
    close,
  };
}
