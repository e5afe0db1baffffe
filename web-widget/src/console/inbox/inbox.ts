/** Letters left for this person's services: listed, opened here, passed on, answered. */

import { batch, computed, effect, signal, untracked } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { fromBase64Url, toBase64Url } from '../../kernel/base64.ts';
import { SECOND } from '../../kernel/clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Random } from '../../kernel/random.ts';
import { unattended } from '../../kernel/unattended.ts';
import { opened } from '../../letters/chat-files.ts';
import { LARGEST_FILE, MOST_FILES } from '../../letters/file-ref.ts';
import { openFile } from '../../letters/file.ts';
import type { Letter } from '../../letters/letter.ts';
import { MOST_RECIPIENTS } from '../../seal/envelope.ts';
import type { TrustBook } from '../../trust/book.ts';
import type { DeskPerson } from '../desk-person.ts';
import type { DeviceState } from '../desk-view.ts';
import type { KeyStore, MailboxKeyStore } from '../keys/types.ts';
import type { FileHttp } from '../login/files.ts';
import type { Answer } from '../login/http.ts';
import type { Draft, FileOutcome, Inbox, InboxRow, Opening, Sending } from './inbox-view.ts';
import type { LetterHead, LetterHttp } from './letter-http.ts';
import { openWithAny } from './open-letter.ts';
import { tendOwnKey } from './own-key.ts';
import { PassOn } from './pass-on.ts';
import { sendReply } from './reply.ts';

const LOOK_EVERY = 15 * SECOND;
const NOTHING: Draft = { text: '', files: [] };

export interface InboxTools {
  readonly person: DeskPerson;
  readonly keys: KeyStore & MailboxKeyStore;
  readonly http: LetterHttp;
  readonly files: FileHttp;
  readonly trust: Pick<TrustBook, 'newest'>;
  readonly device: ReadonlySignal<DeviceState>;
  /** Whether this person is on duty, on a break or not. */
  readonly onDuty: ReadonlySignal<boolean>;
  readonly clock: Clock;
  readonly random: Random;
  /** The server does not know this session any more. */
  readonly sessionOver: () => void;
}

/** Whether this role reads letters; to others the inbox does not exist. */
export const readsLetters = (role: string): boolean => role === 'worker' || role === 'coordinator';

interface Opened {
  readonly id: string;
  readonly opening: Opening;
  readonly letter: Letter | undefined;
  /** Answers in the mailbox that the person was shown. */
  readonly answers: number;
}

