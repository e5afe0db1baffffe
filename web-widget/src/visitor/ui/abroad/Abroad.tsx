import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import type { Language } from '../../texts/languages.ts';
import { NUMBERS } from './numbers.ts';
import './abroad.css';

interface Words {
  readonly where: string;
  readonly home: string;
  readonly note: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    where: 'Hvor er du?',
    home: 'Norge',
    note: 'Valget blir på denne siden. Den som svarer, kan se nummeret du ringer fra. Der det står «politi», kan det være politiet.',
  },
  en: {
    where: 'Where are you?',
    home: 'Norway',
    note: 'The choice stays on this page. Whoever answers may see the number that you call from. Where it says “police”, it may be the police.',
  },
};

/** Lets somebody who is not in Norway choose whose numbers stand there. Nothing is guessed, kept or sent. */
export default function Abroad({ visit }: { readonly visit: Visit }): VNode {
  const t = WORDS[visit.language.value];
  const { tag } = visit.texts.value;
  const id = useId();
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'code' });
  const named = Object.keys(NUMBERS).map((country) => [country, names.of(country) ?? country] as const);
  const choose = (country: string): void => {
    const numbers = NUMBERS[country];
    visit.abroad.value = numbers && { country, numbers };
  };
  return (
    <div class="abroad">
      <label for={id}>{t.where}</label>
      <select id={id} value={visit.abroad.value?.country ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t.home}</option>
        {named
          .sort(([, one], [, other]) => one.localeCompare(other, tag))
          .map(([country, name]) => (
            <option key={country} value={country}>
              {name}
            </option>
          ))}
      </select>
      <p class="advice">{t.note}</p>
    </div>
  );
}
