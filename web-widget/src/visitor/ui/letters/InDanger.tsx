import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { unattended } from '../../../kernel/unattended.ts';
import type { HelpCalled, VisitFiles } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { fileTextsOf } from '../../texts/files/languages.ts';
import { Icon } from '../parts/Icon.tsx';

/** Of the service's numbers, those for danger; Norway's when it has none of them. */
const URGENT: readonly string[] = ['police', 'health'];
const NORWAY = ['112', '113'];
/** While a call stands, how often it is looked whether it does. */
const LOOK_MS = 15_000;

/**
 * One tap calls others on duty to the chat; whoever taps learns whether anybody was called, and whom to phone, until the call
 * is over.
 */
export function InDanger({ visit, files }: { readonly visit: Visit; readonly files: VisitFiles }): VNode {
  const t = fileTextsOf(visit.language.value).danger;
  const [state, setState] = useState<'no' | 'calling' | HelpCalled>('no');
  const stands = state === 'called' || state === 'alone';
  useEffect(() => {
    if (!stands) return undefined;
    let open = true;
    const look = async (): Promise<void> => {
      if (!(await files.helpStands()) && open) setState('no');
    };
    const looking = setInterval(() => unattended(look()), LOOK_MS);
    return () => {
      open = false;
      clearInterval(looking);
    };
  }, [stands, files]);
  const call = (): void => {
    setState('calling');
    unattended(files.callForHelp().then(setState));
  };
  const listed = (visit.service.value?.emergency ?? []).filter(({ kind }) => URGENT.includes(kind)).map(({ number }) => number);
  const numbers = listed.length > 0 ? listed : NORWAY;
  return (
    <>
      {state !== 'no' && (
        <section class="notice" role="alert">
          <p>{t.states[state]}</p>
          <p class="file-acts">
            {numbers.map((number) => (
              <a key={number} href={`tel:${number}`} rel="noopener">
                <Icon name="phone" /> {number}
              </a>
            ))}
          </p>
        </section>
      )}
      {state !== 'calling' && state !== 'enough' && (
        <div class="file-acts">
          <button type="button" class="quiet" onClick={call}>
            {state === 'no' ? t.call : t.again}
          </button>
        </div>
      )}
    </>
  );
}
