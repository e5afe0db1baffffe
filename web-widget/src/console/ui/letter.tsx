import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Inbox, Opening, ShownLetter } from '../inbox/inbox-view.ts';
import { dayTime, daysLeft, languageName } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { SealedFile } from './letter-file.tsx';
import { Reply } from './reply.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** One letter: what is known about it, what it says, and the answer to it. */
export function LetterView(props: { readonly room: Room; readonly inbox: Inbox; readonly shown: ShownLetter }): JSX.Element {
  const t = useTexts();
  const { room, inbox, shown } = props;
  const { row, opening } = shown;
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus(), []);
  const facts: readonly (readonly [string, string])[] = [
    [t.inbox.came, dayTime(t, row.at)],
    ...(opening.kind === 'open' ? [[t.inbox.language, languageName(t, opening.language)] as const] : []),
    [t.inbox.answers, t.inbox.answered(row.answers)],
    [t.inbox.erased, t.inbox.erasedIn(daysLeft(row.ends, room.now.value))],
  ];
  return (
    <article class="letter-page" aria-labelledby="letter-title">
      <header class="letter-top">
        <button type="button" class="ghost only-small" aria-label={t.inbox.back} onClick={() => inbox.leave()}>
          <Icon name="back" />
        </button>
        <h2 id="letter-title" ref={head} tabIndex={-1}>
          {serviceName(room.me, row.service)}
        </h2>
        {opening.kind !== 'gone' && <Mark inbox={inbox} shown={shown} />}
      </header>
      {shown.markFailed && (
        <Callout tone="warning" live="alert">
          <p>{t.inbox.markFailed}</p>
        </Callout>
      )}
      {opening.kind !== 'gone' && (
        <dl class="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {row.others > 0 && opening.kind !== 'gone' && <p class="quiet">{t.inbox.others(row.others)}</p>}
      <Words room={room} inbox={inbox} shown={shown} opening={opening} />
    </article>
  );
}

function Mark({ inbox, shown }: { readonly inbox: Inbox; readonly shown: ShownLetter }): JSX.Element {
  const t = useTexts();
  const { done } = shown.row;
  return (
    <button type="button" class="ds-button" data-variant="secondary" title={t.inbox.markWhy} onClick={() => inbox.mark(!done)}>
      {!done && <Icon name="check" />}
      {done ? t.inbox.unmark : t.inbox.mark}
    </button>
  );
}

function Words(props: {
  readonly room: Room;
  readonly inbox: Inbox;
  readonly shown: ShownLetter;
  readonly opening: Opening;
}): JSX.Element {
  const t = useTexts();
  const { room, inbox, shown, opening } = props;
  switch (opening.kind) {
    case 'opening':
      return <p role="status">{t.inbox.opening}</p>;
    case 'open':
      return (
        <>
          <section class="letter-words" aria-label={t.inbox.written}>
            {opening.text === '' ? (
              <p class="quiet">{t.inbox.noText}</p>
            ) : (
              <p class="words" dir="auto" lang={opening.language}>
                {opening.text}
              </p>
            )}
            {opening.files.length > 0 && (
              <ul class="files" aria-label={t.inbox.files}>
                {opening.files.map((file, index) => (
                  <li key={index}>
                    <SealedFile file={file} fetchFile={() => inbox.file(index)} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <Reply room={room} inbox={inbox} shown={shown} />
        </>
      );
    case 'not-mine':
      return (
        <Callout tone="info" title={t.inbox.notMineTitle} icon="lock" live="status">
          <p>{t.inbox.notMineText(shown.row.readers, shown.row.full)}</p>
        </Callout>
      );
    case 'damaged':
    case 'gone':
      return (
        <Callout tone={opening.kind === 'damaged' ? 'danger' : 'info'} live="alert">
          <p>{t.inbox[opening.kind]}</p>
        </Callout>
      );
    case 'unreachable':
      return (
        <Callout tone="warning" live="alert" icon="cut">
          <p>{t.inbox.letterUnreachable}</p>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => inbox.choose(shown.row.id)}>
            {t.inbox.retry}
          </button>
        </Callout>
      );
  }
}
