import type { JSX } from 'preact';
import { TRAITS, toggled, type Abilities } from '../able.ts';
import { laneName, languageName } from '../texts/format.ts';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** What this person speaks, answers and may be wished for as; kept on this browser. Changed on duty, it holds at once. */
export function AbleFields(props: { readonly room: Room; readonly services: readonly string[] }): JSX.Element {
  const t = useTexts();
  const { me, desk, preferences } = props.room;
  const { able } = preferences.all.value;
  const served = me.services.filter(({ id }) => props.services.includes(id));
  const languages = [...new Set([...served.flatMap((service) => service.languages), ...able.languages])];
  const answered = served.flatMap((service) => service.lanes);
  const lanes = [...new Set([...answered, ...able.lanes])];
  const nobody = answered.length > 0 && able.lanes.length > 0 && !able.lanes.some((lane) => answered.includes(lane));
  const working = desk.duty.value.state === 'on' || desk.duty.value.state === 'break';

  const change = (part: keyof Abilities, word: string, on: boolean): void => {
    const next = toggled(able, part, word, on);
    preferences.change({ able: next });
    if (working && next.languages.length > 0) desk.abilitiesChanged();
  };
  const box = (part: keyof Abilities, word: string, label: string): JSX.Element => (
    <div class="ds-field" key={word}>
      <input
        class="ds-input"
        type="checkbox"
        id={`able-${part}-${word}`}
        checked={able[part].includes(word)}
        onChange={(event) => change(part, word, event.currentTarget.checked)}
      />
      <label for={`able-${part}-${word}`}>{label}</label>
    </div>
  );
  return (
    <>
      <fieldset class="plain-set">
        <legend class="ds-label">{t.able.languages}</legend>
        {languages.map((tag) => box('languages', tag, languageName(t, tag)))}
        {able.languages.length === 0 && (
          <Callout tone="warning" live="status">
            {working ? t.able.oneLanguageOnDuty : t.able.oneLanguage}
          </Callout>
        )}
      </fieldset>
      {lanes.length > 1 && (
        <fieldset class="plain-set">
          <legend class="ds-label">{t.able.lanes}</legend>
          {lanes.map((lane) => box('lanes', lane, laneName(t, lane)))}
          {nobody && (
            <Callout tone="warning" live="status">
              {t.able.noLane}
            </Callout>
          )}
        </fieldset>
      )}
      <details>
        <summary>{t.able.traits}</summary>
        <fieldset class="plain-set">
          <legend class="ds-sr-only">{t.able.traits}</legend>
          <p class="quiet">{t.able.traitsHint}</p>
          {TRAITS.map((trait) => box('traits', trait, t.able.trait[trait]))}
        </fieldset>
      </details>
    </>
  );
}
