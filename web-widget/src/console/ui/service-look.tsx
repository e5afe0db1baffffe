import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SECTIONS } from '../services/changes.ts';
import type { ServiceForm } from '../services/form.ts';
import type { Says, Services } from '../services/services.ts';
import { laneName } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { useTexts } from './room.ts';
import { Box } from './service-fields.tsx';
import { Callout } from './tools.tsx';

/** What a visitor would be told at a moment, by what was typed. */
export function ServiceLook({ services, form }: { readonly services: Services; readonly form: ServiceForm }): JSX.Element {
  const t = useTexts();
  const [at, setAt] = useState(() => services.moment());
  const preview = services.previewed.value;
  return (
    <section class="panel" aria-labelledby="look-title">
      <h3 id="look-title">{t.services.lookTitle}</h3>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin(services.preview(at));
        }}
      >
        <p class="quiet">{t.services.lookText}</p>
        <Box id="look-at" label={t.services.lookAt} kind="datetime-local" value={at} onInput={setAt} />
        <button type="submit" class="ds-button" data-variant="secondary">
          {t.services.look}
        </button>
      </form>
      <div role="status">
        {preview === 'unanswered' && <Callout tone="warning">{t.services.unanswered}</Callout>}
        {typeof preview === 'object' && preview.says !== undefined && <Told says={preview.says} form={form} />}
        {typeof preview === 'object' && preview.faults.length > 0 && <Faults faults={preview.faults} />}
      </div>
    </section>
  );
}

/** Time as the service's clock shows it. */
function local(t: Texts, at: string, zone: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(t.locale, { ...options, timeZone: zone, hourCycle: 'h23' }).format(Date.parse(at));
  } catch {
    return at;
  }
}

const CLOCK: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
const WHOLE: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', ...CLOCK };

function Told({ says, form }: { readonly says: Says; readonly form: ServiceForm }): JSX.Element {
  const { zone } = form;
  const t = useTexts();
  const s = t.services;
  const whole = (at: string): string => local(t, at, zone, WHOLE);
  const clock = (at: string): string => local(t, at, zone, CLOCK);
  const opens = (at: string): string => (at === '' ? s.opensNever : s.opens(whole(at)));
  const now = says.inHours ? (says.closesAt === '' ? s.openAlways : s.open(whole(says.closesAt))) : `${s.closed} ${opens(says.opensAt)}`;
  return (
    <div class="service-told">
      <p class="quiet">{whole(says.at)}</p>
      <p>
        <strong>{now}</strong>
      </p>
      {[...form.welcome, ...form.kept, ...form.records].map(({ language, name }, index) => (
        <p key={index} lang={language}>
          {`${language}: ${name}`}
        </p>
      ))}
      <p>{says.day.length === 0 ? s.thatDayNone : s.thatDay(says.day.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', '))}</p>
      {says.lanes.map(({ lane, inHours, opensAt }) => (
        <p key={lane}>{inHours ? s.laneOpen(laneName(t, lane)) : s.laneClosed(laneName(t, lane), opens(opensAt))}</p>
      ))}
      {says.instead !== undefined && (
        <p>{says.instead.from === '' ? s.insteadNow(says.instead.name) : s.insteadFrom(says.instead.name, whole(says.instead.from))}</p>
      )}
    </div>
  );
}

/** The part of the page that a fault's path is about. */
function part(t: Texts, fault: string): string {
  const path = fault.split(' ')[0] ?? '';
  const names = path.replace(/^\S+:/u, '').split(/[.[]/u);
  const section = names.flatMap((name) => (name === 'afterHours' ? 'after' : SECTIONS.filter((each) => each === name)))[0];
  if (section !== undefined) return `${t.services.sections[section]}: `;
  return fault.includes('afterHours') ? `${t.services.sections.after}: ` : names[0] === 'id' ? `${t.services.id}: ` : '';
}

/** The server's sentences; they are in English. */
export function Faults({ faults }: { readonly faults: readonly string[] }): JSX.Element {
  const t = useTexts();
  return (
    <Callout tone="warning">
      <p>{t.services.faults}</p>
      <ul class="service-faults">
        {faults.map((fault) => (
          <li key={fault}>
            {part(t, fault)}
            <span lang="en">{fault}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
