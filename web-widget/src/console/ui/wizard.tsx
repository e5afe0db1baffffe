import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { People, WizardFault, WizardView } from '../people/people.ts';
import type { Texts } from '../texts/texts.ts';
import { begin } from './begin.ts';
import { Icon } from './icons.tsx';
import { useTexts, type Room } from './room.ts';
import { Callout, Code, Copyable, Dialog } from './tools.tsx';

const STEPS: readonly WizardView['step'][] = ['make', 'download', 'upload', 'sign'];

/** First-run set-up of trust, in four steps. */
export function Wizard({ room, people }: { readonly room: Room; readonly people: People }): JSX.Element | null {
  const t = useTexts();
  const view = people.wizard.value;
  if (view === undefined) return null;
  const at = STEPS.indexOf(view.step);
  return (
    <Dialog title={view.later ? t.wizard.nextTitle : t.wizard.title} onClose={() => people.closeWizard()}>
      {at >= 0 && (
        <ol class="steps" aria-label={t.wizard.step(at + 1, STEPS.length)}>
          {STEPS.map((step, index) => (
            <li key={step} data-done={index < at} aria-current={index === at ? 'step' : undefined}>
              <span class="ds-sr-only">{t.wizard.step(index + 1, STEPS.length)}</span>
            </li>
          ))}
        </ol>
      )}
      {view.fault !== undefined && (
        <Callout tone="danger" live="alert">
          <p>{faultText(t, view.fault)}</p>
        </Callout>
      )}
      <Step room={room} people={people} view={view} />
    </Dialog>
  );
}

function faultText(t: Texts, fault: WizardFault): string {
  switch (fault) {
    case 'file':
      return t.wizard.faultFile;
    case 'key':
      return t.wizard.faultKey;
    case 'signature':
      return t.wizard.faultSignature;
    case 'server':
      return t.wizard.faultServer;
  }
}

function Step(props: { readonly room: Room; readonly people: People; readonly view: WizardView }): JSX.Element {
  const t = useTexts();
  const { people, view } = props;
  switch (view.step) {
    case 'make':
      return (
        <section class="step">
          <p class="quiet">{view.later ? t.wizard.nextLead : t.wizard.lead}</p>
          <h3>{t.wizard.makeTitle}</h3>
          <p>{t.wizard.makeText}</p>
          <button type="button" class="ds-button" onClick={() => begin(people.makeSigner())}>
            <Icon name="key" />
            {t.wizard.make}
          </button>
        </section>
      );
    case 'download':
      return (
        <section class="step">
          <h3>{t.wizard.downloadTitle}</h3>
          <p>{t.wizard.downloadText}</p>
          <button type="button" class="ds-button" onClick={() => begin(save(people))}>
            {t.wizard.download}
          </button>
          <div>
            <p class="ds-label">{t.wizard.commandLabel}</p>
            <pre tabIndex={0}>ops/havn keys sign signer-request.json</pre>
          </div>
          <button type="button" class="ds-button" data-variant="secondary" onClick={() => people.toUpload()}>
            {t.wizard.downloaded}
          </button>
        </section>
      );
    case 'upload':
      return <Upload people={people} />;
    case 'sign':
      return view.later ? <SignNext people={people} /> : <SignFirst people={people} />;
    case 'done':
      return (
        <section class="step">
          <Callout tone="success" live="status">
            <p>{t.wizard.done}</p>
          </Callout>
          {view.pin !== undefined && <Copyable label={t.wizard.pinLabel} value={view.pin} />}
          <button type="button" class="ds-button" onClick={() => people.closeWizard()}>
            {t.shell.close}
          </button>
        </section>
      );
  }
}

async function save(people: People): Promise<void> {
  const { name, text } = await people.request();
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function Upload({ people }: { readonly people: People }): JSX.Element {
  const t = useTexts();
  const [root, setRoot] = useState<File | undefined>(undefined);
  const [signer, setSigner] = useState<File | undefined>(undefined);
  const send = async (): Promise<void> => {
    if (root === undefined || signer === undefined) return;
    await people.upload(await root.text(), await signer.text());
  };
  return (
    <section class="step">
      <h3>{t.wizard.uploadTitle}</h3>
      <p>{t.wizard.uploadText}</p>
      <div class="file">
        <label class="ds-label" for="root-file">
          {t.wizard.rootFile}
        </label>
        <input id="root-file" type="file" accept=".json" onChange={(event) => setRoot(event.currentTarget.files?.[0])} />
      </div>
      <div class="file">
        <label class="ds-label" for="signer-file">
          {t.wizard.signerFile}
        </label>
        <input id="signer-file" type="file" accept=".json" onChange={(event) => setSigner(event.currentTarget.files?.[0])} />
      </div>
      <button
        type="button"
        class="ds-button"
        aria-disabled={root === undefined || signer === undefined}
        onClick={() => begin(send())}
      >
        {t.wizard.upload}
      </button>
    </section>
  );
}

function SignNext({ people }: { readonly people: People }): JSX.Element {
  const t = useTexts();
  return (
    <section class="step">
      <h3>{t.wizard.signNextTitle}</h3>
      <p>{t.wizard.signNextText}</p>
      <button type="button" class="ds-button" onClick={() => begin(people.signFirst())}>
        {t.wizard.signNext}
      </button>
    </section>
  );
}

function SignFirst({ people }: { readonly people: People }): JSX.Element {
  const t = useTexts();
  const waiting = people.devices.value?.filter((device) => device.state === 'pending') ?? [];
  return (
    <section class="step">
      <h3>{t.wizard.signTitle}</h3>
      <p>{t.wizard.signText}</p>
      <ul class="sign-list">
        {waiting.map((device) => (
          <li key={device.id}>
            <span class="strong">{device.name === '' ? t.people.nameless : device.name}</span>
            <Code code={device.code} />
          </li>
        ))}
      </ul>
      <button type="button" class="ds-button" onClick={() => begin(people.signFirst())}>
        {t.wizard.sign}
      </button>
    </section>
  );
}
