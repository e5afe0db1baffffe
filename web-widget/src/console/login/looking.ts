/** An answer of the server that is asked for again and again. */

import { signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import type { Http } from './http.ts';
import { unattended } from '../../kernel/unattended.ts';

export interface Looking {
  /** Whether the last look was answered. */
  readonly reached: ReadonlySignal<boolean>;
  /** Over: what is still under way is not read any more. */
  readonly closed: boolean;
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Begins with the first call of `look`, and looks again `every` milliseconds after each answer.
 *
 * @param read what was answered
 */
export function looking(parts: {
  readonly http: Http;
  /** Where it is asked for; what was asked for elsewhere before is not read any more. */
  readonly path: string | (() => string);
  readonly every: number;
  readonly clock: Clock;
  readonly read: (answer: unknown) => void;
}): Looking {
  const reached = signal(true);
  let cancel = (): void => undefined;
  let closed = false;
  let newest = Promise.resolve();
  const path = (): string => (typeof parts.path === 'string' ? parts.path : parts.path());
  const ask = async (isNewest: () => boolean): Promise<void> => {
    cancel();
    const asked = path();
    const answer = await parts.http.get(asked);
    if (closed || asked !== path()) return;
    // An older answer that comes later says what was.
    if (!isNewest()) return newest;
    reached.value = answer.kind === 'ok';
    if (answer.kind === 'ok') parts.read(answer.value);
    cancel();
    cancel = parts.clock.after(parts.every, () => unattended(look()));
  };
  const look = (): Promise<void> => {
    const asking = ask(() => asking === newest);
    newest = asking;
    return asking;
  };
  return {
    reached,
    get closed() {
      return closed;
    },
    look,
    close() {
      closed = true;
      cancel();
    },
  };
}
