import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_NOTE } from '../sealed/note.ts';
import type { Raising } from '../tasks/raise.ts';
import type { TaskKind, Tasks } from '../tasks/tasks.ts';
import { clockTime, dayTime } from '../texts/format.ts';
import type { TasksTexts } from '../texts/tasks-texts.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { nameIn, officeName } from './tasks-page.tsx';
import { Callout } from './tools.tsx';

const keyOf = ({ service, kind }: TaskKind): string => `${service} ${kind}`;

/** The service's steps first, then whose turn it is, then one press. */
export function RaiseTask({ room, tasks }: { readonly room: Room; readonly tasks: Tasks }): JSX.Element | null {
  const t = useTexts();
  const kinds = tasks.kinds.value.filter(({ mayRaise }) => mayRaise);
  const [chosen, setChosen] = useState('');
  const kind = kinds.find((each) => keyOf(each) === chosen) ?? kinds[0];
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [detail, setDetail] = useState('');
  const sent = useRef('');
  const outcome = tasks.outcome.value;
  const raising = tasks.raising.value;
  useEffect(() => tasks.dismiss, [tasks]);
  useEffect(() => {
    // The list may show it later: what was written since is about something else.
    if (outcome?.kind !== 'raised' || detail.trim() !== sent.current) return;
    setTicked([]);
    setDetail('');
  }, [outcome]);
  if (kind === undefined) return null;
  // Others are not told to whose keys a detail could be sealed.
  const seals = room.inbox !== undefined;
  const steps = kind.steps[t.language] ?? kind.steps['nb'] ?? Object.values(kind.steps)[0] ?? [];
  const office = (id: string): string => officeName(t, room, kind.service, kind.offices, id);
  return (
    <section class="panel" aria-labelledby="raise-title">
      <h2 id="raise-title">{t.tasks.raise}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (raising) return;
          sent.current = detail.trim();
          begin(tasks.raise(kind, sent.current));
        }}
      >
        <div class="ds-field">
          <label class="ds-label" for="raise-kind">
            {t.tasks.kind}
          </label>
          <select
            class="ds-input"
            id="raise-kind"
            disabled={raising}
            value={keyOf(kind)}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setTicked([]);
              tasks.dismiss();
            }}
          >
            {kinds.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {`${nameIn(t, each.names, each.kind)} · ${serviceName(room.me, each.service)}`}
              </option>
            ))}
          </select>
        </div>
        {steps.length > 0 && (
          <fieldset class="plain-set">
            <legend class="ds-label">{t.tasks.steps}</legend>
            <p class="quiet">{t.tasks.stepsText}</p>
            {steps.map((step, index) => (
              <div class="ds-field" key={step}>
                <input
                  class="ds-input"
                  type="checkbox"
                  id={`raise-step-${String(index)}`}
                  checked={ticked.includes(step)}
                  aria-disabled={raising}
                  onClick={(event) => raising && event.preventDefault()}
                  onChange={(event) => setTicked(event.currentTarget.checked ? [...ticked, step] : ticked.filter((each) => each !== step))}
                />
                <label for={`raise-step-${String(index)}`}>{step}</label>
              </div>
            ))}
          </fieldset>
        )}
        <p>
          {`${dueIn(t.tasks, kind.due)} `}
          {kind.offices.length > 1 && <strong>{t.tasks.turn(office(kind.turn))}</strong>}
        </p>
        {kind.tellOthers && <p class="quiet">{t.tasks.tellOthers}</p>}
        {seals && (
          <div class="ds-field">
            <label class="ds-label" for="raise-detail">
              {t.tasks.detail}
            </label>
            <p class="quiet" id="raise-hint">
              {t.tasks.detailHint}
            </p>
            <textarea
              class="ds-input"
              id="raise-detail"
              aria-describedby="raise-hint"
              rows={4}
              maxLength={LONGEST_NOTE}
              readOnly={raising}
              value={detail}
              onInput={(event) => setDetail(event.currentTarget.value)}
            />
          </div>
        )}
        {outcome !== undefined && (
          <Callout tone={outcome.kind === 'raised' ? 'success' : 'warning'} live={outcome.kind === 'raised' ? 'status' : 'alert'}>
            {cameText(t, outcome, office)}
          </Callout>
        )}
        {tasks.doubt.value && (
          <Callout tone="warning" live="alert">
            {t.tasks.raiseDoubt}
          </Callout>
        )}
        <button type="submit" class="ds-button" aria-disabled={raising} aria-busy={raising}>
          {raising ? t.tasks.raising : t.tasks.raiseIt}
        </button>
      </form>
    </section>
  );
}

function cameText(t: Texts, came: Raising, office: (id: string) => string): string {
  if (came.kind !== 'raised')
    return {
      'no-keys': t.tasks.noKeys,
      'off-duty': t.tasks.offDuty,
      refused: t.tasks.raiseRefused,
      unknown: t.tasks.raiseUnknown,
      lost: t.tasks.raiseLost,
    }[came.kind];
  const [who, due] = [office(came.office), dayTime(t, came.due)];
  return came.before === undefined ? t.tasks.raised(who, due) : t.tasks.raisedBefore(who, due, clockTime(t, came.before));
}

function dueIn(t: TasksTexts, due: TaskKind['due']): string {
  if ('minutes' in due) return t.dueMinutes(due.minutes);
  return 'morning' in due ? t.dueMorning(due.morning) : t.dueDays(due.workingDays);
}
