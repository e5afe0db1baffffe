/** Every sentence of the console. A language is complete or the build fails. */

import type { LaneNames } from '../../kernel/lanes.ts';
import type { AbleTexts } from './able-texts.ts';
import type { Changed } from '../people/people.ts';
import type { RecoveryTexts } from './recovery-texts.ts';
import type { HoursTexts } from './hours-texts.ts';
import type { RoundsTexts } from './rounds-texts.ts';
import type { ServicesTexts } from './services-texts.ts';
import type { RemindersTexts } from './reminders-texts.ts';
import type { ShiftsTexts } from './shifts-texts.ts';
import type { NotesTexts } from './notes-texts.ts';
import type { OutreachTabTexts } from './outreach-tab-texts.ts';
import type { TasksTexts } from './tasks-texts.ts';
import type { RenewalTexts } from './renewal-texts.ts';
import type { Notice } from '../desk-view.ts';
import type { StopReason } from '../../talk/stop.ts';
import type { ArchiveTexts } from './archive-texts.ts';
import type { InboxTexts } from './inbox-texts.ts';
import type { CareTexts } from './care-texts.ts';
import type { CompanyTexts } from './company-texts.ts';
import type { DangerTexts } from './danger-texts.ts';
import type { FilesTexts } from './files-texts.ts';
import type { WhispersTexts } from './whispers-texts.ts';

/** `nb` is Norwegian bokmål. */
export type Language = 'nb' | 'en';

export interface ShellTexts {
  readonly product: string;
  readonly skip: string;
  readonly duty: string;
  readonly people: string;
  readonly journal: string;
  readonly figures: string;
  readonly pages: string;
  readonly views: string;
  readonly viewLine: string;
  readonly viewChat: string;
  readonly viewAbout: string;
  readonly keys: string;
  readonly settings: string;
  readonly signedInAs: (name: string, role: string) => string;
  readonly signOut: string;
  readonly close: string;
  readonly cancel: string;
  readonly demoBanner: string;
  readonly noteBanner: (note: string) => string;
  readonly reconnecting: string;
  readonly connecting: string;
  readonly dismiss: string;
  readonly copy: string;
  readonly copied: string;
}

export interface LoginTexts {
  readonly title: string;
  readonly lead: string;
  readonly passkey: string;
  readonly passkeyWaiting: string;
  readonly noPasskeys: string;
  readonly linkChecking: string;
  readonly linkRefused: string;
  readonly passkeyRefused: string;
  readonly passkeyCancelled: string;
  readonly sessionOver: string;
  readonly signedOut: string;
  readonly unreachable: string;
  readonly tooMany: string;
  readonly firstTime: string;
  readonly addTitle: string;
  readonly addWhy: string;
  readonly add: string;
  readonly addLater: string;
  readonly added: string;
  readonly addFailed: string;
  readonly addNotHere: string;
}

export interface DeviceTexts {
  readonly making: string;
  readonly revokedTitle: string;
  readonly revokedText: string;
  readonly pendingTitle: string;
  readonly pendingText: string;
  readonly pendingDemo: string;
  readonly codeLabel: string;
  readonly codeHelp: string;
  readonly alarmTitle: string;
  readonly alarmText: string;
  readonly alarmDo: string;
  readonly unsupportedTitle: string;
  readonly unsupportedText: string;
  readonly unsupportedDo: string;
  readonly failed: string;
  readonly retry: string;
  readonly ready: string;
  readonly honest: string;
}

export interface DutyTexts {
  readonly on: string;
  readonly off: string;
  readonly onBreak: string;
  readonly starting: string;
  readonly ending: string;
  readonly until: (time: string) => string;
  readonly capacity: (load: number, capacity: number) => string;
  readonly startTitle: string;
  readonly interpreterText: string;
  readonly startText: string;
  readonly traineeText: string;
  readonly services: string;
  readonly start: string;
  readonly startHint: string;
  readonly chooseOne: string;
  readonly noServices: string;
  readonly volunteerTitle: string;
  readonly volunteerText: string;
  readonly traineeNoShift: string;
  readonly roleTitle: string;
  readonly roleText: string;
  readonly takeBreak: string;
  readonly endBreak: string;
  readonly breakText: string;
  readonly end: string;
  readonly endText: string;
  readonly endBlocked: (open: number) => string;
  readonly yours: string;
}

