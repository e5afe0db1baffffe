import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import type { LetterTexts } from '../../texts/mailbox/texts.ts';

interface Props {
  readonly visit: Visit;
  readonly texts: LetterTexts['keep'];
}

/** Says that the chat behind this screen has something new, or is over. The place is there before, so that it is read out. */
export function Meanwhile({ visit, texts: t }: Props): VNode {
  const [before] = useState(() => visit.said.peek().length);
  const over = visit.state.value.kind !== 'talking';
  const news = visit.said.value.slice(before).some(({ from }) => from === 'them');
  return <div role="status">{(over || news) && <p class="notice">{over ? t.over : t.news}</p>}</div>;
}
