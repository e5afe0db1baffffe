/** What one person has open: the chosen chat, the view on a small screen, letters and drafts. */

import { computed, effect, signal, untracked, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Desk, DeskChat, DutyView, LineEntry } from '../desk-view.ts';
import { takeable, inOrder } from '../lines.ts';
import { letters } from './letters.ts';

/** Which part a small screen shows. A wide one shows all three. */
export type View = 'line' | 'chat' | 'about';

/** The longest text of one message, in bytes of UTF-8 (docs/protocol/sealed.md, section 6). */
export const LONGEST = 12_000;
const TYPING_EVERY = 3_000;
const TAKING_FOR = 5_000;

export interface Workspace {
  readonly view: Signal<View>;
  /** Everybody who waits, longest first, over all services of this duty. */
  readonly line: ReadonlySignal<readonly LineEntry[]>;
  /** Conversations of the line that can be taken here now. */
  readonly mayTake: ReadonlySignal<ReadonlySet<string>>;
  readonly chosen: ReadonlySignal<DeskChat | undefined>;
  readonly letterOf: ReadonlySignal<ReadonlyMap<string, string>>;
  readonly drafts: ReadonlySignal<ReadonlyMap<string, string>>;
  /** What is being written to colleagues only; apart from what is for visitors. */
  readonly asides: ReadonlySignal<ReadonlyMap<string, string>>;
  /** The chat whose place for colleagues is open. */
  readonly asideOf: Signal<string | undefined>;
  readonly asksToEnd: Signal<boolean>;
  /** The chat whose list of colleagues is open. */
  readonly asksColleague: Signal<string | undefined>;
  choose(conversation: string): void;
  /** The chat `by` places further in the list, around its end. */
  step(by: 1 | -1): void;
  chooseNth(index: number): void;
  take(conversation: string): void;
  takeFirst(): void;
  /** Comes into a chat that a colleague asked this person into. */
  accept(conversation: string): void;
  /** Opens the list of colleagues. */
  bring(conversation: string): void;
  write(conversation: string, text: string): void;
  /** Sends the draft; it stays when the chat may not send now. */
  send(conversation: string): boolean;
  writeAside(conversation: string, text: string): void;
  /** Says the aside to the colleagues in the chat; it stays when it may not be said now. */
  whisper(conversation: string): boolean;
  end(conversation: string): void;
  dismiss(conversation: string): void;
  close(): void;
}

/** Bytes a message is too long by; 0 or less when it fits. */
export const tooLongBy = (text: string): number => new TextEncoder().encode(text).length - LONGEST;

const inDanger = ({ boost }: LineEntry): boolean => boost === 'danger';
const hasOneMore = ({ state, load, capacity }: DutyView): boolean => state === 'on' && load === capacity;

/**
 * @param showing whether a person can see the chosen chat now
 * @param now this device's time, ms since 1970
 */
