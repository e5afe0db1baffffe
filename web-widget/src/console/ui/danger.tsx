/** Calls for help: on every page, until somebody has come. */

import type { JSX } from 'preact';
import type { DangerView } from '../danger.ts';
import { isOver, type DeskChat } from '../desk-view.ts';
import { callingFor } from '../stores/attention.ts';
import { languageName, waited } from '../texts/format.ts';
import { Icon } from './icons.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** The call that stands for a chat. */
const standing = (room: Room, conversation: string): DangerView | undefined =>
  room.desk.danger.value.find((call) => call.conversation === conversation && !call.over);

export function DangerCalls({ room }: { readonly room: Room }): JSX.Element {
  const { desk } = room;
  const chatOf = (conversation: string): DeskChat | undefined => desk.chats.value.find((chat) => chat.conversation === conversation && !isOver(chat));
  return (
    <>
      {desk.danger.value
        .filter(({ over }) => !over)
        .map((call) => {
          const chat = chatOf(call.conversation);
          return chat === undefined ? (
            <Somebodys key={call.conversation} room={room} call={call} />
          ) : (
            <Own key={call.conversation} room={room} call={call} chat={chat} />
          );
        })}
      {desk.dangerUnknown.value.size > 0 && <Unknown room={room} />}
      {[...desk.uncalled.value].filter((conversation) => chatOf(conversation) !== undefined).map((conversation) => (
        <Failed key={conversation} room={room} conversation={conversation} />
      ))}
    </>
  );
}

/** Out of a chat that this person is not in. */
function Somebodys({ room, call }: { readonly room: Room; readonly call: DangerView }): JSX.Element {
  const t = useTexts();
  const { conversation, service, language, since, caller, leadName, alone, coming, heard } = call;
  const [comes, cannot] = [coming, heard].map((who) => who.some(({ me }) => me));
  const duty = room.desk.duty.value;
  const may = (duty.state === 'on' || duty.state === 'break') && duty.services.includes(service);
  const about = [languageName(t, language), waited(t, since, room.now.value), t.danger.callers[caller]];
  return (
    <Callout tone="danger" live="alert" title={t.danger.title(leadName, serviceName(room.me, service))}>
      <p>{about.join(' · ')}</p>
      {alone && !may && <p>{t.danger.alone}</p>}
      {comes && <p>{t.danger.coming}</p>}
      {cannot && <p>{t.danger.saidCannot}</p>}
      {may && (
        <div class="actions">
          {!comes && (
            <button type="button" class="ds-button" onClick={() => room.desk.canCome(conversation)}>
              {t.danger.canCome}
            </button>
          )}
          {!cannot && (
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => room.desk.cannotCome(conversation)}>
              {comes ? t.danger.notAfterAll : t.danger.cannotCome}
            </button>
          )}
        </div>
      )}
    </Callout>
  );
}

/** The server does not know whether anybody calls. */
function Unknown({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const services = [...room.desk.dangerUnknown.value].map((service) => serviceName(room.me, service));
  return (
    <Callout tone="warning" live="alert" title={t.danger.unknownTitle}>
      <p>{t.danger.unknown(services.join(', '))}</p>
    </Callout>
  );
}

/** Out of a chat that this person leads, or is in beside the lead. */
function Own(props: { readonly room: Room; readonly call: DangerView; readonly chat: DeskChat }): JSX.Element {
  const t = useTexts();
  const { room, call, chat } = props;
  const { conversation } = call;
  const free = chat.leads && chat.talk.question === undefined;
  return (
    <Callout tone="danger" live="alert" title={t.danger.ownTitle(room.work.letterOf.value.get(conversation) ?? '·')}>
      <p>{!call.alone ? t.danger.ownCalled : call.heard.length > 0 ? t.danger.ownNobody : t.danger.ownAlone}</p>
      {call.heard.map(({ device, name }) => (
        <p key={device}>{t.danger.heard(name === '' ? t.danger.somebody : name)}</p>
      ))}
      <div class="actions">
        {call.coming.map(({ device, name }) => (
          <span key={device} class="actions">
            {t.danger.comes(name === '' ? t.danger.somebody : name)}
            {free && (
              <button
                type="button"
                class="ds-button"
                onClick={() => {
                  room.work.choose(conversation);
                  room.desk.letIn(conversation, device);
                }}
              >
                {t.danger.letIn}
              </button>
            )}
          </span>
        ))}
        {callingFor([call], room.desk.chats.value).length > 0 && (
          <button type="button" class="ds-button" onClick={() => room.desk.hush(conversation)}>
            {t.danger.hush}
          </button>
        )}
        {chat.leads && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => room.desk.dangerOver(conversation)}>
            {t.danger.over}
          </button>
        )}
      </div>
    </Callout>
  );
}

function Failed({ room, conversation }: { readonly room: Room; readonly conversation: string }): JSX.Element {
  const t = useTexts();
  return (
    <Callout tone="danger" live="alert" title={t.danger.failedTitle} onDismiss={() => room.desk.dismissUncalled(conversation)}>
      <p>{t.danger.failed}</p>
      <div class="actions">
        <button type="button" class="ds-button" onClick={() => room.desk.callForHelp(conversation)}>
          {t.danger.again}
        </button>
      </div>
    </Callout>
  );
}

/** In the head of a chat: that it was marked. */
export function DangerMark({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  if (room.desk.danger.value.every(({ conversation }) => conversation !== chat.conversation)) return null;
  return (
    <span class="state" data-good={false}>
      <Icon name="warn" />
      {t.danger.mark}
    </span>
  );
}

/** For everybody of staff in a chat: one press calls the others. */
export function CallForHelp({ room, chat }: { readonly room: Room; readonly chat: DeskChat }): JSX.Element | null {
  const t = useTexts();
  if (standing(room, chat.conversation) !== undefined) return null;
  return (
    <button type="button" class="ghost" aria-label={t.danger.call} title={t.danger.callWhy} onClick={() => room.desk.callForHelp(chat.conversation)}>
      <Icon name="warn" />
    </button>
  );
}
