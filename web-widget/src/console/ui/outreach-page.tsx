import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Resealed } from '../outreach/resealing.ts';
import { createPlace } from '../outreach/place.ts';
import { openOutreach, type Outreach, type OutreachStores } from '../outreach/stores.ts';
import type { ThreadList } from '../outreach/waiting.ts';
import { outreachTexts, type OutreachTexts, type Tab } from '../texts/outreach-texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { CampaignsTab } from './outreach-campaigns.tsx';
import { ImportTab } from './outreach-import.tsx';
import { OptOutsTab } from './outreach-opt-outs.tsx';
import { SilenceNotice } from './outreach-silence.tsx';
import { ThreadsTab } from './outreach-threads.tsx';
import { WorklistTab } from './outreach-worklist.tsx';
import { serviceName, useTexts, type Room } from './room.ts';
import { Callout } from './tools.tsx';

const TABS: readonly Tab[] = ['worklist', 'threads', 'campaigns', 'import', 'optOuts'];

/** What every part of the page is given. */
export interface TabParts {
  readonly room: Room;
  readonly stores: OutreachStores;
  readonly o: OutreachTexts;
  /** Shows another part of the page. */
  readonly go: (part: Tab) => void;
}

/** Whom a service writes to first: the worklist, the conversations, campaigns, imports and opt-outs. */
export function OutreachPage({ room, outreach }: { readonly room: Room; readonly outreach: Outreach }): JSX.Element {
  const o = outreachTexts(useTexts().language);
  const { lists } = outreach.waiting;
  const place = useMemo(() => createPlace(lists, outreach.wanted.peek()?.service ?? ''), [lists]);
  useEffect(() => () => place.close(), [place]);
  const service = place.service.value;
  const list = place.list.value;
  // Also where only one answers: nobody may take it for another that has not answered yet.
  const choice = service !== '' && lists.length > 1 && (
    <Choice
      id="outreach-service"
      label={o.service}
      value={service}
      onChange={(next) => place.choose(next)}
      options={place.services.value.map((each) => [each, serviceName(room.me, each)] as const)}
    />
  );
  return (
    <OutreachFrame o={o} choice={choice}>
      {list === undefined ? (
        <p>{o.none}</p>
      ) : list.threads.value === undefined ? (
        <Waits key={list.service} o={o} list={list} />
      ) : (
        <OfService key={list.service} room={room} outreach={outreach} list={list} />
      )}
    </OutreachFrame>
  );
}

/** A service that has not answered yet: nothing can be begun that would have to be taken away again. */
function Waits({ o, list }: { readonly o: OutreachTexts; readonly list: ThreadList }): JSX.Element {
  useEffect(() => begin(list.look()), [list]);
  return <p role="status">{list.absent.value ? o.notHere : list.reached.value ? o.loading : o.unreachable}</p>;
}

export function OutreachFrame(props: { readonly o: OutreachTexts; readonly choice?: JSX.Element | false; readonly children: JSX.Element }): JSX.Element {
  const t = useTexts();
  return (
    <main class="page outreach" id="main" tabIndex={-1}>
      <div class="page-head">
        <h1>{t.outreach.title}</h1>
        <p class="quiet">{props.o.lead}</p>
        {props.choice}
      </div>
      {props.children}
    </main>
  );
}

function OfService(props: { readonly room: Room; readonly outreach: Outreach; readonly list: ThreadList }): JSX.Element {
  const { room, outreach, list } = props;
  const stores = useMemo(() => openOutreach(outreach.tools(list.service), list, outreach.optOuts.of(list.service)), [outreach, list]);
  const [wanted] = useState(() => [outreach.wanted.peek()].find((text) => text?.service === list.service));
  useEffect(() => {
    begin(wanted === undefined ? list.look() : stores.threads.take(wanted.thread));
    outreach.wanted.value = undefined;
    // Nothing that was opened stays.
    return () => stores.close();
  }, [stores]);
  return (
    <>
      <Readable resealed={outreach.tending.cards.value.get(list.service)} />
      <OutreachTabs room={room} stores={stores} seen={() => outreach.waiting.seen()} first={wanted === undefined ? 'worklist' : 'threads'} />
    </>
  );
}

/** Cards that few devices can open, or not this one. */
export function Readable({ resealed }: { readonly resealed: Resealed | undefined }): JSX.Element | null {
  const o = outreachTexts(useTexts().language);
  if (resealed === undefined) return null;
  return (
    <>
      {resealed.devices === 1 && <Callout tone="warning" live="status">{o.lone}</Callout>}
      {resealed.closed > 0 && <Callout tone="info" live="status">{o.closed(resealed.closed)}</Callout>}
    </>
  );
}

/** The parts of the page, one at a time. */
export function OutreachTabs(props: {
  readonly room: Room;
  readonly stores: OutreachStores;
  /** The list of conversations is in front of somebody. */
  readonly seen: () => void;
  readonly first: Tab;
}): JSX.Element {
  const { room, stores } = props;
  const t = useTexts();
  const o = outreachTexts(t.language);
  const [tab, setTab] = useState<Tab>(props.first);
  const waits = (stores.threads.list.threads.value ?? []).filter((thread) => thread.waits).length;
  const reached = stores.worklist.reached.value && stores.threads.list.reached.value;
  const parts = { room, stores, o, go: setTab };
  return (
    <>
      <nav class="outreach-tabs" aria-label={o.parts}>
        {TABS.map((each) => (
          <button type="button" key={each} aria-current={tab === each ? 'page' : undefined} onClick={() => setTab(each)}>
            {o.tabs[each]}
            {each === 'threads' && waits > 0 && (
              <span class="badge">
                <span aria-hidden="true">{waits}</span>
                <span class="ds-sr-only">{t.outreach.waiting(waits)}</span>
              </span>
            )}
          </button>
        ))}
      </nav>
      {!reached && <Callout tone="warning" live="status" icon="cut">{o.unreachable}</Callout>}
      <SilenceNotice {...parts} />
      {tab === 'worklist' && <WorklistTab {...parts} />}
      {tab === 'threads' && <ThreadsTab {...parts} seen={props.seen} />}
      {tab === 'campaigns' && <CampaignsTab {...parts} />}
      {tab === 'import' && <ImportTab {...parts} />}
      {tab === 'optOuts' && <OptOutsTab {...parts} />}
    </>
  );
}
