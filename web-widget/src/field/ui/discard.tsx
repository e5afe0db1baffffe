import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldTexts } from '../texts.ts';

/** Deletes something after a second press. */
export function Discard(props: {
  readonly t: FieldTexts;
  /** What a screen reader says of the first press. */
  readonly name: string;
  readonly ask: string;
  readonly onDiscard: () => void;
}): JSX.Element {
  const { t } = props;
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="plain" aria-label={props.name} onClick={() => setAsked(true)}>
        {t.discard}
      </button>
    );
  }
  return (
    <div class="discard" role="group" aria-label={props.name}>
      <p>{props.ask}</p>
      <div class="actions">
        <button type="button" onClick={() => setAsked(false)}>
          {t.keep}
        </button>
        <button type="button" class="bad" onClick={props.onDiscard}>
          {t.discardYes}
        </button>
      </div>
    </div>
  );
}
