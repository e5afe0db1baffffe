import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { firstDay, today } from '../day.ts';
import { countersOf, fits, MOST, PLACES, type Detail, type Place, type Round } from '../round.ts';
import { Discard } from './discard.tsx';
import { doing, type Page } from './page.ts';

/** The sums before they are sent: everything can be put right. */
export function Check(props: Page & { readonly round: Round; readonly onBack: () => void }): JSX.Element {
  const { counting, clock, t, round, onBack } = props;
  const { service, day, place, estimated } = round;
  const [typed, setTyped] = useState(round.counts);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const services = counting.kept.value.services;
  const offered = services.some(({ id }) => id === service) ? services : [...services, { id: service, name: service }];
  const good = fits(typed);
  /** Kept at once, as the presses are. */
  const put = (detail: Partial<Detail>): void => doing(() => counting.putRight(detail))();
  const send = async (): Promise<void> => {
    await counting.putRight({ counts: typed });
    await counting.finish();
  };
  return (
    <form
      class="check"
      aria-labelledby="check-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (good) doing(send)();
      }}
    >
      <h2 id="check-title" tabIndex={-1} ref={title}>
        {t.checkTitle}
      </h2>
      <p class="quiet">{t.checkHow}</p>
      <div class="numbers">
        {countersOf(place).map((counter) => (
          <label class="field" key={counter}>
            <span>{t.counters[counter]}</span>
            <input
              type="number"
              inputMode="numeric"
              min={0}
              max={MOST}
              required
              value={typed[counter]}
              aria-describedby={good ? undefined : 'check-fault'}
              onInput={(event) => {
                const counts = { ...typed, [counter]: event.currentTarget.valueAsNumber };
                setTyped(counts);
                if (fits(counts)) put({ counts });
              }}
            />
          </label>
        ))}
      </div>
      {!good && (
        <p class="said bad" id="check-fault" role="alert">
          {t.countsFault}
        </p>
      )}
      <label class="switch">
        <input type="checkbox" role="switch" checked={estimated} onChange={(event) => put({ estimated: event.currentTarget.checked })} />
        <span>{t.estimated}</span>
      </label>
      <label class="field">
        <span>{t.place}</span>
        <select
          value={place}
          onChange={(event) => {
            const next = event.currentTarget.value as Place;
            if (next !== 'indoor') setTyped({ ...typed, places: 0 });
            put({ place: next });
          }}
        >
          {PLACES.map((each) => (
            <option key={each} value={each}>
              {t.places[each]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t.day}</span>
        <input
          type="date"
          required
          min={firstDay(clock.now())}
          max={today(clock.now())}
          value={day}
          onChange={(event) => {
            if (event.currentTarget.validity.valid) put({ day: event.currentTarget.value });
          }}
        />
      </label>
      {offered.length > 1 && (
        <label class="field">
          <span>{t.service}</span>
          {/* What was sent is known to the server under its service. */}
          <select value={service} disabled={round.revision > 0} onChange={(event) => put({ service: event.currentTarget.value })}>
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div class="actions">
        <button type="button" onClick={onBack}>
          {t.back}
        </button>
        <button type="submit" class="main" disabled={!good}>
          {t.send}
        </button>
      </div>
      <Discard
        t={t}
        name={t.discard}
        ask={round.revision > 0 ? t.discardSent : t.discardAsk}
        onDiscard={doing(() => counting.discard(round.id))}
      />
    </form>
  );
}
