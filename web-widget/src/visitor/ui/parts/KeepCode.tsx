import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { Icon } from './Icon.tsx';

/** For those who want to come back. */
export function KeepCode({ visit }: { readonly visit: Visit }): VNode {
  return (
    <button type="button" class="plain" onClick={() => visit.openLetters('keeping')}>
      <Icon name="key" />
      {visit.texts.value.keepCode}
    </button>
  );
}
