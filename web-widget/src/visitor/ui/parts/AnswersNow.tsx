import type { VNode } from 'preact';
import type { ServiceInfo } from '../../session-view.ts';
import type { Texts } from '../../texts/texts.ts';
import { Icon } from './Icon.tsx';

/** Another service that can be phoned now. */
export function AnswersNow({ other, texts }: { readonly other: NonNullable<ServiceInfo['answersNow']>; readonly texts: Texts }): VNode {
  return (
    <div class="card other">
      <p>{texts.answersNow(other.name)}</p>
      <a class="main" href={`tel:${other.phone.replaceAll(/[^+\d]/gu, '')}`} rel="noopener">
        <Icon name="phone" />
        {other.phone}
      </a>
    </div>
  );
}
