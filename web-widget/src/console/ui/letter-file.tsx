import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { MINUTE, systemClock } from '../../kernel/clock.ts';
import { ENDINGS } from '../../screen/ending.ts';
import { Picture } from '../../screen/picture.tsx';
import type { FileOutcome, FileType, FileView } from '../inbox/inbox-view.ts';
import { begin } from './begin.ts';
import { Icon, type IconName } from './icons.tsx';
import { useTexts } from './room.ts';

type State = 'closed' | 'fetching' | FileOutcome['kind'];
type Kind = 'image' | 'audio' | 'pdf';

const kindOf = (type: FileType): Kind => (type.startsWith('image/') ? 'image' : type.startsWith('audio/') ? 'audio' : 'pdf');
const ICONS: Readonly<Record<Kind, IconName>> = { image: 'image', audio: 'play', pdf: 'down' };
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
        <Picture content={content} type={file.type} label={t.inbox.picture} onDamaged={() => setState('unfit')} />
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
        {state === 'damaged' ? damaged : state === 'unfit' ? t.inbox.fileDamaged : state === 'gone' ? t.inbox.fileGone : state === 'unreachable' ? t.inbox.fileUnreachable : ''}
      </p>
    </div>
  );
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
