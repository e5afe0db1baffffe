import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import type { LettersState } from '../../letters-view.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { GrowingField } from '../parts/GrowingField.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { PhoneQuestion } from '../parts/PhoneQuestion.tsx';
import { Attachments } from './Attachments.tsx';
import { CodeCard } from './CodeCard.tsx';
import type { ScreenProps } from './Letters.tsx';
import { Trouble } from './Trouble.tsx';

interface Props extends ScreenProps {
  readonly state: Extract<LettersState, { kind: 'writing' }>;
}

export function Writing({ visit, room, texts, state }: Props): VNode {
  const id = useId();
  const t = texts.write;
  const { warning } = visit.texts.value;
  const { composer, attachments } = room;
  const over = composer.over.value;
  const trouble = state.trouble === undefined ? undefined : texts.troubles[state.trouble];
  const empty = composer.text.value.trim() === '' && attachments.value.length === 0;
  return (
    <Page title={state.again ? t.againTitle : t.title} lead={state.again ? t.againLead : t.lead}>
      <Trouble words={over > 0 ? t.tooLong(over) : trouble} />
      <section class="card ahead-writing">
        <h2 id={id}>{t.label}</h2>
        <GrowingField labelledBy={id} text={composer.text.value} onText={(text) => composer.write(text)} />
        <Attachments visit={visit} room={room} texts={texts} />
      </section>
      {!state.again && <CodeCard visit={visit} room={room} texts={texts} />}
      {composer.warning.value !== undefined && (
        <Confirm
          title={warning.titles[composer.warning.value]}
          lead={warning.lead}
          icon={<Icon name="warning" />}
          stay={warning.change}
          go={warning.send}
          onStay={() => composer.reconsider()}
          onGo={() => composer.insist()}
        />
      )}
      <button type="button" class="main" disabled={empty || over > 0} onClick={() => room.submit()}>
        <Icon name="send" />
        {t.send}
      </button>
      <PhoneQuestion visit={visit} />
      <button type="button" class="plain" onClick={() => (state.again ? room.letters.reopen() : visit.closeLetters())}>
        {texts.back}
      </button>
    </Page>
  );
}
