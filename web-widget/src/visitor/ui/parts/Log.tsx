import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { Icon } from './Icon.tsx';
import { Messages, type MessagesProps } from './Messages.tsx';

/** Pixels from the end that still count as reading the newest. */
const NEAR = 80;

/** The talk. It follows the newest message unless the person reads further up; then it says that there is one. */
export function Log({ messages, texts: t, children }: MessagesProps & { readonly children?: ComponentChildren }): VNode {
  const place = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [below, setBelow] = useState(false);
  const last = messages.at(-1);
  const toEnd = (): void => {
    const log = place.current;
    if (log !== null) log.scrollTop = log.scrollHeight;
    following.current = true;
    setBelow(false);
  };
  useLayoutEffect(() => {
    if (following.current || last?.from === 'me') toEnd();
    else if (last !== undefined) setBelow(true);
  }, [last?.id]);
  // A keyboard that slides up, or a question that opens, must not hide the newest message.
  useEffect(() => {
    const log = place.current;
    if (log === null) return undefined;
    const watch = new ResizeObserver(() => {
      if (following.current) log.scrollTop = log.scrollHeight;
    });
    watch.observe(log);
    return () => watch.disconnect();
  }, []);
  const onScroll = (): void => {
    const log = place.current;
    if (log === null) return;
    following.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (following.current) setBelow(false);
  };
  return (
    <div class="logbox">
      <div class="log" role="log" aria-live="polite" aria-label={t.talk.log} tabIndex={0} ref={place} onScroll={onScroll}>
        {children}
        <Messages messages={messages} texts={t} />
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
