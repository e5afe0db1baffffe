/** Screens for files in a chat, and for one whose worker is gone, fetched when somebody takes it; without them a chat goes on in words. */

import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Message } from '../../../talk/view.ts';
import { systemClock } from '../../../kernel/clock.ts';
import type { Visit } from '../../stores/visit.ts';

interface LateScreens {
  readonly FileTools: ComponentType<{ readonly visit: Visit }>;
  readonly TakenAlone: ComponentType<{ readonly visit: Visit }>;
  readonly StillThere: ComponentType<{ readonly visit: Visit }>;
  readonly SaidFile: ComponentType<{ readonly visit: Visit; readonly file: NonNullable<Message['file']> }>;
}

const AGAIN = 5_000;

export const late = signal<LateScreens | undefined>(undefined);

/** Asks until they are there, as long as the screen stands. */
export function useFiles(visit: Visit): void {
  useEffect(() => {
    let here = true;
    fetchLate(visit, () => here);
    return () => {
      here = false;
    };
  }, [visit]);
}

function fetchLate(visit: Visit, wanted: () => boolean): void {
  Promise.all([import('../letters/ChatFiles.tsx'), visit.fetchFiles()]).then(
    ([screens]) => {
      late.value = screens;
    },
    () => systemClock.after(AGAIN, () => wanted() && fetchLate(visit, wanted)),
  );
}
