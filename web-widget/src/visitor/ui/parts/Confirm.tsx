import { useEffect, useId, useRef } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';

export interface ConfirmProps {
  readonly title: string;
  readonly lead: string;
  readonly icon?: ComponentChildren;
  /** The harmless answer: has the focus first, and Escape means it. */
  readonly stay: string;
  readonly go: string;
  readonly onStay: () => void;
  readonly onGo: () => void;
}

/** A question in the flow of the page. It is not modal: quick exit stays within reach. */
export function Confirm({ title, lead, icon, stay, go, onStay, onGo }: ConfirmProps): VNode {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      class="confirm"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-lead`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onStay();
      }}
    >
      <p id={`${id}-title`} class="asked">
        {icon}
        {title}
      </p>
      <p id={`${id}-lead`}>{lead}</p>
      <div class="answers">
        <button type="button" class="main" ref={first} onClick={onStay}>
          {stay}
        </button>
        <button type="button" class="second" onClick={onGo}>
          {go}
        </button>
      </div>
    </div>
  );
}
