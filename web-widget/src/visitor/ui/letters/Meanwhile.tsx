import { useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import type { LetterTexts } from '../../texts/mailbox/texts.ts';

/** What became of the chat behind these screens since they were opened. */
export type News = 'answered' | 'news' | 'over' | undefined;

const OVER: readonly string[] = ['ended', 'stopped', 'refused'];

/** Looks on through all of these screens, one after the other. */
export function useNews(visit: Visit): News {
  const { kind } = visit.state.value;
  const talks = kind === 'talking';
  /** Words of the chat that were there before; undefined where it began later: that it did is news. */
  const before = useRef(talks ? visit.said.peek().length : undefined);
  if (!talks) before.current = undefined;
  if (OVER.includes(kind)) return 'over';
  if (kind === 'checking' || (talks && before.current === undefined)) return 'answered';
  return talks && visit.said.value.slice(before.current).some(({ from }) => from === 'them') ? 'news' : undefined;
}

interface Props {
  readonly news: News;
  readonly texts: LetterTexts['keep'];
}

/** Says that somebody has answered behind this screen, or said something new, or that it is over. The place is there before, so that it is read out. */
export const Meanwhile = ({ news, texts }: Props): VNode => <div role="status">{news !== undefined && <p class="notice">{texts[news]}</p>}</div>;
