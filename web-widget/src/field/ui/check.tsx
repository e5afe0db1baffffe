import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { todayInOslo } from '../../kernel/oslo.ts';
import { firstDay } from '../day.ts';
import { countersOf, fits, MOST, PLACES, whereabouts, type Counts, type Detail, type Place, type Round } from '../round.ts';
import { Discard } from './discard.tsx';
import { doing, type Page } from './page.ts';

/** The sums before they are sent: everything can be put right. */
export function Check(props: Page & { readonly round: Round; readonly onBack: () => void }): JSX.Element {
  const { counting, clock, t, round, onBack } = props;
  const { service, day, place, estimated } = round;
  /** What was typed and is not kept yet. */
  const [typed, setTyped] = useState<Partial<Counts>>({});
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const services = counting.kept.value.services;
  const offered = services.some(({ id }) => id === service) ? services : [...services, { id: service, name: service }];
  const counts = { ...round.counts, ...typed };
  const good = fits(counts);
  /** The server knows it under its service, unless it says that it does not. */
  const bound = round.told > 0 && counting.faults.value[round.id] !== 'service';
  /** Kept at once, as the presses are. */
  const put = (detail: Partial<Detail>): void => doing(() => counting.putRight(round.id, detail))();
  const putCounts = async (mine: Partial<Counts>): Promise<void> => {
    setTyped(mine);
    if (!fits({ ...round.counts, ...mine })) return;
    await counting.putRight(round.id, { counts: mine });
    if (counting.keeping.value === 'keeps') setTyped((now) => (now === mine ? {} : now));
  };
  const send = async (): Promise<void> => {
    if (Object.keys(typed).length > 0) await counting.putRight(round.id, { counts: typed });
    await counting.finish(round.id);
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
              value={counts[counter]}
              aria-describedby={good ? undefined : 'check-fault'}
              onInput={(event) => {
                const mine = { ...typed, [counter]: event.currentTarget.valueAsNumber };
                doing(() => putCounts(mine))();
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
            if (next !== 'indoor') {
              const { places: gone, ...others } = typed;
              if (gone !== undefined) setTyped(others);
            }
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
          max={todayInOslo(clock.now())}
          value={day}
          onChange={(event) => {
            if (event.currentTarget.validity.valid) put({ day: event.currentTarget.value });
          }}
        />
      </label>
      {offered.length > 1 && (
        <label class="field">
          <span>{t.service}</span>
          <select value={service} disabled={bound} onChange={(event) => put({ service: event.currentTarget.value })}>
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
        ask={t.discardAsks[whereabouts(round)]}
        onDiscard={doing(() => counting.discard(round.id))}
      />
    </form>
  );
}
