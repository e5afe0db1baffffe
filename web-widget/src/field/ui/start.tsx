import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { MOST_ROUNDS } from '../kept.ts';
import { PLACES } from '../round.ts';
import { doing, type Page } from './page.ts';

/** One press begins a round. */
export function Start({ counting, t }: Page): JSX.Element {
  const { services, last, rounds, lapsed } = counting.kept.value;
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const service = services.find(({ id }) => id === (chosen ?? last)) ?? services[0];
  const full = rounds.filter(({ stage }) => stage !== 'sent').length >= MOST_ROUNDS;
  return (
    <section aria-labelledby="start-title">
      <h2 id="start-title">{t.begin}</h2>
      {lapsed && <p class="said bad">{t.lapsed}</p>}
      {service === undefined ? (
        <p class="said">{counting.link.value === 'not-allowed' ? t.notAllowed : t.noServices}</p>
      ) : full ? (
        <p class="said">{t.full}</p>
      ) : (
        <>
          {services.length > 1 && (
            <label class="field">
              <span>{t.service}</span>
              <select value={service.id} onChange={(event) => setChosen(event.currentTarget.value)}>
                {services.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <p class="quiet">{t.beginHow}</p>
          <div class="begin">
            {PLACES.map((place) => (
              <button type="button" class="big" key={place} onClick={doing(() => counting.begin(service.id, place))}>
                {t.places[place]}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
