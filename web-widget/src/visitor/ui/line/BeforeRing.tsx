import { useId } from 'preact/hooks';
import type { VNode } from 'preact';
import { inLane, takes } from '../../in-lane.ts';
import type { ServiceInfo } from '../../session-view.ts';
import { PROFESSIONAL, type Asking, type Visit } from '../../stores/visit.ts';
import { lineWordsOf } from '../../texts/line/languages.ts';
import { nameIn } from '../../texts/languages.ts';
import { words } from '../screens/Closed.tsx';

/** Nobody of one's own community; which one that is, is said to nobody. */
const OUTSIDE = 'community:outside';

interface Props {
  readonly visit: Visit;
  readonly service: ServiceInfo;
  readonly asked: Asking;
  readonly onAsk: (asked: Asking) => void;
}

/** What may be said before a ring: for whom, and whom one would rather talk with; and honestly, whom there is not. */
export default function BeforeRing(props: Props): VNode {
  const { service, asked } = props;
  return (
    <>
      <NoSpeaker {...props} />
      {service.lanes.length > 1 && <Lanes {...props} />}
      {asked.lane === PROFESSIONAL && <p class="notice">{lineWordsOf(props.visit.language.value).lanes.noClients}</p>}
      <Wishes {...props} />
    </>
  );
}

function NoSpeaker({ visit, service }: Props): VNode {
  const t = lineWordsOf(visit.language.value);
  const texts = visit.texts.value;
  const wanted = visit.answerIn.value;
  const spoken = service.spoken ?? service.languages;
  return (
    <div role="status">
      {!spoken.includes(wanted) && (
        <section class="card">
          <h2>{t.nobody(nameIn(texts, wanted))}</h2>
          <p class="advice">{spoken.length > 0 ? t.ways : t.noOther}</p>
          {spoken.map((tag) => (
            <button type="button" class="second" key={tag} onClick={() => visit.chooseAnswer(tag)}>
              {t.writeIn(nameIn(texts, tag))}
            </button>
          ))}
          <button type="button" class="plain" onClick={() => visit.openLetters('writing')}>
            {t.message}
          </button>
        </section>
      )}
    </div>
  );
}

function Lanes({ visit, service, asked, onAsk }: Props): VNode {
  const t = lineWordsOf(visit.language.value).lanes;
  const id = useId();
  return (
    <fieldset class="phone">
      <legend>{t.question}</legend>
      <div class="choices">
        {service.lanes.map((lane) => {
          const here = inLane(service, lane);
          const shut = !takes(here);
          const [title, next] = words(visit.texts.value, here);
          return (
            <label class="choice" key={lane}>
              <input
                type="radio"
                name={id}
                disabled={shut}
                checked={asked.lane === lane}
                onChange={() => onAsk({ ...asked, lane })}
              />
              <span>{(t.names[lane] ?? lane) + (shut ? `: ${here.state === 'late' ? title : next}` : '')}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Wishes({ visit, asked, onAsk }: Props): VNode {
  const t = lineWordsOf(visit.language.value).wishes;
  const id = useId();
  const choice = (kind: 'gender' | 'profession'): VNode => {
    const isOfKind = (word: string): boolean => word.startsWith(`${kind}:`);
    const others = asked.wishes.filter((wish) => !isOfKind(wish));
    return (
      <div class="answer-in">
        <label for={`${id}-${kind}`}>{t[kind]}</label>
        <select
          id={`${id}-${kind}`}
          value={asked.wishes.find(isOfKind) ?? ''}
          onChange={({ currentTarget: { value } }) => onAsk({ ...asked, wishes: value === '' ? others : [...others, value] })}
        >
          <option value="">{t.any}</option>
          {Object.entries(t.names)
            .filter(([wish]) => isOfKind(wish))
            .map(([wish, name]) => (
              <option key={wish} value={wish}>
                {name}
              </option>
            ))}
        </select>
      </div>
    );
  };
  return (
    <details>
      <summary>{t.title}</summary>
      {choice('gender')}
      {choice('profession')}
      <label class="tickbox">
        <input
          type="checkbox"
          checked={asked.wishes.includes(OUTSIDE)}
          onChange={({ currentTarget: { checked } }) => {
            const others = asked.wishes.filter((wish) => wish !== OUTSIDE);
            onAsk({ ...asked, wishes: checked ? [...others, OUTSIDE] : others });
          }}
        />
        {t.outside}
      </label>
      <p class="advice">{t.outsideHow}</p>
      <p class="advice">{t.advice}</p>
    </details>
  );
}
