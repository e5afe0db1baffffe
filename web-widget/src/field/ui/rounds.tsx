import type { JSX } from 'preact';
import { dayInWords } from '../day.ts';
import { sent, waiting } from '../kept.ts';
import { codeOf, correctable, whereabouts, type Round } from '../round.ts';
import { Discard } from './discard.tsx';
import { doing, type Page } from './page.ts';

interface Taking {
  /** A round is taken up again, to put its sums right. */
  readonly onTakeUp: (id: string) => void;
}

/** Rounds that are to be sent, and the last one that was. */
export function Rounds(page: Page & Taking): JSX.Element | null {
  const { kept } = page.counting;
  return <List {...page} id="rounds-title" title={page.t.rounds} rounds={[...waiting(kept.value), ...sent(kept.value).slice(-1)]} />;
}

/** The other rounds that can still be put right here, the newest first. */
export function SentRounds(page: Page & Taking): JSX.Element | null {
  return <List {...page} id="sent-title" title={page.t.earlier} rounds={sent(page.counting.kept.value).slice(0, -1).reverse()} />;
}

function List(page: Page & Taking & { readonly id: string; readonly title: string; readonly rounds: readonly Round[] }): JSX.Element | null {
  const { id, title, rounds } = page;
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="rounds">
        {rounds.map((round) => (
          <Row key={round.id} {...page} round={round} />
        ))}
      </ul>
    </section>
  );
}

function Row({ counting, t, round, onTakeUp }: Page & Taking & { readonly round: Round }): JSX.Element {
  const name = counting.kept.value.services.find(({ id }) => id === round.service)?.name ?? round.service;
  const title = `${dayInWords(round.day, t.locale)}, ${t.places[round.place]}`;
  return (
    <li>
      <p>
        <strong>{title}</strong>
        <span class="quiet">{name}</span>
      </p>
      <p>
        {t.sums(round.counts, round.place)}
        {round.estimated && ` (${t.guess})`}
      </p>
      <State counting={counting} t={t} round={round} />
      {round.stage === 'sent' && <p class="quiet">{t.code(codeOf(round))}</p>}
      <div class="actions">
        {correctable(round) && (
          <button
            type="button"
            aria-label={t.takeUpNamed(title)}
            onClick={() => {
              onTakeUp(round.id);
              doing(() => counting.takeUp(round.id))();
            }}
          >
            {t.takeUp}
          </button>
        )}
        {round.stage === 'sent' && (
          <Discard
            t={t}
            words={{ first: t.strike, second: t.strikeYes }}
            name={t.strikeNamed(title)}
            ask={t.strikeAsks}
            onDiscard={doing(() => counting.strike(round.id))}
          />
        )}
        <Discard
          t={t}
          name={t.discardNamed(title)}
          ask={discardAsk(counting, t, round)}
          onDiscard={doing(() => counting.discard(round.id))}
        />
      </div>
    </li>
  );
}

/** What deleting it here means, as far as this phone knows. */
function discardAsk(counting: Page['counting'], t: Page['t'], round: Round): string {
  if (counting.faults.value[round.id] === 'struck') return t.discardStruck;
  return round.stage === 'sent' ? t.discardSent : t.discardAsks[whereabouts(round)];
}

/** Where it is, as far as this phone knows. */
function State({ counting, t, round }: Pick<Page, 'counting' | 't'> & { readonly round: Round }): JSX.Element {
  const fault = counting.faults.value[round.id];
  if (fault !== undefined) {
    return (
      <p class="said bad" role="alert">
        {t.faults[fault]}
      </p>
    );
  }
  if (round.stage === 'sent') {
    return (
      <p class="said good" role="status">
        {t.sent}
      </p>
    );
  }
  switch (counting.link.value) {
    case 'signed-out':
      return (
        <p class="said bad" role="status">
          {t.signIn}. <a href="/">{t.toConsole}</a>
        </p>
      );
    case 'not-allowed':
      return (
        <p class="said bad" role="status">
          {t.notAllowed}
        </p>
      );
    case 'unknown':
    case 'ready':
    case 'unreachable':
      return (
        <p class="said" role="status">
          {t.willBeSent}
        </p>
      );
  }
}
