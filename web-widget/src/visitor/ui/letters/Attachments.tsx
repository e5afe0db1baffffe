import { useId, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { prepare, type Unsendable } from '../../../screen/chosen.ts';
import type { Attachment } from '../../letters-view.ts';
import { Icon } from '../parts/Icon.tsx';
import { FileName, nameOfFile, ShownFile } from './FilePart.tsx';
import type { ScreenProps } from './Letters.tsx';
import { PickFile } from './PickFile.tsx';
import { Trouble } from './Trouble.tsx';
import { openVoiceWindow } from './voice-window.ts';

/** Voice for those who do not write; pictures and papers for those who must show something. */
export function Attachments({ visit, room, texts }: ScreenProps): VNode {
  const id = useId();
  const t = texts.write;
  const [trouble, setTrouble] = useState<string | undefined>(undefined);
  const files = room.attachments.value;
  const take = (file: Attachment): ReturnType<typeof room.attach> => {
    const refusal = room.attach(file);
    setTrouble(refusal === 'many' ? t.tooMany : undefined);
    return refusal;
  };
  const add = (file: Attachment | Unsendable): void => {
    if (typeof file === 'string') setTrouble(texts.files.refused[file]);
    else take(file);
  };
  const speak = (): void => {
    const opened = openVoiceWindow(visit, 'letter', room.over, take);
    setTrouble(opened ? undefined : t.voiceBlocked);
  };
  return (
    <>
      <Trouble words={trouble} />
      <ul class="attached" aria-label={t.attached} hidden={files.length === 0}>
        {files.map((file) => (
          <li key={file.content} class="file">
            <p>
              <FileName file={file} texts={texts.files} />
            </p>
            <ShownFile file={file} texts={texts.files} mayKeep={false} onDamaged={() => setTrouble(texts.files.unfit)} />
            <button
              type="button"
              class="plain"
              onClick={() => {
                room.attachments.value = files.filter((other) => other !== file);
              }}
            >
              {t.remove} <span class="unseen">{nameOfFile(file, texts.files)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="second" aria-describedby={`${id}-voice`} onClick={speak}>
        <Icon name="voice" />
        {t.voice}
      </button>
      <p id={`${id}-voice`} class="advice">
        {t.voiceHint}
      </p>
      <PickFile look="second" words={t.file} describedBy={`${id}-file`} onFile={(file) => prepare(file).then(add)} />
      <p id={`${id}-file`} class="advice">
        {t.fileHint}
      </p>
    </>
  );
}
