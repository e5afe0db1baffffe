/** What the console's screens see and may ask of the desk. Implemented by `desk.ts`. */

import type { ReadonlySignal } from '@preact/signals';
import type { FileRef } from '../letters/file-ref.ts';
import type { What } from '../seal/proposal.ts';
import type { Link, TalkView } from '../talk/view.ts';
import type { WhisperView } from '../talk/whispers.ts';
import type { Bar } from './able.ts';
import type { DangerView } from './danger.ts';

export interface LineEntry {
  /** Conversation, 32 hexadecimal digits. */
  readonly conversation: string;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  readonly since: number;
  readonly connected: boolean;
  /** Why they stand in front: the service left their last chat, they come back from a pause, or they say that they are in danger now. */
  readonly boost: 'none' | 'returned' | 'resumed' | 'danger';
  /** Whoever was asked let them pass a while ago: those behind may be taken. */
  readonly passed: boolean;
  /** Whom they wrote with last, when they wish for the same person. */
  readonly wish: Whom;
  /** Who is asked now; nobody else may take them meanwhile. */
  readonly offer: Whom;
  /** Genders and professions that they wish for. */
  readonly wishes: readonly string[];
  /** What they gave up, as `able.ts` reads it. */
  readonly relaxed: readonly string[];
  /** What keeps this person from taking them. */
  readonly bar: Bar | undefined;
}

/** The person at this device, a colleague, or nobody. */
export type Whom = 'me' | 'another' | 'nobody';

export interface DeskChat {
  readonly conversation: string;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  /** As the ring card says them, for example `gender:woman`. */
  readonly wishes: readonly string[];
  readonly since: number;
  /** When this device began with it. */
  readonly takenAt: number;
  /** For how many days a transcript is kept; 0, none is written. */
  readonly retentionDays: number;
  /** Fence of this device's claim. */
  readonly fence: bigint;
  readonly unread: number;
  /** `left`: it goes on without this device. */
  readonly ended: 'visitor' | 'staff' | 'gone' | 'limit' | 'deleted' | 'removed' | 'silent' | 'given' | 'left' | undefined;
  /** The visitor is quiet or away, and the chat takes no room. */
  readonly paused: boolean;
  /** Whether this device leads; otherwise it is a member beside the lead. */
  readonly leads: boolean;
  /** Who else is on duty, after {@link Desk.askColleagues}; undefined until the answer. */
  readonly colleagues: readonly ColleagueView[] | undefined;
  readonly talk: TalkView;
  /** What colleagues in the chat say to each other; no part of the talk, of its transcript, or of any visitor's page. */
  readonly whispers: WhisperView;
}

/** Ended or stopped: nothing more can be said in it on this device. */
export const isOver = ({ ended, talk }: DeskChat): boolean => ended !== undefined || talk.stopped !== undefined;

/** A colleague on duty whose device, name and role the roster confirms. */
export interface ColleagueView {
  /** Device id, 32 hexadecimal digits. */
  readonly device: string;
  readonly name: string;
  readonly salt: Uint8Array;
  readonly role: string;
  /** On no break and with room for one more. */
  readonly free: boolean;
  /** That they speak. */
  readonly languages: readonly string[];
  /** They say that they are of no community whose people write here. */
  readonly outside: boolean;
}

/** A colleague asks this person in; nothing of the chat is readable yet. */
export interface InvitationView {
  /** Conversation, 32 hexadecimal digits. */
  readonly conversation: string;
  readonly what: What;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  readonly since: number;
  readonly until: number;
}

export type DeviceState =
  /** No device key in this browser yet. */
  | 'none'
  /** Sent for enrolment; waits for the next roster. */
  | 'pending'
  /** The roster names exactly this device with exactly its key, role and services. */
  | 'rostered'
  /** The roster names this device with other keys, or no longer: red alarm, nothing works. */
  | 'alarm'
  /** This browser cannot keep keys safely. */
  | 'unsupported';

export interface DutyView {
  readonly state: 'off' | 'starting' | 'on' | 'break' | 'ending';
  /** End of the shift keys, ms since 1970. */
  readonly until: number | undefined;
  readonly services: readonly string[];
  readonly load: number;
  readonly capacity: number;
}

