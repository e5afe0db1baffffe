import type { JSX, RefObject } from 'preact';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly words: string;
  readonly text: string;
  readonly tooLong: boolean;
  readonly id?: string;
  /** Id of the hint. */
  readonly describedBy?: string;
  readonly onText: (text: string) => void;
  readonly onSay: () => void;
}

/** Enter says it, Shift+Enter breaks the line; an Enter that ends a composed letter does neither. */
export const LineField = (props: Props): JSX.Element => (
  <textarea
    ref={props.field}
    id={props.id}
    class="ds-input"
    rows={1}
    dir="auto"
    aria-label={props.words}
    aria-describedby={props.describedBy}
    aria-invalid={props.tooLong}
    placeholder={props.words}
    autocomplete="off"
    value={props.text}
    onInput={(event) => props.onText(event.currentTarget.value)}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      props.onSay();
    }}
  />
);
