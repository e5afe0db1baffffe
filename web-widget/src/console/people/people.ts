/** What the page "People and devices" shows and may ask for. */

import type { ReadonlySignal } from '@preact/signals';

export interface DeviceRow {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** Id of its person, as the server says; 32 hexadecimal digits. */
  readonly staff: string;
  /** Shown name of its person, checked against the name hash of the entry; empty when it is not known or does not fit. */
  readonly name: string;
  readonly role: string;
  readonly services: readonly string[];
  readonly state: 'pending' | 'rostered' | 'revoked';
  /** Six groups of five digits, computed here from its id and key. */
  readonly code: string;
  /** When the server first saw it, ms since 1970; undefined for a device that only the list knows. */
  readonly enrolled: number | undefined;
  /** The browser that shows this page. */
  readonly mine: boolean;
  /** What the list says of it is no longer so: its person's role or services changed, or they are gone. */
  readonly behind: 'no' | 'changed' | 'gone';
}

/** Somebody of one's own services, as the server says. */
export interface Person {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Those that are one's own. */
  readonly services: readonly string[];
  /** How many others there are. */
  readonly elsewhere: number;
}

/** What came of a change to a person; `needed`: somebody has to lead each service, and everybody has one at least. */
export type Changed = 'done' | 'not-yours' | 'gone' | 'needed' | 'failed';

export type Signing =
  /** A separate process signs; the demo only. */
  | { readonly kind: 'demo' }
  /** This browser holds the signing key until then, ms since 1970. */
  | { readonly kind: 'here'; readonly until: number }
  /** Another browser holds it. */
  | { readonly kind: 'elsewhere' }
  /** Trust was never set up. */
  | { readonly kind: 'none' };

export interface RosterState {
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

export type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'refused' };

export type WizardFault = 'file' | 'key' | 'signature' | 'server';

export interface WizardView {
  readonly step: 'make' | 'download' | 'upload' | 'sign' | 'done';
  readonly fault: WizardFault | undefined;
  /** Known from the upload on. */
  readonly pin: string | undefined;
  /** There is a list already, which the next one follows. */
  readonly later: boolean;
}

export interface People {
  /** Undefined until they are fetched. */
  readonly devices: ReadonlySignal<readonly DeviceRow[] | undefined>;
  readonly staff: ReadonlySignal<readonly Person[] | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  readonly roster: ReadonlySignal<RosterState | undefined>;
  readonly signing: ReadonlySignal<Signing>;
  readonly outcome: ReadonlySignal<Outcome>;
  /** The one-time link made last, until it is forgotten. */
  readonly link: ReadonlySignal<{ readonly name: string; readonly address: string } | undefined>;
  /** Undefined while the wizard is closed. */
  readonly wizard: ReadonlySignal<WizardView | undefined>;
  load(): Promise<void>;
  approve(id: string): Promise<void>;
  revoke(id: string): Promise<void>;
  /** Gives a person this role and, of one's own services, these; then the list, when this browser signs it. */
  change(person: Person, role: string, services: readonly string[]): Promise<Changed>;
  /** Ends a person; their devices leave the list, when this browser signs it. */
  offBoard(person: Person): Promise<Changed>;
  /** Signs a list that says of every device what this page shows. */
  follow(): Promise<void>;
  /** Signs the same devices again, for eight more days. */
  renew(): Promise<void>;
  /** False when the server refused. */
  invite(name: string, role: string, services: readonly string[]): Promise<boolean>;
  /** A one-time link for somebody who exists. False when the server refused. */
  inviteAgain(staff: string, name: string): Promise<boolean>;
  forgetLink(): void;
  openWizard(): void;
  closeWizard(): void;
  makeSigner(): Promise<void>;
  /** The request file's name and text. */
  request(): Promise<{ readonly name: string; readonly text: string }>;
  toUpload(): void;
  upload(root: string, signer: string): Promise<void>;
  signFirst(): Promise<void>;
}
