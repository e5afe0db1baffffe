/** Small pieces every screen uses. */

import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons.tsx';
import { useTexts } from './room.ts';

/** A boxed sentence with an icon. `alert` is read out at once, `status` when there is time. */
export function Callout(props: {
  readonly tone: 'info' | 'success' | 'warning' | 'danger' | 'neutral';
  readonly title?: string;
  readonly live?: 'alert' | 'status';
  readonly icon?: IconName;
  readonly onDismiss?: () => void;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const t = useTexts();
  const icon = props.icon ?? (props.tone === 'success' ? 'check' : props.tone === 'danger' || props.tone === 'warning' ? 'warn' : 'info');
  return (
    <div class="callout" data-color={props.tone} role={props.live}>
      <Icon name={icon} />
      <div class="callout-body">
        {props.title !== undefined && <p class="callout-title">{props.title}</p>}
        {props.children}
      </div>
      {props.onDismiss !== undefined && (
        <button type="button" class="ghost" aria-label={t.shell.dismiss} onClick={props.onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

/** A modal dialog over the page; Escape and the close button call `onClose`. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const t = useTexts();
  const place = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    // Closing gives the focus back to where it was before.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      class="ds-dialog sheet"
      data-narrow={props.narrow}
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        // That of a field for files within comes here too.
        if (event.target !== place.current) return;
        event.preventDefault();
        props.onClose();
      }}
      // A browser may close it without asking.
      onClose={(event) => event.currentTarget.isConnected && props.onClose()}
      onClick={(event) => event.target === place.current && props.onClose()}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id="dialog-title">{props.title}</h2>
          <button type="button" class="ghost" aria-label={t.shell.close} onClick={props.onClose}>
            <Icon name="close" />
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}

/** A value to be copied by hand, with a button that does it. */
export function Copyable(props: { readonly label: string; readonly value: string }): JSX.Element {
  const t = useTexts();
  const [copied, setCopied] = useState(false);
  return (
    <div class="copyable">
      <label class="ds-label" for="copyable">
        {props.label}
      </label>
      <div class="copyable-row">
        <input id="copyable" class="ds-input" readOnly value={props.value} onFocus={(event) => event.currentTarget.select()} />
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => {
            navigator.clipboard.writeText(props.value).then(
              () => setCopied(true),
              () => setCopied(false),
            );
          }}
        >
          {copied ? t.shell.copied : t.shell.copy}
        </button>
      </div>
    </div>
  );
}

/** Five-digit groups, set so that they can be read out and compared. */
export const Code = ({ code }: { readonly code: string }): JSX.Element => (
  <span class="code">
    {code.split(' ').map((group, index) => (
      <span key={index}>{`${group} `}</span>
    ))}
  </span>
);