export function createInbox(tools: InboxTools): Inbox {
  const { keys, http, files, clock, random, device, person } = tools;
  const heads = signal<readonly LetterHead[] | undefined>(undefined);
  const reached = signal(true);
  const me = signal<string | undefined>(undefined);
  const opened = signal<Opened | undefined>(undefined);
  const drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  const sendings = signal<ReadonlyMap<string, Sending>>(new Map());
  const markFailed = signal(false);
  /** Letters that stood in the list when somebody last looked at it. */
  const known = signal<ReadonlySet<string>>(new Set());
  const rostered = computed(() => device.value === 'rostered');
  const roster = (): ReturnType<TrustBook['newest']> => tools.trust.newest();
  const own = tendOwnKey(keys, http, rostered, clock);
  const passOn = new PassOn({ keys, http, roster, clock });
  let over = false;
  let busy = false;
  let cancel = (): void => undefined;

  const rows = computed(() => heads.value?.map((head) => rowOf(head, heads.value ?? [], me.value)));
  const open = computed(() => (heads.value ?? []).filter(({ done }) => !done));
  const put = <T>(map: ReadonlyMap<string, T>, id: string, value: T): ReadonlyMap<string, T> => new Map(map).set(id, value);

  const session = <T>(answer: Answer<T>): Answer<T> => {
    if (answer.kind === 'refused' && answer.status === 401) tools.sessionOver();
    return answer;
  };

  const poll = async (): Promise<void> => {
    const answer = session(await http.list());
    if (over) return;
    reached.value = answer.kind === 'ok';
    if (answer.kind !== 'ok') return;
    const mine = (await keys.device().catch(() => undefined))?.id;
    batch(() => {
      me.value = mine && toBase64Url(mine);
      heads.value = answer.value.heads;
      forgetGone(answer.value.heads);
    });
    if (mine !== undefined && rostered.value) unattended(passOn.round(answer.value, toBase64Url(mine)));
  };

  /** Drafts of letters that ended go with them; the shown letter stays until somebody leaves it. */
  const forgetGone = (now: readonly LetterHead[]): void => {
    const there = (id: string): boolean => now.some((head) => head.id === id) || opened.value?.id === id;
    const kept = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> => new Map([...map].filter(([id]) => there(id)));
    drafts.value = kept(drafts.value);
    sendings.value = kept(sendings.value);
    const { value: shown } = opened;
    const head = now.find(({ id }) => id === shown?.id);
    if (shown === undefined || head === undefined || head.answers <= shown.answers) return;
    opened.value = { ...shown, answers: head.answers };
    if (sendings.value.get(shown.id) !== 'sending') sendings.value = put(sendings.value, shown.id, 'meanwhile');
  };

  const look = (): void => {
    if (busy || over || !rostered.peek()) return;
    busy = true;
    cancel();
    const next = (): void => {
      busy = false;
      if (!over) cancel = clock.after(LOOK_EVERY, look);
    };
    poll().then(next, next);
  };

  const openLetter = async (head: LetterHead): Promise<Opened> => {
    const shut = (kind: Exclude<Opening['kind'], 'open'>): Opened => ({
      id: head.id,
      opening: { kind },
      letter: undefined,
      answers: head.answers,
    });
    const answer = session(await http.letter(head.id));
    if (answer.kind !== 'ok') return shut(answer.kind === 'refused' && answer.status === 404 ? 'gone' : 'unreachable');
    const all = await keys.mailboxKeys().catch(() => []);
    const found = await openWithAny(all, answer.value.file, head);
    if (found === undefined) return shut(me.value !== undefined && head.devices.includes(me.value) ? 'damaged' : 'not-mine');
    const { text, language, files: refs } = found.letter;
    const views = refs.map(({ type, length, seconds }) => ({ type, length, seconds }));
    return {
      id: head.id,
      opening: { kind: 'open', text, language, files: views },
      letter: found.letter,
      answers: answer.value.answers,
    };
  };

  const choose = async (id: string): Promise<void> => {
    const head = heads.value?.find((each) => each.id === id);
    if (head === undefined) return;
    batch(() => {
      markFailed.value = false;
      opened.value = { id, opening: { kind: 'opening' }, letter: undefined, answers: head.answers };
      if (sendings.value.get(id) !== 'sending') sendings.value = put(sendings.value, id, 'idle');
    });
    const result = await openLetter(head);
    if (!over && opened.value?.id === id) opened.value = result;
  };

  const changeDraft = (change: (draft: Draft) => Draft): void => {
    const { value: shown } = opened;
    if (shown === undefined || sendings.value.get(shown.id) === 'sending') return;
    drafts.value = put(drafts.value, shown.id, change(drafts.value.get(shown.id) ?? NOTHING));
    if (sendings.value.get(shown.id) === 'sent') sendings.value = put(sendings.value, shown.id, 'idle');
  };

  const reply = async (): Promise<void> => {
    const { value: shown } = opened;
    const id = shown && fromBase64Url(shown.id);
    if (shown?.letter === undefined || id === undefined || sendings.value.get(shown.id) === 'sending') return;
    const draft = drafts.value.get(shown.id) ?? NOTHING;
    if (draft.text.trim() === '' && draft.files.length === 0) return;
    const say = (now: Sending): void => {
      sendings.value = put(sendings.value, shown.id, now);
    };
    if (!tools.onDuty.value) {
      say('off-duty');
      return;
    }
    say('sending');
    const to = { id, path: shown.id, letter: shown.letter, answers: shown.answers };
    const replyTools = { keys, http, files, roster, name: person.name, clock, random };
    let sent: Sending = await sendReply(to, draft, replyTools).catch(() => 'refused' as const);
    let { answers } = shown;
    if (sent === 'meanwhile') {
      const again = await http.letter(shown.id);
      if (again.kind === 'ok') {
        ({ answers } = again.value);
        // The number was right, so it is the mailbox that takes no more.
        if (answers === shown.answers) sent = 'full';
      }
    } else if (sent === 'sent') {
      answers += 1;
      await setMark(shown.id, true);
    }
    if (over) return;
    batch(() => {
      if (opened.value?.id === shown.id) opened.value = { ...opened.value, answers: Math.max(answers, opened.value.answers) };
      if (sent === 'sent') drafts.value = put(drafts.value, shown.id, NOTHING);
      say(sent);
    });
    look();
  };

  const mark = async (done: boolean): Promise<void> => {
    const { value: shown } = opened;
    if (shown === undefined) return;
    await setMark(shown.id, done);
    look();
  };

  const setMark = async (id: string, done: boolean): Promise<void> => {
    const answer = session(await http.mark(id, done));
    if (over) return;
    if (opened.value?.id === id) markFailed.value = answer.kind !== 'ok';
    if (answer.kind === 'ok') heads.value = heads.value?.map((head) => (head.id === id ? { ...head, done } : head));
  };

  const close = (): void => {
    over = true;
    cancel();
    own.close();
    batch(() => {
      opened.value = undefined;
      drafts.value = new Map();
      sendings.value = new Map();
      heads.value = undefined;
    });
  };
  const stopAlarm = effect(() => {
    // Nothing may be read or written from a device that the roster does not confirm.
    if (device.value === 'alarm') untracked(close);
  });
  const stopLooking = effect(() => {
    if (rostered.value) untracked(look);
  });

  return {
    rows,
    reached,
    count: computed(() => open.value.length),
    fresh: computed(() => open.value.filter(({ id }) => !known.value.has(id)).length),
    key: own.state,
    shown: computed(() => {
      const { value: shown } = opened;
      if (shown === undefined) return undefined;
      const row = rows.value?.find(({ id }) => id === shown.id);
      return {
        row: row ?? goneRow(shown),
        opening: row === undefined ? { kind: 'gone' as const } : shown.opening,
        draft: drafts.value.get(shown.id) ?? NOTHING,
        sending: sendings.value.get(shown.id) ?? 'idle',
        markFailed: markFailed.value,
      };
    }),
    look,
    seen: () => {
      known.value = new Set(heads.value?.map(({ id }) => id));
    },
    choose: (id) => unattended(choose(id)),
    leave: () => {
      opened.value = undefined;
    },
    file: async (index) => fetchFile(opened.value?.letter, index, files),
    write: (text) => changeDraft((draft) => ({ ...draft, text })),
    attach: (attachment) => {
      const { value: shown } = opened;
      const draft = drafts.value.get(shown?.id ?? '') ?? NOTHING;
      if (shown === undefined || draft.files.length >= MOST_FILES || attachment.content.length > LARGEST_FILE) return false;
      changeDraft((now) => ({ ...now, files: [...now.files, attachment] }));
      return true;
    },
    detach: (index) => changeDraft((draft) => ({ ...draft, files: draft.files.filter((_, at) => at !== index) })),
    answer: () => unattended(reply()),
    mark: (done) => unattended(mark(done)),
    close: () => {
      stopAlarm();
      stopLooking();
      close();
    },
  };
}

async function fetchFile(letter: Letter | undefined, index: number, files: FileHttp): Promise<FileOutcome> {
  const ref = letter?.files[index];
  if (ref === undefined) return { kind: 'gone' };
  const answer = await files.find(toBase64Url(ref.id));
  if (answer.kind !== 'ok') return { kind: answer.kind === 'refused' && answer.status === 404 ? 'gone' : 'unreachable' };
  return opened(ref, await openFile(ref, answer.value));
}

function rowOf(head: LetterHead, all: readonly LetterHead[], me: string | undefined): InboxRow {
  const { id, service, at, ends, answers, done, devices } = head;
  const others = all.filter(({ mailbox }) => mailbox === head.mailbox).length - 1;
  const mine = me !== undefined && devices.includes(me);
  const [readers, full] = [devices.length, devices.length >= MOST_RECIPIENTS];
  return { id, service, at, ends, answers, others, done, mine, readers, full };
}

const goneRow = ({ id, letter, answers }: Opened): InboxRow => ({
  id,
  service: letter?.service ?? '',
  at: letter?.at ?? 0,
  ends: 0,
  answers,
  others: 0,
  done: true,
  mine: false,
  readers: 0,
  full: false,
});
