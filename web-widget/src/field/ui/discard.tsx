import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldTexts } from '../texts.ts';

/** Deletes something, or takes it out, after a second press. */
export function Discard(props: {
  readonly t: FieldTexts;
  /** What stands on the two buttons; missing: that it is deleted. */
  readonly words?: Readonly<Record<'first' | 'second', string>>;
  /** What a screen reader says of the first press. */
  readonly name: string;
  readonly ask: string;
  readonly onDiscard: () => void;
}): JSX.Element {
  const { t } = props;
  const { first, second } = props.words ?? { first: t.discard, second: t.discardYes };
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="plain" aria-label={props.name} onClick={() => setAsked(true)}>
        {first}
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
          {second}
        </button>
      </div>
    </div>
  );
}
