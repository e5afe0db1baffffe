import type { VNode } from 'preact';
import type { LeftBy } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { EraseNow } from './EraseNow.tsx';
import { Said } from './Said.tsx';

/** Why the last chat is over, what was said in it, and how to delete it. */
export function LeftBehind({ visit, by }: { readonly visit: Visit; readonly by: LeftBy }): VNode {
  return (
    <>
      <p class="notice">{visit.texts.value.ended.leads[by]}</p>
      <Said visit={visit} />
      <EraseNow visit={visit} />
    </>
  );
}
