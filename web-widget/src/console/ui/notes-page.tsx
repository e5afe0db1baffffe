import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Note, NoteAct, NoteKind, Notes } from '../notes/notes.ts';
import { daysLeft, dayTime } from '../texts/format.ts';
import { begin } from './begin.ts';
import { NewHandover, NewProfile } from './note-new.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { nameIn } from './tasks-page.tsx';
import { Callout } from './tools.tsx';

/** What shifts leave for the next, what people write to profiles on other sites, and comments by which they are recognised. */
export function NotesPage({ room, notes }: { readonly room: Room; readonly notes: Notes }): JSX.Element {
  const t = useTexts();
  useEffect(() => {
    notes.look();
    // Opened words are forgotten with the page.
    return () => notes.forget();
  }, [notes]);
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.notes.title}</h1>
        <p class="quiet">{t.notes.lead}</p>
        {!notes.reached.value && <Callout tone="warning" live="status" icon="cut">{t.notes.unreachable}</Callout>}
        {notes.refused.value && <Callout tone="warning" live="alert">{t.notes.refused}</Callout>}
      </div>
      <div class="page-columns">
        <div class="page-stack">
          <List room={room} notes={notes} kind="handover" title={t.notes.handovers} none={t.notes.handoversNone} />
          <List room={room} notes={notes} kind="profile" title={t.notes.profiles} none={t.notes.profilesNone} />
          <List room={room} notes={notes} kind="comment" title={t.notes.comments} none={t.notes.commentsNone} />
        </div>
        <div class="page-stack">
          <NewHandover room={room} notes={notes} />
          <NewProfile room={room} notes={notes} />
        </div>
      </div>
    </main>
  );
}

function List(props: {
  readonly room: Room;
  readonly notes: Notes;
  readonly kind: NoteKind;
  readonly title: string;
  readonly none: string;
}): JSX.Element {
  const t = useTexts();
  const { room, notes, kind } = props;
  const [sought, setSought] = useState('');
  const all = (notes.notes.value ?? []).filter((note) => note.kind === kind);
  const opened = all.some(({ note }) => notes.words.value.has(note));
  const holds = ({ note }: Note): boolean =>
    (notes.words.value.get(note)?.about ?? '').toLocaleLowerCase(t.locale).includes(sought.trim().toLocaleLowerCase(t.locale));
  const shown = sought.trim() === '' ? all : all.filter(holds);
  const id = `notes-${kind}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {kind === 'comment' && <p class="quiet">{t.notes.commentsText}</p>}
      {all.length === 0 ? (
        <p class="quiet">{props.none}</p>
      ) : (
        <>
          <p>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              aria-label={`${opened ? t.notes.close : t.notes.open}: ${props.title}`}
              onClick={() => (opened ? notes.forget() : begin(notes.open(kind)))}
            >
              {opened ? t.notes.close : t.notes.open}
            </button>{' '}
            {!opened && <span class="quiet">{t.notes.openNote}</span>}
          </p>
          {opened && kind === 'comment' && (
            <div class="ds-field">
              <label class="ds-label" for="notes-search">
                {t.notes.search}
              </label>
              <input class="ds-input" id="notes-search" type="search" autocomplete="off" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
            </div>
          )}
          <ul class="devices">
            {shown.map((note) => (
              <Row key={note.note} room={room} notes={notes} note={note} opened={opened} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Row(props: { readonly room: Room; readonly notes: Notes; readonly note: Note; readonly opened: boolean }): JSX.Element {
  const { room, notes, note } = props;
  const t = useTexts();
  const words = notes.words.value.get(note.note);
  const place = (notes.places.value[note.service] ?? []).find(({ id }) => id === words?.place);
  const days = Math.max(0, daysLeft(note.ends, room.now.value));
  return (
    <li class="device">
      <div>
        <p>
          <strong>{place === undefined ? serviceName(room.me, note.service) : nameIn(t, place.names, place.id)}</strong>
          {words !== undefined && note.kind === 'profile' && ` · ${words.answered ? t.notes.answered : t.notes.notAnswered}`}
        </p>
        <p>{words?.about ?? <span class="quiet">{props.opened ? t.notes.notHere : t.notes.locked}</span>}</p>
        <p class="quiet">
          {t.notes.came(dayTime(t, note.at), days)}
          {note.by !== '' && ` · ${t.notes.has(note.by)}`}
          {note.done && ` · ${t.notes.done}`}
        </p>
      </div>
      <div class="shift-acts">
        {actsOf(note, room.me.role === 'coordinator').map((act) => (
          <button
            key={act}
            type="button"
            class="ds-button"
            data-variant={act === 'claim' || act === 'done' ? undefined : 'secondary'}
            data-size="sm"
            aria-label={`${t.notes.acts[act]}: ${dayTime(t, note.at)}`}
            onClick={() => begin(notes.act(note.note, act).then(() => undefined))}
          >
            {t.notes.acts[act]}
          </button>
        ))}
      </div>
    </li>
  );
}

function actsOf({ kind, done, mine, by }: Note, leads: boolean): readonly NoteAct[] {
  if (kind !== 'profile' || done) return ['delete'];
  if (mine) return ['done', 'give-back'];
  if (by === '') return ['claim'];
  return leads ? ['give-back'] : [];
}
