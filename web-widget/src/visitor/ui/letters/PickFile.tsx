import type { VNode } from 'preact';
import { unattended } from '../../../kernel/unattended.ts';
import { ACCEPTED } from '../../letters-view.ts';
import { Icon } from '../parts/Icon.tsx';

interface Props {
  readonly look: 'quiet' | 'second';
  readonly words: string;
  /** Id of the hint. */
  readonly describedBy?: string;
  readonly onFile: (file: File) => Promise<void>;
}

/** Opens the system's choice of a file; the same file may be chosen twice. */
export const PickFile = ({ look, words, describedBy, onFile }: Props): VNode => (
  <label class={`${look} pick`}>
    <Icon name="clip" />
    {words}
    <input
      type="file"
      class="unseen"
      accept={ACCEPTED}
      aria-describedby={describedBy}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? [];
        if (file !== undefined) unattended(onFile(file));
        event.currentTarget.value = '';
      }}
    />
  </label>
);
