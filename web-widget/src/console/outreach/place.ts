/** Of which of a person's services the page of outreach is. */

import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ThreadList } from './waiting.ts';

type Listed = Pick<ThreadList, 'service' | 'absent'>;

/**
 * It never goes to another service by itself: what is under way there, such as an import, would be of that one. Until somebody
 * chooses, it is the first that was not absent when the page was opened.
 */
export interface Place<L extends Listed> {
  /** Empty when every service was absent. */
  readonly service: ReadonlySignal<string>;
  /** Also while it is absent: the server may know this device a little later. */
  readonly list: ReadonlySignal<L | undefined>;
  /** What may be chosen, in order: those that are not absent, and the one that is shown. */
  readonly services: ReadonlySignal<readonly string[]>;
  choose(service: string): void;
  close(): void;
}

/** @param first the service that somebody asked for, or empty */
export function createPlace<L extends Listed>(lists: readonly L[], first: string): Place<L> {
  const there = computed(() => lists.filter(({ absent }) => !absent.value));
  const service = signal(lists.some((each) => each.service === first) ? first : '');
  const close = effect(() => {
    if (service.value === '') service.value = there.value[0]?.service ?? '';
  });
  return {
    service,
    list: computed(() => lists.find((each) => each.service === service.value)),
    services: computed(() => lists.filter((each) => each.service === service.value || there.value.includes(each)).map((each) => each.service)),
    choose: (next) => {
      service.value = next;
    },
    close,
  };
}
