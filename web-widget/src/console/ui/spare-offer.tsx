import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OfferView } from '../recovery/offer.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

/** While this page has the seed of a new device's key: a passkey, a sheet of paper, or neither. */
export function SpareOffer({ room }: { readonly room: Room }): JSX.Element | null {
  const view = room.offer.view.value;
  if (view.kind === 'none') return null;
  return view.kind === 'ask' ? <Ask room={room} view={view} /> : <Kit room={room} view={view} />;
}

function Trouble({ view }: { readonly view: Exclude<OfferView, { kind: 'none' }> }): JSX.Element | null {
  const t = useTexts();
  if (view.trouble === 'none') return null;
  return (
    <Callout tone="warning" live="alert">
      <p>{t.recovery.offerTrouble[view.trouble]}</p>
    </Callout>
  );
}

function Ask({ room, view }: { readonly room: Room; readonly view: Extract<OfferView, { kind: 'ask' }> }): JSX.Element {
  const t = useTexts();
  const { offer } = room;
  const { kept, busy } = view;
  return (
    <section class="middle-card spare" aria-labelledby="spare-title">
      <h2 id="spare-title">{t.recovery.offerTitle}</h2>
      <p>{t.recovery.offerText}</p>
      <p class="quiet">{t.recovery.offerOnce}</p>
      {kept.map((method) => (
        <Callout key={method} tone="success" live="status">
          <p>{t.recovery.kept[method]}</p>
        </Callout>
      ))}
      <Trouble view={view} />
      <div class="actions">
        {room.passkeys && !kept.includes('passkey') && (
          <button type="button" class="ds-button" data-variant="secondary" aria-busy={busy} onClick={() => !busy && begin(offer.withPasskey())}>
            <Icon name="key" />
            {busy ? t.recovery.passkeyWaiting : t.recovery.passkey}
          </button>
        )}
        {!kept.includes('kit') && (
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => !busy && offer.drawKit()}>
            <Icon name="letter" />
            {t.recovery.kit}
          </button>
        )}
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => offer.end()}>
          {kept.length > 0 ? t.recovery.ready : t.recovery.without}
        </button>
      </div>
    </section>
  );
}

/** The sheet first; then its digits are asked for, without showing them. */
function Kit({ room, view }: { readonly room: Room; readonly view: Extract<OfferView, { kind: 'kit' }> }): JSX.Element {
  const t = useTexts();
  const [onPaper, setOnPaper] = useState(false);
  return (
    <section class="middle-card spare" aria-labelledby="spare-title">
      {onPaper ? (
        <Repeat room={room} view={view} onShow={() => setOnPaper(false)} />
      ) : (
        <>
          <div class="kit-sheet">
            <h2 id="spare-title">{t.recovery.kitTitle}</h2>
            <p>{t.recovery.kitWhat}</p>
            <p class="kit-digits" aria-label={t.recovery.kitDigits} role="group">
              {view.groups.map((group, index) => (
                <span key={index}>{`${group} `}</span>
              ))}
            </p>
            <p>{t.recovery.kitWhere}</p>
          </div>
          <div class="actions">
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => window.print()}>
              {t.recovery.kitPrint}
            </button>
            <button type="button" class="ds-button" onClick={() => setOnPaper(true)}>
              {t.recovery.kitNext}
            </button>
            <button type="button" class="ds-button" data-variant="tertiary" onClick={() => room.offer.dropKit()}>
              {t.recovery.kitAgain}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Repeat(props: {
  readonly room: Room;
  readonly view: Extract<OfferView, { kind: 'kit' }>;
  readonly onShow: () => void;
}): JSX.Element {
  const t = useTexts();
  const { room, view } = props;
  const [typed, setTyped] = useState('');
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!view.busy) begin(room.offer.keepKit(typed));
      }}
    >
      <h2 id="spare-title">{t.recovery.kitTitle}</h2>
      <Digits label={t.recovery.kitRepeat} value={typed} wrong={view.trouble === 'differs'} onInput={setTyped} />
      <Trouble view={view} />
      <div class="actions">
        <button type="submit" class="ds-button" aria-busy={view.busy}>
          {view.busy ? t.recovery.kitSaving : t.recovery.kitSave}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => !view.busy && props.onShow()}>
          {t.recovery.kitShow}
        </button>
      </div>
    </form>
  );
}

/** A field for 24 digits, typed in any grouping. */
export function Digits(props: {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onInput: (typed: string) => void;
}): JSX.Element {
  return (
    <div class="ds-field">
      <label class="ds-label" for="kit-typed">
        {props.label}
      </label>
      <input
        id="kit-typed"
        class="ds-input kit-typed"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        value={props.value}
        aria-invalid={props.wrong}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
