import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Inbox, InboxRow } from '../inbox/inbox-view.ts';
import { dayTime, daysLeft } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { LetterView } from './letter.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** Letters left for this person's services: the list, and the one that is open. */
export function InboxPage({ room, inbox }: { readonly room: Room; readonly inbox: Inbox }): JSX.Element {
  const t = useTexts();
  const rows = inbox.rows.value;
  const shown = inbox.shown.value;
  useEffect(() => {
    if (document.visibilityState === 'visible') inbox.seen();
  }, [inbox, rows]);
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Back in the list, the keyboard goes on where it was.
    if (shown === undefined && before.current !== undefined) document.getElementById(rowId(before.current))?.focus();
    before.current = shown?.row.id;
  }, [shown?.row.id]);
  return (
    <main class="inbox" data-view={shown === undefined ? 'list' : 'letter'}>
      <h1 class="ds-sr-only">{t.inbox.title}</h1>
      <section class="side left" aria-labelledby="inbox-title">
        <div class="inbox-head">
          <h2 id="inbox-title">{t.inbox.list}</h2>
          <p class="quiet">{t.inbox.lead}</p>
          <State inbox={inbox} />
        </div>
        {rows === undefined ? (
          <p class="inset" role="status">
            {inbox.reached.value ? t.inbox.loading : t.inbox.unreachable}
          </p>
        ) : rows.length === 0 ? (
          <p class="quiet inset">{t.inbox.empty}</p>
        ) : (
          <ul class="rows">
            {rows.map((row) => (
              <li key={row.id}>
                <Row room={room} inbox={inbox} row={row} chosen={shown?.row.id === row.id} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <div id="main" class="middle" tabIndex={-1}>
        {shown === undefined ? (
          <div class="middle-card rest">
            <Icon name="letter" />
            <h2>{t.inbox.none}</h2>
            <p>{t.inbox.noneHint}</p>
          </div>
        ) : (
          <LetterView key={shown.row.id} room={room} inbox={inbox} shown={shown} />
        )}
      </div>
    </main>
  );
}

const rowId = (letter: string): string => `letter-${letter}`;

/** What keeps this browser from reading, in one sentence. */
function State({ inbox }: { readonly inbox: Inbox }): JSX.Element | null {
  const t = useTexts();
  if (inbox.key.value === 'unsupported') {
    return (
      <Callout tone="danger" live="alert">
        <p>{t.inbox.keyUnsupported}</p>
      </Callout>
    );
  }
  if (!inbox.reached.value && inbox.rows.value !== undefined) {
    return (
      <Callout tone="warning" live="status" icon="cut">
        <p>{t.inbox.unreachable}</p>
      </Callout>
    );
  }
  if (inbox.key.value === 'stated') return null;
  return (
    <Callout tone="info" live="status" icon="key">
      <p>{t.inbox.keyWaiting}</p>
    </Callout>
  );
}

function Row(props: {
  readonly room: Room;
  readonly inbox: Inbox;
  readonly row: InboxRow;
  readonly chosen: boolean;
}): JSX.Element {
  const t = useTexts();
  const { room, inbox, row, chosen } = props;
  return (
    <button
      type="button"
      id={rowId(row.id)}
      class="row chat-row letter-row"
      aria-current={chosen ? 'true' : undefined}
      data-done={row.done}
      onClick={() => inbox.choose(row.id)}
    >
      <span class="row-icon" data-mine={row.mine}>
        <Icon name={row.done ? 'check' : row.mine ? 'letter' : 'lock'} />
      </span>
      <span class="row-main">
        <span class="row-title">{serviceName(room.me, row.service)}</span>
        <span class="row-sub">{t.inbox.cameAt(dayTime(t, row.at))}</span>
        <span class="row-sub">
          {row.done ? t.inbox.done : t.inbox.answered(row.answers)}
          <span class="sep" />
          {`${t.inbox.erased} ${t.inbox.erasedIn(daysLeft(row.ends, room.now.value))}`}
        </span>
        {!row.mine && <span class="row-warn">{t.inbox.notMine}</span>}
      </span>
    </button>
  );
}
