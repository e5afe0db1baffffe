import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { ServiceInfo, VisitState } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { useLate } from '../late.ts';
import { nameOf } from '../name-of.ts';
import { WriteField } from '../parts/Composer.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { DangerNow } from '../parts/DangerNow.tsx';
import { Icon } from '../parts/Icon.tsx';
import { KeepCode } from '../parts/KeepCode.tsx';
import { LeftBehind } from '../parts/LeftBehind.tsx';
import { Page } from '../parts/Page.tsx';
import { PhoneQuestion } from '../parts/PhoneQuestion.tsx';

type WaitingState = Extract<VisitState, { kind: 'waiting' }>;

/** A first connection, or a short break, is nothing to be told about. */
const SHORT_MS = 4_000;

function Lost({ words }: { readonly words: string }): VNode {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div role="status">{long && <p class="notice">{words}</p>}</div>;
}

function LeaveLine({ visit }: { readonly visit: Visit }): VNode {
  const [asking, setAsking] = useState(false);
  const t = visit.texts.value;
  if (!asking)
    return (
      <button type="button" class="plain" onClick={() => setAsking(true)}>
        {t.waiting.leave}
      </button>
    );
  return (
    <Confirm
      title={t.waiting.leave}
      lead={t.waiting.leaveSure}
      stay={t.leave.no}
      go={t.waiting.leave}
      onStay={() => setAsking(false)}
      onGo={() => visit.leave()}
    />
  );
}

/** What is told near closing time, or while nobody is there, is fetched only then. */
const nearClosing = ({ state, closesAt, now }: ServiceInfo): boolean =>
  state === 'closed' || state === 'late' || Date.parse(closesAt ?? '') - Date.parse(now) < 660_000;

export function Waiting({ visit, state }: { readonly visit: Visit; readonly state: WaitingState }): VNode {
  const t = visit.texts.value.waiting;
  const { match } = state;
  const Soon = useLate(nearClosing(state.service), () => import('../letters/ClosingSoon.tsx'));
  const Breathing = useLate(true, () => import('../line/Breathing.tsx'));
  const Match = useLate(match?.understood === false || match?.question !== undefined, () => import('../line/Match.tsx'));
  return (
    <Page
      title={t.title(state.position)}
      lead={t.bands[state.band]}
      mood={state.position === 1 ? 'lit' : 'busy'}
      name={nameOf(state.service, visit.texts.value)}
      live
    >
      {state.left !== undefined && <LeftBehind visit={visit} by={state.left} />}
      {Soon !== undefined && <Soon service={state.service} band={state.band} tag={visit.texts.value.tag} />}
      {Match !== undefined && match !== undefined && <Match visit={visit} match={match} />}
      <DangerNow visit={visit} />
      {!state.connected && <Lost words={t.lost} />}
      <section class="card ahead-writing">
        <h2 id="ahead-title">{t.writeAhead}</h2>
        <WriteField visit={visit} labelledBy="ahead-title" describedBy="ahead-hint" />
        <p id="ahead-hint" class="advice">
          {t.writeAheadHint}
        </p>
      </section>
      {Breathing !== undefined && <Breathing visit={visit} />}
      <section>
        <h2>{t.helpTitle}</h2>
        <ul class="topics">
          {t.help.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </ul>
      </section>
      <PhoneQuestion visit={visit} />
      <button type="button" class="second" aria-describedby="instead-hint" onClick={() => visit.openLetters('writing')}>
        <Icon name="letter" />
        {t.letterInstead}
      </button>
      <p id="instead-hint" class="advice">
        {t.letterInsteadHint}
      </p>
      <KeepCode visit={visit} />
      <LeaveLine visit={visit} />
    </Page>
  );
}
