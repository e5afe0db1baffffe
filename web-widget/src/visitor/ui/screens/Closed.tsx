import type { VNode } from 'preact';
import type { ServiceInfo } from '../../session-view.ts';
import { openingOf } from '../../stores/opening.ts';
import type { Visit } from '../../stores/visit.ts';
import type { Texts } from '../../texts/texts.ts';
import { nameOf } from '../name-of.ts';
import { AnswersNow } from '../parts/AnswersNow.tsx';
import { DangerNow } from '../parts/DangerNow.tsx';
import { Facts, MoreFacts } from '../parts/Facts.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { ReturnLinks } from '../parts/ReturnLinks.tsx';

/** That nobody answers somebody new, and what comes of it. */
export function words(t: Texts, { state, admits, lateSince, opensAt, now }: ServiceInfo): readonly [string, string] {
  if (state === 'late') return [t.late.title, t.late.lead(openingOf(lateSince, now))];
  if (state === 'closed' || admits === undefined || admits === 'welcome') return [t.closed.title, t.closed.next(openingOf(opensAt, now))];
  return [t.notNow.title, t.notNow[admits]];
}

/** Nobody answers somebody new: the next opening as a sentence, and who can be reached instead. */
export function Closed({ visit, service }: { readonly visit: Visit; readonly service: ServiceInfo }): VNode {
  const t = visit.texts.value;
  const other = service.answersNow;
  const [title, lead] = words(t, service);
  return (
    <Page
      title={title}
      lead={lead}
      mood="dark"
      name={nameOf(service, t)}
      live
    >
      {(service.state === 'open' || service.state === 'busy') && <DangerNow visit={visit} />}
      <AnswersNow service={service} texts={t} />
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
