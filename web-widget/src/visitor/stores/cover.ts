/** A shared phone: the page covers itself when it was left, and is emptied when it was left for long. */

import { signal, type ReadonlySignal } from '@preact/signals';

export const COVER_AFTER_MS = 60_000;
export const EMPTY_AFTER_MS = 15 * 60_000;

export type Covering = 'open' | 'covered' | 'empty';

export interface Cover {
  readonly state: ReadonlySignal<Covering>;
  /** The page went to the background or came back. */
  background(hidden: boolean): void;
  /** The person wants to see the page again. */
  lift(): void;
  stop(): void;
}

export interface CoverHands {
  /** Milliseconds of a clock that goes on while timers are held back in the background. */
  readonly now: () => number;
  /** Whether somebody else may look at this phone. */
  readonly shared: () => boolean;
  /** The visit is over for this page. */
  readonly empty: () => void;
}

/** Timers of a hidden page come late, so the time that passed is judged again when the page comes back. */
export function cover({ now, shared, empty }: CoverHands): Cover {
  const state = signal<Covering>('open');
  let since: number | undefined;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const settle = (): void => {
    if (since === undefined || state.value === 'empty' || !shared()) return;
    const away = now() - since;
    if (away >= EMPTY_AFTER_MS) {
      state.value = 'empty';
      empty();
    } else if (away >= COVER_AFTER_MS) {
      state.value = 'covered';
    }
  };
  const clear = (): void => {
    timers.forEach(clearTimeout);
    timers = [];
  };
  return {
    state,
    background: (hidden) => {
      if (hidden === (since !== undefined)) return;
      settle();
      clear();
      since = hidden ? now() : undefined;
      if (hidden) timers = [COVER_AFTER_MS, EMPTY_AFTER_MS].map((after) => setTimeout(settle, after));
    },
    lift: () => {
      if (state.value === 'covered') state.value = 'open';
    },
    stop: clear,
  };
}
