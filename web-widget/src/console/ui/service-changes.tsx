import type { JSX } from 'preact';
import type { Offered, ServiceChange } from '../login/following.ts';
import { laneName, languageName } from '../texts/format.ts';
import type { Texts } from '../texts/texts.ts';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** What others changed in this person's services while the console was open, until it is read. */
export function ServiceChanges({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  const changes = room.following.changes.value;
  if (changes.length === 0) return null;
  return (
    <Callout tone="info" live="status" title={t.able.changes.title} onDismiss={() => room.following.seen()}>
      {changes.flatMap((change) => linesOf(t, change)).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="quiet">{t.able.changes.keep}</p>
    </Callout>
  );
}

function linesOf(t: Texts, { name, what, come, gone }: ServiceChange): readonly string[] {
  const words = t.able.changes;
  switch (what) {
    case 'new':
      return [words.fresh(name)];
    case 'gone':
      return [words.lost(name)];
    case 'changed': {
      const [here, away] = [wordsOf(t, come), wordsOf(t, gone)];
      return [...(here === '' ? [] : [words.come(name, here)]), ...(away === '' ? [] : [words.gone(name, away)])];
    }
  }
}

const wordsOf = (t: Texts, { languages, lanes }: Offered): string =>
  [...languages.map((tag) => languageName(t, tag)), ...lanes.map((lane) => laneName(t, lane))].join(', ');
