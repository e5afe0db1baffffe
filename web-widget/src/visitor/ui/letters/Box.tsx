import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { AnswerView, LettersState } from '../../letters-view.ts';
import { Confirm } from '../parts/Confirm.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { Words } from '../parts/Words.tsx';
import { KeptFile } from './FilePart.tsx';
import type { ScreenProps } from './Letters.tsx';
import { Trouble } from './Trouble.tsx';
import { WordCard } from './WordCard.tsx';

interface Props extends ScreenProps {
  readonly state: Extract<LettersState, { kind: 'open' }>;
}

const moment = (at: number, tag: string): string =>
  new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at);
const day = (at: number, tag: string): string => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }).format(at);

function AnswerCard({ visit, room, texts, answer }: ScreenProps & { readonly answer: AnswerView }): VNode {
  const { talk, tag } = visit.texts.value;
  return (
    <li class="card answer">
      <p class="by">
        <strong>{answer.name}</strong> <small>{talk.roles[answer.role] ?? answer.role}</small>
      </p>
      <p class="advice">
        <time dateTime={new Date(answer.at).toISOString()}>{moment(answer.at, tag)}</time>
      </p>
      {answer.text !== '' && (
        <p class="said-text" dir="auto">
          <Words text={answer.text} />
        </p>
      )}
      {answer.files.map((file, index) => (
        <KeptFile
          key={index}
          file={file}
          texts={texts.files}
          fetchFile={async () => (await room.letters.file(answer.number, index)) ?? texts.files.failed}
        />
      ))}
    </li>
  );
}

function Erase({ room, texts }: Pick<ScreenProps, 'room' | 'texts'>): VNode {
  const t = texts.box;
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" class="plain" onClick={() => setAsking(true)}>
        {t.erase}
      </button>
    );
  return (
    <Confirm
      title={t.eraseQuestion}
      lead={t.eraseLead}
      icon={<Icon name="warning" />}
      stay={t.eraseNo}
      go={t.eraseYes}
      onStay={() => setAsking(false)}
      onGo={() => room.letters.erase()}
    />
  );
}

export function Box({ visit, room, texts, state }: Props): VNode {
  const t = texts.box;
  const { tag } = visit.texts.value;
  const { box, trouble } = state;
  const service = visit.service.value;
  const open = visit.state.value.kind === 'start' && (service?.state === 'open' || service?.state === 'busy');
  return (
    <Page title={t.title}>
      <Trouble words={trouble === undefined ? undefined : texts.troubles[trouble]} />
      <WordCard texts={texts.word} last={box.word} next={box.nextWord} />
      <section>
        <h2>{t.answers}</h2>
        {box.answers.length === 0 && <p>{t.none}</p>}
        {box.unverified > 0 && <p class="notice">{t.unverified(box.unverified)}</p>}
        <ol class="answer-list">
          {box.answers.map((answer) => (
            <AnswerCard key={answer.number} visit={visit} room={room} texts={texts} answer={answer} />
          ))}
        </ol>
      </section>
      {open && (
        <div class="ring">
          <button type="button" class="main" onClick={() => visit.ringBack(box.wish)}>
            {t.ring}
          </button>
          {box.wish !== undefined && <p class="advice">{t.ringWish}</p>}
        </div>
      )}
      <button type="button" class={open ? 'second' : 'main'} onClick={() => room.letters.writeAgain()}>
        <Icon name="letter" />
        {t.again}
      </button>
      <button type="button" class="second" onClick={() => room.letters.reopen()}>
        {t.refresh}
      </button>
      {box.letters.length > 0 && (
        <section>
          <h2>{t.letters}</h2>
          <ul class="own-letters">
            {box.letters.map((at) => (
              <li key={at}>{t.leftAt(moment(at, tag))}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="advice">
        <Icon name="clock" />
        {t.ends(day(box.ends, tag))}
      </p>
      <Erase room={room} texts={texts} />
      <button type="button" class="plain" onClick={() => visit.closeLetters()}>
        {t.close}
      </button>
    </Page>
  );
}
