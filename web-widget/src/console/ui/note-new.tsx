import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isOver, type DeskChat } from '../desk-view.ts';
import { LONGEST_COMMENT, LONGEST_HANDOVER, LONGEST_PROFILE, type Keeping, type Notes } from '../notes/notes.ts';
import { commentTold } from '../texts/notes-texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { nameIn } from './tasks-page.tsx';
import { Callout } from './tools.tsx';

/** Somebody wrote to a profile on another site: entered by hand. */
export function NewProfile({ room, notes }: { readonly room: Room; readonly notes: Notes }): JSX.Element | null {
  const t = useTexts();
  const services = Object.keys(notes.places.value);
  const [chosen, setChosen] = useState('');
  const [where, setWhere] = useState('');
  const [about, setAbout] = useState('');
  const [answered, setAnswered] = useState(false);
  const [outcome, setOutcome] = useState<Keeping | undefined>(undefined);
  const service = services.includes(chosen) ? chosen : services[0];
  if (service === undefined) return null;
  const places = notes.places.value[service] ?? [];
  const place = places.some(({ id }) => id === where) ? where : (places[0]?.id ?? '');
  const submit = async (): Promise<void> => {
    const came = await notes.keep(service, 'profile', { place, about: about.trim(), answered });
    setOutcome(came);
    if (came === 'kept') setAbout('');
  };
  return (
    <section class="panel" aria-labelledby="note-new">
      <h2 id="note-new">{t.notes.add}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (about.trim() !== '') begin(submit());
        }}
      >
        {services.length > 1 && (
          <Choice id="note-service" label={t.notes.service} value={service} onChange={setChosen} options={services.map((id) => [id, serviceName(room.me, id)] as const)} />
        )}
        <Choice id="note-place" label={t.notes.place} value={place} onChange={setWhere} options={places.map(({ id, names }) => [id, nameIn(t, names, id)] as const)} />
        <Text id="note-about" label={t.notes.about} hint={t.notes.aboutHint} most={LONGEST_PROFILE} value={about} onInput={setAbout} />
        <div class="ds-field">
          <input class="ds-input" type="checkbox" id="note-answered" checked={answered} onChange={(event) => setAnswered(event.currentTarget.checked)} />
          <label for="note-answered">{t.notes.isAnswered}</label>
        </div>
        <Came outcome={outcome} />
        <button type="submit" class="ds-button">
          {t.notes.keep}
        </button>
      </form>
    </section>
  );
}

/** What the next shift should know. */
export function NewHandover({ room, notes }: { readonly room: Room; readonly notes: Notes }): JSX.Element | null {
  const t = useTexts();
  const [service, setService] = useState(room.me.services[0]?.id ?? '');
  const [about, setAbout] = useState('');
  const [outcome, setOutcome] = useState<Keeping | undefined>(undefined);
  if (service === '') return null;
  const submit = async (): Promise<void> => {
    const came = await notes.keep(service, 'handover', { place: '', about: about.trim(), answered: false });
    setOutcome(came);
    if (came === 'kept') setAbout('');
  };
  return (
    <section class="panel" aria-labelledby="handover-new">
      <h2 id="handover-new">{t.notes.handoverAdd}</h2>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (about.trim() !== '') begin(submit());
        }}
      >
        {room.me.services.length > 1 && (
          <Choice id="handover-service" label={t.notes.service} value={service} onChange={setService} options={room.me.services.map(({ id, name }) => [id, name] as const)} />
        )}
        <Text id="handover-about" label={t.notes.handover} hint={t.notes.handoverHint} most={LONGEST_HANDOVER} value={about} onInput={setAbout} />
        <Came outcome={outcome} />
        <button type="submit" class="ds-button">
          {t.notes.handoverKeep}
        </button>
      </form>
    </section>
  );
}

/** Beside a chat: by what its visitor can be recognised. The visitor is told in the chat. */
export function NewComment({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  const [about, setAbout] = useState('');
  const [outcome, setOutcome] = useState<Keeping | undefined>(undefined);
  const { notes } = room;
  if (notes === undefined || isOver(chat) || !Object.hasOwn(notes.places.value, chat.service)) return null;
  const submit = async (): Promise<void> => {
    const { conversation } = chat;
    const tell = (): boolean => room.desk.send(conversation, commentTold(chat.language));
    const came = await notes.keep(chat.service, 'comment', { place: '', about: about.trim(), answered: false }, { conversation, tell });
    setOutcome(came);
    if (came === 'kept') setAbout('');
  };
  return (
    <section class="block" aria-labelledby="comment-title">
      <div class="block-head">
        <h2 id="comment-title">{t.notes.comment}</h2>
      </div>
      <form
        class="form inset"
        onSubmit={(event) => {
          event.preventDefault();
          if (about.trim() !== '' && chat.talk.maySend) begin(submit());
        }}
      >
        <Text id="comment-about" label={t.notes.comment} hint={t.notes.commentHint} most={LONGEST_COMMENT} value={about} onInput={setAbout} />
        <p class="quiet">{t.notes.commentTells}</p>
        <Came outcome={outcome} />
        <button type="submit" class="ds-button" data-variant="secondary" data-size="sm" disabled={!chat.talk.maySend}>
          {t.notes.keepComment}
        </button>
      </form>
    </section>
  );
}

function Came({ outcome }: { readonly outcome: Keeping | undefined }): JSX.Element | null {
  const t = useTexts();
  if (outcome === undefined) return null;
  const kept = outcome === 'kept';
  return (
    <Callout tone={kept ? 'success' : 'warning'} live={kept ? 'status' : 'alert'}>
      {t.notes.outcomes[outcome]}
    </Callout>
  );
}

function Text(props: {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly value: string;
  readonly onInput: (value: string) => void;
}): JSX.Element {
  return (
    <div class="ds-field">
      <label class="ds-label" for={props.id}>
        {props.label}
      </label>
      <p class="quiet" id={`${props.id}-hint`}>
        {props.hint}
      </p>
      <textarea
        class="ds-input"
        id={props.id}
        aria-describedby={`${props.id}-hint`}
        rows={3}
        maxLength={props.most}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
