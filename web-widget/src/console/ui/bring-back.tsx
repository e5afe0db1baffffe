import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { BackView } from '../recovery/bring-back.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';
import { Digits } from './spare-offer.tsx';
import { Callout } from './tools.tsx';

/** In a browser without a key: the device of before comes back, or this becomes a new one. */
export function BringBack({ room, view }: { readonly room: Room; readonly view: Extract<BackView, { kind: 'choose' | 'gone' }> }): JSX.Element {
  const t = useTexts();
  return (
    <div class="middle-card">
      <Icon name="device" />
      <h2>{view.kind === 'gone' ? t.recovery.goneTitle : t.recovery.backTitle}</h2>
      {view.kind === 'gone' ? <p role="status">{t.recovery.goneText}</p> : <Ways room={room} view={view} />}
      <div class="actions">
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => room.back.asNew()}>
          {t.recovery.asNew}
        </button>
      </div>
      <p class="quiet">{t.recovery.asNewWhy}</p>
    </div>
  );
}

function Ways({ room, view }: { readonly room: Room; readonly view: Extract<BackView, { kind: 'choose' }> }): JSX.Element {
  const t = useTexts();
  const [typed, setTyped] = useState('');
  const { methods, trouble, busy } = view;
  return (
    <>
      <p role="status">{busy ? t.recovery.backBusy : t.recovery.backText}</p>
      {trouble !== 'none' && (
        <Callout tone="warning" live="alert">
          <p>{t.recovery.backTrouble[trouble]}</p>
        </Callout>
      )}
      {methods.includes('passkey') && room.passkeys && (
        <button type="button" class="ds-button" aria-busy={busy} onClick={() => !busy && begin(room.back.withPasskey())}>
          <Icon name="key" />
          {t.recovery.backPasskey}
        </button>
      )}
      {methods.includes('kit') && (
        <form
          class="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) begin(room.back.withDigits(typed));
          }}
        >
          <Digits label={t.recovery.backDigits} value={typed} wrong={trouble === 'missing' || trouble === 'wrong-digits'} onInput={setTyped} />
          <button type="submit" class="ds-button" aria-busy={busy}>
            {t.recovery.backKit}
          </button>
        </form>
      )}
      <p>{t.recovery.stolen}</p>
      {room.me.role === 'coordinator' && <p class="quiet">{t.recovery.signer}</p>}
    </>
  );
}

/** After a device came back, until it was read. */
export function IsBack({ room }: { readonly room: Room }): JSX.Element | null {
  const t = useTexts();
  if (room.back.view.value.kind !== 'back') return null;
  return (
    <Callout tone="success" title={t.recovery.isBack} live="status" onDismiss={() => room.back.seen()}>
      <p>{t.recovery.isBackText}</p>
      {room.me.role === 'coordinator' && <p>{t.recovery.signer}</p>}
    </Callout>
  );
}
