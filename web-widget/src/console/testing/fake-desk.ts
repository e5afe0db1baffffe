/** A desk that does nothing but show what it was given. For the gallery and tests of the screens. */

import { signal, type Signal } from '@preact/signals';
import type { Message, TalkView } from '../../talk/view.ts';
import type { DangerView } from '../danger.ts';
import type { Desk, DeskChat, DeviceState, DutyView, InvitationView, LineEntry, Notice } from '../desk-view.ts';
import type { Link } from '../../talk/view.ts';
import type { WhisperView } from '../../talk/whispers.ts';

/** 22:41 on a Tuesday in Oslo. */
export const NOW = Date.parse('2026-11-24T21:41:00Z');
const MINUTE = 60_000;

export interface FakeDesk extends Desk {
  readonly link: Signal<Link>;
  readonly device: Signal<DeviceState>;
  readonly duty: Signal<DutyView>;
  readonly line: Signal<readonly LineEntry[]>;
  readonly lineUnknown: Signal<ReadonlySet<string>>;
  readonly chats: Signal<readonly DeskChat[]>;
  readonly invitations: Signal<readonly InvitationView[]>;
  readonly danger: Signal<readonly DangerView[]>;
  readonly dangerUnknown: Signal<ReadonlySet<string>>;
  readonly uncalled: Signal<ReadonlySet<string>>;
  readonly notice: Signal<Notice | undefined>;
  readonly rosterNote: Signal<string>;
  /** What was asked of it, in order. */
  readonly asked: string[];
}

export const id = (n: number): string => n.toString(16).padStart(32, '0');

export function entry(n: number, minutes: number, more: Partial<LineEntry> = {}): LineEntry {
  const usual = { service: 'pro-mann', lane: 'self', language: 'nb', connected: true, passed: false, boost: 'none', wish: 'nobody', offer: 'nobody', wishes: [], relaxed: [], bar: undefined } as const;
  return { conversation: id(n), since: NOW - minutes * MINUTE, ...usual, ...more };
}

export function said(from: Message['from'], minutes: number, text: string, more: Partial<Message> = {}): Message {
  const tick = from === 'me' ? 'seen' : undefined;
  return { id: `${from}${minutes}${text}`, from, name: undefined, text, at: NOW - minutes * MINUTE, tick, ...more };
}

export const talk = (messages: readonly Message[], more: Partial<TalkView> = {}): TalkView => ({
  members: [{ slot: 0, kind: 'visitor', name: '', role: '' }],
  messages,
  link: 'live',
  sealed: true,
  peerConnected: true,
  peerTyping: false,
  maySend: true,
  stopped: undefined,
  ...more,
});

export const ALONE: WhisperView = { messages: [], together: false, maySend: false, full: false };

export function chat(n: number, minutes: number, view: TalkView, more: Partial<DeskChat> = {}): DeskChat {
  const place = { service: 'pro-mann', lane: 'self', language: 'nb', wishes: [], takenAt: NOW };
  const usual = { ...place, retentionDays: 0, fence: 1n, unread: 0, ended: undefined, paused: false,
    leads: true, colleagues: undefined, whispers: ALONE };
  return { conversation: id(n), since: NOW - minutes * MINUTE, talk: view, ...usual, ...more };
}

export function call(n: number, more: Partial<DangerView> = {}): DangerView {
  const usual = { service: 'pro-mann', language: 'nb', caller: 'visitor', lead: 'another', leadName: 'Ingrid' } as const;
  return { conversation: id(n), since: NOW - MINUTE, alone: false, coming: [], heard: [], hushed: false, over: false, ...usual, ...more };
}

export const onDuty = (load: number, state: DutyView['state'] = 'on'): DutyView => ({
  state,
  until: NOW + 218 * MINUTE,
  services: ['pro-mann', 'nadheim'],
  load,
  capacity: 3,
});

export const OFF: DutyView = { state: 'off', until: undefined, services: [], load: 0, capacity: 0 };

export function fakeDesk(): FakeDesk {
  const asked: string[] = [];
  const ask = (what: string): void => {
    asked.push(what);
  };
  return {
    link: signal<Link>('live'),
    device: signal<DeviceState>('rostered'),
    duty: signal<DutyView>(OFF),
    line: signal<readonly LineEntry[]>([]),
    lineUnknown: signal<ReadonlySet<string>>(new Set()),
    chats: signal<readonly DeskChat[]>([]),
    invitations: signal<readonly InvitationView[]>([]),
    danger: signal<readonly DangerView[]>([]),
    dangerUnknown: signal<ReadonlySet<string>>(new Set()),
    uncalled: signal<ReadonlySet<string>>(new Set()),
    notice: signal<Notice | undefined>(undefined),
    rosterNote: signal(''),
    asked,
    dismissNotice: () => ask('dismissNotice'),
    goOnDuty: (services) => {
      ask(`goOnDuty ${services.join(' ')}`);
      return Promise.resolve();
    },
    abilitiesChanged: () => ask('abilitiesChanged'),
    takeBreak: (on) => ask(`takeBreak ${String(on)}`),
    goOffDuty: () => {
      ask('goOffDuty');
      return Promise.resolve();
    },
    take: (conversation) => ask(`take ${conversation}`),
    send: (conversation, text) => {
      ask(`send ${conversation} ${text}`);
      return true;
    },
    sendFile: (conversation, { type }) => {
      ask(`sendFile ${conversation} ${type}`);
      return true;
    },
    care: (conversation, text) => {
      ask(`care ${conversation} ${text}`);
      return true;
    },
    whisper: (conversation, text) => {
      ask(`whisper ${conversation} ${text}`);
      return true;
    },
    typing: (conversation) => ask(`typing ${conversation}`),
    markRead: (conversation) => ask(`markRead ${conversation}`),
    end: (conversation) => ask(`end ${conversation}`),
    askColleagues: (conversation) => ask(`askColleagues ${conversation}`),
    propose: (conversation, device, what) => ask(`propose ${conversation} ${device} ${what}`),
    callForHelp: (conversation) => ask(`callForHelp ${conversation}`),
    dismissUncalled: (conversation) => ask(`dismissUncalled ${conversation}`),
    dangerOver: (conversation) => ask(`dangerOver ${conversation}`),
    canCome: (conversation) => ask(`canCome ${conversation}`),
    cannotCome: (conversation) => ask(`cannotCome ${conversation}`),
    hush: (conversation) => ask(`hush ${conversation}`),
    letIn: (conversation, device) => ask(`letIn ${conversation} ${device}`),
    withdraw: (conversation) => ask(`withdraw ${conversation}`),
    answerInvitation: (conversation, accept) => ask(`answerInvitation ${conversation} ${String(accept)}`),
    leave: (conversation) => ask(`leave ${conversation}`),
    openPast: (conversation, device) => ask(`openPast ${conversation} ${device}`),
    takeOut: (conversation, device) => ask(`takeOut ${conversation} ${device}`),
    dismiss: (conversation) => ask(`dismiss ${conversation}`),
    close: () => ask('close'),
  };
}
