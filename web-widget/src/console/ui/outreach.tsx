import type { JSX } from 'preact';
import type { Outreach } from '../outreach/stores.ts';
import { useLate } from './late.ts';
import { useTexts, type Room } from './room.ts';

/** Where the page of outreach comes to be; it is loaded when somebody opens it. */
export function OutreachPlace({ room, outreach }: { readonly room: Room; readonly outreach: Outreach }): JSX.Element {
  const t = useTexts();
  const page = useLate(() => import('./outreach-page.tsx'));
  if (page !== undefined && page !== 'failed') return <page.OutreachPage room={room} outreach={outreach} />;
  return (
    <main class="page" id="main" tabIndex={-1}>
      <h1 class="ds-sr-only">{t.outreach.title}</h1>
      <p role={page === 'failed' ? 'alert' : 'status'}>{page === 'failed' ? t.outreach.notLoaded : t.outreach.loading}</p>
    </main>
  );
}
