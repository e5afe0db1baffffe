/** Title, sound and notifications while somebody waits. */

import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import type { Desk } from '../desk-view.ts';
import { calls, NO_CALLS, notification, onlyDanger, someoneNew, title, withTexts, type Calls, type TextCalls } from '../stores/attention.ts';
import type { Preferences } from '../stores/preferences.ts';
import type { Task } from '../tasks/tasks.ts';
import { textsFor } from '../texts/choose.ts';
import type { Chime } from './chime.ts';

const AGAIN = 15_000;
/** The same while somebody is in danger. */
const SOON = 4_000;
/** How often it is looked who has waited too long for an answer. */
const LOOK = 15_000;
/** One notification replaces the one before, and is heard as that one was. */
const SHOWN = { tag: 'havn', renotify: true };

export interface Attention {
  readonly desk: Desk;
  /** Letters that came since somebody looked. */
  readonly letters: ReadonlySignal<number>;
  /** Conversations on plain channels that wait. */
  readonly texts: ReadonlySignal<TextCalls>;
  /** Tasks that are late. */
  readonly tasks: ReadonlySignal<readonly Task[]>;
  /** Alarms of chats that volunteers have after their shift. */
  readonly afterShift: ReadonlySignal<ReadonlySet<string>>;
  /** Those in danger in a line whom nobody took. */
  readonly untaken: ReadonlySignal<ReadonlySet<string>>;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly chime: Chime;
  /** Whether the page is in view. */
  readonly visible: ReadonlySignal<boolean>;
}

const rings = ({ waiting, danger, untaken, overdue }: Calls): boolean => waiting.size + danger.size + untaken.size + overdue.size > 0;

/** Starts asking for attention; the answer stops it. */
export function watchForCalls({ desk, letters, texts, tasks, afterShift, untaken, preferences, clock, chime, visible }: Attention): () => void {
  const time = signal(clock.now());
  let cancelTime = (): void => undefined;
  const tick = (): void => {
    time.value = clock.now();
    cancelTime = clock.after(LOOK, tick);
  };
  tick();
  const now = computed<Calls>((): Calls => {
    const { duty, line, chats, invitations, danger } = desk;
    const now = calls(duty.value, line.value, chats.value, letters.value, invitations.value, time.value, tasks.value, danger.value);
    return { ...withTexts(now, duty.value, texts.value), afterShift: afterShift.value, untaken: untaken.value };
  });
  // Danger is heard also by those who want no sound.
  const ringing = computed(() => (preferences.all.value.sound ? now.value : onlyDanger(now.value, desk.line.value)));
  let before = NO_CALLS;
  let heard = NO_CALLS;
  let cancel = (): void => undefined;
  const again = (): void => {
    chime.play(heard.danger.size + heard.untaken.size > 0);
    // A late task alarms again by itself when it has to.
    cancel = rings(heard) ? clock.after(heard.danger.size > 0 ? SOON : AGAIN, again) : (): void => undefined;
  };
  const ends = [
    effect(() => {
      document.title = title(textsFor(preferences.language.value), now.value);
    }),
    effect(() => {
      const text = notification(textsFor(preferences.language.value), before, now.value);
      before = now.value;
      if (text === undefined || visible.value || !preferences.all.value.notify) return;
      if (typeof Notification === 'function' && Notification.permission === 'granted') {
        new Notification(text, { ...SHOWN, silent: preferences.all.value.sound });
      }
    }),
    effect(() => {
      const fresh = someoneNew(heard, ringing.value);
      heard = ringing.value;
      if (fresh || !rings(heard)) cancel();
      if (fresh) again();
    }),
  ];
  return () => {
    cancel();
    cancelTime();
    for (const end of ends) end();
    chime.close();
  };
}

/** Asks the browser for leave to notify; false when it or the person says no. */
export async function allowNotifications(): Promise<boolean> {
  if (typeof Notification !== 'function') return false;
  return (await Notification.requestPermission()) === 'granted';
}
