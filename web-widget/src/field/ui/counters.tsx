import type { JSX } from 'preact';
import { dayInWords } from '../day.ts';
import { countersOf, type Round } from '../round.ts';
import { doing, type Page } from './page.ts';

/** The counters of the round that is out. */
export function Counters({ counting, t, round, onDone }: Page & { readonly round: Round; readonly onDone: () => void }): JSX.Element {
  const name = counting.kept.value.services.find(({ id }) => id === round.service)?.name ?? round.service;
  return (
    <>
      <p class="about">
        <span>{`${name} · ${t.places[round.place]} · ${dayInWords(round.day, t.locale)}`}</span>
        <span class="quiet">{t.onPhone}</span>
      </p>
      <div class="counters">
        {countersOf(round.place).map((counter) => (
          <section class="counter" key={counter} aria-label={t.counters[counter]}>
            <p>
              <span>{t.counters[counter]}</span>
              <output>{round.counts[counter]}</output>
            </p>
            <button type="button" class="less" aria-label={t.one.less(t.counters[counter])} onClick={doing(() => counting.press(round.id, counter, -1))}>
              −
            </button>
            <button type="button" class="more" aria-label={t.one.more(t.counters[counter])} onClick={doing(() => counting.press(round.id, counter, 1))}>
              +
            </button>
          </section>
        ))}
        <p class="quiet">{t.firstHow}</p>
      </div>
      <div class="below">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            checked={round.estimated}
            onChange={(event) => {
              const estimated = event.currentTarget.checked;
              doing(() => counting.putRight(round.id, { estimated }))();
            }}
          />
          <span>{t.estimated}</span>
        </label>
        <button type="button" disabled={round.before.length === 0} onClick={doing(() => counting.undo(round.id))}>
          {t.undo}
        </button>
        <button type="button" class="main" onClick={onDone}>
          {t.done}
        </button>
      </div>
    </>
  );
}
