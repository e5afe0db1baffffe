import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Names, Office, Task, Tasks } from '../tasks/tasks.ts';
import { dayTime } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { RaiseTask } from './task-raise.tsx';
import { TaskRow } from './task-row.tsx';
import { Callout } from './tools.tsx';

/** The name in the language of the page, or in Norwegian, or in any it has. */
export const nameIn = (t: Texts, names: Names, id: string): string => names[t.language] ?? names['nb'] ?? Object.values(names)[0] ?? id;

/** An office in words; the service itself when there is none. */
export const officeName = (t: Texts, room: Room, service: string, offices: readonly Office[], id: string): string =>
  id === '' ? serviceName(room.me, service) : nameIn(t, offices.find((office) => office.id === id)?.names ?? {}, id);

/** What has to be done by a certain time: late ones first. */
export function TasksPage({ room, tasks }: { readonly room: Room; readonly tasks: Tasks }): JSX.Element {
  const t = useTexts();
  useEffect(() => tasks.look(), [tasks]);
  const all = tasks.tasks.value;
  const handles = room.inbox !== undefined;
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.tasks.title}</h1>
        <p class="quiet">{t.tasks.lead}</p>
        {!tasks.reached.value && <Callout tone="warning" live="status" icon="cut">{t.tasks.unreachable}</Callout>}
        {tasks.refused.value && <Callout tone="warning" live="alert">{t.tasks.refused}</Callout>}
      </div>
      <div class="page-columns">
        {handles && (
          <div class="page-stack">
            {all === undefined ? (
              <p role="status">{t.tasks.loading}</p>
            ) : (
              <>
                <List room={room} tasks={tasks} id="tasks-open" title={t.tasks.open} list={all.filter(({ state }) => state !== 'done')} />
                <List room={room} tasks={tasks} id="tasks-done" title={t.tasks.done} list={all.filter(({ state }) => state === 'done')} />
              </>
            )}
          </div>
        )}
        <div class="page-stack">
          <RaiseTask room={room} tasks={tasks} />
        </div>
      </div>
    </main>
  );
}

function List(props: {
  readonly room: Room;
  readonly tasks: Tasks;
  readonly id: string;
  readonly title: string;
  readonly list: readonly Task[];
}): JSX.Element | null {
  const t = useTexts();
  if (props.list.length === 0 && props.id === 'tasks-done') return null;
  return (
    <section class="panel" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.list.length === 0 ? (
        <p class="quiet">{t.tasks.none}</p>
      ) : (
        <ul class="devices">
          {props.list.map((task) => (
            <TaskRow key={task.task} room={props.room} tasks={props.tasks} task={task} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Wherever somebody is in the console: what is late. */
export function TaskCalls({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const late = room.tasks?.late.value ?? [];
  if (late.length === 0) return null;
  const names = late.slice(0, 3).map((task) => `${nameIn(t, task.names, task.kind)} (${dayTime(t, task.due)})`);
  const more = late.length > names.length ? [`+${String(late.length - names.length)}`] : [];
  return (
    <Callout tone="danger" title={t.tasks.lateTitle([...names, ...more].join(', '))} live="alert" icon="clock">
      <p>{t.tasks.lateDo}</p>
    </Callout>
  );
}
