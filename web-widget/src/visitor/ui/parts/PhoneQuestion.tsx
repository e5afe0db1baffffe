import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Phone, Visit } from '../../stores/visit.ts';
import { Icon } from './Icon.tsx';

export function PhoneQuestion({ visit }: { readonly visit: Visit }): VNode {
  const t = visit.texts.value.phone;
  const id = useId();
  const shared = visit.phone.value === 'shared';
  const choice = (phone: Phone, words: string): VNode => (
    <label class="choice">
      <input
        type="radio"
        name={id}
        checked={visit.phone.value === phone}
        onChange={() => {
          visit.phone.value = phone;
        }}
      />
      <span>{words}</span>
    </label>
  );
  return (
    <fieldset class="phone" aria-describedby={`${id}-advice`}>
      <legend>{t.question}</legend>
      <div class="choices">
        {choice('shared', t.shared)}
        {choice('own', t.own)}
      </div>
      <p id={`${id}-advice`} class="advice" role="status">
        <Icon name="eye" />
        {shared ? t.sharedAdvice : visit.comesBack ? t.comesBack : t.ownAdvice}
      </p>
    </fieldset>
  );
}
