import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { lineWordsOf } from '../../texts/line/languages.ts';
import type { LineWords } from '../../texts/line/texts.ts';

const IN_MS = 4_000;
const OUT_MS = 6_000;

/** A light that grows for four seconds and shrinks for six. With reduced motion only the words change. */
function Light({ texts: t }: { readonly texts: LineWords['breathing'] }): VNode {
  const [inward, setInward] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setInward(!inward), inward ? IN_MS : OUT_MS);
    return () => clearTimeout(timer);
  }, [inward]);
  return (
    <div class="breath">
      <p class="advice">{t.how}</p>
      <div class={inward ? 'light inward' : 'light'} aria-hidden="true">
        <span>{inward ? t.inward : t.outward}</span>
      </div>
    </div>
  );
}

/** For whoever waits. */
export default function Breathing({ visit }: { readonly visit: Visit }): VNode {
  const t = lineWordsOf(visit.language.value).breathing;
  const [on, setOn] = useState(false);
  return (
    <section class="breathing">
      <button type="button" class="plain" aria-expanded={on} onClick={() => setOn(!on)}>
        {on ? t.stop : t.offer}
      </button>
      {on && <Light texts={t} />}
    </section>
  );
}
