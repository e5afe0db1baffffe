import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { Icon } from './Icon.tsx';

/** For those who were here before. */
export function ReturnLinks({ visit }: { readonly visit: Visit }): VNode {
  return (
    <button type="button" class="plain" onClick={() => visit.openLetters('asking')}>
      <Icon name="key" />
      {visit.texts.value.haveCode}
    </button>
  );
}