/** A sentence the person must see: the last refusal or failure. */
export interface Notice {
  readonly kind:
    | 'already-taken'
    | 'offered-to-another'
    | 'earlier-waits'
    | 'no-room'
    | 'language-missing'
    | 'not-for-you'
    | 'audiences-mixed'
    | 'nobody-beside'
    | 'lane-missing'
    | 'role-refused'
    | 'statement-refused'
    | 'not-on-duty'
    | 'not-yours'
    | 'chats-open'
    | 'invitation-pending'
    | 'invitation-gone'
    | 'chat-crowded'
    | 'journal-unavailable'
    | 'session-over'
    | 'replaced'
    | 'server-refused';
  readonly code: number | undefined;
}

export interface Desk {
  readonly link: ReadonlySignal<Link>;
  readonly device: ReadonlySignal<DeviceState>;
  readonly duty: ReadonlySignal<DutyView>;
  readonly line: ReadonlySignal<readonly LineEntry[]>;
  /** Services whose lines may be otherwise by now. */
  readonly lineUnknown: ReadonlySignal<ReadonlySet<string>>;
  readonly chats: ReadonlySignal<readonly DeskChat[]>;
  readonly invitations: ReadonlySignal<readonly InvitationView[]>;
  /** Calls for help out of chats whose visitors are in danger now. */
  readonly danger: ReadonlySignal<readonly DangerView[]>;
  /** Services in which somebody may be in danger without its being seen. */
  readonly dangerUnknown: ReadonlySignal<ReadonlySet<string>>;
  /** Chats from which nobody could be called. */
  readonly uncalled: ReadonlySignal<ReadonlySet<string>>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** The roster's note, for example "demo keys"; empty in production. */
  readonly rosterNote: ReadonlySignal<string>;
  dismissNotice(): void;
  /** Makes shift keys, has the device sign them and reports for duty. At most 14 h; 4 h by default. */
  goOnDuty(services: readonly string[]): Promise<void>;
  takeBreak(on: boolean): void;
  /** What this person can do has changed; the server is told at once. */
  abilitiesChanged(): void;
  /** Destroys the shift keys, or refuses with the notice `chats-open`. */
  goOffDuty(): Promise<void>;
  take(conversation: string): void;
  send(conversation: string, text: string): boolean;
  /** Says where a file is that the server keeps for the chat. */
  sendFile(conversation: string, file: FileRef): boolean;
  /** Marks that advice becomes care; `text` is what the service says about records. */
  care(conversation: string, text: string): boolean;
  /** Says something to the colleagues in the chat only. */
  whisper(conversation: string, text: string): boolean;
  typing(conversation: string): void;
  markRead(conversation: string): void;
  end(conversation: string): void;
  askColleagues(conversation: string): void;
  /** Asks the visitor whether a colleague of the list may join or take over. */
  propose(conversation: string, device: string, what: What): void;
  /** Calls the others on duty to a chat whose visitor is in danger now. */
  callForHelp(conversation: string): void;
  /** The sentence about a call that failed was read. */
  dismissUncalled(conversation: string): void;
  /** The lead says that nobody need come any more. */
  dangerOver(conversation: string): void;
  /** This person can come to a chat of somebody else. */
  canCome(conversation: string): void;
  /** This person has heard a call out of somebody else's chat, and cannot come. */
  cannotCome(conversation: string): void;
  /** This person has heard a call out of a chat that they are in. */
  hush(conversation: string): void;
  /** Asks the visitor whether somebody who can come may join. */
  letIn(conversation: string, device: string): void;
  /** Takes back what was proposed, while it has not happened. */
  withdraw(conversation: string): void;
  answerInvitation(conversation: string, accept: boolean): void;
  /** A member beside the lead goes. */
  leave(conversation: string): void;
  /** The lead lets a member read what was said before. */
  openPast(conversation: string, device: string): void;
  /** The lead takes a member out. */
  takeOut(conversation: string, device: string): void;
  /** Forgets an ended chat on this screen. */
  dismiss(conversation: string): void;
  close(): void;
}
