import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CardAct, Noting, ShownCard } from '../outreach/card-desk.ts';
import { LONGEST_CARD_NOTE, LONGEST_PROOF, MOST_PROOF, nickname, type Face } from '../outreach/sealed.ts';
import type { Thread } from '../outreach/wire.ts';
import { dayTime, fullDay, languageName } from '../texts/format.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { CardFactsForm } from './outreach-card-facts.tsx';
import { CardNumbers } from './outreach-card-numbers.tsx';
import { ConsentForm } from './outreach-consent.tsx';
import type { TabParts } from './outreach-page.tsx';
import { ReleaseForm } from './outreach-release.tsx';
import { windowText } from './outreach-worklist.tsx';
import { useTexts } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** The card that is open: who it is about, how to reach them, and the text to them. */
export function CardView(parts: TabParts): JSX.Element {
  const t = useTexts();
  const { stores, o, room } = parts;
  const shown = stores.desk.shown.value;
  if (shown === undefined) {
    return (
      <section class="panel rest">
        <h2>{o.card.none}</h2>
        <p class="quiet">{o.card.noneHint}</p>
      </section>
    );
  }
  const { card, face } = shown;
  const open = face.kind === 'open' ? face.face : undefined;
  return (
    <section class="panel" aria-labelledby="card-title" key={card.card}>
      <div class="card-head">
        <h2 id="card-title">{nickname(card.card, open)}</h2>
        <button type="button" class="ghost" aria-label={t.shell.close} onClick={() => stores.desk.leave()}>
          <Icon name="close" />
        </button>
      </div>
      <p class="quiet">
        {[
          languageName(t, card.language),
          o.stages[card.stage],
          ...(card.begun === '' ? [] : [o.list.begun(fullDay(t, card.begun))]),
          ...(card.window === undefined ? [] : [windowText(o, card.window)]),
          ...(card.shared === 0 ? [] : [o.list.shared(card.shared)]),
          ...(!card.mine && card.by !== '' ? [o.list.holds(card.by)] : []),
          ...(card.made === '' ? [] : [o.card.from(o.imports.sources[card.source], fullDay(t, card.made))]),
          o.card.ends(fullDay(t, card.ends)),
        ].join(' · ')}
      </p>
      {shown.trouble !== undefined && <Callout tone="warning" live="alert">{o.refusals[shown.trouble]}</Callout>}
      {shown.release !== undefined ? (
        <ReleaseForm o={o} release={shown.release} card={card} now={room.now.value} hurries={shown.next} />
      ) : (
        <p>
          <Act {...parts} act="take" /> <span class="quiet">{o.card.takeFirst}</span>
        </p>
      )}
      {face.kind === 'open' ? (
        <FaceView {...parts} face={face.face} numbers={card.numbers} />
      ) : (
        <p role="status">{face.kind === 'opening' ? o.card.opening : o.refusals[face.kind]}</p>
      )}
      <CardNumbers {...parts} shown={shown} />
      {face.kind === 'open' && card.mine && <ProofForm key={face.face.proof.join()} {...parts} proof={face.face.proof} />}
      {face.kind === 'open' && card.mine && <CardFactsForm {...parts} card={card} />}
      <ConsentForm {...parts} card={card} />
      {face.kind === 'open' && card.mine && <NoteForm {...parts} text={shown.noting} />}
      <Acts {...parts} shown={shown} />
    </section>
  );
}

