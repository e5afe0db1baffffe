import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { OSLO } from '../../kernel/oslo.ts';
import { days, SERVER, type Checked, type Journal, type JournalLine, type JournalPage as Shown } from '../audit/journal.ts';
import { clockTime, dayName, dayTime } from '../texts/format.ts';
import { journalTexts, type JournalTexts } from '../texts/journal-texts.ts';
import { begin } from './begin.ts';
import { download } from './download.ts';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

const SHOWN_DIGITS = 8;

/** What staff did, the newest first, a hundred lines at a time. */
export function JournalPage({ journal }: { readonly journal: Journal }): JSX.Element {
  const t = useTexts();
  const w = journalTexts(t.language);
  const page = journal.page.value;
  useEffect(() => begin(journal.newest()), [journal]);
  const save = async (): Promise<void> => {
    const told = await journal.whole();
    if (told !== undefined) download('havn-journal.txt', told, 'text/plain');
  };
  const busy = journal.state.value === 'busy';
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.shell.journal}</h1>
        <p class="quiet">{w.lead}</p>
        {journal.state.value === 'unreachable' && (
          <Callout tone="warning" live="alert" icon="cut">
            {w.unreachable}
          </Callout>
        )}
      </div>
      {page === undefined ? (
        <p role="status">{busy ? w.loading : ''}</p>
      ) : (
        <div class="page-stack">
          <Standing checked={page.checked} w={w} />
          <Lines page={page} w={w} />
          <div class="actions">
            <button type="button" class="ds-button" data-variant="secondary" aria-disabled={busy || !page.more} onClick={() => page.more && begin(journal.earlier())}>
              {w.earlier}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" aria-disabled={busy} onClick={() => begin(journal.newest())}>
              {w.newest}
            </button>
            <button type="button" class="ds-button" aria-disabled={busy} onClick={() => begin(save())}>
              {w.export}
            </button>
          </div>
          <p class="quiet">{w.exportWhy}</p>
          {page.cut > 0 && <p class="quiet">{w.cut(page.cut)}</p>}
        </div>
      )}
    </main>
  );
}

/** Whether every line is as it was written, and what to note down. */
function Standing({ checked, w }: { readonly checked: Checked | undefined; readonly w: JournalTexts }): JSX.Element {
  const t = useTexts();
  if (checked === undefined) return <p class="quiet">{w.notChecked}</p>;
  const when = dayTime(t, checked.at);
  return checked.flawed === undefined ? (
    <Callout tone="info" icon="check">
      <p>{checked.whole === undefined ? w.notThrough : w.whole(dayTime(t, checked.whole))}</p>
      <p>
        {`${w.standing(when)}: `}
        <code class="standing">{checked.standing}</code>
      </p>
      <p class="quiet">{w.standingWhy}</p>
    </Callout>
  ) : (
    <Callout tone="danger" live="alert">
      <p>{w.flawed(checked.flawed, when)}</p>
      <p>{w.flawedDo}</p>
    </Callout>
  );
}

function Lines({ page, w }: { readonly page: Shown; readonly w: JournalTexts }): JSX.Element {
  const t = useTexts();
  if (page.lines.length === 0) return <p>{w.none}</p>;
  return (
    <>
      {days(page.lines, OSLO).map(({ date, lines }) => (
        <section class="panel" key={date ?? ''} aria-labelledby={`day-${date ?? 'unknown'}`}>
          <h2 id={`day-${date ?? 'unknown'}`}>{date === undefined ? w.noTime : dayName(t, date)}</h2>
          <ol class="journal">
            {lines.map((line) => (
              <Line key={line.number} line={line} w={w} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function Line({ line, w }: { readonly line: JournalLine; readonly w: JournalTexts }): JSX.Element {
  const t = useTexts();
  return (
    <li>
      {line.at === undefined ? <span>–</span> : <time dateTime={new Date(line.at).toISOString()}>{clockTime(t, line.at)}</time>}
      {line.act === undefined ? (
        <div>
          <p>
            <strong>{w.unreadable}</strong>
          </p>
          <p class="quiet">{w.line(line.number)}</p>
        </div>
      ) : (
        <div>
          <p>
            <strong>{line.who === SERVER ? w.server : (line.name ?? w.stranger(line.who.slice(0, SHOWN_DIGITS)))}</strong>
            {`: ${w.acts[line.act] ?? line.act}`}
          </p>
          <p class="quiet">{`${w.line(line.number)} · ${w.thing(line.thing.slice(0, SHOWN_DIGITS))}`}</p>
        </div>
      )}
    </li>
  );
}
