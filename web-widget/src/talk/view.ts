/** What a screen may know of a sealed conversation. */

import type { FileRef } from '../letters/file-ref.ts';
import type { What } from '../seal/proposal.ts';
import type { StopReason } from './stop.ts';

/** How far one of our own messages has come. Each step is proven, not assumed. */
export type Tick =
  /** Sealed or waiting to be sealed; still only in this page. */
  | 'held'
  /** In the server's stream (ciphertext). */
  | 'stored'
  /** The other person's device has sealed a receipt over it. */
  | 'seen';

export interface Message {
  /** Message id, 32 hexadecimal digits. */
  readonly id: string;
  readonly from: 'me' | 'them' | 'page';
  /** Shown name of the author when it is staff. */
  readonly name: string | undefined;
  readonly text: string;
  /** This device's time of sending or receiving, ms since 1970. */
  readonly at: number;
  readonly tick: Tick | undefined;
  /** A file that was sent; `text` is empty then. */
  readonly file?: FileRef;
  /** The service's words about records: from here on advice is care. */
  readonly care?: boolean;
  /** What happened, when it is no words but the page's own line. */
  readonly event?: TalkEvent;
}

/** Something about who is in the chat. */
export interface TalkEvent {
  readonly kind:
    /** The visitor is asked whether this colleague may join. */
    | 'asked-join'
    | 'asked-handover'
    | 'yes'
    | 'no'
    /** The lead took the question back. */
    | 'withdrawn'
    /** The visitor wants this colleague to go. */
    | 'unwanted'
    | 'joined'
    /** The same, to read only. */
    | 'watches'
    | 'left'
    /** This colleague can now read what was said before. */
    | 'history'
    /** This colleague leads from here on. */
    | 'leads';
  readonly name: string;
  /** As the roster says it; empty where it does not matter. */
  readonly role: string;
}

/** A question to the visitor that stands. */
export interface Question {
  readonly what: What;
  /** Device id, 32 hexadecimal digits. */
  readonly device: string;
  readonly name: string;
  readonly role: string;
  readonly state: 'asked' | 'yes';
}

/** One member of the running epoch besides this device. */
export interface Member {
  readonly slot: number;
  readonly kind: 'visitor' | 'staff';
  /** Shown name from the grant, verified against the roster; empty for the visitor. */
  readonly name: string;
  /** Role from the roster; empty for the visitor. */
  readonly role: string;
  /** Device id, 32 hexadecimal digits; zeros for the visitor. */
  readonly device?: string;
  readonly lead?: boolean;
}

/** Whether frames flow now. */
export type Link = 'connecting' | 'live' | 'reconnecting';

export interface TalkView {
  readonly members: readonly Member[];
  readonly messages: readonly Message[];
  readonly link: Link;
  /** True only when the last envelope really sent or opened was sealed under the running epoch. */
  readonly sealed: boolean;
  /** Whether the other side has a connection now. */
  readonly peerConnected: boolean;
  /** The other side is typing (signal within the last 6 s). */
  readonly peerTyping: boolean;
  /** False while 64 messages are unseen or the epoch must be renewed first: the page keeps the text. */
  readonly maySend: boolean;
  /** This page was loaded anew: until the next epoch it can only read. */
  readonly reading?: boolean;
  readonly stopped: StopReason | undefined;
  readonly question?: Question | undefined;
}
