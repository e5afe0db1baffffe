import type { JSX } from 'preact';
import type { Member } from '../../talk/view.ts';
import { isOver, type DeskChat } from '../desk-view.ts';
import { clockTime, laneName, languageName, roleName, wishName } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { Care } from './care.tsx';
import { NewComment } from './note-new.tsx';
import { serviceName, useTexts, type Room } from './room.ts';

/** What may be needed beside the chat: whom it concerns, who reads it, numbers to call, how to end. */
export function About({ room }: { readonly room: Room }): JSX.Element {
  const chat = room.work.chosen.value;
  return (
    <>
      {chat !== undefined && (
        <>
          <Facts room={room} chat={chat} />
          <Readers chat={chat} />
          <NewComment key={chat.conversation} room={room} chat={chat} />
        </>
      )}
      <Emergency />
      {chat !== undefined && !isOver(chat) && <Care key={chat.conversation} room={room} chat={chat} />}
      {chat !== undefined && !isOver(chat) && <Finish room={room} chat={chat} />}
    </>
  );
}

/** The lead ends a chat; a member beside the lead leaves it. */
function Finish({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const { conversation, leads } = chat;
  return (
    <div class="finish">
      <button
        type="button"
        class="ds-button"
        data-color="danger"
        data-variant="secondary"
        data-fullwidth
        onClick={() => (leads ? (room.work.asksToEnd.value = true) : room.desk.leave(conversation))}
      >
        {leads ? t.about.end : t.company.leave}
      </button>
      <p class="quiet">{leads ? t.about.endWhy : t.company.leaveWhy}</p>
    </div>
  );
}

function Facts({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const facts = [
    [t.about.service, serviceName(room.me, chat.service)],
    [t.about.lane, laneName(t, chat.lane)],
    [t.about.language, languageName(t, chat.language)],
    [t.about.rang, clockTime(t, chat.since)],
  ] as const;
  return (
    <section class="block" aria-labelledby="about-title">
      <div class="block-head">
        <button type="button" class="ghost only-mid" aria-label={t.about.back} onClick={() => (room.work.view.value = 'chat')}>
          <Icon name="back" />
        </button>
        <h2 id="about-title">{t.about.title}</h2>
        <span class="letter small" data-letter={room.work.letterOf.value.get(chat.conversation)} aria-hidden="true">
          {room.work.letterOf.value.get(chat.conversation)}
        </span>
      </div>
      <dl class="facts inset">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {chat.wishes.length > 0 && (
          <div class="wide">
            <dt>{t.about.wishes}</dt>
            {chat.wishes.map((wish) => (
              <dd key={wish}>{wishName(t, wish, room.device.value)}</dd>
            ))}
          </div>
        )}
      </dl>
    </section>
  );
}

/** Who reads along; of a chat that is over, who did. */
function Readers({ chat }: { readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  const { members, sealed } = chat.talk;
  const nameOf = (member: Member): string => (member.kind === 'visitor' ? t.chat.visitor : member.name);
  const over = isOver(chat);
  if (over && members.length === 0) return null;
  return (
    <section class="block" aria-labelledby="readers-title">
      <div class="block-head">
        <h2 id="readers-title">{over ? t.about.readersOver : t.about.readers}</h2>
        {!over && (
          <span class="state" data-good={sealed}>
            <Icon name={sealed ? 'lock' : 'open'} />
            {sealed ? t.chat.sealed : t.chat.sealing}
          </span>
        )}
      </div>
      <div class="inset">
        {!over && <p>{t.about.readersCount(members.length + 1)}</p>}
        <ul class="members">
          <li>{t.chat.you}</li>
          {members.map((member) => (
            <li key={member.slot}>
              {nameOf(member)}
              {member.kind === 'staff' && <span class="quiet">{`, ${roleName(t, member.role)}`}</span>}
            </li>
          ))}
        </ul>
        <p class="quiet">{t.about.readersWhy}</p>
      </div>
    </section>
  );
}

function Emergency(): JSX.Element {
  const t = useTexts();
  return (
    <section class="block" aria-labelledby="emergency-title">
      <div class="block-head">
        <h2 id="emergency-title">{t.about.emergency}</h2>
      </div>
      <ul class="numbers inset">
        {t.about.numbers.map(({ number, what }) => (
          <li key={number}>
            <a class="number" href={`tel:${number.replaceAll(' ', '')}`}>
              {number}
            </a>
            <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