export interface LineTexts {
  /** What is shown may be true no longer. */
  readonly unknown: string;
  readonly title: string;
  readonly waiting: (count: number) => string;
  readonly empty: string;
  readonly emptyOff: string;
  readonly take: string;
  readonly takeFirst: string;
  readonly takeThis: (service: string, language: string, waited: string) => string;
  readonly full: string;
  readonly away: string;
  readonly here: string;
  readonly waited: string;
  readonly othersAsked: string;
  readonly offered: Readonly<Record<'me' | 'another', string>>;
    readonly boost: Readonly<Record<'returned' | 'resumed' | 'danger', string>>;
  readonly lanes: LaneNames;
}

export interface ChatTexts {
  /** Somebody waits so many minutes for an answer. */
  readonly overdue: (minutes: number) => string;
  readonly overdueHint: string;
  readonly mine: string;
  readonly none: string;
  readonly name: (letter: string) => string;
  readonly chosenNone: string;
  readonly chosenNoneHint: (waiting: number) => string;
  readonly offTitle: string;
  readonly visitor: string;
  readonly you: string;
  readonly log: string;
  readonly write: string;
  readonly writeHint: string;
  readonly send: string;
  readonly ticks: { readonly held: string; readonly stored: string; readonly seen: string };
  readonly typing: string;
  readonly unread: (count: number) => string;
  readonly newMessage: string;
  readonly connected: string;
  readonly disconnected: string;
  readonly sealed: string;
  readonly sealing: string;
  readonly maySoon: string;
  readonly tooLong: (over: number) => string;
  readonly stopped: Readonly<Record<StopReason, string>>;
  readonly stoppedTitle: string;
  readonly ended: Readonly<Record<'visitor' | 'staff' | 'gone' | 'limit' | 'deleted' | 'removed' | 'silent' | 'given' | 'left', string>>;
    readonly paused: string;
  readonly endedGone: string;
  readonly dismiss: string;
  readonly back: string;
  readonly begin: string;
  readonly began: (time: string) => string;
}

export interface AboutTexts {
  readonly title: string;
  readonly back: string;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  readonly rang: string;
  readonly wishes: string;
  readonly wish: Readonly<Record<string, string>>;
  readonly readers: string;
  readonly readersOver: string;
  readonly readersCount: (count: number) => string;
  readonly readersWhy: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly emergency: string;
  /** Lines answered by the police are named so. */
  readonly numbers: readonly { readonly number: string; readonly what: string }[];
  readonly end: string;
  readonly endShort: string;
  readonly endWhy: string;
  readonly endAsk: (letter: string) => string;
  readonly endYes: string;
  readonly endNo: string;
}

export interface KeysTexts {
  readonly title: string;
  readonly take: string;
  readonly next: string;
  readonly previous: string;
  readonly nth: string;
  readonly write: string;
  readonly leave: string;
  readonly send: string;
  readonly newline: string;
  readonly pause: string;
  readonly end: string;
  readonly overlay: string;
  readonly single: string;
  readonly singleWhy: string;
  readonly offNow: string;
}

export interface SettingsTexts {
  readonly title: string;
  readonly language: string;
  readonly look: string;
  readonly auto: string;
  readonly light: string;
  readonly dark: string;
  readonly sound: string;
  readonly soundWhy: string;
  readonly notify: string;
  readonly notifyWhy: string;
  readonly notifyRefused: string;
  readonly waitingOne: string;
  readonly waitingMany: (count: number) => string;
  readonly newAnswer: string;
  readonly overdue: string;
  readonly passkeys: (count: number) => string;
}

