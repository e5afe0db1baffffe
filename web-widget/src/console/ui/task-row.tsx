import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SKIP_REASONS, type Task, type TaskAct, type Tasks } from '../tasks/tasks.ts';
import { dayTime } from '../texts/format.ts';
import { begin } from './begin.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { nameIn, officeName } from './tasks-page.tsx';
import { Dialog } from './tools.tsx';

/** One task: when it is due, who has it, and what this person can do with it. */
export function TaskRow({ room, tasks, task }: { readonly room: Room; readonly tasks: Tasks; readonly task: Task }): JSX.Element {
  const t = useTexts();
  const [skips, setSkips] = useState(false);
  const kind = nameIn(t, task.names, task.kind);
  const title = task.purpose === 'tell' ? t.tasks.tell(kind) : kind;
  const office = (id: string): string => officeName(t, room, task.service, task.offices, id);
  const due = dayTime(t, task.due);
  return (
    <li class="device">
      <div>
        <h3>{title}</h3>
        <p>
          {serviceName(room.me, task.service)}
          {task.rings > 0 ? <span class="row-warn">{t.tasks.late(due)}</span> : ` · ${t.tasks.due(due)}`}
        </p>
        {task.purpose === 'tell' ? (
          <p>{t.tasks.tellWhom(task.tell.map(office).join(', '), office(task.office))}</p>
        ) : (
          task.offices.length > 0 && <p>{t.tasks.office(office(task.office))}</p>
        )}
        {task.skipped.map((one) => (
          <p class="quiet" key={one.office}>
            {t.tasks.skipped(office(one.office), t.tasks.reasons[one.reason])}
          </p>
        ))}
        <p class="quiet">{`${who(t.tasks, task)} · ${t.tasks.raisedBy(task.raisedBy, dayTime(t, task.raised))}`}</p>
        {task.detail && <Detail tasks={tasks} task={task} title={title} />}
      </div>
      <div class="shift-acts">
        {task.state === 'open' && <Press tasks={tasks} task={task} act="take" title={title} />}
        {task.state === 'taken' && task.mine && (
          <>
            <Press tasks={tasks} task={task} act="done" title={title} />
            <Press tasks={tasks} task={task} act="give-back" title={title} />
          </>
        )}
        {task.state === 'taken' && !task.mine && (
          <>
            {task.rings > 0 && <Press tasks={tasks} task={task} act="take" title={title} />}
            {room.me.role === 'coordinator' && <Press tasks={tasks} task={task} act="give-back" title={title} />}
          </>
        )}
        {task.purpose === 'act' && task.offices.some(({ id }) => id !== task.office) && (task.state === 'open' || (task.state === 'taken' && task.mine)) && (
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-label={`${t.tasks.acts.skip}: ${office(task.office)}`} onClick={() => setSkips(true)}>
            {t.tasks.acts.skip}
          </button>
        )}
      </div>
      {skips && (
        <Dialog title={t.tasks.skipTitle(office(task.office))} onClose={() => setSkips(false)} narrow>
          <p>{t.tasks.skipText}</p>
          <div class="presses">
            {SKIP_REASONS.map((reason) => (
              <button
                key={reason}
                type="button"
                class="ds-button"
                data-variant="secondary"
                onClick={() => {
                  setSkips(false);
                  begin(tasks.skip(task.task, reason));
                }}
              >
                {t.tasks.reasons[reason]}
              </button>
            ))}
          </div>
        </Dialog>
      )}
    </li>
  );
}

function who(t: { readonly nobody: string; doneBy(name: string): string; takenBy(name: string): string }, task: Task): string {
  if (task.state === 'open') return t.nobody;
  return task.state === 'done' ? t.doneBy(task.by) : t.takenBy(task.by);
}

function Press(props: { readonly tasks: Tasks; readonly task: Task; readonly act: TaskAct; readonly title: string }): JSX.Element {
  const t = useTexts();
  const { act } = props;
  return (
    <button
      type="button"
      class="ds-button"
      data-variant={act === 'give-back' ? 'secondary' : undefined}
      data-size="sm"
      aria-label={`${t.tasks.acts[act]}: ${props.title}`}
      onClick={() => begin(props.tasks.act(props.task.task, act))}
    >
      {t.tasks.acts[act]}
    </button>
  );
}

/** Opened only when somebody asks for it, and forgotten with the row. */
function Detail({ tasks, task, title }: { readonly tasks: Tasks; readonly task: Task; readonly title: string }): JSX.Element {
  const t = useTexts();
  const [words, setWords] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const open = async (): Promise<void> => {
    const opened = await tasks.open(task);
    setWords(opened);
    setFailed(opened === undefined);
  };
  if (words !== undefined) return <p class="task-detail">{words}</p>;
  return (
    <p>
      <button type="button" class="ds-button" data-variant="secondary" data-size="sm" aria-label={`${t.tasks.detailOpen}: ${title}`} onClick={() => begin(open())}>
        {t.tasks.detailOpen}
      </button>{' '}
      <span class="quiet" role={failed ? 'alert' : undefined}>
        {failed ? t.tasks.detailNot : t.tasks.detailNote}
      </span>
    </p>
  );
}
