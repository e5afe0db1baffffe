import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ArchiveRow, Archives, Opening, ShownArchive } from '../archive/archives.ts';
import type { TranscriptLine } from '../archive/part.ts';
import { clockTime, dayTime, daysLeft } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** Transcripts of this person's services: the list, and the one that is open. */
export function ArchivePage({ room, archives }: { readonly room: Room; readonly archives: Archives }): JSX.Element {
  const t = useTexts();
  const shown = archives.shown.value;
  useEffect(() => {
    archives.look();
    return () => archives.leave();
  }, [archives]);
  return (
    <main class="inbox" data-view={shown === undefined ? 'list' : 'letter'}>
      <h1 class="ds-sr-only">{t.archive.title}</h1>
      <section class="side left" aria-labelledby="archive-title">
        <div class="inbox-head">
          <h2 id="archive-title">{t.archive.list}</h2>
          <p class="quiet">{t.archive.lead}</p>
        </div>
        <Rows room={room} archives={archives} />
      </section>
      <div id="main" class="middle" tabIndex={-1}>
        {shown === undefined ? (
          <div class="middle-card rest">
            <Icon name="archive" />
            <h2>{t.archive.none}</h2>
            <p>{t.archive.noneHint}</p>
          </div>
        ) : (
          <Shown key={shown.row.id} room={room} archives={archives} shown={shown} />
        )}
      </div>
    </main>
  );
}

function Rows({ room, archives }: { readonly room: Room; readonly archives: Archives }): JSX.Element {
  const t = useTexts();
  const rows = archives.rows.value;
  if (rows === undefined || rows.length === 0) {
    const reached = archives.reached.value;
    return (
      <p class="quiet inset" role="status">
        {!reached ? t.archive.unreachable : rows === undefined ? t.archive.loading : t.archive.empty}
      </p>
    );
  }
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Row room={room} archives={archives} row={row} chosen={archives.shown.value?.row.id === row.id} />
        </li>
      ))}
    </ul>
  );
}

function Row(props: {
  readonly room: Room;
  readonly archives: Archives;
  readonly row: ArchiveRow;
  readonly chosen: boolean;
}): JSX.Element {
  const t = useTexts();
  const { room, archives, row, chosen } = props;
  return (
    <button type="button" class="row chat-row letter-row" aria-current={chosen ? 'true' : undefined} onClick={() => archives.choose(row.id)}>
      <span class="row-icon" data-mine={row.mine}>
        <Icon name={row.mine ? 'archive' : 'lock'} />
      </span>
      <span class="row-main">
        <span class="row-title">{serviceName(room.me, row.service)}</span>
        <span class="row-sub">{t.archive.begun(dayTime(t, row.begun))}</span>
        <span class="row-sub">{`${t.archive.erased} ${t.inbox.erasedIn(daysLeft(row.ends, room.now.value))}`}</span>
        {!row.mine && <span class="row-warn">{t.archive.notMine}</span>}
      </span>
    </button>
  );
}

function Shown(props: { readonly room: Room; readonly archives: Archives; readonly shown: ShownArchive }): JSX.Element {
  const t = useTexts();
  const { room, archives, shown } = props;
  const { row, opening } = shown;
  const [asks, setAsks] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  // Before anything is pressed: the focus may not leave a button that a hand is on.
  useLayoutEffect(() => head.current?.focus(), []);
  const erasable = room.me.role === 'coordinator' && opening.kind !== 'gone';
  return (
    <article class="letter-page" aria-labelledby="archive-head">
      <header class="letter-top">
        <button type="button" class="ghost only-small" aria-label={t.archive.back} onClick={() => archives.leave()}>
          <Icon name="back" />
        </button>
        <h2 id="archive-head" ref={head} tabIndex={-1}>
          {`${serviceName(room.me, row.service)}, ${dayTime(t, row.begun)}`}
        </h2>
        {erasable && (
          <button type="button" class="ds-button" data-variant="secondary" data-color="danger" onClick={() => setAsks(true)}>
            {t.archive.erase}
          </button>
        )}
      </header>
      <Words archives={archives} opening={opening} />
      {asks && (
        <Dialog title={t.archive.eraseAsk} onClose={() => setAsks(false)} narrow>
          <p>{t.archive.eraseWhy}</p>
          <div class="actions">
            <button
              type="button"
              class="ds-button"
              data-color="danger"
              onClick={() => {
                setAsks(false);
                archives.erase();
              }}
            >
              {t.archive.eraseYes}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsks(false)}>
              {t.archive.eraseNo}
            </button>
          </div>
        </Dialog>
      )}
    </article>
  );
}

function Words({ archives, opening }: { readonly archives: Archives; readonly opening: Opening }): JSX.Element {
  const t = useTexts();
  switch (opening.kind) {
    case 'asking':
      return (
        <Callout tone="info" title={t.archive.ask} icon="lock">
          <p>{t.archive.askWhy}</p>
          <button type="button" class="ds-button" onClick={() => archives.open()}>
            {t.archive.open}
          </button>
        </Callout>
      );
    case 'opening':
      return <p role="status">{t.archive.opening}</p>;
    case 'open':
      return (
        <>
          {!opening.whole && (
            <Callout tone="warning">
              <p>{t.archive.cut}</p>
            </Callout>
          )}
          <section class="letter-words" aria-label={t.archive.words}>
            <ol class="transcript">
              {opening.lines.map((line, index) => (
                <Line key={index} line={line} />
              ))}
            </ol>
          </section>
          <div class="actions">
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => archives.leave()}>
              {t.archive.close}
            </button>
          </div>
        </>
      );
    case 'unreachable':
      return (
        <Callout tone="warning" live="alert" icon="cut">
          <p>{t.archive.shut.unreachable}</p>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => archives.open()}>
            {t.archive.retry}
          </button>
        </Callout>
      );
    case 'not-mine':
    case 'damaged':
    case 'gone':
      return (
        <Callout tone={opening.kind === 'damaged' ? 'danger' : 'info'} live="alert">
          <p>{t.archive.shut[opening.kind]}</p>
        </Callout>
      );
  }
}

function Line({ line }: { readonly line: TranscriptLine }): JSX.Element {
  const t = useTexts();
  return (
    <li>
      <p class="quiet">{`${line.from === '' ? t.chat.visitor : line.from}, ${clockTime(t, line.at)}`}</p>
      <p class="words" dir="auto">
        {line.text}
      </p>
    </li>
  );
}
