import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { Messages } from './Messages.tsx';

/** What was said in a chat that is over, for whoever wants to see it once more. */
export function Said({ visit }: { readonly visit: Visit }): VNode | null {
  const t = visit.texts.value.ended;
  const [shown, setShown] = useState(false);
  const said = visit.said.value;
  if (said.length === 0) return null;
  return (
    <section class="kept">
      <button type="button" class="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t.hide : t.show}
      </button>
      {shown && <Messages messages={said} visit={visit} />}
    </section>
  );
}
