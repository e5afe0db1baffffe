import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Adding } from '../login/me.ts';
import type { Look } from '../stores/preferences.ts';
import { LANGUAGES } from '../texts/choose.ts';
import { roleName } from '../texts/format.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { SingleKeys } from './keys-dialog.tsx';
import { useTexts, type Room } from './room.ts';
import { Callout, Code, Dialog } from './tools.tsx';

/** Language, look, sound and notifications of this person on this browser. */
export function SettingsDialog({ room, onClose }: { readonly room: Room; readonly onClose: () => void }): JSX.Element {
  const t = useTexts();
  const { me, preferences } = room;
  const liking = preferences.all.value;
  const [refused, setRefused] = useState(false);
  const looks: readonly (readonly [Look, string])[] = [
    ['auto', t.settings.auto],
    ['light', t.settings.light],
    ['dark', t.settings.dark],
  ];
  const notify = async (on: boolean): Promise<void> => {
    const allowed = on && (await room.allowNotifications());
    setRefused(on && !allowed);
    preferences.change({ notify: allowed });
  };
  return (
    <Dialog title={t.settings.title} onClose={onClose}>
      <Choice
        legend={t.settings.language}
        name="language"
        value={liking.language}
        options={LANGUAGES.map((each) => [each.language, each.languageName] as const)}
        onChoose={(language) => preferences.change({ language })}
      />
      <Choice
        legend={t.settings.look}
        name="look"
        value={liking.look}
        options={looks}
        onChoose={(look) => preferences.change({ look })}
      />
      <div class="switches">
        <div class="ds-field switch-field">
          <input
            class="ds-input"
            type="checkbox"
            role="switch"
            id="sound"
            aria-describedby="sound-why"
            checked={liking.sound}
            onChange={(event) => preferences.change({ sound: event.currentTarget.checked })}
          />
          <label for="sound">{t.settings.sound}</label>
          <p id="sound-why" class="quiet">
            {t.settings.soundWhy}
          </p>
        </div>
        <div class="ds-field switch-field">
          <input
            class="ds-input"
            type="checkbox"
            role="switch"
            id="notify"
            aria-describedby="notify-why"
            checked={liking.notify}
            onChange={(event) => begin(notify(event.currentTarget.checked))}
          />
          <label for="notify">{t.settings.notify}</label>
          <p id="notify-why" class="quiet">
            {t.settings.notifyWhy}
          </p>
        </div>
        {refused && (
          <Callout tone="warning" live="status">
            <p>{t.settings.notifyRefused}</p>
          </Callout>
        )}
        <SingleKeys room={room} />
      </div>
      <PasskeyPart room={room} />
      {room.code.value !== undefined && (
        <section class="panel-part">
          <p class="ds-label">{t.device.codeLabel}</p>
          <Code code={room.code.value} />
          <p class="quiet">{t.device.honest}</p>
        </section>
      )}
      <section class="panel-part sign-out">
        <p>{t.shell.signedInAs(me.name, roleName(t, me.role))}</p>
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => room.signOut()}>
          <Icon name="out" />
          {t.shell.signOut}
        </button>
      </section>
    </Dialog>
  );
}

function Choice<T extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}): JSX.Element {
  return (
    <fieldset class="segments">
      <legend class="ds-label">{props.legend}</legend>
      <div>
        {props.options.map(([value, label]) => (
          <label key={value} data-chosen={value === props.value}>
            <input
              type="radio"
              class="ds-sr-only"
              name={props.name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PasskeyPart({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  return (
    <section class="panel-part">
      <p class="ds-label">{t.settings.passkeys(room.me.passkeys)}</p>
      <PasskeyButton room={room} />
    </section>
  );
}

/** Makes a passkey, and says how it went. */
export function PasskeyButton({ room }: { readonly room: Room }): JSX.Element {
  const t = useTexts();
  const [state, setState] = useState<'idle' | 'busy' | Adding>('idle');
  if (!room.passkeys) return <p class="quiet">{t.login.noPasskeys}</p>;
  if (state === 'added') return <p role="status">{t.login.added}</p>;
  const add = async (): Promise<void> => {
    setState('busy');
    setState(await room.addPasskey());
  };
  return (
    <>
      <button type="button" class="ds-button" data-variant="secondary" aria-busy={state === 'busy'} onClick={() => begin(add())}>
        <Icon name="key" />
        {state === 'busy' ? t.login.passkeyWaiting : t.login.add}
      </button>
      {state === 'failed' && <p role="alert">{t.login.addFailed}</p>}
      {state === 'not-here' && <p role="alert">{t.login.addNotHere}</p>}
    </>
  );
}
