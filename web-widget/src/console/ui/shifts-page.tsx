import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Shift, Shifts } from '../shifts/shifts.ts';
import { begin } from './begin.ts';
import { NoTexts, RemindersPanel, ShiftNews } from './reminders.tsx';
import { useTexts, type Room } from './room.ts';
import { PlanForm, Plans } from './shift-plan.tsx';
import { ShiftRow } from './shift-row.tsx';
import { Callout, Copyable } from './tools.tsx';

/** Planned shifts as lists: one's own, where somebody is missing, all of them. */
export function ShiftsPage({ room, shifts }: { readonly room: Room; readonly shifts: Shifts }): JSX.Element {
  const t = useTexts();
  const plans = room.me.role === 'coordinator';
  useEffect(() => shifts.look(), [shifts]);
  const all = shifts.shifts.value;
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.shifts.title}</h1>
        <p class="quiet">{t.shifts.lead}</p>
        {!shifts.reached.value && <Callout tone="warning" live="status" icon="cut">{t.shifts.unreachable}</Callout>}
        {shifts.refused.value && <Callout tone="warning" live="alert">{t.shifts.refused}</Callout>}
      </div>
      <div class="page-columns">
        <div class="page-stack">
          {all === undefined ? (
            <p role="status">{t.shifts.loading}</p>
          ) : (
            <>
              {shifts.news.value.length > 0 && <ShiftNews room={room} shifts={shifts} news={shifts.news.value} />}
              <List room={room} shifts={shifts} id="shifts-mine" title={t.shifts.mine} none={t.shifts.mineNone} plans={plans} list={all.filter(({ taken }) => taken.some(({ mine }) => mine))} />
              {plans && <List room={room} shifts={shifts} id="shifts-gaps" title={t.shifts.gaps} none={t.shifts.gapsNone} plans list={all.filter(({ gap }) => gap)} />}
              <List room={room} shifts={shifts} id="shifts-all" title={t.shifts.all} none={t.shifts.none} plans={plans} list={all} />
            </>
          )}
        </div>
        <div class="page-stack">
          {plans && <PlanForm room={room} shifts={shifts} />}
          {plans && <Plans room={room} shifts={shifts} />}
          {room.reminders !== undefined && <RemindersPanel room={room} reminders={room.reminders} />}
          {room.reminders === undefined && plans && <NoTexts />}
          <Feed shifts={shifts} />
        </div>
      </div>
    </main>
  );
}

function List(props: {
  readonly room: Room;
  readonly shifts: Shifts;
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly plans: boolean;
  readonly list: readonly Shift[];
}): JSX.Element {
  return (
    <section class="panel" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.list.length === 0 ? (
        <p class="quiet">{props.none}</p>
      ) : (
        <ul class="devices">
          {props.list.map((shift) => (
            <ShiftRow key={`${shift.plan} ${shift.day}`} room={props.room} shifts={props.shifts} shift={shift} plans={props.plans} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Feed({ shifts }: { readonly shifts: Shifts }): JSX.Element {
  const t = useTexts();
  const address = shifts.feed.value;
  return (
    <section class="panel" aria-labelledby="feed-title">
      <h2 id="feed-title">{t.shifts.feed}</h2>
      <p class="quiet">{t.shifts.feedText}</p>
      {address !== '' && (
        <>
          <Copyable label={t.shifts.feed} value={address} />
          <p role="status">{t.shifts.feedOnce}</p>
        </>
      )}
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => begin(shifts.renewFeed())}>
        {t.shifts.feedMake}
      </button>
    </section>
  );
}
