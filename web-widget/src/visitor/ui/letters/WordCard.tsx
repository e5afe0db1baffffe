import type { VNode } from 'preact';
import type { LetterTexts } from '../../texts/mailbox/texts.ts';

interface Props {
  readonly texts: LetterTexts['word'];
  /** Undefined on the page that has just made the mailbox. */
  readonly last?: string;
  /** Undefined when it could not be kept. */
  readonly next: string | undefined;
}

/** Was somebody else here? The word shown last time tells. */
export function WordCard({ texts: t, last, next }: Props): VNode {
  return (
    <section class="card word-card">
      {last !== undefined && (
        <p>
          {t.last}: <strong lang="en">{last}</strong>
        </p>
      )}
      {last !== undefined && <p class="advice">{t.doubt}</p>}
      {next === undefined ? (
        <p class="notice">{t.lost}</p>
      ) : (
        <p>
          {t.next}: <strong lang="en">{next}</strong>
        </p>
      )}
    </section>
  );
}
