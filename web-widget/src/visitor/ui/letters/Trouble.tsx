import type { VNode } from 'preact';

/** What went wrong, read out when it comes; the place is there before, so that it is. */
export function Trouble({ words }: { readonly words: string | undefined }): VNode {
  return <div role="status">{words !== undefined && <p class="notice">{words}</p>}</div>;
}
