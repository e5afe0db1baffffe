/** What the page itself tells: whether it is in view, how wide it is, what the time is, what was liked before. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import type { Shelf } from '../stores/preferences.ts';

/** From this width on all three columns, or two, are seen at once. */
const WIDE = '(min-width: 48.01rem)';
const SHELF = 'havn-console';
const TICK = 5_000;

export function visibility(): ReadonlySignal<boolean> {
  const seen = signal(document.visibilityState === 'visible');
  document.addEventListener('visibilitychange', () => {
    seen.value = document.visibilityState === 'visible';
  });
  return seen;
}

export function wideness(): ReadonlySignal<boolean> {
  const query = matchMedia(WIDE);
  const wide = signal(query.matches);
  query.addEventListener('change', () => {
    wide.value = query.matches;
  });
  return wide;
}

/** Moves every five seconds, for waiting times. */
export function ticking(clock: Clock): ReadonlySignal<number> {
  const now = signal(clock.now());
  const tick = (): void => {
    now.value = clock.now();
    clock.after(TICK, tick);
  };
  clock.after(TICK, tick);
  return now;
}

/** A place in the browser's storage; a browser that refuses it forgets what is put there. */
export const shelfNamed = (name: string): Shelf => ({
  read() {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      localStorage.setItem(name, text);
    } catch {
      // Forgotten at the next visit, nothing more.
    }
  },
});

/** For preferences. */
export const shelf = shelfNamed(SHELF);
