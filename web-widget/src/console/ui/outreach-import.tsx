import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { endsFits, lastDay } from '../outreach/candidates.ts';
import { advertsIn, takenBack, wanted, type ImportView } from '../outreach/importing.ts';
import { SOURCES, type Source } from '../outreach/wire.ts';
import { languageName } from '../texts/format.ts';
import type { OutreachTexts } from '../texts/outreach-texts.ts';
import { begin } from './begin.ts';
import { Choice } from './choice.tsx';
import { Preview, Problems } from './outreach-preview.tsx';
import type { TabParts } from './outreach-page.tsx';
import { WRITTEN } from './outreach-release.tsx';
import { useTexts } from './room.ts';
import { Callout } from './tools.tsx';

/** A list of contacts: read, checked and shown before anything of it is kept. */
export function ImportTab(parts: TabParts): JSX.Element {
  const { stores, o } = parts;
  const { importing } = stores;
  const view = importing.view.value;
  // Nothing of the file stays after this part of the page; what is being kept goes on, and is told on return.
  useEffect(() => () => importing.leave(), [importing]);
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) await importing.read(new Uint8Array(await file.arrayBuffer()));
  };
  const idle = view.step === 'none' || view.step === 'refused';
  return (
    <section class="panel" aria-labelledby="import-title">
      <h2 id="import-title">{o.imports.title}</h2>
      <p class="quiet">{o.imports.lead}</p>
      {idle ? (
        <div class="file">
          <label class="ds-label" for="import-file">
            {o.imports.file}
          </label>
          <p class="quiet" id="import-file-hint">
            {o.imports.fileHint}
          </p>
          <input
            id="import-file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            aria-describedby="import-file-hint"
            onChange={(event) => {
              const field = event.currentTarget;
              begin(read(field.files?.[0]));
              field.value = '';
            }}
          />
        </div>
      ) : (
        <p>
          <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => importing.forget()}>
            {o.imports.forget}
          </button>
        </p>
      )}
      {view.why !== undefined && <Callout tone="danger" live="alert">{o.imports.refused[view.why]}</Callout>}
      {view.step === 'checking' && (
        <>
          <Progress view={view} label={o.imports.checking(view.done, view.of)} />
          {view.trouble !== undefined && view.trouble !== 'no-keys' && (
            <Callout tone="warning" live="alert">
              <p>{view.trouble === 'too-fast' ? o.imports.tooMany : o.refusals[view.trouble]}</p>
              <button type="button" class="ds-button" data-size="sm" onClick={() => begin(importing.check())}>
                {o.imports.checkAgain}
              </button>
            </Callout>
          )}
        </>
      )}
      {!idle && <Problems o={o} view={view} />}
      {!idle && view.step !== 'checking' && <Checked {...parts} view={view} />}
    </section>
  );
}

const Progress = ({ view, label }: { readonly view: ImportView; readonly label: string }): JSX.Element => (
  <div class="ds-field">
    <p role="status" id="import-progress">
      {label}
    </p>
    <progress aria-labelledby="import-progress" max={Math.max(1, view.of)} value={view.done} />
  </div>
);

function Checked(parts: TabParts & { readonly view: ImportView }): JSX.Element {
  const { stores, o, view } = parts;
  const { importing } = stores;
  const keeps = wanted(view).length;
  const without = takenBack(view);
  const { outcomes } = view;
  const [said, setSaid] = useState<Said>({ source: '', ends: '', language: 'nb' });
  return (
    <>
      <p>
        {o.imports.sums(view.candidates.length, advertsIn(view, said.source || 'advert'), view.numbers)} <strong>{o.imports.wanted(keeps)}</strong>
        {without > 0 && ` ${o.imports.takenBack(without)}`}
      </p>
      {(view.step === 'ready' || view.step === 'stopped') && keeps > 0 && <KeepForm {...parts} keeps={keeps} said={said} onSay={setSaid} />}
      {view.step === 'keeping' && (
        <>
          <Progress view={view} label={o.imports.keeping(view.done, view.of)} />
          <p>
            <button type="button" class="ds-button" data-variant="secondary" onClick={() => importing.stop()}>
              {o.imports.stop}
            </button>
          </p>
        </>
      )}
      {(view.step === 'stopped' || view.step === 'done') && (
        <Callout tone={view.step === 'done' ? 'success' : 'warning'} live="status">
          <p>{view.step === 'done' ? o.imports.kept(outcomes.kept) : o.imports.stopped(outcomes.kept, view.of)}</p>
          {view.trouble !== undefined && <p>{troubleText(o, view.trouble)}</p>}
          {outcomes.full > 0 && <p>{o.imports.full(outcomes.full)}</p>}
          {outcomes.tooLong > 0 && <p>{o.imports.tooLong(outcomes.tooLong)}</p>}
          {outcomes.noNumber > 0 && <p>{o.imports.noNumber(outcomes.noNumber)}</p>}
        </Callout>
      )}
      {view.step !== 'done' && <Preview o={o} view={view} />}
    </>
  );
}

function troubleText(o: OutreachTexts, why: NonNullable<ImportView['trouble']>): string {
  if (why === 'no-keys') return o.imports.noKeys;
  return why === 'words' ? o.imports.notTaken : o.refusals[why];
}

interface Said {
  readonly source: Source | '';
  readonly ends: string;
  readonly language: string;
}

/** Where the list comes from and when its cards are deleted: both must be said. */
function KeepForm(
  props: TabParts & { readonly view: ImportView; readonly keeps: number; readonly said: Said; readonly onSay: (said: Said) => void },
): JSX.Element {
  const t = useTexts();
  const { room, stores, o, view, keeps, said, onSay } = props;
  const { source, ends, language } = said;
  const [wrong, setWrong] = useState(false);
  const now = room.now.value;
  const keep = (): void => {
    const fits = source !== '' && endsFits(ends, now);
    setWrong(!fits);
    if (source !== '' && fits) begin(stores.importing.keep({ source, ends, language }));
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <div class="outreach-choices">
        <Choice
          id="import-source"
          label={o.imports.source}
          value={source}
          onChange={(next) => onSay({ ...said, source: SOURCES.find((each) => each === next) ?? '' })}
          options={[['', '–'], ...SOURCES.map((each) => [each, o.imports.sources[each]] as const)]}
        />
        <div class="ds-field">
          <label class="ds-label" for="import-ends">
            {o.imports.ends}
          </label>
          <input
            class="ds-input"
            type="date"
            id="import-ends"
            required
            max={lastDay(now)}
            aria-describedby="import-ends-hint"
            aria-invalid={wrong}
            value={ends}
            onInput={(event) => onSay({ ...said, ends: event.currentTarget.value })}
          />
          <p class="quiet" id="import-ends-hint">
            {o.imports.endsHint}
          </p>
        </div>
        <Choice
          id="import-language"
          label={o.imports.language}
          value={language}
          onChange={(next) => onSay({ ...said, language: next })}
          options={WRITTEN.map((tag) => [tag, languageName(t, tag)] as const)}
        />
      </div>
      {wrong && <Callout tone="warning" live="alert">{source === '' ? o.imports.source : o.imports.endsWrong}</Callout>}
      <div class="actions">
        <button type="submit" class="ds-button">
          {view.step === 'stopped' ? o.imports.goOn : o.imports.keep(keeps)}
        </button>
      </div>
    </form>
  );
}
