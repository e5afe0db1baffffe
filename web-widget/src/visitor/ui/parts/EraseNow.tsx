import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { Confirm } from './Confirm.tsx';

/** *Delete now*: asked once, then everything of the visit is gone on the server. */
export function EraseNow({ visit }: { readonly visit: Visit }): VNode {
  const t = visit.texts.value.erase;
  const now = visit.erasing.value;
  if (now === 'asking') {
    return (
      <Confirm
        title={t.question}
        lead={t.lead}
        stay={t.no}
        go={t.yes}
        onStay={() => visit.askToErase(false)}
        onGo={() => visit.erase()}
      />
    );
  }
  return (
    <div class="erase">
      <button type="button" class="plain" disabled={now === 'working'} onClick={() => visit.askToErase(true)}>
        {t.offer}
      </button>
      <p role="status">{now === 'working' ? t.working : now === 'failed' ? t.failed : ''}</p>
    </div>
  );
}
