import { useEffect, useState } from 'preact/hooks';

/** What is loaded when it is needed first; undefined until then, `failed` when it could not be had. */
export function useLate<T>(load: () => Promise<T>): T | 'failed' | undefined {
  const [part, setPart] = useState<{ readonly it: T | 'failed' } | undefined>(undefined);
  useEffect(() => {
    load().then(
      (it) => setPart({ it }),
      () => setPart({ it: 'failed' }),
    );
  }, []);
  return part?.it;
}
