import type { VNode } from 'preact';
import type { LettersState } from '../../letters-view.ts';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { PhoneQuestion } from '../parts/PhoneQuestion.tsx';
import { CodeCard } from './CodeCard.tsx';
import type { ScreenProps } from './Letters.tsx';
import { Meanwhile, type News } from './Meanwhile.tsx';
import { Trouble } from './Trouble.tsx';
import { WordCard } from './WordCard.tsx';

interface KeepingProps extends ScreenProps {
  readonly state: Extract<LettersState, { kind: 'keeping' }>;
  readonly news: News;
}

/** A code to come back with, from inside a chat: the chat goes on meanwhile. */
export function Keeping({ visit, room, texts, news, state }: KeepingProps): VNode {
  const t = texts.keep;
  return (
    <Page title={t.title} lead={t.lead}>
      <Meanwhile news={news} texts={t} />
      <Trouble words={state.trouble === undefined ? undefined : texts.troubles[state.trouble]} />
      <CodeCard visit={visit} room={room} texts={texts} />
      <button type="button" class="main" onClick={() => room.letters.keep()}>
        <Icon name="key" />
        {t.keep}
      </button>
      <PhoneQuestion visit={visit} />
      <button type="button" class="plain" onClick={() => visit.closeLetters()}>
        {texts.back}
      </button>
    </Page>
  );
}

interface KeptProps extends ScreenProps {
  readonly state: Extract<LettersState, { kind: 'kept' }>;
  readonly news: News;
}

export function Kept({ visit, room, texts, news, state }: KeptProps): VNode {
  const t = texts.keep;
  const day = new Intl.DateTimeFormat(visit.texts.value.tag, { day: 'numeric', month: 'long' }).format(state.ends);
  return (
    <Page title={t.keptTitle} lead={t.keptLead} mood="lit">
      <Meanwhile news={news} texts={t} />
      <CodeCard visit={visit} room={room} texts={texts} />
      <WordCard texts={texts.word} next={state.word} />
      <p class="advice">
        <Icon name="clock" />
        {t.ends(day)}
      </p>
      <button type="button" class="main" onClick={() => visit.closeLetters()}>
        {t.back}
      </button>
    </Page>
  );
}
