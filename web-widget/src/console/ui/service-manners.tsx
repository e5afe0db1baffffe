import type { JSX } from 'preact';
import type { MannersForm } from '../services/form.ts';
import { useTexts } from './room.ts';
import { Box } from './service-fields.tsx';

/** When the service writes to people who have not asked: within hours that nobody may widen. */
export function ServiceManners(props: { readonly manners: MannersForm; readonly change: (next: MannersForm) => void }): JSX.Element {
  const t = useTexts().services;
  const { manners } = props;
  const change = (next: Partial<MannersForm>): void => props.change({ ...manners, ...next });
  return (
    <section class="panel" aria-labelledby="manners-title">
      <h3 id="manners-title">{t.sections.manners}</h3>
      <p class="quiet">{t.hints.manners}</p>
      {(['sundays', 'holidays'] as const).map((each) => (
        <div class="ds-field" key={each}>
          <input class="ds-input" type="checkbox" id={`manners-${each}`} checked={manners[each]} onChange={(event) => change({ [each]: event.currentTarget.checked })} />
          <label for={`manners-${each}`}>{t.values[each]}</label>
        </div>
      ))}
      <div class="service-row" role="group" aria-label={t.mannersHours}>
        <Box id="manners-from" label={t.mannersFrom} value={manners.from} onInput={(from) => change({ from })} />
        <Box id="manners-to" label={t.mannersTo} value={manners.to} onInput={(to) => change({ to })} />
      </div>
      <Box id="manners-names" label={t.mannersNames} hint={t.mannersNamesHint} most={1_200} value={manners.names} onInput={(names) => change({ names })} />
    </section>
  );
}
