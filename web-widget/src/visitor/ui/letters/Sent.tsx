import type { VNode } from 'preact';
import type { LettersState } from '../../letters-view.ts';
import { openingOf } from '../../stores/opening.ts';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { CodeCard } from './CodeCard.tsx';
import type { ScreenProps } from './Letters.tsx';
import { WordCard } from './WordCard.tsx';

interface Props extends ScreenProps {
  readonly state: Extract<LettersState, { kind: 'sent' }>;
}

export function Sent({ visit, room, texts: t, state }: Props): VNode {
  const service = visit.service.value;
  const open = service?.state === 'open' || service?.state === 'busy';
  const opens = openingOf(service?.opensAt ?? null, service?.now ?? '');
  const { tag } = visit.texts.value;
  return (
    <Page title={t.sent.title} lead={open ? t.sent.soon : t.sent.from(opens)} mood="lit">
      {!state.again && <p class="card next">{t.sent.noCode}</p>}
      <CodeCard visit={visit} room={room} texts={t} />
      <WordCard texts={t.word} next={state.word} />
      <p class="advice">
        <Icon name="lock" />
        {t.sent.ends(new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }).format(state.ends))}
      </p>
      <button type="button" class="main" onClick={() => visit.closeLetters()}>
        {t.sent.done}
      </button>
      <button type="button" class="second" onClick={() => room.letters.reopen()}>
        {t.sent.open}
      </button>
    </Page>
  );
}
