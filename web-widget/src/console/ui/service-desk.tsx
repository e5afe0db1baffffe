import type { ComponentChildren, JSX } from 'preact';
import { clockTime, dayTime, laneName } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import type { Press, ServiceDeskView } from '../service-desk/service-desks.ts';
import { begin } from './begin.ts';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

const OTHERS = ['full', 'closed-to-new', 'winding-down'] as const;

/** What visitors read about a service now, in a few words. */
function told(t: Texts, desk: ServiceDeskView): string {
  if (desk.state === 'late') return t.hours.late;
  if (desk.mode === 'open' && desk.state === 'closed' && desk.opensAt !== null) {
    return t.hours.opens(dayTime(t, Date.parse(desk.opensAt)));
  }
  const words = desk.state === 'busy' && desk.mode === 'open' ? t.hours.busy : t.hours.modes[desk.state === 'closed' ? 'closed' : desk.mode];
  const closes = desk.closesAt === null ? '' : ` ${t.hours.closes(clockTime(t, Date.parse(desk.closesAt)))}`;
  return `${words}${closes}${desk.notNew === undefined ? '' : `. ${t.hours.notNew[desk.notNew]}`}`;
}

/** One press each for the services that this browser is on duty for. */
export function ServiceDeskPart({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const { desks, refused } = room.serviceDesks;
  const mine = desks.value.filter(({ onDuty }) => onDuty);
  if (mine.length === 0 || room.inbox === undefined) return null;
  return (
    <section class="panel-part" aria-label={t.hours.title}>
      {mine.map((desk) => (
        <OneDesk key={desk.service} room={room} desk={desk} />
      ))}
      {refused.value !== undefined && (
        <Callout tone="warning" live="alert">
          {t.hours.refused}
        </Callout>
      )}
      <p class="quiet">{t.hours.until}</p>
    </section>
  );
}

function OneDesk({ room, desk }: { readonly room: Room; readonly desk: ServiceDeskView }): JSX.Element {
  const t = useTexts();
  const button = (press: Press): JSX.Element => (
    <button
      key={press}
      type="button"
      class="ds-button"
      data-variant="secondary"
      data-size="sm"
      aria-label={`${t.hours.presses[press]}: ${desk.name}`}
      onClick={() => begin(room.serviceDesks.press(desk.service, press))}
    >
      {t.hours.presses[press]}
    </button>
  );
  const buttons = (all: readonly Press[]): readonly JSX.Element[] => all.filter((press) => desk.presses.includes(press)).map(button);
  const others = desk.mode === 'open' ? buttons(OTHERS) : [];
  return (
    <div class="service-desk">
      <p>
        <strong>{desk.name}</strong> <span role="status">{told(t, desk)}</span>
      </p>
      <div class="presses">{buttons([desk.mode === 'open' ? 'close-now' : 'open', 'stay'])}</div>
      {others.length > 0 && (
        <details>
          <summary>{t.hours.more}</summary>
          <div class="presses">{others}</div>
        </details>
      )}
    </div>
  );
}

/** Of so many who wait in danger at one service each is named by the time. */
const MOST_TITLES = 5;

/** Wherever somebody is in the console: nobody took somebody in danger, nobody came, a chat goes on long after closing or after a shift, or a calendar ends. */
export function HoursCalls({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const { serviceDesks } = room;
  const desks = serviceDesks.desks.value;
  const silentSince = serviceDesks.silentSince.value;
  const rings = serviceDesks.untaken.value.size > 0;
  const late = desks
    .filter(({ alarm }) => alarm)
    .map(({ name, lateSince }) => t.hours.alarm(name, lateSince === null ? undefined : clockTime(t, Date.parse(lateSince))));
  const untaken = desks.flatMap(({ name, untakenSince }) => untakenSince.slice(0, MOST_TITLES).map((since) => t.hours.untaken(name, clockTime(t, Date.parse(since)))));
  const lanes = desks.flatMap(({ name, lateLanes }) => lateLanes.map((lane) => t.hours.lateLane(name, laneName(t, lane))));
  const over = (whose: 'own' | 'others'): string[] => desks.filter(({ overtime }) => overtime === whose).map(({ name }) => t.hours.overtime[whose](name));
  const after = (whose: 'own' | 'others'): string[] => desks.filter(({ afterShift }) => afterShift === whose).map(({ name }) => t.hours.afterShift[whose](name));
  const ending = desks.flatMap(({ name, calendarEnds }) => (calendarEnds === null ? [] : [t.hours.calendar(name, calendarEnds)]));
  const instead = desks.flatMap(({ name, insteadEnds }) => (insteadEnds === null ? [] : [t.hours.instead(name, insteadEnds)]));
  const hush = rings && (
    <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => serviceDesks.hush()}>
      {t.danger.hush}
    </button>
  );
  return (
    <>
      <Call tone="danger" titles={untaken} what={t.hours.untakenDo}>
        {hush}
      </Call>
      <Call tone="danger" titles={rings && silentSince !== undefined ? [t.hours.untakenUnknown(clockTime(t, silentSince))] : []} what={t.hours.untakenUnknownDo}>
        {hush}
      </Call>
      <Call tone="danger" titles={late} what={t.hours.alarmDo} />
      <Call tone="danger" titles={lanes} what={t.hours.lateLaneDo} />
      <Call tone="warning" titles={over('own')} what={t.hours.overtime.ownDo} />
      <Call tone="warning" titles={over('others')} what={t.hours.overtime.othersDo} />
      <Call tone="warning" titles={after('own')} what={t.hours.afterShift.ownDo} />
      <Call tone="warning" titles={after('others')} what={t.hours.afterShift.othersDo} />
      <Call tone="warning" titles={ending} what={t.hours.calendarDo} />
      <Call tone="warning" titles={instead} what={t.hours.insteadDo} />
    </>
  );
}

/** One box for all services, so that the page keeps its place. */
function Call(props: {
  readonly tone: 'danger' | 'warning';
  readonly titles: readonly string[];
  readonly what: string;
  readonly children?: ComponentChildren;
}): JSX.Element | null {
  if (props.titles.length === 0) return null;
  return (
    <Callout tone={props.tone} title={`${props.titles.join('. ')}.`} live={props.tone === 'danger' ? 'alert' : 'status'} icon="clock">
      <p>{props.what}</p>
      {props.children}
    </Callout>
  );
}
