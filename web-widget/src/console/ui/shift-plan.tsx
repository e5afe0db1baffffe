import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Plan, Shifts } from '../shifts/shifts.ts';
import { roleName } from '../texts/format.ts';
import { begin } from './begin.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { Field } from './shift-change.tsx';
import { Callout, Dialog } from './tools.tsx';

const RULES = {
  once: '',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  daily: 'FREQ=DAILY',
  monthly: 'FREQ=MONTHLY',
} as const;
const REPEATS = ['once', 'weekly', 'fortnightly', 'daily', 'monthly', 'own'] as const;
const ROLES = ['coordinator', 'worker', 'volunteer', 'peer', 'mediator', 'partner', 'trainee'] as const;
const LANGUAGES = /[A-Za-z-]+/gu;

/** A new plan, for coordinators. */
export function PlanForm({ room, shifts }: { readonly room: Room; readonly shifts: Shifts }): JSX.Element {
  const t = useTexts();
  const [service, setService] = useState(room.me.services[0]?.id ?? '');
  const [first, setFirst] = useState('');
  const [from, setFrom] = useState('18:00');
  const [to, setTo] = useState('21:00');
  const [repeat, setRepeat] = useState<(typeof REPEATS)[number]>('weekly');
  const [own, setOwn] = useState('');
  const [seats, setSeats] = useState('2');
  const [roles, setRoles] = useState<readonly string[]>(['worker', 'volunteer']);
  const [languages, setLanguages] = useState('');
  const [outcome, setOutcome] = useState<'none' | 'planned' | 'refused'>('none');
  const submit = async (): Promise<void> => {
    const rule = repeat === 'own' ? own.trim() : RULES[repeat];
    const needed = languages.match(LANGUAGES) ?? [];
    const done = await shifts.plan({ service, lane: '', first, from, to, rule, seats: Number(seats), roles, languages: needed });
    setOutcome(done ? 'planned' : 'refused');
  };
  return (
    <section class="panel" aria-labelledby="plan-title">
      <h2 id="plan-title">{t.shifts.plan}</h2>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          begin(submit());
        }}
      >
        <p class="quiet">{t.shifts.planText}</p>
        <Choice id="plan-service" label={t.shifts.service} value={service} onChange={setService} options={room.me.services.map(({ id, name }) => [id, name] as const)} />
        <Field id="plan-first" label={t.shifts.first} type="date" value={first} onInput={setFirst} />
        <Field id="plan-from" label={t.shifts.from} type="time" value={from} onInput={setFrom} />
        <Field id="plan-to" label={t.shifts.to} type="time" value={to} onInput={setTo} />
        <Choice
          id="plan-repeat"
          label={t.shifts.repeat}
          value={repeat}
          onChange={(chosen) => setRepeat(REPEATS.find((each) => each === chosen) ?? 'once')}
          options={REPEATS.map((each) => [each, t.shifts.repeats[each]] as const)}
        />
        {repeat === 'own' && <Field id="plan-rule" label={t.shifts.rule} type="text" value={own} hint={t.shifts.ruleHint} onInput={setOwn} />}
        <Field id="plan-seats" label={t.shifts.seats} type="number" value={seats} onInput={setSeats} />
        <fieldset class="plain-set">
          <legend class="ds-label">{t.shifts.roles}</legend>
          {ROLES.map((role) => (
            <div class="ds-field" key={role}>
              <input
                class="ds-input"
                type="checkbox"
                id={`plan-${role}`}
                checked={roles.includes(role)}
                onChange={(event) =>
                  setRoles(event.currentTarget.checked ? [...roles, role] : roles.filter((chosen) => chosen !== role))
                }
              />
              <label for={`plan-${role}`}>{roleName(t, role)}</label>
            </div>
          ))}
        </fieldset>
        <Field id="plan-languages" label={t.shifts.languages} type="text" value={languages} hint="nb, en, es" onInput={setLanguages} />
        {outcome !== 'none' && (
          <Callout tone={outcome === 'planned' ? 'success' : 'warning'} live={outcome === 'planned' ? 'status' : 'alert'}>
            {outcome === 'planned' ? t.shifts.planned : t.shifts.planRefused}
          </Callout>
        )}
        <button type="submit" class="ds-button">
          {t.shifts.planIt}
        </button>
      </form>
    </section>
  );
}

function Choice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}): JSX.Element {
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      <select id={props.id} class="ds-input" value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Every plan that exists, with a way to end it. */
export function Plans({ room, shifts }: { readonly room: Room; readonly shifts: Shifts }): JSX.Element | null {
  const t = useTexts();
  const [asked, setAsked] = useState<Plan | undefined>(undefined);
  const plans = shifts.plans.value;
  if (plans.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="plans-title">
      <h2 id="plans-title">{t.shifts.plans}</h2>
      <ul class="devices">
        {plans.map((plan) => (
          <li class="device" key={plan.plan}>
            <div>
              <p>
                <strong>{serviceName(room.me, plan.service)}</strong> {`${plan.first}${plan.last === '' ? ' –' : ` – ${plan.last}`}`}
              </p>
              <p class="quiet">{[`${plan.from}–${plan.to}`, plan.rule, `${String(plan.seats)} ${t.shifts.seats.toLowerCase()}`].filter((part) => part !== '').join(' · ')}</p>
            </div>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              aria-label={`${t.shifts.endPlan}: ${serviceName(room.me, plan.service)}, ${plan.first} ${plan.from}`}
              onClick={() => setAsked(plan)}
            >
              {t.shifts.endPlan}
            </button>
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <Dialog title={t.shifts.endAsk} onClose={() => setAsked(undefined)} narrow>
          <p>{t.shifts.endWhy}</p>
          <div class="actions">
            <button
              type="button"
              class="ds-button"
              data-color="danger"
              onClick={() => {
                setAsked(undefined);
                begin(shifts.end(asked.plan, new Intl.DateTimeFormat('sv').format(room.now.value)));
              }}
            >
              {t.shifts.endPlan}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsked(undefined)}>
              {t.shell.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