export function createWorkspace(desk: Desk, showing: ReadonlySignal<boolean>, now: () => number): Workspace {
  /** Off duty, the middle says how to begin, or why not. */
  const offDuty = computed(() => !['on', 'break'].includes(desk.duty.value.state));
  const home = (): View => (offDuty.value ? 'chat' : 'line');
  const view = signal<View>(home());
  const wanted = signal<string | undefined>(undefined);
  /** Conversation → when it was asked for; a second press within 5 s asks for nothing twice. */
  const taking = new Map<string, number>();
  const letterOf = signal<ReadonlyMap<string, string>>(new Map());
  const drafts = signal<ReadonlyMap<string, string>>(new Map());
  const asides = signal<ReadonlyMap<string, string>>(new Map());
  const asideOf = signal<string | undefined>(undefined);
  const asksToEnd = signal(false);
  const asksColleague = signal<string | undefined>(undefined);
  const typed = new Map<string, number>();

  const line = computed(() => inOrder(desk.line.value));
  const hasRoom = computed(() => desk.duty.value.state === 'on' && desk.duty.value.load < desk.duty.value.capacity);
  /** Whoever is full has room for one more who is in danger now. */
  const hasRoomFor = computed(() => (hasRoom.value ? line.value : hasOneMore(desk.duty.value) ? line.value.filter(inDanger) : []));
  const mayTake = computed(() => takeable(hasRoomFor.value));
  const chosen = computed(() => desk.chats.value.find((chat) => chat.conversation === wanted.value));

  const settle = effect(() => {
    const chats = desk.chats.value;
    const open = chats.map((chat) => chat.conversation);
    untracked(() => {
      letterOf.value = letters(letterOf.value, open);
      const taken = open.find((conversation) => taking.delete(conversation));
      if (taken !== undefined) {
        wanted.value = taken;
        view.value = 'chat';
      } else if (wanted.value === undefined || !open.includes(wanted.value)) {
        wanted.value = open[0];
        if (open.length === 0) view.value = home();
      }
      for (const written of [drafts, asides]) {
        if ([...written.value.keys()].every((conversation) => open.includes(conversation))) continue;
        written.value = new Map([...written.value].filter(([conversation]) => open.includes(conversation)));
      }
    });
  });
  const arrive = effect(() => {
    const start = home();
    untracked(() => {
      if (desk.chats.value.length === 0) view.value = start;
    });
  });
  const read = effect(() => {
    const chat = chosen.value;
    if (chat !== undefined && chat.unread > 0 && showing.value) desk.markRead(chat.conversation);
  });

  const choose = (conversation: string): void => {
    wanted.value = conversation;
    asksToEnd.value = false;
    asksColleague.value = undefined;
    view.value = 'chat';
  };
  const take = (conversation: string): void => {
    if (!mayTake.value.has(conversation) || now() - (taking.get(conversation) ?? 0) < TAKING_FOR) return;
    taking.forEach((at, asked) => now() - at >= TAKING_FOR && taking.delete(asked));
    taking.set(conversation, now());
    desk.take(conversation);
  };
  const keep = (conversation: string, text: string): void => {
    drafts.value = new Map(drafts.value).set(conversation, text);
  };
  return {
    view,
    line,
    mayTake,
    chosen,
    letterOf,
    drafts,
    asides,
    asideOf,
    asksToEnd,
    asksColleague,
    choose,
    step(by) {
      const open = desk.chats.value;
      const at = open.findIndex((chat) => chat.conversation === wanted.value);
      const next = open[(at + by + open.length) % open.length];
      if (next !== undefined) choose(next.conversation);
    },
    chooseNth(index) {
      const chat = desk.chats.value[index];
      if (chat !== undefined) choose(chat.conversation);
    },
    take,
    takeFirst() {
      const [first] = mayTake.value;
      if (first !== undefined) take(first);
    },
    accept(conversation) {
      taking.set(conversation, now());
      desk.answerInvitation(conversation, true);
    },
    bring(conversation) {
      desk.askColleagues(conversation);
      asksColleague.value = conversation;
    },
    write(conversation, text) {
      keep(conversation, text);
      if (text !== '' && now() - (typed.get(conversation) ?? 0) >= TYPING_EVERY) {
        typed.set(conversation, now());
        desk.typing(conversation);
      }
    },
    send(conversation) {
      const text = (drafts.value.get(conversation) ?? '').trim();
      if (text === '' || tooLongBy(text) > 0 || !desk.send(conversation, text)) return false;
      typed.delete(conversation);
      keep(conversation, '');
      return true;
    },
    writeAside(conversation, text) {
      asides.value = new Map(asides.value).set(conversation, text);
    },
    whisper(conversation) {
      const text = (asides.value.get(conversation) ?? '').trim();
      if (text === '' || tooLongBy(text) > 0 || !desk.whisper(conversation, text)) return false;
      asides.value = new Map(asides.value).set(conversation, '');
      return true;
    },
    end(conversation) {
      asksToEnd.value = false;
      desk.end(conversation);
    },
    dismiss(conversation) {
      desk.dismiss(conversation);
    },
    close() {
      settle();
      arrive();
      read();
    },
  };
}
