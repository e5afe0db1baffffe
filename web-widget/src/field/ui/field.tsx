import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { dayOfRound } from '../day.ts';
import { counting as counted } from '../kept.ts';
import { Check } from './check.tsx';
import { Counters } from './counters.tsx';
import { Forgotten } from './forgotten.tsx';
import type { Page } from './page.ts';
import { Rounds, SentRounds } from './rounds.tsx';
import { Start } from './start.tsx';
import { Foot } from './foot.tsx';

/** Everything: the counters while a round is counted, otherwise a beginning and what is on the phone. */
export function Field(page: Page): JSX.Element {
  const { counting, clock, t } = page;
  /** The round whose sums are looked at. */
  const [checked, setChecked] = useState<string | undefined>(undefined);
  /** The round of an earlier day that somebody goes on with. */
  const [goesOn, setGoesOn] = useState<string | undefined>(undefined);
  const round = counted(counting.kept.value);
  const checking = round !== undefined && round.id === checked;
  const forgotten = round !== undefined && round.id !== goesOn && dayOfRound(clock.now()) > round.day;
  return (
    <main class={round === undefined || checking || forgotten ? 'page' : 'page counting'}>
      <header>
        <h1>{t.title}</h1>
        <a href="/">{t.toConsole}</a>
      </header>
      {counting.keeping.value === 'lost' && (
        <p class="said bad" role="alert">
          {t.keepsNothing}
        </p>
      )}
      {counting.keeping.value === 'reading' ? (
        <p role="status">{t.reading}</p>
      ) : round === undefined ? (
        <>
          <Rounds {...page} onTakeUp={setChecked} />
          <Start {...page} />
          <SentRounds {...page} onTakeUp={setChecked} />
          <Foot {...page} />
        </>
      ) : checking ? (
        <Check
          key={round.id}
          {...page}
          round={round}
          onBack={() => {
            setChecked(undefined);
            setGoesOn(round.id);
          }}
        />
      ) : forgotten ? (
        <Forgotten t={t} round={round} onFinish={() => setChecked(round.id)} onGoOn={() => setGoesOn(round.id)} />
      ) : (
        <Counters {...page} round={round} onDone={() => setChecked(round.id)} />
      )}
    </main>
  );
}
