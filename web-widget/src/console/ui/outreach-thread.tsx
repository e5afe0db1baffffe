import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { withLink, type MessageView, type ShownThread, type ThreadAct } from '../outreach/threads.ts';
import type { Refusal } from '../outreach/tools.ts';
import { dayTime } from '../texts/format.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { Sure } from './outreach-card.tsx';
import { SmsField } from './outreach-counter.tsx';
import type { TabParts } from './outreach-page.tsx';
import { reasonOf, troubleOf } from './outreach-refusal.ts';
import { wordlessOf } from './outreach-said.ts';
import { stopText, threadName } from './outreach-threads.tsx';
import { permissionText } from './outreach-worklist.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

type Parts = TabParts & { readonly shown: ShownThread };

/** One conversation: what was written, the oldest first, and the answer. */
export function ThreadView(parts: Parts): JSX.Element {
  const t = useTexts();
  const { o, shown, stores } = parts;
  const { thread, messages } = shown;
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The newest is in view.
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [messages?.length]);
  return (
    <section class="panel" aria-labelledby="thread-title">
      <div class="card-head">
        <h2 id="thread-title">{threadName(parts, thread)}</h2>
        <button type="button" class="ghost" aria-label={o.threads.back} onClick={() => stores.threads.leave()}>
          <Icon name="close" />
        </button>
      </div>
      <Callout tone="warning" icon="warn">{o.threads.notAnonymous}</Callout>
      {shown.numberless && <Callout tone="info">{o.threads.numberless}</Callout>}
      {thread.stopped && <Callout tone="danger">{stopText(o, thread)}</Callout>}
      {shown.trouble !== undefined && <Callout tone="warning" live="alert">{troubleOf(o, shown.trouble)}</Callout>}
      {messages === undefined ? (
        <p role="status">{o.loading}</p>
      ) : (
        <div class="sms-log" role="log" aria-label={o.threads.log} tabIndex={0} ref={log}>
          <ol>
            {messages.map((message) => (
              <Message key={message.message} {...parts} message={message} />
            ))}
          </ol>
        </div>
      )}
      <Answer {...parts} />
      <Acts {...parts} />
      {!thread.mine && thread.by !== '' && <p class="quiet">{o.list.holds(thread.by)}</p>}
      {thread.answerable.may !== 'now' && <p class="row-warn">{permissionText(t, o, thread.answerable)}</p>}
    </section>
  );
}

function Message({ o, message }: Parts & { readonly message: MessageView }): JSX.Element {
  const t = useTexts();
  const wordless = wordlessOf(o, message);
  const who = message.inward ? o.threads.them : message.by === '' ? o.threads.byItself : message.by;
  const state = message.due === undefined ? o.threads.states[message.state] : o.threads.due(dayTime(t, message.due));
  const lost = ['failed', 'perhaps', 'stopped', 'again'].includes(message.state);
  return (
    <li data-inward={message.inward}>
      <p dir="auto">{wordless === undefined ? message.text : <span class="quiet">{wordless}</span>}</p>
      <p class={lost ? 'row-warn' : 'quiet'}>{`${who} · ${dayTime(t, message.at)} · ${state}`}</p>
    </li>
  );
}

function Answer({ o, shown, stores }: Parts): JSX.Element | null {
  const { thread, draft, answering, link } = shown;
  const linked = withLink(shown);
  const { threads } = stores;
  const never = thread.answerable.may === 'never';
  if (never && !thread.rings) return null;
  const locked = answering === 'sending' || answering === 'unknown';
  const good = answering === 'sent' || answering === 'sending';
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        begin(threads.answer());
      }}
    >
      <SmsField
        id="thread-answer"
        label={o.threads.answer}
        o={o}
        text={draft}
        language={thread.language}
        readOnly={locked}
        onInput={(text) => threads.write(text)}
      />
      {answering !== 'idle' && (
        <Callout tone={good ? 'success' : 'warning'} live={good ? 'status' : 'alert'}>
          {reasonOf(o, answering, shown.detail) ?? o.threads.answering[answering]}
        </Callout>
      )}
      <div class="actions">
        <button type="submit" class="ds-button" disabled={never || answering === 'sending' || draft.trim() === ''}>
          {answering === 'unknown' ? o.threads.again : o.threads.send}
        </button>
        {link !== '' && !draft.includes(link) && (
          <button type="button" class="ds-button" data-variant="secondary" disabled={locked || linked === undefined} onClick={() => threads.write(linked ?? draft)}>
            {o.threads.link}
          </button>
        )}
      </div>
    </form>
  );
}

function Acts({ o, shown, stores, go }: Parts): JSX.Element {
  const { thread } = shown;
  const [trouble, setTrouble] = useState<Refusal | undefined>(undefined);
  const toCard = async (): Promise<void> => {
    const card = await stores.cardOf(thread.card);
    if (typeof card === 'string') {
      setTrouble(card);
      return;
    }
    go('worklist');
    await stores.desk.open(card);
  };
  const [asks, setAsks] = useState<'never' | 'delete' | undefined>(undefined);
  const press = (act: ThreadAct): void => begin(stores.threads.act(act));
  const plain: readonly ThreadAct[] = [thread.mine ? 'give-back' : 'take', ...(thread.waits ? ['done' as const] : [])];
  return (
    <div class="actions">
      {thread.card !== '' && (
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => begin(toCard())}>
          {o.threads.card}
        </button>
      )}
      {plain.map((act) => (
        <button key={act} type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => press(act)}>
          {o.threads.acts[act]}
        </button>
      ))}
      {(['never', 'delete'] as const).map((act) => (
        <button key={act} type="button" class="ds-button" data-variant="secondary" data-color="danger" data-size="sm" onClick={() => setAsks(act)}>
          {o.threads.acts[act]}
        </button>
      ))}
      {trouble !== undefined && <Callout tone="warning" live="alert">{o.refusals[trouble]}</Callout>}
      {asks !== undefined && (
        <Sure
          title={asks === 'never' ? o.card.neverAsk : o.threads.acts.delete}
          text={asks === 'never' ? o.card.neverText : o.threads.deleteText}
          yes={asks === 'never' ? o.card.neverYes : o.card.deleteYes}
          onYes={() => press(asks)}
          onClose={() => setAsks(undefined)}
        />
      )}
    </div>
  );
}
