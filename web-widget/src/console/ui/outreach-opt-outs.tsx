import type { JSX } from 'preact';
import { readNumbersFile } from '../../courtesy/numbers-file.ts';
import { begin } from './begin.ts';
import type { TabParts } from './outreach-page.tsx';
import { Callout } from './tools.tsx';

/** Numbers that a provider stopped, pasted or from its list; forgotten when all were told, or with the page. */
export function OptOutsTab({ stores, o }: TabParts): JSX.Element {
  const { optOuts } = stores;
  const { text, now, over, busy, fault } = optOuts.view.value;
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) optOuts.take(readNumbersFile(new Uint8Array(await file.arrayBuffer())));
  };
  return (
    <section class="panel" aria-labelledby="opt-outs-title">
      <h2 id="opt-outs-title">{o.optOuts.title}</h2>
      <p class="quiet">{o.optOuts.lead}</p>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          begin(optOuts.stop());
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
            onInput={(event) => optOuts.write(event.currentTarget.value)}
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
