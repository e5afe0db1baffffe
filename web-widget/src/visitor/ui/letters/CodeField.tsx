import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Letters, Typed } from '../../letters-view.ts';
import type { LetterTexts } from '../../texts/mailbox/texts.ts';

/** What this page can say about what was typed, without asking anybody. */
function hint(typed: Typed, t: LetterTexts['typed']): string | undefined {
  switch (typed.kind) {
    case 'empty':
      return undefined;
    case 'code':
      return t.whole;
    case 'digits':
      return typed.missing > 0 ? t.missingDigits(typed.missing) : t.tooManyDigits;
    case 'words':
      if (typed.unknown.length > 0) return t.unknown(typed.unknown.join(', '));
      return typed.missing > 0 ? t.missingWords(typed.missing) : t.tooManyWords;
  }
}

export interface CodeFieldProps {
  readonly letters: Letters;
  readonly texts: LetterTexts;
  readonly label: string;
  readonly button: string;
  /** Called with a whole code. */
  readonly onCode: (code: string) => void;
  /** Stands in place of the hint until something else is typed. */
  readonly verdict?: string | undefined;
  readonly onType?: () => void;
}

/** One field for words or digits. The last word may still be half written, so words are judged when the field is left. */
export function CodeField({ letters, texts, label, button, onCode, verdict, onType }: CodeFieldProps): VNode {
  const id = useId();
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const typed = letters.read(text);
  const ready = typed.kind === 'code';
  return (
    <form
      class="code-field"
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        if (ready) onCode(typed.code);
      }}
    >
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        dir="ltr"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        data-gramm="false"
        aria-describedby={`${id}-hint`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setLeft(false);
          onType?.();
        }}
        onBlur={() => setLeft(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <p id={`${id}-hint`} class="advice" role="status">
        {verdict ?? (left || ready ? hint(typed, texts.typed) : undefined)}
      </p>
      <button type="submit" class="main">
        {button}
      </button>
    </form>
  );
}
