/** This browser's own key for letters: stated once the roster names the device, and again before it ends. */

import { effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { MINUTE } from '../../kernel/clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { MailboxKeyStore } from '../keys/types.ts';
import type { LetterHttp } from './letter-http.ts';

const LOOK_EVERY = 10 * MINUTE;
const TRY_AGAIN = MINUTE;

export interface OwnKey {
  readonly state: ReadonlySignal<'waiting' | 'stated' | 'unsupported'>;
  close(): void;
}

/** @param rostered whether the roster names this device */
export function tendOwnKey(
  keys: MailboxKeyStore,
  http: Pick<LetterHttp, 'stateKey'>,
  rostered: ReadonlySignal<boolean>,
  clock: Clock,
): OwnKey {
  const state = signal<'waiting' | 'stated' | 'unsupported'>('waiting');
  /** End of the key that the server has taken from this page. */
  let stated: number | undefined;
  let cancel = (): void => undefined;
  let over = false;

  const step = async (): Promise<boolean> => {
    let key;
    try {
      key = await keys.mailboxKey();
    } catch {
      state.value = 'unsupported';
      return false;
    }
    if (key.until === stated) return true;
    const answer = await http.stateKey(key.statement);
    if (answer.kind !== 'ok') return false;
    stated = key.until;
    state.value = 'stated';
    return true;
  };
  const round = (): void => {
    const next = (good: boolean): void => {
      if (over || !rostered.peek()) return;
      cancel();
      cancel = clock.after(good ? LOOK_EVERY : TRY_AGAIN, round);
    };
    step().then(next, () => next(false));
  };
  const stop = effect(() => {
    if (rostered.value) round();
    else cancel();
  });
  return {
    state,
    close() {
      over = true;
      stop();
      cancel();
    },
  };
}
