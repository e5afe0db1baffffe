import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { pasted, type Stopping } from '../outreach/opt-outs.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { Callout } from './tools.tsx';

/** Numbers that a provider stopped, pasted; forgotten when all were told. */
export function OptOutsTab({ stores, o }: TabParts): JSX.Element {
  const [text, setText] = useState('');
  const [now, setNow] = useState<Stopping | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const stop = async (): Promise<void> => {
    setBusy(true);
    const came = await stores.stopNumbers(pasted(text), setNow);
    setBusy(false);
    if (came.trouble === undefined) setText('');
  };
  return (
    <section class="panel" aria-labelledby="opt-outs-title">
      <h2 id="opt-outs-title">{o.optOuts.title}</h2>
      <p class="quiet">{o.optOuts.lead}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted(text).length > 0) begin(stop());
        }}
      >
        <div class="ds-field">
          <label class="ds-label" for="opt-outs">
            {o.optOuts.numbers}
          </label>
          <p class="quiet" id="opt-outs-hint">
            {o.optOuts.hint}
          </p>
          <textarea
            class="ds-input"
            id="opt-outs"
            rows={6}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="opt-outs-hint"
            readOnly={busy}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        {now !== undefined && (
          <Callout tone={now.trouble === undefined ? 'success' : 'warning'} live="status">
            <p>{busy ? o.optOuts.progress(now.done, now.of) : o.optOuts.done(now.kept, now.unread)}</p>
            {now.trouble !== undefined && <p>{o.refusals[now.trouble]}</p>}
          </Callout>
        )}
        <div class="actions">
          <button type="submit" class="ds-button" disabled={busy || text.trim() === ''}>
            {o.optOuts.keep}
          </button>
        </div>
      </form>
    </section>
  );
}
