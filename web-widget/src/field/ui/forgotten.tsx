import type { JSX } from 'preact';
import { dayInWords } from '../day.ts';
import type { Round } from '../round.ts';
import type { Page } from './page.ts';

/** A round of an earlier day is still being counted: nobody adds to it without knowing. */
export function Forgotten(props: Pick<Page, 't'> & { readonly round: Round; readonly onFinish: () => void; readonly onGoOn: () => void }): JSX.Element {
  const { t, round } = props;
  return (
    <section aria-labelledby="forgotten-title">
      <h2 id="forgotten-title">{t.forgottenTitle(dayInWords(round.day, t.locale))}</h2>
      <p>{t.sums(round.counts, round.place)}</p>
      <p class="said">{t.forgotten}</p>
      <div class="begin">
        <button type="button" class="big" onClick={props.onFinish}>
          {t.forgottenFinish}
        </button>
        <button type="button" onClick={props.onGoOn}>
          {t.forgottenGoOn}
        </button>
      </div>
    </section>
  );
}
