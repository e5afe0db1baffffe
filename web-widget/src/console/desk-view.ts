/** What the console's screens see and may ask of the desk. Implemented by `desk.ts`. */

import type { ReadonlySignal } from '@preact/signals';
import type { Link, TalkView } from '../talk/view.ts';

export interface LineEntry {
  /** Conversation, 32 hexadecimal digits. */
  readonly conversation: string;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  readonly since: number;
  readonly connected: boolean;
}

export interface DeskChat {
  readonly conversation: string;
  readonly service: string;
  readonly lane: string;
  readonly language: string;
  /** As the ring card says them, for example `gender:woman`. */
  readonly wishes: readonly string[];
  readonly since: number;
  readonly unread: number;
  readonly ended: 'visitor' | 'staff' | 'gone' | 'limit' | undefined;
  readonly talk: TalkView;
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
    | 'no-room'
    | 'role-refused'
    | 'statement-refused'
    | 'not-on-duty'
    | 'not-yours'
    | 'chats-open'
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
  readonly chats: ReadonlySignal<readonly DeskChat[]>;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** The roster's note, for example "demo keys"; empty in production. */
  readonly rosterNote: ReadonlySignal<string>;
  dismissNotice(): void;
  /** Makes shift keys, has the device sign them and reports for duty. At most 14 h; 4 h by default. */
  goOnDuty(services: readonly string[]): Promise<void>;
  takeBreak(on: boolean): void;
  /** Destroys the shift keys, or refuses with the notice `chats-open`. */
  goOffDuty(): Promise<void>;
  take(conversation: string): void;
  send(conversation: string, text: string): boolean;
  typing(conversation: string): void;
  markRead(conversation: string): void;
  end(conversation: string): void;
  /** Forgets an ended chat on this screen. */
  dismiss(conversation: string): void;
  close(): void;
}
