/** The page of outreach, one part and state at a time. */

import type { JSX } from 'preact';
import type { ReadCampaign } from '../../../src/console/outreach/campaigns.ts';
import { fakeDesk, NOW, onDuty } from '../../../src/console/testing/fake-desk.ts';
import { textsFor } from '../../../src/console/texts/choose.ts';
import { outreachTexts, type Tab } from '../../../src/console/texts/outreach-texts.ts';
import { OutreachFrame, OutreachTabs } from '../../../src/console/ui/outreach-page.tsx';
import { TextsContext } from '../../../src/console/ui/room.ts';
import { ServiceManners } from '../../../src/console/ui/service-manners.tsx';
import { Shell } from '../../../src/console/ui/shell.tsx';
import { fakeInbox } from './fake-inbox.ts';
import { aboutOutreach, fakeOutreach, TEXT as FIRST, type OutreachState } from './fake-outreach.ts';
import { fakeRoom, WORKER } from './fake-room.ts';
import type { Picture } from './states.tsx';

const nothing = (): undefined => undefined;

const part =
  (first: Tab, state: OutreachState = {}, role = WORKER.role): Picture =>
  (liking): JSX.Element => {
    const desk = fakeDesk();
    desk.duty.value = onDuty(0);
    const room = { ...fakeRoom(desk, { ...WORKER, role }, liking, fakeInbox()), outreach: aboutOutreach() };
    const t = textsFor(liking.language ?? 'nb');
    return (
      <TextsContext.Provider value={t}>
        <Shell room={room} page="outreach" overlay="none" onPage={nothing} onOverlay={nothing}>
          <OutreachFrame o={outreachTexts(t.language)}>
            <OutreachTabs room={room} stores={fakeOutreach(state)} seen={nothing} first={first} />
          </OutreachFrame>
        </Shell>
      </TextsContext.Provider>
    );
  };

const APPROVAL: ReadCampaign = {
  campaign: '91'.repeat(16),
  digest: 'ab'.repeat(32),
  languages: [
    { language: 'nb', cards: 31, texts: [{ opening: 'first', text: FIRST }, { opening: 'reminder', text: FIRST }, { opening: 'content-free', text: 'Hei! Vi er Pro Mann: https://h.example/ab Kode som viser at det er oss: {code}. Svar STOPP, så skriver vi ikke mer.' }] },
    { language: 'pl', cards: 1, texts: [] },
  ],
};

const NUMBERS = [{ e164: '+4790000001', kind: 'mobile' }, { e164: '+4722000000', kind: 'call-only' }] as const;

export const outreachPictures: Readonly<Record<string, Picture>> = {
  'outreach-worklist': part('worklist'),
  'outreach-card': part('worklist', { card: {} }),
  'outreach-card-numbers': part('worklist', { card: { numbers: NUMBERS, trouble: 'meanwhile' } }),
  'outreach-card-stopped': part('worklist', { card: { numbers: NUMBERS, release: undefined }, held: { stage: 'stopped', permission: { may: 'never', why: 'stopped' } } }),
  'outreach-card-opening': part('worklist', { card: { face: { kind: 'opening' }, release: undefined } }),
  'outreach-later': part('worklist', { release: { permission: { may: 'later', at: NOW + 14 * 3_600_000 }, text: 'Massasje? Ring politiet.' } }),
  'outreach-never': part('worklist', { release: { step: 'no-draft', text: '', permission: { may: 'never', why: 'silence' } } }),
  'outreach-unknown': part('worklist', { release: { step: 'unknown', trouble: 'unreachable' } }),
  'outreach-too-fast': part('worklist', { release: { trouble: 'too-fast' } }),
  'outreach-sent': part('worklist', { release: { step: 'sent', text: '' } }),
  'outreach-threads': part('threads'),
  'outreach-thread': part('threads', { thread: {} }),
  'outreach-thread-numberless': part('threads', { thread: { numberless: true } }),
  'outreach-thread-unknown': part('threads', { thread: { draft: 'Hei', answering: 'unknown' } }),
  'outreach-thread-no-hour': part('threads', { thread: { draft: 'Legen er her' }, answerable: { answerable: { may: 'never', why: 'no-hour' } } }),
  'outreach-thread-stopped': part('threads', { thread: {}, answerable: { stopped: true, rings: false, answerable: { may: 'never', why: 'stopped' } } }),
  'outreach-campaigns': part('campaigns'),
  'outreach-import': part('import'),
  'outreach-import-refused': part('import', { importing: { step: 'refused', why: 'no-number-column', problems: [], ignored: [] } }),
  'outreach-import-checking': part('import', { importing: { step: 'checking', done: 50, of: 120, trouble: 'unreachable' } }),
  'outreach-import-preview': part('import', { importing: {} }),
  'outreach-import-keeping': part('import', { importing: { step: 'keeping', done: 1, of: 2 } }),
  'outreach-import-stopped': part('import', { importing: { step: 'stopped', done: 1, of: 2, outcomes: { kept: 1, noNumber: 0, full: 1, tooLong: 0 }, trouble: 'unreachable' } }),
  'outreach-opt-outs': part('optOuts'),
  'outreach-consent': part('worklist', { held: { permission: { may: 'never', why: 'no-consent' } }, release: { step: 'no-draft', text: '', permission: { may: 'never', why: 'no-consent' } } }),
  'outreach-consents': part('worklist', { card: {}, held: { consent: { how: 'form', day: '2026-10-01', by: 'Per' } } }),
  'outreach-lacks': part('worklist', { release: { text: 'Hei, vi har gratis hjelp.', trouble: 'words', detail: 'lacks: link, stop' } }),
  'outreach-silence': part('worklist', { silent: NOW + 180 * 24 * 3_600_000 }, 'coordinator'),
  'outreach-approval': part('campaigns', { approval: APPROVAL }),
  'service-manners': (liking): JSX.Element => {
    const room = fakeRoom(fakeDesk(), { ...WORKER, role: 'coordinator' }, liking, fakeInbox());
    const t = textsFor(liking.language ?? 'nb');
    return (
      <TextsContext.Provider value={t}>
        <Shell room={room} page="services" overlay="none" onPage={nothing} onOverlay={nothing}>
          <main class="page" id="main" tabIndex={-1}>
            <h1 class="ds-sr-only">{t.services.title}</h1>
            <div class="form">
              <h2>Pro Mann</h2>
              <ServiceManners manners={{ sundays: true, holidays: false, from: '11:00', to: '', names: 'Nattens hus, Huset' }} change={nothing} />
            </div>
          </main>
        </Shell>
      </TextsContext.Provider>
    );
  },
};
