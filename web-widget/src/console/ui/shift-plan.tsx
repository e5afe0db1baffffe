import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { todayInOslo } from '../../kernel/oslo.ts';
import { laneOf, lanesFor } from '../shifts/lanes.ts';
import type { NewPlan, Plan, Replaced, Shifts } from '../shifts/shifts.ts';
import { dayName, fullDay, laneName, roleName } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
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

const repeatOf = (rule: string): (typeof REPEATS)[number] =>
  REPEATS.find((each) => each !== 'own' && RULES[each] === rule) ?? 'own';

/** A new plan, for coordinators. */
export function PlanForm({ room, shifts }: { readonly room: Room; readonly shifts: Shifts }): JSX.Element {
  const t = useTexts();
  const [outcome, setOutcome] = useState<'none' | 'planned' | 'refused'>('none');
  return (
    <section class="panel" aria-labelledby="plan-title">
      <h2 id="plan-title">{t.shifts.plan}</h2>
      <PlanFields id="plan" room={room} plan={undefined} onPlan={async (plan) => setOutcome((await shifts.plan(plan)) ? 'planned' : 'refused')}>
        {outcome !== 'none' && (
          <Callout tone={outcome === 'planned' ? 'success' : 'warning'} live={outcome === 'planned' ? 'status' : 'alert'}>
            {outcome === 'planned' ? t.shifts.planned : t.shifts.planRefused}
          </Callout>
        )}
      </PlanFields>
    </section>
  );
}

/** Another plan in the place of one, from a day on. */
function ReplacePlan(props: { readonly room: Room; readonly shifts: Shifts; readonly plan: Plan; readonly onClose: () => void }): JSX.Element {
  const t = useTexts();
  const [came, setCame] = useState<Replaced | 'none' | 'refused'>('none');
  const replace = async (next: NewPlan): Promise<void> => setCame((await props.shifts.replace(props.plan.plan, next)) ?? 'refused');
  return (
    <Dialog title={t.shifts.replaceTitle} onClose={props.onClose}>
      {typeof came === 'string' ? (
        <PlanFields id="replace" room={props.room} plan={props.plan} onPlan={replace}>
          {came === 'refused' && <Callout tone="warning" live="alert">{t.shifts.planRefused}</Callout>}
        </PlanFields>
      ) : (
        <Callout tone={came.lost.length === 0 ? 'success' : 'warning'} live="status">
          <p>{t.shifts.replaced(came.kept)}</p>
          {came.lost.length > 0 && (
            <>
              <p>{t.shifts.lost}</p>
              <ul>
                {came.lost.map(({ name, day }) => (
                  <li key={`${name} ${day}`}>{`${name}, ${day}`}</li>
                ))}
              </ul>
            </>
          )}
        </Callout>
      )}
    </Dialog>
  );
}

