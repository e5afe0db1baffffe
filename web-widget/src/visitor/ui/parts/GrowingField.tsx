import { useLayoutEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';

/** Text that leaves no trace: no suggestions, no spell checker that may ask a server. */
const PRIVATE = { autocomplete: 'off', spellcheck: false, writingsuggestions: 'false', 'data-gramm': 'false' } as const;

export interface GrowingFieldProps {
  /** Words of the field itself; or the id of the words beside it. */
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** The field for writing; it grows with its text up to the height its style allows. */
export function GrowingField({ label, labelledBy, describedBy, text, onText, onKeyDown }: GrowingFieldProps): VNode {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = field.current;
    if (area === null) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 2}px`;
  }, [text]);
  return (
    <textarea
      {...PRIVATE}
      ref={field}
      rows={1}
      dir="auto"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      placeholder={label}
      value={text}
      onInput={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
