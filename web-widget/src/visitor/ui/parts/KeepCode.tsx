import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { Icon } from './Icon.tsx';

/** For those who want to come back and have no code yet. */
export function KeepCode({ visit }: { readonly visit: Visit }): VNode | null {
  if (visit.hasCode.value) return null;
  return (
    <button type="button" class="plain" onClick={() => visit.openLetters('keeping')}>
      <Icon name="key" />
      {visit.texts.value.keepCode}
    </button>
  );
}