function FaceView({ o, face, numbers }: TabParts & { readonly face: Face; readonly numbers: number }): JSX.Element {
  const t = useTexts();
  const lines: readonly (readonly [string, string])[] = [
    [o.card.names, face.names.join(', ')],
    [o.card.seen, face.seen],
    [o.card.proof, face.proof.join(', ')],
  ];
  return (
    <>
      <dl class="facts">
        {lines
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
      </dl>
      {face.notes.length > 0 && (
        <div>
          <h3>{o.card.notes}</h3>
          <ul class="card-notes">
            {face.notes.map((note, at) => (
              <li key={at}>
                {note.called === undefined ? <p dir="auto">{note.text}</p> : <p>{o.card.call(numbers === 1 ? undefined : note.called + 1)}</p>}
                <p class="quiet">{`${note.by} · ${dayTime(t, note.at)}`}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function ProofForm({ stores, o, proof }: TabParts & { readonly proof: readonly string[] }): JSX.Element {
  const [words, setWords] = useState(proof.join(', '));
  const [came, setCame] = useState<Noting | undefined>(undefined);
  const keep = async (): Promise<void> =>
    setCame(
      await stores.desk.prove(
        words
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      ),
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        begin(keep());
      }}
    >
      <div class="ds-field">
        <label class="ds-label" for="card-proof">
          {o.card.proof}
        </label>
        <p class="quiet" id="card-proof-hint">
          {o.card.proofHint}
        </p>
        <input
          class="ds-input"
          id="card-proof"
          dir="auto"
          autocomplete="off"
          maxLength={LONGEST_PROOF * MOST_PROOF}
          aria-describedby="card-proof-hint"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {came !== undefined && came !== 'kept' && <Callout tone="warning" live="alert">{o.card.noting[came]}</Callout>}
      <div class="actions">
        <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
          {o.card.proofKeep}
        </button>
      </div>
    </form>
  );
}

function NoteForm({ stores, o, text }: TabParts & { readonly text: string }): JSX.Element {
  const [came, setCame] = useState<Noting | undefined>(undefined);
  const keep = async (): Promise<void> => setCame(await stores.desk.note());
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') begin(keep());
      }}
    >
      <div class="ds-field">
        <label class="ds-label" for="card-note">
          {o.card.note}
        </label>
        <p class="quiet" id="card-note-hint">
          {o.card.noteHint}
        </p>
        <textarea
          class="ds-input"
          id="card-note"
          rows={2}
          maxLength={LONGEST_CARD_NOTE}
          aria-describedby="card-note-hint"
          value={text}
          onInput={(event) => stores.desk.writeNote(event.currentTarget.value)}
        />
      </div>
      {came !== undefined && (
        <Callout tone={came === 'kept' ? 'success' : 'warning'} live={came === 'kept' ? 'status' : 'alert'}>
          {o.card.noting[came]}
        </Callout>
      )}
      <div class="actions">
        <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
          {o.card.noteKeep}
        </button>
      </div>
    </form>
  );
}

function Act({ stores, o, act }: TabParts & { readonly act: CardAct }): JSX.Element {
  return (
    <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => begin(stores.desk.act(act))}>
      {o.card.acts[act]}
    </button>
  );
}

/** What cannot be undone is asked about once. */
function Acts(parts: TabParts & { readonly shown: ShownCard }): JSX.Element {
  const { room, stores, o, shown, go } = parts;
  const thread = (stores.threads.list.threads.value ?? []).find(({ card }) => card === shown.card.card);
  const toThread = (of: Thread): void => {
    go('threads');
    begin(stores.threads.open(of));
  };
  const [asks, setAsks] = useState<'never' | 'delete' | undefined>(undefined);
  return (
    <div class="actions">
      {thread !== undefined && (
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => toThread(thread)}>
          {o.card.thread}
        </button>
      )}
      {(shown.card.mine || (room.me.role === 'coordinator' && shown.card.by !== '')) && <Act {...parts} act="give-back" />}
      {(['never', 'delete'] as const).map((act) => (
        <button key={act} type="button" class="ds-button" data-variant="secondary" data-color="danger" data-size="sm" onClick={() => setAsks(act)}>
          {o.card.acts[act]}
        </button>
      ))}
      {asks !== undefined && (
        <Sure
          title={asks === 'never' ? o.card.neverAsk : o.card.deleteAsk}
          text={asks === 'never' ? o.card.neverText : o.card.deleteText}
          yes={asks === 'never' ? o.card.neverYes : o.card.deleteYes}
          onYes={() => begin(stores.desk.act(asks))}
          onClose={() => setAsks(undefined)}
        />
      )}
    </div>
  );
}

/** One question before something that cannot be undone. */
export function Sure(props: {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const t = useTexts();
  return (
    <Dialog title={props.title} onClose={props.onClose} narrow>
      <p>{props.text}</p>
      <div class="actions">
        <button
          type="button"
          class="ds-button"
          data-color="danger"
          onClick={() => {
            props.onClose();
            props.onYes();
          }}
        >
          {props.yes}
        </button>
        <button type="button" class="ds-button" data-variant="secondary" onClick={props.onClose}>
          {t.shell.cancel}
        </button>
      </div>
    </Dialog>
  );
}
