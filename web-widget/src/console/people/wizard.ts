/** A new signing key, the first one or a later one: make it, download the request, upload the answer, sign the next list. */

import { signal } from '@preact/signals';
import type { Clock } from '../../kernel/clock.ts';
import type { Http } from '../login/http.ts';
import { readAnswers } from './answer-files.ts';
import type { People, WizardFault, WizardView } from './people.ts';
import type { SignerKey } from './signer-key.ts';

/** Where this browser keeps the roster signer's key. */
export interface SignerStore {
  read(): Promise<SignerKey | undefined>;
  /** The key that waits for its answer. */
  readNext(): Promise<SignerKey | undefined>;
  makeNext(now: number): Promise<SignerKey>;
  /** From now on the next key signs. */
  useNext(): Promise<void>;
  request(key: SignerKey): Promise<string>;
}

interface Parts {
  readonly http: Http;
  readonly clock: Clock;
  readonly signers: SignerStore;
  /** Told the pin of the root set that the server has taken. */
  pinned(pin: string): void;
  /** Whether there was a list before. */
  later(): boolean;
  /** Whether the key here is the published one, and only its list is missing: the page was closed half-way. */
  half(): boolean;
  /** Signs and publishes the next version; false when it was refused. */
  signFirst(): Promise<boolean>;
}

type Wizard = Pick<
  People,
  'wizard' | 'openWizard' | 'closeWizard' | 'makeSigner' | 'request' | 'toUpload' | 'upload' | 'signFirst'
>;

export function createWizard(parts: Parts): Wizard {
  const { http, clock, signers } = parts;
  const wizard = signal<WizardView | undefined>(undefined);
  const at = (step: WizardView['step'], fault?: WizardFault): void => {
    wizard.value = { step, fault, pin: wizard.value?.pin, later: parts.later() };
  };
  const publish = async (path: string, document: unknown): Promise<boolean> => {
    const answer = await http.post(path, document);
    // 409: this very document was published before, for example when the page was reloaded half-way.
    return answer.kind === 'ok' || (answer.kind === 'refused' && answer.status === 409);
  };
  const signFirst = async (): Promise<void> => {
    if (await parts.signFirst()) at('done');
    else at('sign', 'server');
  };
  return {
    wizard,
    openWizard() {
      at(parts.half() ? 'sign' : 'make');
    },
    closeWizard() {
      wizard.value = undefined;
    },
    async makeSigner() {
      // A key that already waits for its answer is kept: its request may be on its way.
      if ((await signers.readNext()) === undefined) await signers.makeNext(clock.now());
      at('download');
    },
    async request() {
      const key = await signers.readNext();
      return { name: 'signer-request.json', text: key === undefined ? '' : await signers.request(key) };
    },
    toUpload() {
      at('upload');
    },
    async upload(root, signer) {
      const key = await signers.readNext();
      const reading = readAnswers(root, signer, key?.ed25519 ?? new Uint8Array(0));
      if (reading.kind === 'bad') {
        at('upload', reading.fault);
        return;
      }
      const { answers } = reading;
      const taken = (await publish('/api/trust/root', answers.root)) && (await publish('/api/trust/signer', answers.signer));
      if (!taken) {
        at('upload', 'server');
        return;
      }
      await signers.useNext();
      parts.pinned(answers.pin);
      wizard.value = { step: 'sign', fault: undefined, pin: answers.pin, later: parts.later() };
      // Until the next list nobody can verify anything: no second press between the two.
      if (parts.later()) await signFirst();
    },
    signFirst,
  };
}
