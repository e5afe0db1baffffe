import type { JSX } from 'preact';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Which keys a phone shows. */
  readonly inputMode?: 'tel';
  readonly required?: boolean;
  /** Characters at most. */
  readonly most?: number;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A line to write in under its label, with a hint where there is one. No browser remembers what is written in it. */
export const Field = ({ id, label, hint, inputMode, required, most, value, onText }: Props): JSX.Element => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    {hint !== undefined && (
      <p class="quiet" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <input
      class="ds-input"
      id={id}
      inputMode={inputMode}
      required={required}
      autocomplete="off"
      spellcheck={false}
      maxLength={most}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      value={value}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  </div>
);
