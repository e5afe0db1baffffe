import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Texts } from '../../texts/texts.ts';

const IN_MS = 4_000;
const OUT_MS = 6_000;

/** A light that grows for four seconds and shrinks for six. With reduced motion only the words change. */
function Light({ texts: t }: { readonly texts: Texts['waiting'] }): VNode {
  const [inward, setInward] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setInward(!inward), inward ? IN_MS : OUT_MS);
    return () => clearTimeout(timer);
  }, [inward]);
  return (
    <div class="breath">
      <p class="advice">{t.breatheHow}</p>
      <div class={inward ? 'light inward' : 'light'} aria-hidden="true">
        <span>{inward ? t.breatheIn : t.breatheOut}</span>
      </div>
    </div>
  );
}

export function Breathing({ texts: t }: { readonly texts: Texts['waiting'] }): VNode {
  const [on, setOn] = useState(false);
  return (
    <section class="breathing">
      <button type="button" class="plain" aria-expanded={on} onClick={() => setOn(!on)}>
        {on ? t.breatheStop : t.breathe}
      </button>
      {on && <Light texts={t} />}
    </section>
  );
}
