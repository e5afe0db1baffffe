import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { commandFor, type Command, type KeyPress } from '../stores/commands.ts';
import { textsFor } from '../texts/choose.ts';
import type { DutyText } from '../outreach/duty-texts.ts';
import type { People } from '../people/people.ts';
import { ArchivePage } from './archive-page.tsx';
import { AuditPlace } from './audit.tsx';
import { Alarm } from './device-gate.tsx';
import { DutyPage } from './duty-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { TextsContext, type Room } from './room.ts';
import { ServicesPage } from './services-page.tsx';
import { ShiftsPage } from './shifts-page.tsx';
import { NotesPage } from './notes-page.tsx';
import { OutreachPlace } from './outreach.tsx';
import { TasksPage } from './tasks-page.tsx';
import { Shell, type Overlay, type Page } from './shell.tsx';

/** Everything a signed-in person sees. */
export function Console(props: {
  readonly room: Room;
  /** For coordinators only. */
  readonly people: People | undefined;
  readonly page?: Page;
  readonly overlay?: Overlay;
}): JSX.Element {
  const { room, people } = props;
  const t = textsFor(room.preferences.language.value);
  const [page, setPage] = useState<Page>(props.page ?? (room.audit === undefined ? 'duty' : 'journal'));
  const [overlay, setOverlay] = useState<Overlay>(props.overlay ?? 'none');
  const openText = (text: DutyText): void => {
    if (room.outreach === undefined) return;
    room.outreach.wanted.value = text;
    setPage('outreach');
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = page === 'duty' ? commandFor(pressOf(event), room.preferences.all.value.singleKeys) : undefined;
      if (command === undefined) return;
      event.preventDefault();
      if (command.kind === 'overlay') setOverlay('keys');
      else obey(room, command);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [room, page]);
  return (
    <TextsContext.Provider value={t}>
      {room.desk.device.value === 'alarm' ? (
        <Alarm room={room} />
      ) : (
        <Shell room={room} page={page} overlay={overlay} onPage={setPage} onOverlay={setOverlay}>
          {room.audit !== undefined ? (
            <AuditPlace room={room} audit={room.audit} page={page === 'figures' ? 'figures' : 'journal'} />
          ) : page === 'people' && people !== undefined ? (
            <PeoplePage room={room} people={people} />
          ) : page === 'inbox' && room.inbox !== undefined ? (
            <InboxPage room={room} inbox={room.inbox} />
          ) : page === 'archive' && room.archives !== undefined ? (
            <ArchivePage room={room} archives={room.archives} />
          ) : page === 'services' && room.services !== undefined ? (
            <ServicesPage room={room} services={room.services} />
          ) : page === 'notes' && room.notes !== undefined ? (
            <NotesPage room={room} notes={room.notes} />
          ) : page === 'outreach' && room.outreach !== undefined ? (
            <OutreachPlace room={room} outreach={room.outreach} />
          ) : page === 'tasks' && room.tasks !== undefined ? (
            <TasksPage room={room} tasks={room.tasks} />
          ) : page === 'shifts' && room.shifts !== undefined ? (
            <ShiftsPage room={room} shifts={room.shifts} />
          ) : (
            <DutyPage room={room} onText={openText} />
          )}
        </Shell>
      )}
    </TextsContext.Provider>
  );
}

function pressOf(event: KeyboardEvent): KeyPress {
  const place = event.target instanceof Element ? event.target : undefined;
  return {
    key: event.key,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    inField: place?.matches('textarea, select, input:not([type=checkbox], [type=radio])') === true,
    inDialog: document.querySelector('dialog[open]') !== null,
  };
}

function obey(room: Room, command: Exclude<Command, { kind: 'overlay' }>): void {
  const { work, desk } = room;
  switch (command.kind) {
    case 'take-first':
      work.takeFirst();
      return;
    case 'step':
      work.step(command.by);
      return;
    case 'choose':
      work.chooseNth(command.index);
      return;
    case 'write':
      document.getElementById('answer')?.focus();
      return;
    case 'leave-field':
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      document.getElementById('main')?.focus();
      return;
    case 'break':
      if (desk.duty.value.state === 'on') desk.takeBreak(true);
      else if (desk.duty.value.state === 'break') desk.takeBreak(false);
      return;
    case 'end':
      if (work.chosen.value?.leads === true && work.chosen.value.ended === undefined && work.chosen.value.talk.stopped === undefined) {
        work.asksToEnd.value = true;
      }
      return;
  }
}
