/** The conversation that is open: what was written, and the answer. */

import { signal, type ReadonlySignal } from '@preact/signals';
import { MINUTE, SECOND } from '../../kernel/clock.ts';
import { unattended } from '../../kernel/unattended.ts';
import { list, members, text as textOf } from '../login/read.ts';
import { openNote } from '../sealed/note.ts';
import { LONGEST_TEXT, releaseOnce, settles } from './release.ts';
import { messagePlace, readWords, type Words } from './sealed.ts';
import { actRefusal, drawId, pathOf, refusal, type ActRefusal, type OutreachTools, type Refusal } from './tools.ts';
import type { ThreadList } from './waiting.ts';
import { readMessage, readThread, type MessageState, type SealedMessage, type Thread } from './wire.ts';

const LOOK_WHILE_OPEN = 5 * SECOND;
/** What is under way is read again no more often: each reading is a line of the journal. */
const READ_AGAIN = 30 * SECOND;
/** After this nothing more is awaited of a text that was sent. */
const UNDER_WAY = 30 * MINUTE;
/** How an address begins that is no number. */
const NUMBERLESS = 'id:';
const AWAITED: readonly MessageState[] = ['queued', 'sent'];

export type ThreadAct = 'take' | 'give-back' | 'done' | 'never' | 'delete';

/** They concern what was read, and nothing that came since. */
const SEES: readonly ThreadAct[] = ['done', 'never', 'delete'];

export interface MessageView extends Omit<SealedMessage, 'file'> {
  /** Undefined when none of this browser's keys opens it. */
  readonly text: string | undefined;
}

/** `unknown`: pressing again tells, and sends nothing twice. `no-number`: no message says to whom. */
export type Answering = 'idle' | 'sending' | 'sent' | 'unknown' | 'no-number' | Exclude<Refusal, 'unreachable'>;

export interface ShownThread {
  readonly thread: Thread;
  /** The oldest first; undefined until they came. */
  readonly messages: readonly MessageView[] | undefined;
  /** `not-here`: none of this browser's keys opens their newest text. */
  readonly trouble: ActRefusal | 'not-here' | undefined;
  readonly draft: string;
  readonly answering: Answering;
  /** What the server said when it refused the answer; empty when it said nothing. */
  readonly detail: string;
  /** They hide their number: what they stop here is one channel alone. */
  readonly numberless: boolean;
  /** The address of the service's page of chats, as the server says; empty when it says none. */
  readonly link: string;
}

export interface Threads {
  readonly list: ThreadList;
  readonly shown: ReadonlySignal<ShownThread | undefined>;
  open(thread: Thread): Promise<void>;
  /**
   * Opens it, also when somebody else has it, and takes it, so that colleagues see who answers. What this browser does not open
   * is left to them.
   */
  take(thread: Thread): Promise<void>;
  /** What is shown is in front of somebody. */
  looked(): void;
  act(act: ThreadAct): Promise<boolean>;
  write(text: string): void;
  answer(): Promise<void>;
  leave(): void;
  close(): void;
}

/** An answer that may be on its way. */
interface Sending {
  readonly id: string;
  /** How many of their texts it answers. */
  seen: number | undefined;
}

