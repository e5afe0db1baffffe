import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Release, ReleaseView } from '../outreach/release.ts';
import type { Card } from '../outreach/wire.ts';
import { dayTime, languageName } from '../texts/format.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { SmsField } from './outreach-counter.tsx';
import { reasonOf } from './outreach-refusal.ts';
import { permissionText } from './outreach-worklist.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

/** Languages of which the server has texts. */
export const WRITTEN = ['nb', 'nn', 'en', 'es', 'th', 'ro', 'bg', 'ru', 'pt', 'ar', 'tr'] as const;
/** What is later than this is said with its day. */
const SOON = 60_000;

/** The button *Next*, from which alone the keyboard goes to Send. */
export const NEXT_CARD = 'next-card';

/** A key that is held down presses once: nothing is sent that nobody read. */
export function heldDown(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

/** The text to a card that one holds: read it, change it, send it. */
export function ReleaseForm(props: {
  readonly o: OutreachTexts;
  readonly release: Release;
  readonly card: Card;
  readonly now: number;
  /** It came with *Next*: the first draft brings the keyboard to Send. */
  readonly hurries: boolean;
}): JSX.Element {
  const t = useTexts();
  const { o, release, card, hurries } = props;
  const view = release.view.value;
  const send = useRef<HTMLButtonElement>(null);
  const waits = view.step === 'ready' || view.step === 'unknown';
  const brought = useRef<Release | undefined>(undefined);
  useEffect(() => {
    if (view.step !== 'ready' || !hurries || brought.current === release) return;
    brought.current = release;
    // Next, then Send: both with one key. Whoever went elsewhere meanwhile stays there.
    if (document.activeElement?.id === NEXT_CARD) send.current?.focus();
  }, [view.step, release]);
  const languages = [...new Set<string>([...WRITTEN, card.language])];
  return (
    <form
      class="form"
      aria-labelledby="release-title"
      onSubmit={(event) => {
        event.preventDefault();
        begin(release.send());
      }}
    >
      <h3 id="release-title">{`${o.release.title}: ${o.release.occasions[view.occasion]}`}</h3>
      {view.step !== 'sent' && view.step !== 'unknown' && view.step !== 'sending' && (
        <div class="outreach-choices">
          {card.numbers > 1 && (
            <Choice
              id="release-number"
              label={o.release.number}
              value={String(view.place)}
              onChange={(place) => begin(release.draft(Number(place), view.language))}
              options={Array.from({ length: Math.min(card.numbers, 10) }, (_, at) => [String(at), o.release.nth(at + 1)] as const)}
            />
          )}
          <Choice
            id="release-language"
            label={o.release.language}
            value={view.language}
            onChange={(language) => begin(release.draft(view.place, language))}
            options={languages.map((tag) => [tag, languageName(t, tag)] as const)}
          />
        </div>
      )}
      {view.step === 'drafting' && <p role="status">{o.release.drafting}</p>}
      {view.text !== '' && (
        <SmsField
          id="release-text"
          label={o.release.text}
          o={o}
          text={view.text}
          language={view.language}
          readOnly={view.step !== 'ready'}
          begins
          onInput={(text) => release.write(text)}
        />
      )}
      <State t={t} o={o} view={view} now={props.now} />
      {(waits || view.step === 'sending') && (
        <button type="submit" class="ds-button big" ref={send} onKeyDown={heldDown} disabled={view.step === 'sending' || view.text.trim() === ''}>
          {view.step === 'unknown' ? o.release.again : view.step === 'sending' ? o.release.sending : o.release.send}
        </button>
      )}
      {view.step === 'no-draft' && view.trouble !== undefined && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => begin(release.draft(view.place, view.language))}>
          {o.release.draftAgain}
        </button>
      )}
    </form>
  );
}

function State(props: { readonly t: Texts; readonly o: OutreachTexts; readonly view: ReleaseView; readonly now: number }): JSX.Element | null {
  const { t, o, view } = props;
  if (view.step === 'sent') {
    const soon = Number.isNaN(view.at) || view.at - props.now < SOON;
    return <Callout tone="success" live="status">{soon ? o.release.sentNow : o.release.sentLater(dayTime(t, view.at))}</Callout>;
  }
  if (view.step === 'unknown') return <Callout tone="warning" live="alert">{o.release.unknown}</Callout>;
  if (view.trouble !== undefined) {
    const words = view.trouble === 'too-fast' ? o.release.tooFast : (reasonOf(o, view.trouble, view.detail) ?? o.refusals[view.trouble]);
    return <Callout tone="warning" live="alert">{words}</Callout>;
  }
  if (view.step === 'drafting') return null;
  return <p class={view.permission.may === 'now' ? undefined : 'row-warn'}>{permissionText(t, o, view.permission)}</p>;
}
