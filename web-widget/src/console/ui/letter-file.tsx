import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MINUTE, systemClock } from '../../kernel/clock.ts';
import type { FileOutcome, FileType, FileView } from '../inbox/inbox-view.ts';
import { begin } from './begin.ts';
import { Icon, type IconName } from './icons.tsx';
import { useTexts } from './room.ts';

type State = 'closed' | 'fetching' | FileOutcome['kind'];
type Kind = 'image' | 'audio' | 'pdf';

const kindOf = (type: FileType): Kind => (type.startsWith('image/') ? 'image' : type.startsWith('audio/') ? 'audio' : 'pdf');
const ICONS: Readonly<Record<Kind, IconName>> = { image: 'image', audio: 'play', pdf: 'down' };
/** How files of these types begin. Other bytes are refused, never shown as what they look like. */
const BEGINNINGS: Readonly<Partial<Record<FileType, readonly number[]>>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};
const ENDINGS: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
};
/** Longer side of a picture on the screen, in pixels. */
const LARGEST_SIDE = 1_600;

/** A file of a letter or a chat: fetched and opened only when somebody asks for it, and shown only as what the sealed text says. */
export function SealedFile(props: {
  readonly file: FileView;
  readonly fetchFile: () => Promise<FileOutcome>;
  /** What is said when it is not what was sealed. */
  readonly damaged?: string;
}): JSX.Element {
  const t = useTexts();
  const { file, fetchFile, damaged = t.inbox.fileDamaged } = props;
  const [state, setState] = useState<State>('closed');
  const [content, setContent] = useState<Uint8Array | undefined>(undefined);
  const alive = useRef(true);
  useEffect(() => () => void (alive.current = false), []);
  const kind = kindOf(file.type);
  const open = async (): Promise<void> => {
    setState('fetching');
    const outcome = await fetchFile();
    if (!alive.current) return;
    if (outcome.kind === 'open' && kind === 'pdf') save(outcome.content, file.type);
    else if (outcome.kind === 'open') setContent(outcome.content);
    setState(outcome.kind === 'open' && kind === 'pdf' ? 'closed' : outcome.kind);
  };
  const name = t.inbox.file[file.type];
  const size = file.seconds > 0 ? t.inbox.seconds(file.seconds) : t.inbox.size(file.length);
  const act = { image: t.inbox.showPicture, audio: t.inbox.listen, pdf: t.inbox.download }[kind];
  return (
    <div class="file-card">
      <p class="file-name">
        {name} <span class="quiet">{size}</span>
      </p>
      {state !== 'open' && (
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          aria-disabled={state === 'fetching'}
          onClick={() => state !== 'fetching' && begin(open())}
        >
          <Icon name={ICONS[kind]} />
          {state === 'fetching' ? t.inbox.fetching : act}
        </button>
      )}
      {state === 'open' && content !== undefined && kind === 'image' && (
        <Picture content={content} type={file.type} onDamaged={() => setState('damaged')} />
      )}
      {state === 'open' && content !== undefined && kind === 'audio' && <Sound content={content} type={file.type} />}
      {state === 'open' && content !== undefined && (
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => save(content, file.type)}>
          <Icon name="down" />
          {t.inbox.download}
        </button>
      )}
      {(kind === 'pdf' || state === 'open') && <p class="quiet">{t.inbox.downloadWhy}</p>}
      <p role="status" class="file-note">
        {state === 'damaged' ? damaged : state === 'gone' ? t.inbox.fileGone : state === 'unreachable' ? t.inbox.fileUnreachable : ''}
      </p>
    </div>
  );
}

/** Draws the pixels; the file itself never becomes a part of the page. */
export function Picture(props: { readonly content: Uint8Array; readonly type: FileType; readonly onDamaged: () => void }): JSX.Element {
  const t = useTexts();
  const place = useRef<HTMLCanvasElement>(null);
  const { content, type, onDamaged } = props;
  useEffect(() => {
    let here = true;
    const show = async (): Promise<void> => {
      if (BEGINNINGS[type]?.every((byte, at) => content[at] === byte) !== true) throw new TypeError(type);
      const picture = await createImageBitmap(new Blob([new Uint8Array(content)], { type }));
      const canvas = place.current;
      if (here && canvas !== null) {
        const scale = Math.min(1, LARGEST_SIDE / Math.max(picture.width, picture.height));
        canvas.width = Math.max(1, Math.round(picture.width * scale));
        canvas.height = Math.max(1, Math.round(picture.height * scale));
        canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      }
      picture.close();
    };
    show().catch(() => here && onDamaged());
    return () => {
      here = false;
    };
  }, [content, type]);
  return <canvas ref={place} class="picture" role="img" aria-label={t.inbox.picture} width={1} height={1} />;
}

/** Plays what was recorded; its address ends with it. */
export function Sound({ content, type }: { readonly content: Uint8Array; readonly type: FileType }): JSX.Element {
  const t = useTexts();
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, type]);
  return <audio controls src={address} aria-label={t.inbox.recording} />;
}

function save(content: Uint8Array, type: FileType): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `havn.${ENDINGS[type]}`;
  link.click();
  // Some browsers read the bytes only after the person has said where to put them.
  systemClock.after(MINUTE, () => URL.revokeObjectURL(address));
}
