import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { inLane, takes } from '../../in-lane.ts';
import type { ServiceInfo } from '../../session-view.ts';
import { laneOf, type Asking, type Visit } from '../../stores/visit.ts';
import { ownName } from '../../texts/languages.ts';
import { useLate } from '../late.ts';
import { nameOf } from '../name-of.ts';
import { DangerNow } from '../parts/DangerNow.tsx';
import { Facts, MoreFacts } from '../parts/Facts.tsx';
import { Page } from '../parts/Page.tsx';
import { ReturnLinks } from '../parts/ReturnLinks.tsx';
import { PhoneQuestion } from '../parts/PhoneQuestion.tsx';
import { words } from './Closed.tsx';

function AnswerLanguage({ visit, service }: { readonly visit: Visit; readonly service: ServiceInfo }): VNode {
  const id = useId();
  return (
    <div class="answer-in">
      <label for={id}>{visit.texts.value.chatLanguage}</label>
      <select id={id} value={visit.answerIn.value} onChange={(event) => visit.chooseAnswer(event.currentTarget.value)}>
        {service.languages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {ownName(tag)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Somebody answers, at once or after others. One tap rings. */
export function Start({ visit, service }: { readonly visit: Visit; readonly service: ServiceInfo }): VNode {
  const t = visit.texts.value;
  const [asked, setAsked] = useState<Asking>({ lane: laneOf(service), wishes: [] });
  const here = inLane(service, asked.lane);
  const busy = here.state === 'busy';
  const open = busy ? [t.busy.title, t.busy.lead(service.waiting + 1)] : [t.open.title, t.open.lead];
  const [title, lead] = takes(here) ? open : words(t, here);
  const Before = useLate(true, () => import('../line/BeforeRing.tsx'));
  return (
    <Page
      title={title}
      lead={lead}
      mood={takes(here) ? (busy ? 'busy' : 'lit') : 'dark'}
      name={nameOf(service, t)}
      live
    >
      <Facts texts={t} service={service} />
      {takes(here) && !busy && service.waiting > 0 && <p class="ahead">{t.ahead(service.waiting)}</p>}
      <div class="ring">
        {takes(here) ? (
          <button type="button" class="main" onClick={() => visit.ring(asked.lane, asked.wishes)}>
            {busy ? t.busy.ring : t.open.ring}
          </button>
        ) : (
          <button type="button" class="main" onClick={() => visit.openLetters('writing')}>
            {t.leaveLetter}
          </button>
        )}
        <DangerNow visit={visit} />
        {service.languages.length > 1 && <AnswerLanguage visit={visit} service={service} />}
      </div>
      {Before !== undefined && <Before visit={visit} service={service} asked={asked} onAsk={setAsked} />}
      <PhoneQuestion visit={visit} />
      <MoreFacts texts={t} />
      <ReturnLinks visit={visit} />
    </Page>
  );
}
