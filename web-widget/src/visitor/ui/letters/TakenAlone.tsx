import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { fileTextsOf } from '../../texts/files/languages.ts';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { InDanger } from './InDanger.tsx';

/** Somebody took the chat and has no connection before a word could be said: what comes of it, and what can be done meanwhile. */
export function TakenAlone({ visit }: { readonly visit: Visit }): VNode {
  const t = fileTextsOf(visit.language.value).alone;
  const files = visit.files.value;
  return (
    <Page title={t.title} lead={t.lead} mood="dark">
      {files !== undefined && <InDanger visit={visit} files={files} />}
      <button type="button" class="second" aria-describedby="alone-hint" onClick={() => visit.openLetters('writing')}>
        <Icon name="letter" />
        {visit.texts.value.leaveLetter}
      </button>
      <p id="alone-hint" class="advice">
        {t.hint}
      </p>
    </Page>
  );
}
