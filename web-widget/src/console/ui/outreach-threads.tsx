import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { nickname } from '../outreach/sealed.ts';
import type { Thread } from '../outreach/wire.ts';
import { dayTime, languageName } from '../texts/format.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { ThreadView } from './outreach-thread.tsx';
import { useTexts } from './room.ts';

/** Conversations of the last 30 days, and the one that is open. */
export function ThreadsTab(parts: TabParts & { readonly seen: () => void }): JSX.Element {
  const { stores, o, seen } = parts;
  const threads = stores.threads.list.threads.value;
  const shown = stores.threads.shown.value;
  useEffect(() => {
    if (document.visibilityState !== 'visible') return;
    seen();
    stores.threads.looked();
  }, [threads, shown?.messages]);
  return (
    <div class="outreach-columns" data-open={shown !== undefined}>
      <section class="panel" aria-labelledby="threads-title">
        <h2 id="threads-title">{o.threads.title}</h2>
        {threads === undefined ? (
          <p role="status">{o.loading}</p>
        ) : threads.length === 0 ? (
          <p class="quiet">{o.threads.empty}</p>
        ) : (
          <ul class="rows">
            {threads.map((thread) => (
              <li key={thread.thread}>
                <Row {...parts} thread={thread} chosen={shown?.thread.thread === thread.thread} />
              </li>
            ))}
          </ul>
        )}
        {stores.threads.list.more.value && <p class="quiet">{o.threads.more}</p>}
      </section>
      {shown === undefined ? (
        <section class="panel rest">
          <h2>{o.threads.none}</h2>
          <p class="quiet">{o.threads.noneHint}</p>
        </section>
      ) : (
        <ThreadView key={shown.thread.thread} {...parts} shown={shown} />
      )}
    </div>
  );
}

/** A face that was opened here, or the beginning of the conversation's id. */
export const threadName = ({ stores }: TabParts, { thread, card }: Thread): string =>
  card === '' ? thread.slice(0, 4) : nickname(card, stores.desk.faces.value.get(card));

/** Of somebody who said stop: whoever wrote again is answered for 24 hours, if an hour is permitted in them. */
export function stopText(o: TabParts['o'], { rings, answerable }: Thread): string {
  if (answerable.may !== 'never') return o.threads.wroteAgain;
  return rings ? o.threads.wroteTooLate : o.threads.stopped;
}

function Row(props: TabParts & { readonly thread: Thread; readonly chosen: boolean }): JSX.Element {
  const t = useTexts();
  const { stores, o, thread, chosen } = props;
  return (
    <button type="button" class="row chat-row letter-row" aria-current={chosen ? 'true' : undefined} onClick={() => begin(stores.threads.open(thread))}>
      <span class="row-main">
        <span class="row-title">{threadName(props, thread)}</span>
        <span class="row-sub">
          {dayTime(t, thread.at)}
          {thread.language !== '' && (
            <>
              <span class="sep" />
              {languageName(t, thread.language)}
            </>
          )}
        </span>
        {(thread.mine || thread.by !== '') && <span class="row-sub">{thread.mine ? o.list.mine : o.list.holds(thread.by)}</span>}
        {thread.stopped && <span class="row-warn">{stopText(o, thread)}</span>}
        {thread.waits && <span class="row-warn">{o.threads.waits}</span>}
        {!thread.stopped && thread.lost !== undefined && <span class="row-warn">{o.threads.states[thread.lost]}</span>}
      </span>
    </button>
  );
}
