import type { VNode } from 'preact';
import type { Elsewhere, ServiceInfo } from '../../session-view.ts';
import { openingOf } from '../../stores/opening.ts';
import type { Texts } from '../../texts/texts.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly service: ServiceInfo;
  readonly texts: Texts;
}

/** Who answers instead: now, with the way there, or from when. */
export function AnswersNow({ service, texts }: Props): VNode | null {
  const { answersNow: now, answersLater: later } = service;
  const opening = openingOf(later?.from ?? null, service.now);
  if (now !== null) {
    return (
      <div class="card other">
        <p>{texts.answersNow(now.name)}</p>
        <Way other={now} texts={texts} />
      </div>
    );
  }
  return opening === undefined || !later ? null : <p class="card other">{texts.answersLater(later.name, opening)}</p>;
}

function Way({ other, texts }: { readonly other: Elsewhere; readonly texts: Texts }): VNode {
  // The page of another service may not be framed where this one is.
  if (other.phone === undefined) {
    return (
      <a class="main" href={`/chat/${other.service}`} target={self === top ? '_self' : '_blank'} rel="noopener">
        {texts.goThere}
      </a>
    );
  }
  return (
    <a class="main" href={`tel:${other.phone.replaceAll(/[^+\d]/gu, '')}`} rel="noopener">
      <Icon name="phone" />
      {other.phone}
    </a>
  );
}
