import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { todayInOslo } from '../../kernel/oslo.ts';
import type { Refusal } from '../outreach/tools.ts';
import { fullDay } from '../texts/format.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

type Outcome = 'ended' | Refusal;

/** That nobody is written to first after a restore, and for coordinators its end. Nothing while there is no such silence. */
export function SilenceNotice(parts: TabParts): JSX.Element | null {
  const t = useTexts();
  const { stores, o, room } = parts;
  const { silence } = stores;
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  useEffect(() => begin(silence.look()), [silence]);
  const until = silence.until.value;
  if (until === undefined) return <Over outcome={outcome} o={o} />;
  return (
    <Callout tone="warning" title={o.silence.title}>
      <p>{o.silence.text(fullDay(t, todayInOslo(until)))}</p>
      {room.me.role === 'coordinator' && <EndForm {...parts} trouble={outcome} came={setOutcome} />}
    </Callout>
  );
}

/** What came of the press that found the silence over, or ended it. */
function Over({ outcome, o }: Pick<TabParts, 'o'> & { readonly outcome: Outcome | undefined }): JSX.Element | null {
  if (outcome === 'ended') return <Callout tone="success" live="status">{o.silence.ended}</Callout>;
  return outcome === 'meanwhile' ? <Callout tone="warning" live="alert">{o.silence.over}</Callout> : null;
}

interface Press {
  /** What came of the last one. */
  readonly trouble: Outcome | undefined;
  readonly came: (outcome: Outcome) => void;
}

/** Two statements, each of which somebody has to make. */
function EndForm({ stores, o, trouble, came }: TabParts & Press): JSX.Element {
  const words = o.silence;
  const [nothingSent, setNothingSent] = useState(false);
  const [stopsImported, setStopsImported] = useState(false);
  const [busy, setBusy] = useState(false);
  const end = async (): Promise<void> => {
    setBusy(true);
    const outcome = await stores.silence.end();
    setBusy(false);
    came(outcome);
    if (outcome === 'ended' || outcome === 'meanwhile') await stores.worklist.look();
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
        {trouble !== undefined && trouble !== 'ended' && <Callout tone="warning" live="alert">{trouble === 'meanwhile' ? words.over : o.refusals[trouble]}</Callout>}
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
