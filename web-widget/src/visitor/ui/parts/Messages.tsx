import type { VNode } from 'preact';
import type { Message } from '../../../talk/view.ts';
import type { Visit } from '../../stores/visit.ts';
import { Icon, type IconName } from './Icon.tsx';
import { late } from './late-files.ts';
import { Words } from './Words.tsx';

const TICKS = { held: 'wait', stored: 'once', seen: 'twice' } as const satisfies Record<string, IconName>;

interface BubbleProps {
  readonly message: Message;
  readonly visit: Visit;
  /** First of several from the same person. */
  readonly first: boolean;
}

function Bubble({ message, visit, first }: BubbleProps): VNode {
  const t = visit.texts.value;
  const { from, name, at, tick, event, file } = message;
  const SaidFile = late.value?.SaidFile;
  const text = event === undefined ? message.text : t.company.events[event.kind](event.name);
  const author = { me: t.talk.me, them: name ?? '', page: t.talk.page }[from];
  const time = new Date(at);
  return (
    <li class={`said from-${from}${first ? ' first' : ''}`}>
      <span class={first && from === 'them' ? 'by' : 'unseen'}>{author}</span>
      <div class="bubble" dir="auto">
        {file === undefined ? <Words text={text} /> : SaidFile === undefined ? t.talk.file : <SaidFile visit={visit} file={file} />}
      </div>
      <p class="fate">
        <time dateTime={time.toISOString()}>
          {new Intl.DateTimeFormat(t.tag, { hour: '2-digit', minute: '2-digit' }).format(time)}
        </time>
        {tick !== undefined && (
          <span class={`tick tick-${tick}`}>
            <Icon name={TICKS[tick]} />
            {t.talk.ticks[tick]}
          </span>
        )}
      </p>
    </li>
  );
}

export interface MessagesProps {
  readonly messages: readonly Message[];
  readonly visit: Visit;
}

export function Messages({ messages, visit }: MessagesProps): VNode {
  return (
    <ol class="messages">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const first = before?.from !== message.from || before.name !== message.name;
        return <Bubble key={message.id} message={message} visit={visit} first={first} />;
      })}
    </ol>
  );
}
