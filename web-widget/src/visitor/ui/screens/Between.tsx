/** The short screens: nothing to decide yet, or nothing to see. */

import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { useHeadingFocus } from '../heading-focus.ts';
import { late, useFiles } from '../parts/late-files.ts';
import { Page } from '../parts/Page.tsx';

interface Props {
  readonly visit: Visit;
}

export function Loading({ visit }: Props): VNode {
  return (
    <main class="page hush" aria-busy="true">
      <div class="column" role="status">
        <span class="pulse" aria-hidden="true" />
        <h1 tabIndex={-1}>{visit.texts.value.loading}</h1>
      </div>
    </main>
  );
}

export function Unreachable({ visit }: Props): VNode {
  const { title, what, next } = visit.texts.value.unreachable;
  return (
    <Page title={title} lead={what} mood="dark" live>
      <p class="card next">{next}</p>
    </Page>
  );
}

/** @param alone whoever took the chat is not there now */
export function Checking({ visit, alone }: Props & { readonly alone: boolean | undefined }): VNode {
  const t = visit.texts.value.checking;
  useFiles(visit);
  const screens = alone === true ? late.value : undefined;
  useHeadingFocus(screens === undefined ? 'checking' : 'alone');
  if (screens !== undefined) return <screens.TakenAlone visit={visit} />;
  return (
    <main class="page hush" aria-busy="true">
      <div class="column" role="status">
        <span class="pulse" aria-hidden="true" />
        <h1 tabIndex={-1}>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </div>
    </main>
  );
}

export function Covered({ visit }: Props): VNode {
  const t = visit.texts.value.cover;
  return (
    <Page title={t.title} lead={t.lead}>
      <button type="button" class="main" onClick={() => visit.cover.lift()}>
        {t.back}
      </button>
    </Page>
  );
}

export function Emptied({ visit }: Props): VNode {
  const t = visit.texts.value.cover;
  return <Page title={t.overTitle} lead={t.overLead} />;
}
