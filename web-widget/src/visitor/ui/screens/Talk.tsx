import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { TalkView } from '../../../talk/view.ts';
import type { Visit } from '../../stores/visit.ts';
import type { Texts } from '../../texts/texts.ts';
import { Colleagues } from '../parts/Colleagues.tsx';
import { Composer } from '../parts/Composer.tsx';
import { Confirm } from '../parts/Confirm.tsx';
import { EraseNow } from '../parts/EraseNow.tsx';
import { Icon } from '../parts/Icon.tsx';
import { KeepCode } from '../parts/KeepCode.tsx';
import { useFiles } from '../parts/late-files.ts';
import { Log } from '../parts/Log.tsx';
import { PhoneQuestion } from '../parts/PhoneQuestion.tsx';

const staffOf = (talk: TalkView): TalkView['members'] => talk.members.filter(({ kind }) => kind === 'staff');

function Who({ talk, texts: t }: { readonly talk: TalkView; readonly texts: Texts['talk'] }): VNode {
  const staff = staffOf(talk);
  return (
    <div class="who">
      <span class="face" aria-hidden="true">
        {(staff[0]?.name ?? '').charAt(0)}
      </span>
      <h1 tabIndex={-1} aria-label={t.title(staff.map(({ name }) => name).join(', '))}>
        {staff.map(({ slot, name, role }) => (
          <span key={slot} class="member">
            {name}
            {role !== '' && <small>{t.roles[role] ?? role}</small>}
          </span>
        ))}
      </h1>
    </div>
  );
}

/** What is true about secrecy now, not what was promised. */
function Seal({ talk, texts: t }: { readonly talk: TalkView; readonly texts: Texts['talk'] }): VNode {
  return (
    <p class="seal" role="status">
      <span class={talk.sealed ? 'sealed' : 'unsealed'}>
        <Icon name={talk.sealed ? 'lock' : 'unlock'} />
        {talk.sealed ? t.sealed : t.notSealed}
      </span>
      <span>{t.readers(staffOf(talk).length)}</span>
    </p>
  );
}

function linkTrouble(talk: TalkView, t: Texts['talk']): string | undefined {
  if (talk.link === 'reconnecting') return t.reconnecting;
  if (talk.link === 'connecting') return t.connecting;
  return talk.peerConnected ? undefined : t.away;
}

function Settings({ visit }: { readonly visit: Visit }): VNode {
  const { showTyping } = visit.composer;
  return (
    <section class="settings card">
      <KeepCode visit={visit} />
      <EraseNow visit={visit} />
      <label class="tickbox">
        <input
          type="checkbox"
          checked={showTyping.value}
          onChange={(event) => {
            showTyping.value = event.currentTarget.checked;
          }}
        />
        {visit.texts.value.talk.showTyping}
      </label>
      <PhoneQuestion visit={visit} />
    </section>
  );
}

export function Talk({ visit, talk }: { readonly visit: Visit; readonly talk: TalkView }): VNode {
  const texts = visit.texts.value;
  const t = texts.talk;
  const [panel, setPanel] = useState<'none' | 'settings' | 'leave'>('none');
  useFiles(visit);
  const trouble = linkTrouble(talk, t);
  const author = staffOf(talk).map(({ name }) => name).join(' / ');
  return (
    <main class="talk">
      <div class="talk-top">
        <Who talk={talk} texts={t} />
        <div class="talk-acts">
          <button
            type="button"
            class="quiet"
            aria-expanded={panel === 'settings'}
            aria-label={t.settings}
            title={t.settings}
            onClick={() => setPanel(panel === 'settings' ? 'none' : 'settings')}
          >
            <Icon name="more" />
          </button>
          <button type="button" class="quiet" onClick={() => setPanel('leave')}>
            {t.leave}
          </button>
        </div>
      </div>
      <Seal talk={talk} texts={t} />
      {panel === 'settings' && <Settings visit={visit} />}
      {panel === 'leave' && (
        <Confirm
          title={texts.leave.question}
          lead={texts.leave.lead}
          stay={texts.leave.no}
          go={texts.leave.yes}
          onStay={() => setPanel('none')}
          onGo={() => visit.leave()}
        />
      )}
      <Colleagues visit={visit} talk={talk} />
      <Log messages={talk.messages} visit={visit}>
        {talk.messages.length === 0 && <p class="empty">{t.empty}</p>}
      </Log>
      <p class="peer" role="status">
        {trouble !== undefined ? (
          <span class="notice">{trouble}</span>
        ) : (
          talk.peerTyping && <span class="typing">{t.typing(author)}</span>
        )}
      </p>
      <Composer visit={visit} maySend={talk.maySend} reading={talk.reading === true} />
    </main>
  );
}
