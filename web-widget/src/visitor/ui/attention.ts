import { useEffect, useRef } from 'preact/hooks';
import type { VisitState } from '../session-view.ts';

/** Words of the other side so far; being answered counts as the first. */
const heard = (state: VisitState): number =>
  state.kind === 'talking' ? 1 + state.talk.messages.filter(({ from }) => from === 'them').length : 0;

/** A page in the background says in its title that something came, and nothing more. */
export function useAttention(state: VisitState, title: string): void {
  const before = useRef(0);
  const now = heard(state);
  useEffect(() => {
    const seen = (): void => {
      if (!document.hidden) document.title = title;
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [title]);
  useEffect(() => {
    if (document.hidden && now > before.current) document.title = `(1) ${title}`;
    before.current = now;
  }, [now, title]);
}
