/** The screens about letters and return codes. */

import type { VNode } from 'preact';
import type { LetterRoom } from '../../stores/letter-room.ts';
import type { Visit } from '../../stores/visit.ts';
import { letterTextsOf } from '../../texts/mailbox/languages.ts';
import type { LetterTexts } from '../../texts/mailbox/texts.ts';
import { Icon } from '../parts/Icon.tsx';
import { useHeadingFocus } from '../heading-focus.ts';
import { Page } from '../parts/Page.tsx';
import { Asking } from './Asking.tsx';
import { Box } from './Box.tsx';
import { Keeping, Kept } from './Keeping.tsx';
import { useNews, type News } from './Meanwhile.tsx';
import { Sent } from './Sent.tsx';
import { Writing } from './Writing.tsx';
import '../style/letters.css';

export interface ScreenProps {
  readonly visit: Visit;
  readonly room: LetterRoom;
  readonly texts: LetterTexts;
}

export function Letters({ visit, room }: Omit<ScreenProps, 'texts'>): VNode {
  const texts = letterTextsOf(visit.language.value);
  const { kind } = room.letters.state.value;
  const news = useNews(visit);
  useHeadingFocus(kind);
  return (
    <div class={`letters letters-${kind}`}>
      <Screen key={kind} visit={visit} room={room} texts={texts} news={news} />
    </div>
  );
}

function Screen({ news, ...props }: ScreenProps & { readonly news: News }): VNode {
  const { visit, room, texts: t } = props;
  const state = room.letters.state.value;
  switch (state.kind) {
    case 'writing':
      return <Writing {...props} state={state} />;
    case 'asking':
      return <Asking {...props} trouble={state.trouble} />;
    case 'keeping':
      return <Keeping {...props} news={news} state={state} />;
    case 'kept':
      return <Kept {...props} news={news} state={state} />;
    case 'busy':
      return (
        <main class="page hush" aria-busy="true">
          <div class="column" role="status">
            <span class="pulse" aria-hidden="true" />
            <h1 tabIndex={-1}>{t.busy[state.doing]}</h1>
            <p class="lead">{t.busy.lead}</p>
            <button type="button" class="second" onClick={() => room.letters.stop()}>
              {t.busy.stop}
            </button>
          </div>
        </main>
      );
    case 'sent':
      return <Sent {...props} state={state} />;
    case 'open':
      return <Box {...props} state={state} />;
    case 'erased':
      return (
        <Page title={t.erased.title} lead={t.erased.lead} mood="lit">
          <Done visit={visit} words={t.sent.done} />
        </Page>
      );
    case 'nobody':
      return <Stop visit={visit} texts={t} advice={t.nobody} />;
    case 'stopped':
      return <Stop visit={visit} texts={t} advice={t.stopped[state.reason]} />;
  }
}

function Done({ visit, words }: { readonly visit: Visit; readonly words: string }): VNode {
  return (
    <button type="button" class="main" onClick={() => visit.closeLetters()}>
      {words}
    </button>
  );
}

interface StopProps extends Pick<ScreenProps, 'visit' | 'texts'> {
  readonly advice: LetterTexts['nobody'];
}

function Stop({ visit, texts, advice }: StopProps): VNode {
  return (
    <Page title={advice.title} lead={advice.what} mood="dark">
      <p class="card next">{advice.next}</p>
      <p class="advice">
        <Icon name="lock" />
        {visit.texts.value.stopped.nothing}
      </p>
      <Done visit={visit} words={texts.back} />
    </Page>
  );
}
