import type { JSX } from 'preact';
import type { SignedOut } from '../login/login.ts';
import type { Texts } from '../texts/texts.ts';
import { Icon } from './icons.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

/** Before anybody is signed in. */
export function Login(props: {
  readonly state: SignedOut | { readonly kind: 'checking'; readonly link: boolean };
  readonly passkeys: boolean;
  readonly onPasskey: () => void;
}): JSX.Element {
  const t = useTexts();
  const { state } = props;
  return (
    <main class="login" id="main">
      <div class="login-card">
        <p class="brand">
          <Icon name="harbour" />
          <span>{t.shell.product}</span>
        </p>
        {state.kind === 'checking' ? (
          <p role="status" class="login-wait">
            {state.link ? t.login.linkChecking : t.shell.connecting}
          </p>
        ) : (
          <>
            <h1>{t.login.title}</h1>
            <p>{t.login.lead}</p>
            {state.why !== 'none' && (
              <Callout tone={state.why === 'signed-out' ? 'success' : state.why === 'passkey-cancelled' ? 'info' : 'warning'} live="alert">
                <p>{reason(t, state)}</p>
              </Callout>
            )}
            {props.passkeys ? (
              <button type="button" class="ds-button big" data-fullwidth aria-busy={state.busy} onClick={props.onPasskey}>
                <Icon name="key" />
                {state.busy ? t.login.passkeyWaiting : t.login.passkey}
              </button>
            ) : (
              <Callout tone="warning">
                <p>{t.login.noPasskeys}</p>
              </Callout>
            )}
            <p class="quiet">{t.login.firstTime}</p>
          </>
        )}
      </div>
    </main>
  );
}

function reason(t: Texts, state: SignedOut): string {
  switch (state.why) {
    case 'none':
      return '';
    case 'link-refused':
      return t.login.linkRefused;
    case 'passkey-refused':
      return t.login.passkeyRefused;
    case 'passkey-cancelled':
      return t.login.passkeyCancelled;
    case 'session-over':
      return t.login.sessionOver;
    case 'signed-out':
      return t.login.signedOut;
    case 'unreachable':
      return t.login.unreachable;
    case 'too-many':
      return t.login.tooMany;
  }
}
