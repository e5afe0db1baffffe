import type { ComponentChildren, VNode } from 'preact';
import { useNewest } from '../../../screen/newest.ts';
import { Icon } from './Icon.tsx';
import { Messages, type MessagesProps } from './Messages.tsx';

/** The talk. It follows the newest message unless the person reads further up; then it says that there is one. */
export function Log({ messages, visit, children }: MessagesProps & { readonly children?: ComponentChildren }): VNode {
  const t = visit.texts.value;
  const { place, below, toEnd, onScroll } = useNewest(messages.at(-1));
  return (
    <div class="logbox">
      <div class="log" role="log" aria-live="polite" aria-label={t.talk.log} tabIndex={0} ref={place} onScroll={onScroll}>
        {children}
        <Messages messages={messages} visit={visit} />
      </div>
      {below && (
        <button type="button" class="below" onClick={toEnd}>
          <Icon name="down" />
          {t.talk.newBelow}
        </button>
      )}
    </div>
  );
}
