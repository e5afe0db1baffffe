/** Colleagues in a chat: who is there, who is asked for, and who asks for this person. */

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Question, TalkView } from '../../talk/view.ts';
import { watches } from '../../talk/watching.ts';
import type { ColleagueView, DeskChat, InvitationView } from '../desk-view.ts';
import type { CompanyTexts } from '../texts/company-texts.ts';
import { languageName, roleName, waited } from '../texts/format.ts';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout, Dialog } from './tools.tsx';

/** Between what was said and where one writes: other staff in this chat, and the question that stands. */
export function CompanyBar({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  const { conversation, leads, talk } = chat;
  const others = talk.members.filter(({ kind }) => kind === 'staff');
  const lead = others.find((one) => one.lead === true);
  const { question } = talk;
  const foreign = leads && others.length === 0 && !room.preferences.all.value.able.languages.includes(chat.language);
  if (others.length === 0 && question === undefined && !foreign) return null;
  return (
    <div class="company" role="status">
      {foreign && question === undefined && (
        <p class="company-line">
          <span>{t.able.noLanguage(languageName(t, chat.language))}</span>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => room.work.bring(conversation)}>
            {t.able.bringInterpreter}
          </button>
        </p>
      )}
      {question !== undefined && leads && (
        <p class="company-line">
          <span>{said(t.company, question)}</span>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => room.desk.withdraw(conversation)}>
            {t.company.withdraw}
          </button>
        </p>
      )}
      {leads ? (
        others.map(({ slot, name, role, device = '' }) => (
          <p key={slot} class="company-line">
            <span class="company-who">{t.company.together(`${name}, ${roleName(t, role)}`)}</span>
            {mayReadLess(talk, name) && <Earlier room={room} chat={chat} name={name} device={device} />}
            <button
              type="button"
              class="ds-button"
              data-variant="tertiary"
              aria-label={`${t.company.takeOut}: ${name}`}
              onClick={() => room.desk.takeOut(conversation, device)}
            >
              {t.company.takeOut}
            </button>
          </p>
        ))
      ) : (
        <p class="company-line">{lead !== undefined && t.company.leads(lead.name)}</p>
      )}
    </div>
  );
}

/** What the visitor was asked, and whether they said yes. */
function said(t: CompanyTexts, { what, name, role, state }: Question): string {
  const yes = state === 'yes';
  if (watches(role)) return (yes ? t.watch.agreed : t.watch.asked)(name);
  return (yes ? t.agreed : t.asked)[what](name);
}

/** Whether something was said that this colleague was not shown. */
function mayReadLess(talk: TalkView, name: string): boolean {
  const about = talk.messages.flatMap(({ event }) => (event?.name === name ? [event.kind] : []));
  return about.lastIndexOf('joined') > about.lastIndexOf('history');
}

/** Lets a colleague read what was said before, after one question. */
function Earlier(props: { readonly room: Room; readonly chat: DeskChat; readonly name: string; readonly device: string }): JSX.Element {
  const t = useTexts();
  const { room, chat, name, device } = props;
  const [asks, setAsks] = useState(false);
  return (
    <>
      <button
        type="button"
        class="ds-button"
        data-variant="tertiary"
        aria-label={`${t.company.earlier}: ${name}`}
        onClick={() => setAsks(true)}
      >
        {t.company.earlier}
      </button>
      {asks && (
        <Dialog title={t.company.earlierAsk(name)} onClose={() => setAsks(false)} narrow>
          <p>{t.company.earlierWhy}</p>
          <div class="actions">
            <button
              type="button"
              class="ds-button"
              onClick={() => {
                setAsks(false);
                room.desk.openPast(chat.conversation, device);
              }}
            >
              {t.company.earlierYes}
            </button>
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsks(false)}>
              {t.shell.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

const INTERPRETER = 'mediator';

/** How often an open list of colleagues is asked for anew, ms. */
const LOOK_AGAIN = 5_000;

/** Whom the lead may ask the visitor about. */
export function ColleaguesDialog({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const chat = room.work.chosen.value;
  const open = room.work.asksColleague.value;
  useEffect(() => {
    if (open === undefined) return undefined;
    const timer = setInterval(() => room.desk.askColleagues(open), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [open]);
  if (chat === undefined || open !== chat.conversation) return null;
  if (!chat.leads || chat.ended !== undefined || chat.talk.stopped !== undefined) return null;
  const inside = chat.talk.members.map(({ device }) => device);
  const others = chat.colleagues?.filter(({ device }) => !inside.includes(device));
  return (
    <Dialog title={t.company.bring} onClose={() => (room.work.asksColleague.value = undefined)}>
      <p>{t.company.lead}</p>
      {others === undefined ? (
        <p role="status">{t.company.looking}</p>
      ) : others.length === 0 ? (
        <p role="status">{t.company.nobody}</p>
      ) : (
        <ul class="colleagues">
          {others.map((one) => (
            <li key={one.device}>
              <Colleague room={room} chat={chat} one={one} />
            </li>
          ))}
        </ul>
      )}
      <p class="quiet">{t.company.honest}</p>
    </Dialog>
  );
}

function Colleague(props: { readonly room: Room; readonly chat: DeskChat; readonly one: ColleagueView }): JSX.Element {
  const t = useTexts();
  const { room, chat } = props;
  const { device, name, role, free, languages, outside } = props.one;
  const interprets = role === INTERPRETER;
  const onlyReads = watches(role);
  const about = [roleName(t, role), ...(interprets ? languages.map((tag) => languageName(t, tag)) : []), ...(outside ? [t.able.outside] : [])];
  return (
    <>
      <span class="colleague-who">
        <strong>{name}</strong>
        <span class="quiet">{about.join(' · ')}</span>
        {!free && <span class="row-warn">{t.company.busy}</span>}
      </span>
      {free &&
        // An interpreter leads no chat, nor does somebody in training.
        (interprets || onlyReads ? (['join'] as const) : (['handover', 'join'] as const)).map((what) => (
          <button
            type="button"
            key={what}
            class="ds-button"
            data-variant="secondary"
            aria-label={`${onlyReads ? t.company.watch.ask : t.company.ask[what]}: ${name}`}
            onClick={() => {
              room.desk.propose(chat.conversation, device, what);
              room.work.asksColleague.value = undefined;
            }}
          >
            {onlyReads ? t.company.watch.ask : t.company.ask[what]}
          </button>
        ))}
    </>
  );
}

/** On every page, because an invitation stands for two minutes only. */
export function Invitations({ room }: { readonly room: Room }): JSX.Element {
  return (
    <>
      {room.desk.invitations.value.map((invitation) => (
        <Invited key={invitation.conversation} room={room} invitation={invitation} />
      ))}
    </>
  );
}

function Invited({ room, invitation }: { readonly room: Room; readonly invitation: InvitationView }): JSX.Element {
  const t = useTexts();
  const { conversation, what, service, language, since } = invitation;
  const about = [serviceName(room.me, service), languageName(t, language), waited(t, since, room.now.value)];
  const onlyReads = watches(room.me.role);
  return (
    <Callout tone="info" live="alert" icon="people" title={onlyReads ? t.company.watch.invited : t.company.invited[what]}>
      <p>{about.join(' · ')}</p>
      <p>{onlyReads ? t.company.watch.invitedWhy : t.company.invitedWhy[what]}</p>
      <div class="actions">
        <button type="button" class="ds-button" onClick={() => room.work.accept(conversation)}>
          {t.company.accept}
        </button>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => room.desk.answerInvitation(conversation, false)}
        >
          {t.company.decline}
        </button>
      </div>
    </Callout>
  );
}
