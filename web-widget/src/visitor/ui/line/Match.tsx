import type { VNode } from 'preact';
import type { LineMatch } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { lineWordsOf } from '../../texts/line/languages.ts';
import { nameIn } from '../../texts/languages.ts';

/** Behind a language, as the server tells it: through an interpreter. */
const INTERPRETED = '-x-interp';

interface Props {
  readonly visit: Visit;
  readonly match: LineMatch;
}

/** Says honestly that nobody is right for somebody who waits, and asks whether they give something up. Nothing is given up without a tap. */
export default function Match({ visit, match }: Props): VNode {
  const { question, understood } = match;
  const t = lineWordsOf(visit.language.value);
  const asks = question?.preference;
  // Where nobody is there at all, no language is what is missing.
  const state = visit.service.value?.state;
  const somebody = state !== 'late' && state !== 'closed';
  return (
    <div role="status">
      {asks !== undefined && asks !== 'language' && (
        <section class="card">
          <h2>{t.asks[asks]}</h2>
          <p class="advice">{t.nothingWithout}</p>
          <button type="button" class="second" onClick={() => visit.relax({ preference: asks, yes: true, number: question?.number ?? 0 })}>
            {t.yes}
          </button>
          <button type="button" class="plain" onClick={() => visit.relax({ preference: asks, yes: false, number: question?.number ?? 0 })}>
            {t.no}
          </button>
        </section>
      )}
      {somebody && (!understood || asks === 'language') && <Languages visit={visit} match={match} />}
    </div>
  );
}

function Languages({ visit, match: { question, spoken } }: Props): VNode {
  const t = lineWordsOf(visit.language.value);
  const texts = visit.texts.value;
  const asked = question?.preference === 'language' ? question.number : undefined;
  const interpreted = `${visit.answerIn.value}${INTERPRETED}`;
  const others = spoken.filter((tag) => tag !== visit.answerIn.value && tag !== interpreted);
  return (
    <section class="card">
      <h2>{t.nobody(nameIn(texts, visit.answerIn.value))}</h2>
      <p class="advice">{others.length > 0 ? t.ways : t.noOther}</p>
      {spoken.includes(interpreted) && (
        <>
          <button
            type="button"
            class="second"
            onClick={() => visit.relax({ preference: 'language', yes: true, language: interpreted, number: asked ?? 0 })}
          >
            {t.interpreter(nameIn(texts, visit.answerIn.value))}
          </button>
          <p class="advice">{t.interpreterHow}</p>
        </>
      )}
      {others.map((tag) => (
        <button
          type="button"
          class="second"
          key={tag}
          onClick={() => visit.relax({ preference: 'language', yes: true, language: tag, number: asked ?? 0 })}
        >
          {t.writeIn(nameIn(texts, tag))}
        </button>
      ))}
      {asked !== undefined && (
        <button type="button" class="plain" onClick={() => visit.relax({ preference: 'language', yes: false, number: asked })}>
          {t.no}
        </button>
      )}
    </section>
  );
}
