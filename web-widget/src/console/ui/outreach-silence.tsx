import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../outreach/tools.ts';
import { fullDay } from '../texts/format.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

/** That nobody is written to first after a restore, and for coordinators its end. Nothing while there is no such silence. */
export function SilenceNotice(parts: TabParts): JSX.Element | null {
  const t = useTexts();
  const { stores, o, room } = parts;
  const { silence } = stores;
  const [ended, setEnded] = useState(false);
  useEffect(() => begin(silence.look()), [silence]);
  const until = silence.until.value;
  if (until === undefined) return ended ? <Callout tone="success" live="status">{o.silence.ended}</Callout> : null;
  return (
    <Callout tone="warning" title={o.silence.title}>
      <p>{o.silence.text(fullDay(t, new Date(until).toISOString().slice(0, 10)))}</p>
      {room.me.role === 'coordinator' && <EndForm {...parts} ended={() => setEnded(true)} />}
    </Callout>
  );
}

/** Two statements, each of which somebody has to make. */
function EndForm({ stores, o, ended }: TabParts & { readonly ended: () => void }): JSX.Element {
  const words = o.silence;
  const [nothingSent, setNothingSent] = useState(false);
  const [stopsImported, setStopsImported] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | undefined>(undefined);
  const end = async (): Promise<void> => {
    setBusy(true);
    const came = await stores.silence.end();
    setBusy(false);
    setTrouble(came === 'ended' ? undefined : came);
    if (came !== 'ended') return;
    ended();
    await stores.worklist.look();
  };
  return (
    <details>
      <summary>{words.end}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) begin(end());
        }}
      >
        <p>{words.lead}</p>
        <Statement id="silence-sent" label={words.nothingSent} checked={nothingSent} set={setNothingSent} />
        <Statement id="silence-stops" label={words.stopsImported} checked={stopsImported} set={setStopsImported} />
        {trouble !== undefined && <Callout tone="warning" live="alert">{trouble === 'meanwhile' ? words.over : o.refusals[trouble]}</Callout>}
        <div class="actions">
          <button type="submit" class="ds-button" data-variant="secondary" disabled={busy || !nothingSent || !stopsImported}>
            {words.press}
          </button>
        </div>
      </form>
    </details>
  );
}

function Statement(props: { readonly id: string; readonly label: string; readonly checked: boolean; readonly set: (on: boolean) => void }): JSX.Element {
  return (
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id={props.id} checked={props.checked} onChange={(event) => props.set(event.currentTarget.checked)} />
      <label class="ds-label" data-weight="regular" for={props.id}>
        {props.label}
      </label>
    </div>
  );
}
