import { useEffect } from 'preact/hooks';
import type { VNode } from 'preact';
import { unattended } from '../../../kernel/unattended.ts';
import type { VisitFiles } from '../../session-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { fileTextsOf } from '../../texts/files/languages.ts';
import { Icon } from '../parts/Icon.tsx';

/** Of the numbers where the visitor is, those for danger; Norway's when there are none of them. */
const URGENT: readonly string[] = ['police', 'health', 'any'];
const NORWAY = ['112', '113'];
/** While a call stands, how often it is looked whether it does; and how often a call is made anew that reached nobody. */
const LOOK_MS = 15_000;

/**
 * One tap calls others on duty to the chat; whoever taps learns whether anybody was called, and whom to phone, until the call
 * is over. Whoever said it in the line just as they were taken need not tap.
 */
export function InDanger({ visit, files }: { readonly visit: Visit; readonly files: VisitFiles }): VNode {
  const t = fileTextsOf(visit.language.value).danger;
  const { help } = files;
  const state = help.value;
  const stands = state === 'called' || state === 'alone';
  const lost = state === 'failed' || state === 'full';
  const call = (): void => {
    help.value = 'calling';
    unattended(files.callForHelp().then((came) => (help.value = came)));
  };
  useEffect(() => {
    if (visit.dangerUnsaid()) call();
  }, []);
  useEffect(() => {
    if (!stands && !lost) return undefined;
    let open = true;
    const look = async (): Promise<void> => {
      if (lost) {
        const before = help.peek();
        const came = await files.callForHelp();
        // Not over what a later tap was told.
        if (help.peek() === before) help.value = came;
      } else if (!(await files.helpStands()) && open) help.value = 'no';
    };
    const looking = setInterval(() => unattended(look()), LOOK_MS);
    return () => {
      open = false;
      clearInterval(looking);
    };
  }, [stands, lost, files]);
  const listed = (visit.abroad.value?.numbers ?? visit.service.value?.emergency ?? []).filter(({ kind }) => URGENT.includes(kind)).map(({ number }) => number);
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
