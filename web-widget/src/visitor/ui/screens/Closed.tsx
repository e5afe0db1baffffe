import type { VNode } from 'preact';
import type { ServiceInfo } from '../../session-view.ts';
import { openingOf } from '../../stores/opening.ts';
import type { Visit } from '../../stores/visit.ts';
import { nameOf } from '../name-of.ts';
import { AnswersNow } from '../parts/AnswersNow.tsx';
import { Facts, MoreFacts } from '../parts/Facts.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { ReturnLinks } from '../parts/ReturnLinks.tsx';

/** Nobody answers: the next opening as a sentence, and who can be reached instead. */
export function Closed({ visit, service }: { readonly visit: Visit; readonly service: ServiceInfo }): VNode {
  const t = visit.texts.value;
  const late = service.state === 'late';
  const other = service.answersNow;
  return (
    <Page
      title={late ? t.late.title : t.closed.title}
      lead={
        late
          ? t.late.lead(openingOf(service.lateSince, service.now))
          : t.closed.next(openingOf(service.opensAt, service.now))
      }
      mood="dark"
      name={nameOf(service, t)}
      live
    >
      {other !== null && <AnswersNow other={other} texts={t} />}
      <button type="button" class={other === null ? 'main' : 'second wide'} onClick={() => visit.openLetters('writing')}>
        <Icon name="letter" />
        {t.leaveLetter}
      </button>
      <ReturnLinks visit={visit} />
      <p class="advice">
        <Icon name="clock" />
        {t.updates}
      </p>
      <Facts texts={t} service={service} />
      <MoreFacts texts={t} />
    </Page>
  );
}
