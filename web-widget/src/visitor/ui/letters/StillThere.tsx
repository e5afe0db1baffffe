import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { MINUTE, systemClock } from '../../../kernel/clock.ts';
import type { Visit } from '../../stores/visit.ts';
import { fileTextsOf } from '../../texts/files/languages.ts';

/** After so long without a word the visitor is asked; after twice as long their place may be given to somebody else. */
const ASKED = 10 * MINUTE;

/** Asks whoever has said nothing since the last word of staff. */
export function StillThere({ visit }: { readonly visit: Visit }): VNode | null {
  const t = fileTextsOf(visit.language.value).quiet;
  const last = visit.said.value.findLast(({ from }) => from !== 'page');
  const since = last?.from === 'them' ? last.at : undefined;
  const [hereAt, setHereAt] = useState(0);
  const [rung, setRung] = useState(0);
  const due = since === undefined ? Infinity : Math.max(since, hereAt) + ASKED;
  useEffect(
    () => (due === Infinity ? undefined : systemClock.after(Math.max(0, due - systemClock.now()), () => setRung(due))),
    [due],
  );
  if (rung !== due && systemClock.now() < due) return null;
  const answer = (): void => {
    // Without a connection the question stays, and so does what it says.
    if (visit.here()) setHereAt(systemClock.now());
  };
  return (
    <section class="notice still-there" role="alert" aria-labelledby="still-there">
      <h2 id="still-there">{t.title}</h2>
      <p>{t.lead}</p>
      <button type="button" class="second" onClick={answer}>
        {t.here}
      </button>
    </section>
  );
}
