import type { JSX } from 'preact';
import { otherLanguages, viaInterpreter } from '../able.ts';
import type { LineEntry } from '../desk-view.ts';
import type { DutyText } from '../outreach/duty-texts.ts';
import { laneName, languageName, waited, wishName } from '../texts/format.ts';
import { TextRow, textsClosed, textsOf, textsUnreached } from './duty-texts.tsx';
import { Icon } from './icons.tsx';
import { serviceName, useTexts, type Room } from './room.ts';

const USUAL_LANE = 'self';

/** Who waits, longest first, then who wrote to a phone number. The first is taken with one key or one press. */
export function LineList(props: { readonly room: Room; readonly onText: (text: DutyText) => void }): JSX.Element {
  const t = useTexts();
  const { room } = props;
  const { desk, work } = room;
  const line = work.line.value;
  const texts = textsOf(room);
  const waiting = line.length + texts.length;
  const unreached = textsUnreached(room);
  const closed = textsClosed(room);
  const duty = desk.duty.value;
  const [next] = work.mayTake.value;
  const full = duty.state === 'on' && duty.load >= duty.capacity;
  return (
    <section class="block" aria-labelledby="line-title">
      <div class="block-head">
        <h2 id="line-title">{t.line.title}</h2>
        <span class="count" data-any={waiting > 0} role="status" aria-label={t.line.waiting(waiting)}>
          {waiting}
        </span>
      </div>
      {desk.lineUnknown.value.size > 0 && <p class="inset" role="alert">{t.line.unknown}</p>}
      {unreached && <p class="inset" role="alert">{t.outreach.inLine.unreached}</p>}
      {closed > 0 && <p class="inset" role="alert">{t.outreach.inLine.closed(closed)}</p>}
      {waiting === 0 && !unreached && <p class="quiet inset">{duty.state === 'off' ? t.line.emptyOff : t.line.empty}</p>}
      {full && line.length > 0 && <p class="quiet inset">{t.line.full}</p>}
      {duty.state === 'break' && line.length > 0 && <p class="quiet inset">{t.duty.breakText}</p>}
      <ol class="rows">
        {line.map((entry) => (
          <Row key={entry.conversation} room={room} entry={entry} first={entry.conversation === next} />
        ))}
        {texts.map((text) => (
          <TextRow key={text.thread.thread} room={room} text={text} onOpen={() => props.onText(text)} />
        ))}
      </ol>
    </section>
  );
}

function Row(props: { readonly room: Room; readonly entry: LineEntry; readonly first: boolean }): JSX.Element {
  const t = useTexts();
  const { room, entry, first } = props;
  const may = room.work.mayTake.value.has(entry.conversation);
  const since = waited(t, entry.since, room.now.value);
  const service = serviceName(room.me, entry.service);
  const language = languageName(t, entry.language);
  const long = room.now.value - entry.since >= 5 * 60_000;
  return (
    <li class="row line-row" data-first={first}>
      <span class="waited" data-long={long}>
        <span class="ds-sr-only">{`${t.line.waited} `}</span>
        {since}
      </span>
      <span class="row-main">
        <span class="row-title">{service}</span>
        <span class="row-sub">
          {language}
          {otherLanguages(entry).map((tag) => `, ${t.able.also(languageName(t, tag))}`)}
          {viaInterpreter(entry) && `, ${t.able.interpreter}`}
        </span>
        {entry.lane !== USUAL_LANE && <span class="row-sub">{laneName(t, entry.lane)}</span>}
        {entry.boost !== 'none' && <span class={entry.boost === 'danger' ? 'row-warn' : 'row-sub'}>{t.line.boost[entry.boost]}</span>}
        {entry.wishes.filter((wish) => !entry.relaxed.includes(wish.split(':')[0] ?? '')).map((wish) => (
          <span key={wish} class="row-sub">{wishName(t, wish, undefined)}</span>
        ))}
        {entry.bar !== undefined && <span class="row-sub">{t.able.bars[entry.bar]}</span>}
        {entry.wish === 'me' && <span class="row-sub">{t.inbox.wish}</span>}
        {entry.offer !== 'nobody' && <span class="row-sub">{t.line.offered[entry.offer]}</span>}
        {!entry.connected && (
          <span class="row-warn">
            <Icon name="cut" />
            {t.line.away}
          </span>
        )}
      </span>
      <button
        type="button"
        class="ds-button take"
        data-variant={first ? 'primary' : 'secondary'}
        aria-disabled={!may}
        data-key={first && room.preferences.all.value.singleKeys ? 'T' : undefined}
        aria-label={t.line.takeThis(service, language, since)}
        aria-keyshortcuts={first && room.preferences.all.value.singleKeys ? 't' : undefined}
        onClick={() => room.work.take(entry.conversation)}
      >
        {t.line.take}
      </button>
    </li>
  );
}
