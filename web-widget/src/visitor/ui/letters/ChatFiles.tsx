/** Files in a running chat: chosen, spoken, sent, and opened when somebody asks. */

import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { prepare } from '../../../screen/chosen.ts';
import type { Attachment, ChatFiles, FileRef } from '../../letters-view.ts';
import type { Visit } from '../../stores/visit.ts';
import { fileTextsOf } from '../../texts/files/languages.ts';
import type { FileTexts } from '../../texts/files/texts.ts';
import { FileName, KeptFile, nameOfFile, ShownFile } from './FilePart.tsx';
import { InDanger } from './InDanger.tsx';
import { PickFile } from './PickFile.tsx';
import { openVoiceWindow } from './voice-window.ts';
import { Icon } from '../parts/Icon.tsx';

export { StillThere } from './StillThere.tsx';
export { TakenAlone } from './TakenAlone.tsx';

/** A file that was said. It is opened only from the running chat: with its end it is gone. */
export function SaidFile({ visit, file }: { readonly visit: Visit; readonly file: FileRef }): VNode {
  const t = fileTextsOf(visit.language.value);
  const files = visit.files.value;
  if (files === undefined) {
    return (
      <span class="file-word">
        <FileName file={file} texts={t.shown} />
      </span>
    );
  }
  const fetchFile = async (): Promise<Uint8Array | string> => {
    const outcome = await files.open(file);
    if (outcome.kind === 'open') return outcome.content;
    return outcome.kind === 'unfit' ? t.shown.unfit : t.chat.not[outcome.kind];
  };
  return <KeptFile file={file} texts={t.shown} fetchFile={fetchFile} />;
}

/** Under the field for writing. */
export function FileTools({ visit }: { readonly visit: Visit }): VNode | null {
  const files = visit.files.value;
  if (files === undefined) return null;
  return (
    <>
      <InDanger visit={visit} files={files} />
      <Tools files={files} visit={visit} texts={fileTextsOf(visit.language.value)} />
    </>
  );
}

interface Props {
  readonly files: ChatFiles;
  readonly texts: FileTexts;
}

function Tools({ files, texts, visit }: Props & { readonly visit: Visit }): VNode {
  const t = texts.chat;
  const [trouble, tell] = useState({ why: '', written: 0 });
  const written = (): number => visit.said.value.filter(({ from, file }) => from === 'me' && file === undefined).length;
  /** Stands until the visitor writes something. */
  const setTrouble = (why: string): void => tell({ why, written: written() });
  const chosen = files.chosen.value;
  const choose = (file: Attachment | undefined): void => {
    files.chosen.value = file;
  };
  const send = (file: Attachment): void => {
    const taken = files.add(file);
    setTrouble(taken ? '' : t.tooMany);
    if (taken) choose(undefined);
  };
  const pick = async (file: File): Promise<void> => {
    const made = await prepare(file);
    const refused = typeof made === 'string';
    setTrouble(refused ? texts.shown.refused[made] : '');
    if (!refused && !files.over.aborted) choose(made);
  };
  const speak = (): void => {
    const opened = openVoiceWindow(visit, 'chat', files.over, (voice) => (files.add(voice) ? undefined : 'many'));
    setTrouble(opened ? '' : t.blocked);
  };
  return (
    <div class="file-tools">
      <Outgoing files={files} texts={texts} />
      {chosen !== undefined && (
        <div class="chosen card tray" role="group" aria-label={nameOfFile(chosen, texts.shown)}>
          <p class="file-word">
            <FileName file={chosen} texts={texts.shown} />
          </p>
          <ShownFile file={chosen} texts={texts.shown} mayKeep={false} onDamaged={() => setTrouble(texts.shown.unfit)} />
          <p class="advice">{chosen.type.startsWith('image/') ? t.image : t.asItIs}</p>
          <div class="file-acts">
            <button type="button" class="plain" onClick={() => choose(undefined)}>
              {t.remove}
            </button>
            <button type="button" class="send" onClick={() => send(chosen)}>
              <Icon name="send" />
              {t.send}
            </button>
          </div>
        </div>
      )}
      <p class="trouble" role="status">
        {trouble.written === written() && trouble.why}
      </p>
      <div class="file-acts" hidden={chosen !== undefined}>
        <button type="button" class="quiet" onClick={speak}>
          <Icon name="voice" />
          {t.voice}
        </button>
        <PickFile look="quiet" words={t.attach} onFile={pick} />
      </div>
    </div>
  );
}

/** What is on its way, and what did not go: nothing is lost without a word. */
function Outgoing({ files, texts }: Props): VNode {
  const t = texts.chat;
  const outgoing = files.outgoing.value;
  return (
    <ul class="outgoing tray" aria-label={t.outgoing} aria-live="polite" hidden={outgoing.length === 0}>
      {outgoing.map(({ key, file, state }) => {
        const name = nameOfFile(file, texts.shown);
        return (
          <li key={key} class={state === 'sending' ? '' : 'notice'}>
            <span class="file-word">
              <FileName file={file} texts={texts.shown} />: {state === 'sending' ? t.sending : t.troubles[state]}
            </span>
            <span class="file-acts">
              {state !== 'sending' && (
                <button type="button" class="plain" onClick={() => files.again(key)}>
                  {t.again} <span class="unseen">{name}</span>
                </button>
              )}
              <button type="button" class="plain" onClick={() => files.remove(key)}>
                {t.remove} <span class="unseen">{name}</span>
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
