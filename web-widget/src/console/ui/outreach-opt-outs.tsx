import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { readNumbersFile } from '../../courtesy/numbers-file.ts';
import type { FileFault } from '../../courtesy/sheet.ts';
import { leftOf, pasted, type Stopping } from '../outreach/opt-outs.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { Callout } from './tools.tsx';

/** Numbers that a provider stopped, pasted or from its list; forgotten when all were told. */
export function OptOutsTab({ stores, o }: TabParts): JSX.Element {
  const [text, setText] = useState('');
  const [now, setNow] = useState<Stopping | undefined>(undefined);
  const [over, setOver] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<FileFault | undefined>(undefined);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const numbers = readNumbersFile(new Uint8Array(await file.arrayBuffer()));
    setFault(typeof numbers === 'string' ? numbers : undefined);
    if (typeof numbers !== 'string') setText(numbers.join('\n'));
  };
  const stop = async (): Promise<void> => {
    setBusy(true);
    const all = pasted(text);
    const came = await stores.stopNumbers(all.numbers, setNow);
    setBusy(false);
    setText(leftOf(all, came).join('\n'));
    setOver(all.over.length);
  };
  return (
    <section class="panel" aria-labelledby="opt-outs-title">
      <h2 id="opt-outs-title">{o.optOuts.title}</h2>
      <p class="quiet">{o.optOuts.lead}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted(text).numbers.length > 0) begin(stop());
        }}
      >
        <div class="file">
          <label class="ds-label" for="opt-outs-file">
            {o.optOuts.file}
          </label>
          <input
            id="opt-outs-file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            disabled={busy}
            onChange={(event) => {
              const field = event.currentTarget;
              begin(read(field.files?.[0]));
              field.value = '';
            }}
          />
        </div>
        {fault !== undefined && <Callout tone="danger" live="alert">{o.imports.refused[fault]}</Callout>}
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
          <Callout tone={now.trouble === undefined && now.unread.length === 0 && over === 0 ? 'success' : 'warning'} live="status">
            <p>{busy ? o.optOuts.progress(now.done, now.of) : o.optOuts.done(now.kept)}</p>
            {!busy && now.unread.length > 0 && <p>{o.optOuts.unread(now.unread.length)}</p>}
            {!busy && over > 0 && <p>{o.optOuts.over(over)}</p>}
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
