/** The screens after a chat, and those instead of one. */

import type { VNode } from 'preact';
import type { VisitState } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { AnswersNow } from '../parts/AnswersNow.tsx';
import { DangerNow } from '../parts/DangerNow.tsx';
import { EraseNow } from '../parts/EraseNow.tsx';
import { Icon } from '../parts/Icon.tsx';
import { KeepCode } from '../parts/KeepCode.tsx';
import { LeftBehind } from '../parts/LeftBehind.tsx';
import { Page } from '../parts/Page.tsx';
import { Said } from '../parts/Said.tsx';

type Of<Kind extends VisitState['kind']> = Extract<VisitState, { kind: Kind }>;

export function Ended({ visit, state }: { readonly visit: Visit; readonly state: Of<'ended'> }): VNode {
  const texts = visit.texts.value;
  const t = texts.ended;
  return (
    <Page title={t.titles[state.by]} lead={t.leads[state.by]} mood="lit">
      <ul class="facts">
        {state.by !== 'deleted' && (
          <li>
            <Icon name="lock" />
            {t.kept(state.service.retentionDays)}
          </li>
        )}
        <li>
          <Icon name="history" />
          {texts.history}
        </li>
      </ul>
      <Said visit={visit} />
      <button type="button" class="main" onClick={() => visit.again()}>
        {t.again}
      </button>
      {state.by !== 'deleted' && (
        <>
          <KeepCode visit={visit} />
          <EraseNow visit={visit} />
        </>
      )}
    </Page>
  );
}

export function Stopped({ visit, state }: { readonly visit: Visit; readonly state: Of<'stopped'> }): VNode {
  const t = visit.texts.value.stopped;
  const { title, what, next } = t.reasons[state.reason];
  return (
    <Page title={title} lead={what}>
      <p class="card next">{next}</p>
      {state.service !== undefined && <AnswersNow service={state.service} texts={visit.texts.value} />}
      {state.reason !== 'unconfirmed' && (
        <p class="advice">
          <Icon name="lock" />
          {t.nothing}
        </p>
      )}
      {state.reason !== 'replaced' && (
        <button type="button" class="main" onClick={() => visit.again()}>
          {t.again}
        </button>
      )}
      {state.code !== undefined && <p class="code">{t.code(state.code)}</p>}
    </Page>
  );
}

export function Refused({ visit, state }: { readonly visit: Visit; readonly state: Of<'refused'> }): VNode {
  const t = visit.texts.value.refused;
  const { title, what, next } = t[state.why];
  const nobody = state.why === 'closed' && state.left === undefined;
  return (
    <Page title={title} lead={what} mood="dark">
      {state.left !== undefined && <LeftBehind visit={visit} by={state.left} />}
      <p class="card next">{next}</p>
      <button type="button" class="main" onClick={() => (nobody ? visit.again() : visit.ringAgain())}>
        {t.again}
      </button>
      {!nobody && <DangerNow visit={visit} />}
      <button type="button" class="second" onClick={() => visit.openLetters('writing')}>
        <Icon name="letter" />
        {visit.texts.value.leaveLetter}
      </button>
    </Page>
  );
}
