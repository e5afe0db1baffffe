import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { unattended } from '../../../kernel/unattended.ts';
import { ENDINGS } from '../../../screen/ending.ts';
import { Picture } from '../../../screen/picture.tsx';
import type { Attachment } from '../../letters-view.ts';
import type { FileTexts } from '../../texts/files/texts.ts';
import { Icon } from '../parts/Icon.tsx';
import '../style/files.css';

type Kind = Pick<Attachment, 'type' | 'seconds'>;

export const nameOfFile = ({ type, seconds }: Kind, t: FileTexts['shown']): string => {
  if (type.startsWith('audio/')) return seconds === 0 ? t.sound : t.voice(seconds);
  return type === 'application/pdf' ? t.pdf : t.image;
};

export const FileName = ({ file, texts }: { readonly file: Kind; readonly texts: FileTexts['shown'] }): VNode => (
  <>
    <Icon name={file.type.startsWith('audio/') ? 'voice' : 'clip'} />
    {nameOfFile(file, texts)}
  </>
);

/** The bytes as what the sealed reference says they are, never as what they look like. */
function useAddress(content: Uint8Array, type: string): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  return address;
}

interface ShownProps {
  readonly file: Attachment;
  readonly texts: FileTexts['shown'];
  /** Whether it may be kept on this device. */
  readonly mayKeep: boolean;
  /** A picture that cannot be drawn. */
  readonly onDamaged: () => void;
}

export function ShownFile({ file: { content, type, seconds }, texts: t, mayKeep, onDamaged }: ShownProps): VNode {
  const address = useAddress(content, type);
  const name = nameOfFile({ type, seconds }, t);
  if (type.startsWith('audio/')) return <audio class="player" controls preload="auto" src={address} aria-label={name} />;
  return (
    <>
      {type !== 'application/pdf' && <Picture content={content} type={type} label={name} onDamaged={onDamaged} />}
      {mayKeep && address !== undefined && (
        <a class="second" href={address} download={`file.${ENDINGS[type]}`}>
          {t.save} ({ENDINGS[type].toUpperCase()})
        </a>
      )}
    </>
  );
}

interface KeptProps {
  readonly file: Kind;
  readonly texts: FileTexts['shown'];
  /** The content, or why there is none. */
  readonly fetchFile: () => Promise<Uint8Array | string>;
}

/** A file of an answer or a chat: fetched and opened when somebody asks. */
export function KeptFile({ file, texts: t, fetchFile }: KeptProps): VNode {
  const [content, setContent] = useState<Uint8Array | undefined>(undefined);
  const [note, setNote] = useState<{ readonly words: string; readonly busy: boolean } | undefined>(undefined);
  const open = async (): Promise<void> => {
    setNote({ words: t.fetching, busy: true });
    const found = await fetchFile();
    if (typeof found === 'string') {
      setNote({ words: found, busy: false });
    } else {
      setNote(undefined);
      setContent(found);
    }
  };
  const damaged = (): void => {
    setContent(undefined);
    setNote({ words: t.unfit, busy: false });
  };
  return (
    <div class="file" role="group" aria-label={nameOfFile(file, t)}>
      <p>
        <FileName file={file} texts={t} />
      </p>
      {content === undefined && note?.busy !== true && (
        <button type="button" class="second" onClick={() => unattended(open())}>
          {t.fetch}
        </button>
      )}
      <div role="status">{note !== undefined && <p class={note.busy ? 'advice' : 'notice'}>{note.words}</p>}</div>
      {content !== undefined && <ShownFile file={{ ...file, content }} texts={t} mayKeep onDamaged={damaged} />}
    </div>
  );
}
