import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HOWS, isRecent, type Yes } from '../../courtesy/cells.ts';
import { todayInOslo } from '../../kernel/oslo.ts';
import type { Card } from '../outreach/wire.ts';
import { fullDay } from '../texts/format.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import type { TabParts } from './outreach-page.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

/**
 * Whether the person said yes to be written to first on WhatsApp; taken back in one press by whoever has the card open. Also where the
 * card has no yes: another card with the number may have one, and a list may bring one.
 */
export function ConsentForm(parts: TabParts & { readonly card: Card }): JSX.Element {
  const t = useTexts();
  const { stores, o, card } = parts;
  const { consent } = card;
  const words = o.card.consent;
  const [took, setTook] = useState(false);
  return (
    <details open={(card.mine && card.permission.may === 'never' && card.permission.why === 'no-consent') || undefined}>
      <summary>{consent === undefined ? words.none : words.given}</summary>
      {consent === undefined ? (
        card.mine ? (
          <GiveForm {...parts} />
        ) : (
          <p class="quiet">{o.card.takeFirst}</p>
        )
      ) : (
        <p>
          {`${words.hows[consent.how]}, ${fullDay(t, consent.day)}.`}
          {consent.by !== '' && ` ${words.by(consent.by)}`}
        </p>
      )}
      {took && consent === undefined && <Callout tone="success" live="status">{words.took}</Callout>}
      <div class="actions">
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => begin(stores.desk.consent(undefined).then(setTook))}>
          {consent === undefined ? words.refused : words.withdraw}
        </button>
      </div>
    </details>
  );
}

function GiveForm({ stores, o, room }: TabParts): JSX.Element {
  const words = o.card.consent;
  const today = todayInOslo(room.now.value);
  const [how, setHow] = useState<Yes['how']>('told');
  const [day, setDay] = useState(today);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        const fits = isRecent(day, today);
        setWrong(!fits);
        if (fits) begin(stores.desk.consent({ how, day }));
      }}
    >
      <p class="quiet">{words.hint}</p>
      <div class="outreach-choices">
        <Choice
          id="consent-how"
          label={words.how}
          value={how}
          onChange={(next) => setHow(HOWS.find((each) => each === next) ?? 'told')}
          options={HOWS.map((each) => [each, words.hows[each]] as const)}
        />
        <div class="ds-field">
          <label class="ds-label" for="consent-day">
            {words.day}
          </label>
          <input class="ds-input" type="date" id="consent-day" max={today} value={day} onInput={(event) => setDay(event.currentTarget.value)} />
        </div>
      </div>
      {wrong && <Callout tone="warning" live="alert">{words.wrongDay}</Callout>}
      <div class="actions">
        <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
          {words.keep}
        </button>
      </div>
    </form>
  );
}
