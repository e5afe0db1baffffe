import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { doing, type Page } from './page.ts';

/** Whether the page needs a network, and who is signed in. */
export function Foot({ counting, offline, t }: Page): JSX.Element {
  const [failed, setFailed] = useState(false);
  const link = counting.link.value;
  const signOut = async (): Promise<void> => setFailed(!(await counting.signOut()));
  return (
    <div class="foot">
      <p class="quiet" role="status">
        {offline.value ? t.offline : t.offlineNot}
      </p>
      {link !== 'unknown' && link !== 'signed-out' && (
        <>
          <p class="quiet">{link === 'unreachable' ? t.perhapsSignedIn : t.signedIn}</p>
          <button type="button" class="plain" onClick={doing(signOut)}>
            {t.signOut}
          </button>
        </>
      )}
      {failed && link !== 'signed-out' && (
        <p class="said bad" role="alert">
          {t.signOutFailed}
        </p>
      )}
    </div>
  );
}