/** Looks every 5 seconds while a conversation is open, and reads it again when something changed. */
export function createThreads(tools: Omit<OutreachTools, 'sealTo' | 'name'>, threads: ThreadList): Threads {
  const { http, clock, service } = tools;
  const shown = signal<ShownThread | undefined>(undefined);
  /** Messages of the open conversation, sealed: the number stands only in them. */
  let sealed: readonly SealedMessage[] = [];
  /** Of the answer being written; `seen` once it was sent, so that asking for it again says the same. */
  let release: Sending = { id: drawId(tools.random), seen: undefined };
  let readAt = 0;
  let cancel = (): void => undefined;

  const isOpen = (thread: string): boolean => shown.value?.thread.thread === thread;
  const waitsOn = (thread: string): boolean => isOpen(thread) && shown.value?.thread.waits === true;
  /** Whether their newest text came and does not open in this browser. */
  const isLocked = (): boolean => shown.value?.messages !== undefined && !opensNewest(shown.value.messages);
  const change = (thread: string, next: Partial<ShownThread>): void => {
    if (shown.value?.thread.thread === thread) shown.value = { ...shown.value, ...next };
  };
  const wordsOf = async (thread: string, { file }: SealedMessage): Promise<Words | undefined> => {
    const said = await openNote(await tools.keys.mailboxKeys(), messagePlace(service, thread), file);
    return said === undefined ? undefined : readWords(said);
  };
  const read = async (thread: string): Promise<void> => {
    readAt = clock.now();
    const answer = await http.get(pathOf(tools, `threads/${thread}`));
    if (answer.kind !== 'ok') {
      change(thread, { trouble: refusal(answer) });
      return;
    }
    const json = members(answer.value);
    const all = list(json['messages']).map(readMessage);
    const known = new Map((shown.value?.messages ?? []).map(({ message, text }) => [message, text]));
    const messages = await Promise.all(
      all.map(async (message): Promise<MessageView> => {
        const { inward, at, by, occasion, state, due } = message;
        const text = known.get(message.message) ?? (await wordsOf(thread, message))?.text;
        return { message: message.message, inward, at, by, occasion, state, due, text };
      }),
    );
    if (!isOpen(thread)) return;
    sealed = all;
    const now = readThread(json['thread']);
    if (!opensNewest(messages)) threads.looked(now, false);
    const numberless = (await numberOf(thread)).startsWith(NUMBERLESS);
    change(thread, { thread: now, messages, trouble: undefined, numberless, link: textOf(json['link']) });
  };
  const isNew = (thread: string): boolean => {
    const [before, now] = [shown.value?.thread, threads.threads.value?.find((each) => each.thread === thread)];
    return now !== undefined && JSON.stringify(before) !== JSON.stringify(now);
  };
  const isUnderWay = (now: number): boolean =>
    now - readAt >= READ_AGAIN &&
    (shown.value?.messages ?? []).some(({ state, at, due }) => AWAITED.includes(state) && now - (due ?? at) < UNDER_WAY);
  const round = async (thread: string): Promise<void> => {
    await threads.look(true);
    if (isOpen(thread) && (isNew(thread) || isUnderWay(clock.now()))) await read(thread);
    again(thread);
  };
  const again = (thread: string): void => {
    cancel();
    if (isOpen(thread)) cancel = clock.after(LOOK_WHILE_OPEN, () => unattended(round(thread)));
  };
  const leave = (): void => {
    cancel();
    sealed = [];
    shown.value = undefined;
  };
  /** As the newest message that opens has it. */
  const numberOf = async (thread: string): Promise<string> => {
    for (const message of [...sealed].reverse()) {
      const words = await wordsOf(thread, message);
      const other = message.inward ? words?.from : words?.to;
      if (other !== undefined && other !== '') return other;
    }
    return '';
  };
  const open = async (thread: Thread): Promise<void> => {
    leave();
    release = { id: drawId(tools.random), seen: undefined };
    shown.value = { thread, messages: undefined, trouble: undefined, draft: '', answering: 'idle', detail: '', numberless: false, link: '' };
    await read(thread.thread);
    again(thread.thread);
  };
  return {
    list: threads,
    shown,
    open,
    async take({ thread, ...before }) {
      await open({ thread, ...before });
      const messages = isOpen(thread) ? shown.value?.messages : undefined;
      if (messages === undefined) return;
      const opens = opensNewest(messages);
      // Whoever has it and cannot read it gives it back.
      const act = opens ? 'take' : 'give-back';
      if (opens) threads.keeps(thread);
      const acting = opens === before.mine ? undefined : await http.post(pathOf(tools, `threads/${thread}/acts`), { act });
      await threads.look();
      const listed = threads.threads.value?.find((each) => each.thread === thread);
      // What the list says of it is as new as what was read.
      if (listed !== undefined && isAsRead(listed, shown.value?.thread)) change(thread, { thread: listed });
      if (acting !== undefined && acting.kind !== 'ok') change(thread, { trouble: refusal(acting) });
      if (!opens) change(thread, { trouble: 'not-here' });
    },
    looked() {
      const now = shown.value;
      if (now?.messages !== undefined) threads.looked(now.thread, opensNewest(now.messages));
    },
    async act(act) {
      if (shown.value === undefined) return false;
      const { thread, words, waits, unanswered } = shown.value.thread;
      const sees = { seen: waits ? seenIn(shown.value) : words, ...(unanswered === '' ? {} : { unanswered }) };
      const answer = await http.post(pathOf(tools, `threads/${thread}/acts`), SEES.includes(act) ? { act, ...sees } : { act });
      if (answer.kind !== 'ok') {
        const trouble = actRefusal(answer);
        // It says nothing of what nobody has read yet.
        if (trouble === 'meanwhile' || trouble === 'unread') {
          await threads.look();
          if (isOpen(thread)) await read(thread);
        }
        const unread = (trouble === 'meanwhile' || trouble === 'unread') && SEES.includes(act) && waitsOn(thread) && isLocked();
        change(thread, { trouble: unread ? 'not-here' : trouble });
        return false;
      }
      if (act === 'delete' && isOpen(thread)) leave();
      await threads.look();
      if (isOpen(thread)) await read(thread);
      if (act === 'done' && waitsOn(thread)) change(thread, { trouble: isLocked() ? 'not-here' : 'meanwhile' });
      return true;
    },
    write(text) {
      const now = shown.value;
      // What may be on its way already is not written anew.
      if (now === undefined || now.answering === 'sending' || now.answering === 'unknown') return;
      shown.value = { ...now, draft: text.slice(0, LONGEST_TEXT), answering: 'idle' };
    },
    async answer() {
      const now = shown.value;
      if (now === undefined || now.answering === 'sending' || now.draft.trim() === '') return;
      const { thread } = now.thread;
      const mine = release;
      // What may be on its way keeps its id and its text until the server has said of this id what became of it.
      const asks = now.answering === 'unknown';
      change(thread, { answering: 'sending', detail: '' });
      const to = await numberOf(thread);
      if (to === '') {
        change(thread, { answering: asks ? 'unknown' : 'no-number' });
        return;
      }
      // Whoever answers holds it; nobody takes it from a colleague.
      const taking = now.thread.mine || asks ? undefined : await http.post(pathOf(tools, `threads/${thread}/acts`), { act: 'take' });
      if (taking !== undefined && taking.kind !== 'ok') {
        const why = refusal(taking);
        change(thread, { answering: why === 'unreachable' ? 'idle' : why, trouble: why === 'unreachable' ? why : undefined });
        return;
      }
      threads.keeps(thread);
      mine.seen ??= seenIn(now);
      const released = await releaseOnce(tools, { release: mine.id, thread, seen: mine.seen, to, text: now.draft });
      if (released.kind === 'unknown' || (released.kind === 'refused' && asks && !settles(released.why))) {
        change(thread, { answering: 'unknown' });
        return;
      }
      if (release === mine) release = { id: drawId(tools.random), seen: undefined };
      if (released.kind === 'refused') {
        change(thread, { answering: released.why, detail: released.detail });
        return;
      }
      change(thread, { answering: 'sent', draft: '' });
      if (isOpen(thread)) await read(thread);
      await threads.look();
    },
    leave,
    close: leave,
  };
}

/** An answer with the address of the chat behind it; undefined when both do not fit, or there is none to add. */
export function withLink({ draft, link }: Pick<ShownThread, 'draft' | 'link'>): string | undefined {
  const both = `${draft} ${link}`.trim();
  return link === '' || draft.includes(link) || both.length > LONGEST_TEXT ? undefined : both;
}

/** Neither a text of theirs nor a loss came since. */
const isAsRead = (listed: Thread, read: Thread | undefined): boolean =>
  listed.words === read?.words && listed.unanswered === read.unanswered;

/** Whether this browser opens their newest text; also where they wrote none. */
function opensNewest(messages: readonly MessageView[]): boolean {
  const newest = messages.findLast(({ inward }) => inward);
  return newest === undefined || newest.text !== undefined;
}

/** How many of their texts were read here: what did not come or does not open waits on for whoever can read it. */
const seenIn = ({ thread, messages }: ShownThread): number => (messages !== undefined && opensNewest(messages) ? thread.words : 0);
