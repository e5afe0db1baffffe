import type { VNode } from 'preact';
import type { TalkView } from '../../../talk/view.ts';
import type { Visit } from '../../stores/visit.ts';
import { useLate } from '../late.ts';

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
  // Fetched before anybody asks, and again after a lost connection.
  const Asked = useLate(talk.link === 'live', () => import('../company/Asked.tsx'));
  if (question === undefined && beside.length === 0) return null;
  return (
    <div class="colleagues">
      {question?.state === 'asked' && Asked !== undefined && <Asked visit={visit} question={question} lead={lead} />}
      {question?.state === 'yes' && <p role="status">{t.answered(question.name)}</p>}
      {beside.map(({ slot, name, device }) => (
        <button type="button" key={slot} class="quiet" onClick={() => visit.wishAway(device ?? '')}>
          {t.ask(name)}
        </button>
      ))}
    </div>
  );
}