/** @param props.plan what stands there at first; undefined for something new */
function PlanFields(props: {
  readonly id: string;
  readonly room: Room;
  readonly plan: Plan | undefined;
  readonly onPlan: (plan: NewPlan) => Promise<void>;
  readonly children: ComponentChildren;
}): JSX.Element {
  const t = useTexts();
  const { id, room, plan } = props;
  const [service, setService] = useState(plan?.service ?? room.me.services[0]?.id ?? '');
  const [lane, setLane] = useState(plan?.lane ?? '');
  const lanes = lanesFor(room.me.services.find(({ id }) => id === service)?.lanes ?? [], plan?.lane ?? '');
  const [first, setFirst] = useState('');
  const [from, setFrom] = useState(plan?.from ?? '18:00');
  const [to, setTo] = useState(plan?.to ?? '21:00');
  const [repeat, setRepeat] = useState(plan === undefined ? 'weekly' : repeatOf(plan.rule));
  const [own, setOwn] = useState(plan?.rule ?? '');
  const [seats, setSeats] = useState(String(plan?.seats ?? 2));
  const [roles, setRoles] = useState<readonly string[]>(plan?.roles ?? ['worker', 'volunteer']);
  const [languages, setLanguages] = useState((plan?.languages ?? []).join(', '));
  const submit = async (): Promise<void> => {
    const rule = repeat === 'own' ? own.trim() : RULES[repeat];
    const needed = languages.match(LANGUAGES) ?? [];
    const next = { service, lane: laneOf(lanes, lane), first, from, to, rule, seats: Number(seats), roles, languages: needed };
    await props.onPlan(plan === undefined ? next : { ...next, zone: plan.zone });
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin(submit());
      }}
    >
      <p class="quiet">{plan === undefined ? t.shifts.planText : t.shifts.replaceText}</p>
      {plan === undefined && <Choice id={`${id}-service`} label={t.shifts.service} value={service} onChange={setService} options={room.me.services.map(({ id, name }) => [id, name] as const)} />}
      {lanes.length > 1 && (
        <Choice
          id={`${id}-lane`}
          label={t.shifts.lane}
          value={lane}
          onChange={setLane}
          options={[['', t.shifts.allLanes] as const, ...lanes.map((each) => [each, laneName(t, each)] as const)]}
        />
      )}
      <Field id={`${id}-first`} label={plan === undefined ? t.shifts.first : t.shifts.replaceFrom} type="date" value={first} onInput={setFirst} />
      <Field id={`${id}-from`} label={t.shifts.from} type="time" value={from} onInput={setFrom} />
      <Field id={`${id}-to`} label={t.shifts.to} type="time" value={to} onInput={setTo} />
      <Choice
        id={`${id}-repeat`}
        label={t.shifts.repeat}
        value={repeat}
        onChange={(chosen) => setRepeat(REPEATS.find((each) => each === chosen) ?? 'once')}
        options={REPEATS.map((each) => [each, t.shifts.repeats[each]] as const)}
      />
      {repeat === 'own' && <Field id={`${id}-rule`} label={t.shifts.rule} type="text" value={own} hint={t.shifts.ruleHint} onInput={setOwn} />}
      <Field id={`${id}-seats`} label={t.shifts.seats} type="number" value={seats} onInput={setSeats} />
      <fieldset class="plain-set">
        <legend class="ds-label">{t.shifts.roles}</legend>
        {ROLES.map((role) => (
          <div class="ds-field" key={role}>
            <input
              class="ds-input"
              type="checkbox"
              id={`${id}-${role}`}
              checked={roles.includes(role)}
              onChange={(event) =>
                setRoles(event.currentTarget.checked ? [...roles, role] : roles.filter((chosen) => chosen !== role))
              }
            />
            <label for={`${id}-${role}`}>{roleName(t, role)}</label>
          </div>
        ))}
      </fieldset>
      <Field id={`${id}-languages`} label={t.shifts.languages} type="text" value={languages} hint="nb, en, es" onInput={setLanguages} />
      {props.children}
      <button type="submit" class="ds-button">
        {plan === undefined ? t.shifts.planIt : t.shifts.replaceIt}
      </button>
    </form>
  );
}

/** From when until when, by the first one's day of the week; open at the end where no end is set. */
function days(t: Texts, { first, last, rule }: Plan): string {
  const began = `${dayName(t, first)} ${first.slice(0, 4)}`;
  if (last !== '') return `${began} – ${fullDay(t, last)}`;
  return repeatOf(rule) === 'once' ? began : `${began} –`;
}

/** How often, in words; a rule of one's own as it was written. */
function repeats(t: Texts, rule: string): string {
  const often = repeatOf(rule);
  return often === 'own' ? rule : t.shifts.repeats[often];
}

/** Every plan that exists, with a way to end it. */
export function Plans({ room, shifts }: { readonly room: Room; readonly shifts: Shifts }): JSX.Element | null {
  const t = useTexts();
  const [asked, setAsked] = useState<Plan | undefined>(undefined);
  const [changed, setChanged] = useState<Plan | undefined>(undefined);
  const plans = shifts.plans.value;
  if (plans.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="plans-title">
      <h2 id="plans-title">{t.shifts.plans}</h2>
      <ul class="devices">
        {plans.map((plan) => (
          <li class="device narrow" key={plan.plan}>
            <div>
              <p>
                <strong>{serviceName(room.me, plan.service)}</strong> {days(t, plan)}
              </p>
              <p class="quiet">{[plan.lane === '' ? '' : laneName(t, plan.lane), `${plan.from}–${plan.to}`, repeats(t, plan.rule), `${t.shifts.seats}: ${String(plan.seats)}`].filter((part) => part !== '').join(' · ')}</p>
            </div>
            <div class="device-do">
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                aria-label={`${t.shifts.replacePlan}: ${serviceName(room.me, plan.service)}, ${plan.first} ${plan.from}`}
                onClick={() => setChanged(plan)}
              >
                {t.shifts.replacePlan}
              </button>
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
            </div>
          </li>
        ))}
      </ul>
      {changed !== undefined && <ReplacePlan room={room} shifts={shifts} plan={changed} onClose={() => setChanged(undefined)} />}
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
                begin(shifts.end(asked.plan, todayInOslo(room.now.value)));
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
