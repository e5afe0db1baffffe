import type { JSX } from 'preact';
import { MINUTE } from '../../kernel/clock.ts';
import type { DutyText } from '../outreach/duty-texts.ts';
import { languageName, waited } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { serviceName, useTexts, type Room } from './room.ts';

const LONG = 5 * MINUTE;

/** Conversations on plain channels that wait for this person. */
export const textsOf = ({ outreach }: Room): readonly DutyText[] => outreach?.onDuty.value ?? [];

/** Whether texts may wait without being seen. */
export const textsUnreached = ({ outreach, desk }: Room): boolean =>
  desk.duty.value.state !== 'off' && (outreach?.waiting.lists.some(({ reached, absent }) => !reached.value && !absent.value) ?? false);

/** How many texts wait that this browser does not open. */
export const textsClosed = ({ outreach }: Room): number => outreach?.closed.value ?? 0;

/** A row of the line for somebody who wrote to a phone number. */
export function TextRow(props: { readonly room: Room; readonly text: DutyText; readonly onOpen: () => void }): JSX.Element {
  const t = useTexts();
  const { room, text } = props;
  const words = t.outreach.inLine;
  const since = waited(t, text.thread.since, room.now.value);
  const service = serviceName(room.me, text.service);
  const language = text.thread.language === '' ? words.noLanguage : languageName(t, text.thread.language);
  return (
    <li class="row line-row">
      <span class="waited" data-long={room.now.value - text.thread.since >= LONG}>
        <span class="ds-sr-only">{`${t.line.waited} `}</span>
        {since}
      </span>
      <span class="row-main">
        <span class="row-title">{service}</span>
        <span class="row-sub">{language}</span>
        <span class="row-warn text-kind">
          <Icon name="phone" />
          {words.kind}
        </span>
        {text.thread.mine && <span class={text.isNew ? 'row-warn' : 'row-sub'}>{text.isNew ? words.mineNew : words.mine}</span>}
      </span>
      <button type="button" class="ds-button take" data-variant="secondary" aria-label={words.openThis(service, language, since)} onClick={props.onOpen}>
        {words.open}
      </button>
    </li>
  );
}
