import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { LANGUAGES, textsOf, type Language } from '../../texts/languages.ts';
import { Icon } from './Icon.tsx';

/** Quick exit is the first focus stop of every screen. */
export function Header({ visit }: { readonly visit: Visit }): VNode {
  const t = visit.texts.value;
  return (
    <header class="top">
      <button type="button" class="exit" aria-describedby="exit-hint" onClick={() => visit.exit()}>
        <Icon name="leave" />
        {t.exit}
      </button>
      <span id="exit-hint" class="unseen">
        {t.exitHint} {t.history}
      </span>
        <label class="tongue">
          <Icon name="globe" />
          <span class="unseen">{t.switchLanguage}</span>
          <select
            value={visit.language.value}
            onChange={(event) => {
              visit.language.value = event.currentTarget.value as Language;
            }}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language} lang={textsOf(language).tag}>
                {textsOf(language).own}
              </option>
            ))}
          </select>
        </label>
    </header>
  );
}
