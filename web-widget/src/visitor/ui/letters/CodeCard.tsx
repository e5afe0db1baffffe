import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { CodeForm, DrawnCode } from '../../letters-view.ts';
import { Icon } from '../parts/Icon.tsx';
import { CodeField } from './CodeField.tsx';
import type { ScreenProps } from './Letters.tsx';

/** The return code, shown only on request and never copied by itself. */
export function CodeCard({ room, texts }: ScreenProps): VNode | null {
  const t = texts.code;
  const [shown, setShown] = useState(false);
  const code = room.letters.code.value;
  if (code === undefined) return null;
  return (
    <section class="card code-card">
      <h2>
        <Icon name="key" />
        {t.title}
      </h2>
      <p>{t.why}</p>
      <button type="button" class="second" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <Icon name="eye" />
        {shown ? t.hide : t.show}
      </button>
      {shown && <Shown room={room} texts={texts} code={code} />}
      {!shown && <Practice room={room} texts={texts} code={code} />}
    </section>
  );
}

interface CodeProps extends Pick<ScreenProps, 'room' | 'texts'> {
  readonly code: DrawnCode;
}

function Shown({ room, texts: { code: t }, code }: CodeProps): VNode {
  const id = useId();
  const choice = (form: CodeForm, words: string): VNode => (
    <label class="choice">
      <input type="radio" name={id} checked={code.form === form} onChange={() => room.letters.choose(form)} />
      <span>{words}</span>
    </label>
  );
  return (
    <>
      <ol class={`code-groups code-${code.form}`} lang="en" dir="ltr" translate={false}>
        {code.groups.map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
      {code.settled ? (
        <p class="advice">{t.settled}</p>
      ) : (
        <fieldset class="phone">
          <legend>{t.form}</legend>
          <div class="choices">
            {choice('words', t.words)}
            {choice('digits', t.digits)}
          </div>
        </fieldset>
      )}
      <p class="advice">
        <Icon name="eye" />
        {t.advice}
      </p>
    </>
  );
}

/** Typing it once from memory shows whether it is really known. */
function Practice({ room, texts, code }: CodeProps): VNode {
  const t = texts.code;
  const [open, setOpen] = useState(false);
  const [verdict, setVerdict] = useState<string | undefined>(undefined);
  return (
    <>
      <button type="button" class="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.practise}
      </button>
      {open && (
        <CodeField
          letters={room.letters}
          texts={texts}
          label={t.practiseLabel}
          button={t.practise}
          verdict={verdict}
          onType={() => setVerdict(undefined)}
          onCode={(typed) => setVerdict(typed === code.text ? t.right : t.wrong)}
        />
      )}
    </>
  );
}
