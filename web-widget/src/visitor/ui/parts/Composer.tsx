import { useEffect, useRef } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Visit } from '../../stores/visit.ts';
import { Confirm } from './Confirm.tsx';
import { GrowingField } from './GrowingField.tsx';
import { Icon } from './Icon.tsx';
import { late } from './late-files.ts';

/** Enter sends where there is a keyboard; on a touch screen it makes a new line. */
const withKeyboard = (): boolean => matchMedia('(pointer: fine)').matches;

export interface WriteFieldProps {
  readonly visit: Visit;
  /** Words of the field itself; or the id of the words beside it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly describedBy?: string;
  readonly onEnter?: () => void;
}

export function WriteField({ visit, label, labelledBy, describedBy, onEnter }: WriteFieldProps): VNode {
  return (
    <GrowingField
      label={label}
      labelledBy={labelledBy}
      describedBy={describedBy}
      text={visit.composer.text.value}
      onText={(text) => visit.composer.write(text)}
      onKeyDown={(event) => {
        if (onEnter === undefined || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        if (!withKeyboard()) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}

export interface ComposerProps {
  readonly visit: Visit;
  readonly maySend: boolean;
  /** The page was loaded anew and waits for a lock to write under. */
  readonly reading: boolean;
}

export function Composer({ visit, maySend, reading }: ComposerProps): VNode {
  const t = visit.texts.value;
  const { text, over, warning, refused } = visit.composer;
  const screens = late.value;
  const form = useRef<HTMLFormElement>(null);
  const asked = warning.value !== undefined;
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current && !asked) form.current?.querySelector('textarea')?.focus();
    wasAsked.current = asked;
  }, [asked]);
  const trouble =
    over.value > 0 ? t.talk.tooLong(over.value) : !maySend ? (reading ? t.talk.again : t.talk.full) : refused.value ? t.talk.refused : undefined;
  const submit = (): void => {
    if (maySend) visit.composer.submit();
  };
  return (
    <div class="compose">
      {warning.value !== undefined && (
        <Confirm
          title={t.warning.titles[warning.value]}
          lead={t.warning.lead}
          icon={<Icon name="warning" />}
          stay={t.warning.change}
          go={t.warning.send}
          onStay={() => visit.composer.reconsider()}
          onGo={() => visit.composer.insist()}
        />
      )}
      {screens !== undefined && <screens.StillThere visit={visit} />}
      <p id="trouble" class="trouble" role="status">
        {trouble}
      </p>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <WriteField visit={visit} label={t.talk.write} describedBy="trouble" onEnter={submit} />
        <button type="submit" class="send" disabled={!maySend || over.value > 0 || text.value.trim() === ''}>
          <Icon name="send" />
          <span>{t.talk.send}</span>
        </button>
      </form>
      {screens !== undefined && <screens.FileTools visit={visit} />}
    </div>
  );
}
