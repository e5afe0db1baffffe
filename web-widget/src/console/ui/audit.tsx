import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Audit } from '../audit/audit.ts';
import { begin } from './begin.ts';
import { DeviceGate } from './device-gate.tsx';
import { useLate } from './late.ts';
import { useTexts, type Room } from './room.ts';
import { ServiceFigures } from './service-figures.tsx';
import { ServiceRounds } from './service-rounds.tsx';
import { Callout } from './tools.tsx';

/** What an auditor sees once a coordinator has approved this browser. */
export function AuditPlace(props: { readonly room: Room; readonly audit: Audit; readonly page: 'journal' | 'figures' }): JSX.Element {
  const { room, audit, page } = props;
  if (room.desk.device.value !== 'rostered') {
    return (
      <main class="page" id="main" tabIndex={-1}>
        <DeviceGate room={room} />
      </main>
    );
  }
  return page === 'figures' ? <FiguresPage room={room} audit={audit} /> : <JournalPlace audit={audit} />;
}

/** Where the page of the journal comes to be; it is loaded when somebody opens it. */
function JournalPlace({ audit }: { readonly audit: Audit }): JSX.Element {
  const t = useTexts();
  const page = useLate(() => import('./journal-page.tsx'));
  if (page !== undefined && page !== 'failed') return <page.JournalPage journal={audit.journal} />;
  return (
    <main class="page" id="main" tabIndex={-1}>
      <h1>{t.shell.journal}</h1>
      <p role={page === 'failed' ? 'alert' : 'status'}>{page === 'failed' ? t.outreach.notLoaded : t.outreach.loading}</p>
    </main>
  );
}

/** What was counted at one's own services. */
function FiguresPage({ room, audit }: { readonly room: Room; readonly audit: Audit }): JSX.Element {
  const t = useTexts();
  useEffect(() => begin(audit.look()), [audit]);
  return (
    <main class="page" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.shell.figures}</h1>
        {!audit.reached.value && (
          <Callout tone="warning" live="status" icon="cut">
            {t.services.unreachable}
          </Callout>
        )}
      </div>
      <div class="page-stack">
        <ServiceFigures room={room} counts={audit} outreach={room.me.channels !== undefined} />
        <ServiceRounds room={room} counts={audit} />
      </div>
    </main>
  );
}
