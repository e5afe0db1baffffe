import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Question } from '../../../talk/view.ts';
import { watches } from '../../../talk/watching.ts';
import type { Visit } from '../../stores/visit.ts';
import { companyWordsOf } from '../../texts/company/languages.ts';
import { Icon } from '../parts/Icon.tsx';

/** The question whether somebody may come into the chat, and who could read then. */
export default function Asked(props: { readonly visit: Visit; readonly question: Question; readonly lead: string }): VNode {
  const { visit, lead } = props;
  const { what, name, role } = props.question;
  const texts = visit.texts.value;
  const words = companyWordsOf(visit.language.value);
  const wanted = what === 'join' && watches(role) ? 'watch' : what;
  const id = useId();
  const who = role === '' ? name : `${name} (${texts.talk.roles[role] ?? role})`;
  return (
    <section class="confirm" role="alert" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} class="asked">
        <Icon name="lock" />
        {words.question[wanted](who, lead)}
      </p>
      <p>{words.readers[wanted](name, lead)}</p>
      <div class="answers">
        <button type="button" class="second" onClick={() => visit.answer(true)}>
          {texts.company.yes}
        </button>
        <button type="button" class="second" onClick={() => visit.answer(false)}>
          {texts.company.no}
        </button>
      </div>
    </section>
  );
}
