import type { JSX } from 'preact';
import { doing, type Page } from './page.ts';

/** Whether the page needs a network, and who is signed in. */
export function Foot({ counting, offline, t }: Page): JSX.Element {
  return (
    <div class="foot">
      <p class="quiet" role="status">
        {offline.value ? t.offline : t.offlineNot}
      </p>
      {counting.link.value === 'ready' && (
        <p class="quiet">
          {t.signedIn}{' '}
          <button type="button" class="plain" onClick={doing(() => counting.signOut())}>
            {t.signOut}
          </button>
        </p>
      )}
    </div>
  );
}
