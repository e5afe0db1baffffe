import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FoundCards } from '../outreach/worklist.ts';
import { begin } from './begin.ts';
import { Field } from './field.tsx';
import type { TabParts } from './outreach-page.tsx';
import { Row } from './outreach-worklist.tsx';
import { Callout } from './tools.tsx';

/** Cards with a number that somebody knows. The number is forgotten once it was asked for. */
export function FindCard(parts: TabParts): JSX.Element {
  const { stores, o } = parts;
  const words = o.list.find;
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<FoundCards | 'no-number' | undefined>(undefined);
  const find = async (): Promise<void> => {
    setBusy(true);
    setFound(await stores.cardsWith(number));
    setBusy(false);
    setNumber('');
  };
  const cards = typeof found === 'object' ? found.cards : [];
  const chosen = stores.desk.shown.value?.card.card;
  return (
    <details>
      <summary>{words.title}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (number.trim() !== '' && !busy) begin(find());
        }}
      >
        <Field id="find-number" label={words.number} hint={words.hint} inputMode="tel" most={40} value={number} onText={setNumber} />
        <div class="actions">
          <button type="submit" class="ds-button" data-variant="secondary" data-size="sm" disabled={busy}>
            {words.find}
          </button>
        </div>
        {found !== undefined && (
          <Callout tone={cards.length > 0 ? 'success' : 'info'} live="status">
            {found === 'no-number' ? words.noNumber : found.trouble === undefined ? words.found(cards.length) : o.refusals[found.trouble]}
          </Callout>
        )}
      </form>
      {cards.length > 0 && (
        <ul class="devices">
          {cards.map((card) => (
            <Row key={card.card} {...parts} card={card} chosen={chosen === card.card} />
          ))}
        </ul>
      )}
    </details>
  );
}

/** Turns the pages of the worklist; nothing while there is one. */
export function Pages({ stores, o }: TabParts): JSX.Element | null {
  const { worklist } = stores;
  const page = worklist.page.value;
  if (page === 1 && !worklist.follows.value) return null;
  return (
    <nav class="actions" aria-label={o.list.pages}>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" disabled={page === 1} onClick={() => begin(worklist.turn(-1))}>
        {o.list.back}
      </button>
      <span aria-current="page">{o.list.page(page)}</span>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" disabled={!worklist.follows.value} onClick={() => begin(worklist.turn(1))}>
        {o.list.on}
      </button>
    </nav>
  );
}
