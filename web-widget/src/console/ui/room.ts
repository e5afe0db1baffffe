/** What the screens share: the words, and the room they show. */

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { Archives } from '../archive/archives.ts';
import type { Audit } from '../audit/audit.ts';
import type { Desk } from '../desk-view.ts';
import type { ChatFiles, Inbox, Media } from '../inbox/inbox-view.ts';
import type { Following } from '../login/following.ts';
import type { Adding, Me } from '../login/me.ts';
import type { BringBack } from '../recovery/bring-back.ts';
import type { Offer } from '../recovery/offer.ts';
import type { Reminders } from '../reminders/reminders.ts';
import type { Renewal } from '../renewal/renewal.ts';
import type { ServiceDesks } from '../service-desk/service-desks.ts';
import type { Services } from '../services/services.ts';
import type { Shifts } from '../shifts/shifts.ts';
import type { Notes } from '../notes/notes.ts';
import type { Outreach } from '../outreach/stores.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { EnrolTrouble } from '../start/enrolling.ts';
import type { Preferences } from '../stores/preferences.ts';
import type { Workspace } from '../stores/workspace.ts';
import { nb } from '../texts/nb.ts';
import type { Texts } from '../texts/texts.ts';

export const TextsContext = createContext<Texts>(nb);
export const useTexts = (): Texts => useContext(TextsContext);

/** What {@link BringBack} does, and going on afterwards. */
export interface Back {
  readonly view: BringBack['view'];
  withPasskey(): Promise<void>;
  withDigits(typed: string): Promise<void>;
  /** Makes a new device instead. */
  asNew(): void;
  /** The person has read that the device is back. */
  seen(): void;
}

/** One signed-in person's console. */
export interface Room {
  /** With the services as the server says them now: a screen that reads it follows them. */
  readonly me: Me;
  readonly following: Pick<Following, 'changes' | 'seen' | 'isNew'>;
  readonly desk: Desk;
  readonly work: Workspace;
  /** Id of this browser's device, hexadecimal; undefined before there is one. */
  readonly device: ReadonlySignal<string | undefined>;
  /** For auditors, who have nothing else. */
  readonly audit: Audit | undefined;
  /** For those whose role reads letters. */
  readonly inbox: Inbox | undefined;
  /** For those whose role reads letters, when one of their services keeps transcripts. */
  readonly archives: Archives | undefined;
  /** Chats whose transcript cannot be written at the moment. */
  readonly unwritten: ReadonlySignal<ReadonlySet<string>>;
  /** Chats of which nothing more is written though their visitors were told of a transcript. */
  readonly unkept: ReadonlySignal<ReadonlySet<string>>;
  /** For those whose devices may renew the list. */
  readonly renewal: Renewal | undefined;
  /** What visitors are told of this person's services. */
  readonly serviceDesks: ServiceDesks;
  /** For coordinators. */
  readonly services: Services | undefined;
  /** For everybody but auditors. */
  readonly shifts: Shifts | undefined;
  /** For everybody who can have shifts, where texts can be sent. */
  readonly reminders: Reminders | undefined;
  /** For everybody but auditors. */
  readonly tasks: Tasks | undefined;
  /** For those whose role reads letters. */
  readonly notes: Notes | undefined;
  /** For those whose role reads letters, where texts can be sent. */
  readonly outreach: Outreach | undefined;
  readonly media: Media;
  /** Files of a chat that this person is in. */
  filesOf(conversation: string): ChatFiles;
  readonly preferences: Preferences;
  /** This device's time, ms since 1970; moves every few seconds. */
  readonly now: ReadonlySignal<number>;
  /** Code of this browser's device key, six groups of five digits; undefined before there is one. */
  readonly code: ReadonlySignal<string | undefined>;
  /** Why this browser could not be enrolled. */
  readonly trouble: ReadonlySignal<EnrolTrouble>;
  enrolAgain(): void;
  /** A spare for a device made just now. */
  readonly offer: Offer;
  /** A device of before, in a browser without a key. */
  readonly back: Back;
  signOut(): void;
  /** Makes a passkey for this person. */
  addPasskey(): Promise<Adding>;
  /** Whether this browser can make passkeys. */
  readonly passkeys: boolean;
  /** Asks the browser for leave to show notifications. */
  allowNotifications(): Promise<boolean>;
}

/** Shown name of a service of this person; its id when unknown. */
export const serviceName = (me: Me, id: string): string => me.services.find((service) => service.id === id)?.name ?? id;
