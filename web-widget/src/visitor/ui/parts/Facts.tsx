import type { VNode } from 'preact';
import type { ServiceInfo } from '../../session-view.ts';
import { listIn } from '../../texts/languages.ts';
import type { Texts } from '../../texts/texts.ts';
import { nameOf } from '../name-of.ts';
import { Icon } from './Icon.tsx';

/** What somebody wants to know before writing the first word, with the service's own words in their language. */
export function Facts({ texts: t, service }: { readonly texts: Texts; readonly service: ServiceInfo }): VNode {
  const duty = nameOf({ names: service.duty ?? {} }, t);
  const tag = t.tag.split('-')[0] ?? t.tag;
  const welcome = service.welcome?.[tag];
  const kept = service.kept?.[tag];
  return (
    <section aria-label={t.facts}>
      {welcome !== undefined && <p>{welcome}</p>}
      <ul class="facts">
        {duty !== undefined && (
          <li>
            <Icon name="warning" />
            {duty}
          </li>
        )}
        <li>
          <Icon name="speech" />
          {t.languages(listIn(t, service.languages))}
        </li>
        <li>
          <Icon name="lock" />
          <span>
            {t.stored(service.retentionDays)}
            {kept !== undefined && ` ${kept}`}
          </span>
        </li>
      </ul>
    </section>
  );
}

/** The rest, below the fold. */
export function MoreFacts({ texts: t }: { readonly texts: Texts }): VNode {
  return (
    <ul class="facts">
      <li>
        <Icon name="mask" />
        {t.noName}
      </li>
      <li>
        <Icon name="history" />
        {t.history}
      </li>
    </ul>
  );
}