export interface PeopleTexts {
  readonly title: string;
  readonly lead: string;
  readonly loading: string;
  readonly failed: string;
  readonly devices: string;
  readonly noDevices: string;
  readonly pending: string;
  readonly rostered: string;
  readonly revoked: string;
  readonly nameless: string;
  readonly thisDevice: string;
  readonly code: string;
  readonly compare: string;
  readonly services: string;
  readonly approve: string;
  readonly approveNamed: (name: string) => string;
  readonly revoke: string;
  readonly revokeNamed: (name: string) => string;
  readonly revokeAsk: (name: string) => string;
  readonly revokeWhy: string;
  readonly revokeWhich: string;
  readonly since: (when: string) => string;
  readonly revokeYes: string;
  readonly published: (version: number) => string;
  readonly refused: string;
  readonly demoSigner: string;
  readonly otherSigner: string;
  readonly thisSigner: (until: string) => string;
  readonly rosterState: (version: number, until: string) => string;
  readonly rosterNone: string;
  readonly renew: string;
  readonly renewSoon: string;
  readonly inviteTitle: string;
  readonly inviteText: string;
  readonly name: string;
  readonly role: string;
  readonly invite: string;
  readonly inviteRefused: string;
  readonly linkTitle: (name: string) => string;
  readonly linkText: string;
  readonly link: string;
  readonly linkDone: string;
  readonly nameMissing: string;
  readonly staff: string;
  readonly you: string;
  readonly elsewhere: (n: number) => string;
  readonly change: string;
  readonly changeNamed: (name: string) => string;
  readonly changeTitle: (name: string) => string;
  readonly changeWhy: string;
  readonly changeSave: string;
  readonly changeFault: Readonly<Record<Exclude<Changed, 'done'>, string>>;
  readonly notAll: string;
  readonly off: string;
  readonly offAsk: (name: string) => string;
  readonly offWhy: string;
  readonly offYes: string;
  readonly behind: (names: string) => string;
  readonly behindElsewhere: string;
  readonly follow: string;
}

export interface WizardTexts {
  readonly title: string;
  readonly lead: string;
  readonly open: string;
  readonly step: (n: number, of: number) => string;
  readonly makeTitle: string;
  readonly makeText: string;
  readonly make: string;
  readonly downloadTitle: string;
  readonly downloadText: string;
  readonly download: string;
  readonly commandLabel: string;
  readonly downloaded: string;
  readonly uploadTitle: string;
  readonly uploadText: string;
  readonly rootFile: string;
  readonly signerFile: string;
  readonly upload: string;
  readonly signTitle: string;
  readonly signText: string;
  readonly sign: string;
  readonly openNext: string;
  readonly openOver: string;
  readonly nextTitle: string;
  readonly nextLead: string;
  readonly signNextTitle: string;
  readonly signNextText: string;
  readonly signNext: string;
  readonly done: string;
  readonly pinLabel: string;
  readonly startAgain: string;
  readonly faultFile: string;
  readonly faultKey: string;
  readonly faultSignature: string;
  readonly faultServer: string;
}

export interface Texts {
  readonly language: Language;
  /** For Intl, BCP 47. */
  readonly locale: string;
  readonly languageName: string;
  readonly shell: ShellTexts;
  readonly login: LoginTexts;
  readonly device: DeviceTexts;
  readonly duty: DutyTexts;
  readonly able: AbleTexts;
  readonly line: LineTexts;
  readonly chat: ChatTexts;
  readonly about: AboutTexts;
  readonly care: CareTexts;
  readonly company: CompanyTexts;
  readonly danger: DangerTexts;
  readonly whispers: WhispersTexts;
  readonly files: FilesTexts;
  readonly keys: KeysTexts;
  readonly settings: SettingsTexts;
  readonly inbox: InboxTexts;
  readonly archive: ArchiveTexts;
  readonly people: PeopleTexts;
  readonly wizard: WizardTexts;
  readonly renewal: RenewalTexts;
  readonly hours: HoursTexts;
  readonly services: ServicesTexts;
  readonly rounds: RoundsTexts;
  readonly shifts: ShiftsTexts;
  readonly reminders: RemindersTexts;
  readonly tasks: TasksTexts;
  readonly notes: NotesTexts;
  readonly outreach: OutreachTabTexts;
  readonly recovery: RecoveryTexts;
  readonly notices: Readonly<Record<Notice['kind'], string>>;
  /** Spoken to screen readers beside a number of the code table. */
  readonly code: (code: number) => string;
  readonly time: {
    readonly now: string;
    readonly minutes: (n: number) => string;
    readonly hours: (h: number, m: number) => string;
  };
}
