import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CardFacts, Noting } from '../outreach/card-desk.ts';
import type { Card, SafeTime } from '../outreach/wire.ts';
import { languageName } from '../texts/format.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import type { TabParts } from './outreach-page.tsx';
import { WRITTEN } from './outreach-release.tsx';
import { minutesText } from './outreach-worklist.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

/** In which language, and at which hours, somebody wants to be written to; for whoever holds the card. */
export function CardFactsForm({ stores, o, card }: TabParts & { readonly card: Card }): JSX.Element {
  const t = useTexts();
  const [language, setLanguage] = useState(card.language);
  const [from, setFrom] = useState(card.window === undefined ? '' : minutesText(card.window.from));
  const [to, setTo] = useState(card.window === undefined ? '' : minutesText(card.window.to));
  const [came, setCame] = useState<Noting | 'half' | undefined>(undefined);
  const begins = card.window?.from;
  const ends = card.window?.to;
  useEffect(() => {
    // Somebody else wrote them: what stood here would undo it.
    setLanguage(card.language);
    setFrom(begins === undefined ? '' : minutesText(begins));
    setTo(ends === undefined ? '' : minutesText(ends));
  }, [card.language, begins, ends]);
  const words = o.card.facts;
  const keep = (): void => {
    const window = windowOf(from, to);
    if (window === 'half') setCame('half');
    else begin(stores.desk.setFacts({ language, window } satisfies CardFacts).then(setCame));
  };
  return (
    <details>
      <summary>{words.title}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Choice
          id="card-language"
          label={words.language}
          value={language}
          onChange={setLanguage}
          options={[...new Set<string>([...WRITTEN, card.language])].map((tag) => [tag, languageName(t, tag)] as const)}
        />
        <div class="outreach-choices">
          <Time id="card-from" label={words.from} value={from} onInput={setFrom} />
          <Time id="card-to" label={words.to} value={to} onInput={setTo} />
        </div>
        <p class="quiet">{words.hint}</p>
        {came !== undefined && (
          <Callout tone={came === 'kept' ? 'success' : 'warning'} live={came === 'kept' ? 'status' : 'alert'}>
            {came === 'half' || came === 'kept' || came === 'meanwhile' ? words[came] : came === 'unreachable' ? o.refusals.unreachable : o.card.noting[came]}
          </Callout>
        )}
        <div class="actions">
          <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
            {words.keep}
          </button>
        </div>
      </form>
    </details>
  );
}

function Time(props: { readonly id: string; readonly label: string; readonly value: string; readonly onInput: (value: string) => void }): JSX.Element {
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      <input class="ds-input" type="time" id={props.id} value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)} />
    </div>
  );
}

/** Both times or none; `half` when one is missing or they are the same. */
function windowOf(from: string, to: string): SafeTime | 'half' | undefined {
  if (from === '' && to === '') return undefined;
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return begins === undefined || ends === undefined || begins === ends ? 'half' : { from: begins, to: ends };
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^([0-9]{2}):([0-9]{2})/u.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
