import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { changes, type Change, type Wording } from '../services/changes.ts';
import type { Opened, Services } from '../services/services.ts';
import { dayTime, laneName } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { useTexts, type Room } from './room.ts';
import { Faults } from './service-look.tsx';
import { Callout, Dialog } from './tools.tsx';

function wordingOf(t: Texts): Wording {
  return {
    day: (day) => t.services.days[day] ?? day,
    section: (section) => t.services.sections[section],
    value: (section, value) => {
      if (section === 'lanes') return laneName(t, value);
      if (section === 'holidays' && value === 'closed') return t.services.values['closed-holidays'] ?? value;
      return t.services.values[value] ?? value;
    },
  };
}

function ChangeList({ all }: { readonly all: readonly Change[] }): JSX.Element {
  const t = useTexts().services;
  if (all.length === 0) return <p class="quiet">{t.changesNone}</p>;
  return (
    <dl class="service-changes">
      {all.map(({ section, gone, come }) => (
        <div key={section}>
          <dt>{t.sections[section]}</dt>
          {gone.map((line) => (
            <dd key={`-${line}`}>
              <span class="quiet">{`${t.gone}: `}</span>
              <del>{line}</del>
            </dd>
          ))}
          {come.map((line) => (
            <dd key={`+${line}`}>
              <span class="quiet">{`${t.come}: `}</span>
              <ins>{line}</ins>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

/** What would change, the draft, and publishing it. */
export function ServicePublish({ room, services, opened }: { readonly room: Room; readonly services: Services; readonly opened: Opened }): JSX.Element {
  const t = useTexts();
  const s = t.services;
  const all = changes(opened.published, opened.form, wordingOf(t));
  const fresh = opened.published !== undefined && room.following.isNew(opened.id);
  return (
    <section class="panel" aria-labelledby="changes-title">
      <h3 id="changes-title">{s.changesTitle}</h3>
      {opened.behind && <Callout tone="warning">{s.behind}</Callout>}
      <ChangeList all={all} />
      <Came services={services} />
      {fresh && (
        <Callout tone="info">
          <p>{s.reloadText}</p>
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => location.reload()}>
            {s.reload}
          </button>
        </Callout>
      )}
      <div class="actions">
        {all.length > 0 && (
          <button type="button" class="ds-button" onClick={() => begin(services.publish())}>
            {s.publish}
          </button>
        )}
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => begin(services.save())}>
          {s.save}
        </button>
        {opened.revision > 0 && (
          <button type="button" class="ds-button" data-variant="tertiary" data-color="danger" onClick={() => begin(services.discard())}>
            {s.discard}
          </button>
        )}
      </div>
    </section>
  );
}

/** What came of the last press. */
export function Came({ services }: { readonly services: Services }): JSX.Element | null {
  const t = useTexts().services;
  const outcome = services.outcome.value;
  if (outcome.kind === 'none') return null;
  if (outcome.kind === 'faults') {
    return (
      <div role="alert">
        <Faults faults={outcome.faults} />
      </div>
    );
  }
  const bad = outcome.kind === 'overtaken' || outcome.kind === 'taken' || outcome.kind === 'unreachable';
  return (
    <Callout tone={bad ? 'warning' : outcome.kind === 'busy' ? 'info' : 'success'} live={bad ? 'alert' : 'status'}>
      {t.outcomes[outcome.kind]}
    </Callout>
  );
}

/** Every edition that is kept, and the way back. */
export function ServiceEditions({ services, opened }: { readonly services: Services; readonly opened: Opened }): JSX.Element | null {
  const t = useTexts();
  const s = t.services;
  const [asked, setAsked] = useState(false);
  const { published, before } = opened;
  if (published === undefined) return null;
  return (
    <section class="panel" aria-labelledby="editions-title">
      <h3 id="editions-title">{s.editions}</h3>
      <ol class="service-editions" reversed start={opened.edition}>
        {opened.editions.map((each) => (
          <li key={each.number}>{s.edition(each.number, dayTime(t, each.published), each.by === '' ? s.commandLine : each.by)}</li>
        ))}
      </ol>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsked(true)}>
        {s.undo}
      </button>
      {asked && (
        <Dialog title={s.undoAsk} onClose={() => setAsked(false)} narrow>
          <p>{before === undefined ? s.undoFirst : s.undoText}</p>
          <ChangeList all={changes(published, before ?? { ...published, off: true }, wordingOf(t))} />
          <div class="actions">
            <button
              type="button"
              class="ds-button"
              onClick={() => {
                setAsked(false);
                begin(services.undo());
              }}
            >
              {s.undo}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsked(false)}>
              {t.shell.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
