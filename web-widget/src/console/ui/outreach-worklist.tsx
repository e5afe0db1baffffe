import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { nickname } from '../outreach/sealed.ts';
import type { Taking } from '../outreach/card-desk.ts';
import type { Card, Counts, Permission, SafeTime } from '../outreach/wire.ts';
import { dayTime, fullDay, languageName } from '../texts/format.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { CardView } from './outreach-card.tsx';
import { FindCard, Pages } from './outreach-find.tsx';
import type { TabParts } from './outreach-page.tsx';
import { heldDown, NEXT_CARD } from './outreach-release.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

const COUNTS: readonly (keyof Counts)[] = ['cards', 'numbers', 'adverts', 'contacted', 'replied', 'stopped'];

/** Whether and when something may go out, in a sentence. */
export function permissionText(t: Texts, o: OutreachTexts, permission: Permission): string {
  switch (permission.may) {
    case 'now':
      return o.goesNow;
    case 'later':
      return o.goesLater(dayTime(t, permission.at));
    case 'never':
      return o.goesNever(o.whys[permission.why]);
  }
}

/** Minutes of a day as a clock shows them. */
export const minutesText = (of: number): string => `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;

export const windowText = (o: OutreachTexts, { from, to }: SafeTime): string => o.list.window(minutesText(from), minutesText(to));

/** Cards that may be contacted, and the one that is open. */
export function WorklistTab(parts: TabParts): JSX.Element {
  const t = useTexts();
  const { room, stores, o } = parts;
  const { worklist, desk } = stores;
  const [language, setLanguage] = useState('');
  const [came, setCame] = useState<Exclude<Taking, 'taken'> | undefined>(undefined);
  useEffect(() => begin(worklist.look()), [worklist]);
  const cards = worklist.cards.value;
  const counts = worklist.counts.value;
  const shown = desk.shown.value;
  const filtered = (cards ?? []).filter((card) => language === '' || card.language === language);
  const languages = [...new Set((cards ?? []).map((card) => card.language))].sort();
  const sends = shown?.release?.view.value.step === 'sending';
  const next = async (): Promise<void> => {
    const wanted = language === '' ? room.preferences.all.value.able.languages.map((tag) => tag.slice(0, 2)) : [language];
    const outcome = await desk.next([...new Set(wanted)].slice(0, 20));
    setCame(outcome === 'taken' ? undefined : outcome);
  };
  return (
    <div class="outreach-columns" data-open={shown !== undefined}>
      <section class="panel" aria-labelledby="worklist-title">
        <h2 id="worklist-title">{o.list.title}</h2>
        {counts !== undefined && (
          <ul class="counts">
            {COUNTS.map((each) => (
              <li key={each}>
                <strong>{counts[each].toLocaleString(t.locale)}</strong> {o.counts[each]}
              </li>
            ))}
          </ul>
        )}
        <button type="button" id={NEXT_CARD} class="ds-button big" disabled={sends} onKeyDown={heldDown} onClick={() => begin(next())}>
          {o.list.next}
        </button>
        {came !== undefined && (
          <Callout tone={came === 'none' ? 'info' : 'warning'} live="status">
            {came === 'none' ? o.list.nextNone : o.refusals[came]}
          </Callout>
        )}
        <FindCard {...parts} />
        {languages.length > 1 && (
          <Choice
            id="worklist-language"
            label={o.list.language}
            value={language}
            onChange={setLanguage}
            options={[['', o.list.anyLanguage], ...languages.map((tag) => [tag, languageName(t, tag)] as const)]}
          />
        )}
        {cards === undefined ? (
          <p role="status">{o.loading}</p>
        ) : filtered.length === 0 ? (
          <p class="quiet">{o.list.empty}</p>
        ) : (
          <>
            <p class="quiet">
              {counts !== undefined && counts.cards > filtered.length && `${o.list.shown(filtered.length, counts.cards)}. `}
              {o.list.openNote}
            </p>
            <ul class="devices">
              {filtered.map((card) => (
                <Row key={card.card} {...parts} card={card} chosen={shown?.card.card === card.card} />
              ))}
            </ul>
          </>
        )}
        <Pages {...parts} />
      </section>
      <CardView {...parts} />
    </div>
  );
}

/** One card of a list. */
export function Row({ stores, o, card, chosen }: TabParts & { readonly card: Card; readonly chosen: boolean }): JSX.Element {
  const t = useTexts();
  const name = nickname(card.card, stores.desk.faces.value.get(card.card));
  const shown = stores.desk.shown.value;
  // Until the list was looked at again, it knows less than the card.
  const isSent = chosen && card.permission.may === 'now' && shown?.release?.view.value.step === 'sent';
  return (
    <li class="device" data-chosen={chosen}>
      <div>
        <h3>{name}</h3>
        <p>
          {languageName(t, card.language)}
          <span class="sep" />
          {o.stages[card.stage]}
        </p>
        <p class="quiet">
          {isSent ? o.release.sentNow : permissionText(t, o, card.permission)}
          {card.begun !== '' && ` ${o.list.begun(fullDay(t, card.begun))}.`}
          {card.window !== undefined && ` ${windowText(o, card.window)}.`}
          {card.shared > 0 && ` ${o.list.shared(card.shared)}.`}
        </p>
        {(card.mine || card.by !== '') && <p>{card.mine ? o.list.mine : o.list.holds(card.by)}</p>}
      </div>
      <div class="shift-acts">
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-label={`${o.list.open}: ${name}`}
          aria-current={chosen ? 'true' : undefined}
          disabled={shown?.release?.view.value.step === 'sending'}
          onClick={() => begin(stores.desk.open(card))}
        >
          {o.list.open}
        </button>
      </div>
    </li>
  );
}
