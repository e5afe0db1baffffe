import type { JSX } from 'preact';
import { dayTime } from '../texts/format.ts';
import { begin } from './begin.ts';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** Reminds of a list that runs out, and lets this person confirm that it goes on. */
export function RenewalCall({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const view = room.renewal?.view.value;
  if (view === undefined) return null;
  const until = dayTime(t, view.expires);
  const title = view.expires > room.now.value ? t.renewal.title(until) : t.renewal.over(until);
  return (
    <Callout tone="warning" title={title} live="status" icon="clock">
      <p>{t.renewal[view.step]}</p>
      {view.failed && <p class="strong">{t.renewal.failed}</p>}
      {view.step === 'open' && (
        <button type="button" class="ds-button" onClick={() => begin(room.renewal?.confirm() ?? Promise.resolve())}>
          {t.renewal.confirm}
        </button>
      )}
    </Callout>
  );
}
