import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Question, TalkView } from '../../../talk/view.ts';
import type { Visit } from '../../stores/visit.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly visit: Visit;
  readonly talk: TalkView;
}

/** The question whether somebody else may come into the chat, and who may be asked to go. It takes no focus. */
export function Colleagues({ visit, talk }: Props): VNode | null {
  const t = visit.texts.value.company;
  const staff = talk.members.filter(({ kind }) => kind === 'staff');
  const lead = staff.find((one) => one.lead === true)?.name ?? '';
  const beside = staff.filter((one) => one.lead === false);
  const { question } = talk;
  if (question === undefined && beside.length === 0) return null;
  return (
    <div class="colleagues">
      {question?.state === 'asked' && <Asked visit={visit} question={question} lead={lead} />}
      {question?.state === 'yes' && <p role="status">{t.answered(question.name)}</p>}
      {beside.map(({ slot, name, device }) => (
        <button type="button" key={slot} class="quiet" onClick={() => visit.wishAway(device ?? '')}>
          {t.ask(name)}
        </button>
      ))}
    </div>
  );
}

function Asked(props: { readonly visit: Visit; readonly question: Question; readonly lead: string }): VNode {
  const { visit, lead } = props;
  const { what, name, role } = props.question;
  const texts = visit.texts.value;
  const t = texts.company;
  const id = useId();
  const who = role === '' ? name : `${name} (${texts.talk.roles[role] ?? role})`;
  return (
    <section class="confirm" role="alert" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} class="asked">
        <Icon name="lock" />
        {t.question[what](who, lead)}
      </p>
      <p>{t.readers[what](name, lead)}</p>
      <div class="answers">
        <button type="button" class="second" onClick={() => visit.answer(true)}>
          {t.yes}
        </button>
        <button type="button" class="second" onClick={() => visit.answer(false)}>
          {t.no}
        </button>
      </div>
    </section>
  );
}
