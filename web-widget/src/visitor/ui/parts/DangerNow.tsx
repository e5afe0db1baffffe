import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';

/** Lets somebody who is in danger come first. */
export function DangerNow({ visit }: { readonly visit: Visit }): VNode {
  const t = visit.texts.value.danger;
  if (visit.inDanger.value)
    return (
      <p class="notice" role="status">
        {t.known}
      </p>
    );
  return (
    <button type="button" class="plain" onClick={() => visit.ringInDanger()}>
      {t.ring}
    </button>
  );
}
