import type { VNode } from 'preact';
import type { LetterTrouble } from '../../letters-view.ts';
import { Page } from '../parts/Page.tsx';
import { PhoneQuestion } from '../parts/PhoneQuestion.tsx';
import { CodeField } from './CodeField.tsx';
import type { ScreenProps } from './Letters.tsx';
import { Trouble } from './Trouble.tsx';

interface Props extends ScreenProps {
  readonly trouble: LetterTrouble | undefined;
}

export function Asking({ visit, room, texts: t, trouble }: Props): VNode {
  return (
    <Page title={t.ask.title} lead={t.ask.lead}>
      <Trouble words={trouble === undefined ? undefined : t.troubles[trouble]} />
      <CodeField
        letters={room.letters}
        texts={t}
        label={t.ask.label}
        button={t.ask.open}
        onCode={(code) => room.letters.open(code)}
      />
      <PhoneQuestion visit={visit} />
      <button type="button" class="plain" onClick={() => visit.closeLetters()}>
        {t.back}
      </button>
    </Page>
  );
}
