import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Pixels from the end that still count as reading the newest. */
const NEAR = 80;

export interface Newest {
  /** The box that scrolls. */
  readonly place: RefObject<HTMLDivElement | null>;
  /** Something new stands below what the person reads. */
  readonly below: boolean;
  readonly toEnd: () => void;
  /** To the end, unless the person reads further up. */
  readonly follow: () => void;
  readonly onScroll: () => void;
}

/**
 * A log that follows its newest line unless the person reads further up; then it says that there is one.
 *
 * @param of whose log it is; another one begins at its end
 */
export function useNewest(last: { readonly id: string; readonly from: string } | undefined, of = ''): Newest {
  const place = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [below, setBelow] = useState(false);
  const toEnd = (): void => {
    const log = place.current;
    if (log !== null) log.scrollTop = log.scrollHeight;
    following.current = true;
    setBelow(false);
  };
  const follow = (): void => {
    if (following.current) toEnd();
  };
  useLayoutEffect(toEnd, [of]);
  useLayoutEffect(() => {
    if (following.current || last?.from === 'me') toEnd();
    else if (last !== undefined) setBelow(true);
  }, [last?.id]);
  // A keyboard that slides up, or a question that opens, must not hide the newest line.
  useEffect(() => {
    const log = place.current;
    if (log === null) return undefined;
    const watch = new ResizeObserver(follow);
    watch.observe(log);
    return () => watch.disconnect();
  }, []);
  const onScroll = (): void => {
    const log = place.current;
    if (log === null) return;
    following.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (following.current) setBelow(false);
  };
  return { place, below, toEnd, follow, onScroll };
}
