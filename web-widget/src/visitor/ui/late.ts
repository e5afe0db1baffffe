import { useEffect, useState } from 'preact/hooks';
import type { FunctionComponent } from 'preact';

/** A part of a screen that is fetched once it is wanted; without it the screen does. */
export function useLate<P>(wanted: boolean, fetch: () => Promise<{ readonly default: FunctionComponent<P> }>): FunctionComponent<P> | undefined {
  const [part, setPart] = useState<FunctionComponent<P>>();
  useEffect(() => {
    if (wanted) void fetch().then((late) => setPart(() => late.default)).catch(() => undefined);
  }, [wanted]);
  return part;
}
