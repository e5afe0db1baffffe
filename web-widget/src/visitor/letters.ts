/** Letters left for a service, and coming back with a code. Loaded on demand. */

import { signal } from '@preact/signals';
import { HOUR } from '../kernel/clock.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Random } from '../kernel/random.ts';
import { unattended } from '../kernel/unattended.ts';
import { drawDigits, drawWords, groupsOf, readCode } from '../letters/code.ts';
import type { CodeForm } from '../letters/code.ts';
import { deriveMailbox } from '../letters/mailbox.ts';
import type { Mailbox } from '../letters/mailbox.ts';
import { stretchInWorker } from '../letters/stretch.ts';
import type { Stretch } from '../letters/stretch.ts';
import { wordList } from '../letters/words.ts';
import type { WordList } from '../letters/words.ts';
import { Doubt } from '../talk/stop.ts';
import { NotToBeHad, TrustBook } from '../trust/book.ts';
import type { Attachment, DrawnCode, Letters, LettersBegin, LettersState, LetterStop, LetterTrouble } from './letters-view.ts';
import { mailboxHttp, Refusal } from './mailbox-http.ts';
import type { MailboxHttp } from './mailbox-http.ts';
import { Damaged, fetchFile, leave, newBox, Nobody, openBox, remember } from './mailbox-room.ts';
import type { MailboxTools, NewBox, OpenBox } from './mailbox-room.ts';
import { meetingOf } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import type { Site } from './site.ts';

export interface LetterTools {
  readonly site: Site;
  readonly http: MailboxHttp;
  readonly pin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly stretch: Stretch;
  readonly words: WordList;
}

export interface LetterPlace {
  readonly service: string;
  /** BCP 47 language of the page. */
  readonly language: () => string;
  readonly begin: LettersBegin;
  /** Device of whoever this person talks with, 16 bytes: asked for first when they come back. */
  readonly last?: Uint8Array | undefined;
}

/** How long the server keeps a mailbox that no letter came into. */
const EMPTY_MAILBOX = 30 * 24 * HOUR;

const TROUBLES: Readonly<Record<number, LetterTrouble>> = { 404: 'unknown', 409: 'full', 413: 'no-room', 507: 'no-room' };

export interface MailboxLetters extends Letters {
  /** For a ring out of the opened mailbox: forgets everything but what the meeting takes. Undefined when none is open. */
  meeting(): Meeting | undefined;
  /** For a ring out of the opened mailbox where only people with a code are taken. Undefined when it cannot be had. */
  pass(): Promise<Uint8Array | undefined>;
}

export function createLetters(place: LetterPlace, given: LetterTools): MailboxLetters {
  const { clock, random, words, http, site, pin, stretch } = given;
  const trust = new TrustBook(pin, (name) => site.document(name), clock);
  const tools: MailboxTools = { http, site, trust, clock, random, words };
  const state = signal<LettersState>({ kind: place.begin, trouble: undefined, again: false });
  const drawn: Record<CodeForm, string> = { words: drawWords(random, words), digits: drawDigits(random) };
  const codeOf = (form: CodeForm, settled: boolean): DrawnCode => ({
    form,
    text: drawn[form],
    groups: groupsOf(drawn[form]),
    settled,
  });
  const code = signal<DrawnCode | undefined>(place.begin === 'asking' ? undefined : codeOf('words', false));
  let mailbox: Mailbox | undefined;
  let box: OpenBox | undefined;
  let made: NewBox | undefined;
  let running: AbortController | undefined;

  const derive = async (from: string, signal: AbortSignal): Promise<Mailbox> =>
    deriveMailbox(from, await trust.installation(), stretch, signal);

  /** Runs one task at a time; `back` is where a failure that can be mended leads, `again` the same after a stop. */
  const run = (task: (signal: AbortSignal) => Promise<LettersState>, back: (trouble?: LetterTrouble) => LettersState): void => {
    const control = new AbortController();
    running = control;
    const settle = (next: LettersState): void => {
      if (running !== control) return;
      running = undefined;
      state.value = next;
    };
    unattended(
      task(control.signal).then(settle, (failure: unknown) => {
        settle(control.signal.aborted ? back() : outcome(failure, back));
      }),
    );
  };
  const doing = (what: Extract<LettersState, { kind: 'busy' }>['doing']): void => {
    state.value = { kind: 'busy', doing: what };
  };
  const opened = async (opening: Mailbox, signal: AbortSignal): Promise<LettersState> => {
    const found = await openBox(opening, place.service, tools, signal);
    [mailbox, box] = [opening, found.box];
    return { kind: 'open', box: found.view, trouble: undefined };
  };
  const writing = (again: boolean) => (trouble?: LetterTrouble): LettersState => ({ kind: 'writing', trouble, again });
  const asking = (trouble?: LetterTrouble): LettersState => ({ kind: 'asking', trouble });

  /** Makes the mailbox of the code, unless that is done. */
  const settled = async (signal: AbortSignal): Promise<{ readonly mailbox: Mailbox; readonly box: OpenBox }> => {
    if (mailbox !== undefined && box !== undefined) return { mailbox, box };
    doing('key');
    const derived = mailbox ?? (await derive(code.value?.text ?? '', signal));
    mailbox = derived;
    code.value = code.value === undefined ? undefined : codeOf(code.value.form, true);
    doing('sending');
    made ??= await newBox(derived, place.last, tools);
    await http.act(derived, 'create', made.body, signal);
    box = made.box;
    return { mailbox: derived, box };
  };
  const post = async (
    text: string,
    attachments: readonly Attachment[],
    again: boolean,
    signal: AbortSignal,
  ): Promise<LettersState> => {
    const known = await settled(signal);
    const written = { text, attachments, service: place.service, language: place.language() };
    const letter = await leave(known.mailbox, written, tools, doing, signal);
    box = (await remember(known.mailbox, known.box, { ...letter, service: place.service }, tools, signal)) ?? known.box;
    return { kind: 'sent', ends: letter.ends, word: box.note.word, again };
  };

  const forget = (): void => {
    running?.abort();
    mailbox?.forget();
    [running, mailbox, box, made] = [undefined, undefined, undefined, undefined];
    [drawn.words, drawn.digits, code.value] = ['', '', undefined];
    state.value = { kind: 'erased' };
  };

  return {
    state,
    code,
    choose: (form) => {
      if (code.value?.settled === false) code.value = codeOf(form, false);
    },
    read: (typed) => readCode(typed, words),
    send: (text, attachments) => {
      const now = state.value;
      if (now.kind !== 'writing' || running !== undefined || (text === '' && attachments.length === 0)) return false;
      doing('sealing');
      run((signal) => post(text, attachments, now.again, signal), writing(now.again));
      return true;
    },
    keep: () => {
      if (state.value.kind !== 'keeping' || running !== undefined) return;
      doing('key');
      run(
        async (signal) => ({ kind: 'kept', word: (await settled(signal)).box.note.word, ends: clock.now() + EMPTY_MAILBOX }),
        (trouble) => ({ kind: 'keeping', trouble }),
      );
    },
    open: (typed) => {
      if (state.value.kind !== 'asking' || running !== undefined) return;
      doing('key');
      run(async (signal) => {
        const opening = await derive(typed, signal);
        doing('opening');
        return opened(opening, signal);
      }, asking);
    },
    reopen: () => {
      const [known, before] = [mailbox, state.value];
      if (known === undefined || running !== undefined) return;
      doing('opening');
      run(
        (signal) => opened(known, signal),
        (trouble) => (before.kind === 'open' ? { ...before, trouble } : before),
      );
    },
    writeAgain: () => {
      if (mailbox !== undefined && running === undefined) state.value = writing(true)();
    },
    erase: () => {
      const [known, before] = [mailbox, state.value];
      if (known === undefined || running !== undefined) return;
      doing('erasing');
      run(
        async (signal) => {
          await http.act(known, 'delete', new Uint8Array(0), signal);
          known.forget();
          [mailbox, box, made, code.value] = [undefined, undefined, undefined, undefined];
          return { kind: 'erased' };
        },
        (trouble) => (before.kind === 'open' ? { ...before, trouble } : before),
      );
    },
    stop: () => running?.abort(),
    file: async (number, index) => {
      const ref = box?.answers.find((answer) => answer.number === number)?.files[index];
      if (ref === undefined) return undefined;
      return fetchFile(ref, http, new AbortController().signal).catch(() => undefined);
    },
    pass: async () => {
      if (state.peek().kind !== 'open' || mailbox === undefined) return undefined;
      return http.pass(mailbox, new AbortController().signal).catch(() => undefined);
    },
    meeting: () => {
      const [known, opened] = [mailbox, box];
      if (state.peek().kind !== 'open' || known === undefined || opened === undefined) return undefined;
      mailbox = undefined;
      forget();
      return meetingOf(known, opened, tools);
    },
    forget,
  };
}

export interface LetterSource {
  readonly origin: string;
  readonly site: Site;
  readonly pin: string;
  readonly clock: Clock;
  readonly random: Random;
}

/** Fetches the words, then begins. Fails when they cannot be had. */
export async function lettersOf(place: LetterPlace, { origin, ...source }: LetterSource): Promise<MailboxLetters> {
  const words = await wordList();
  const http = mailboxHttp(origin, (address, init) => fetch(address, init));
  return createLetters(place, { ...source, http, words, stretch: stretchInWorker });
}

/** Where a failure leads: back with a word about it, or to a stop. */
function outcome(failure: unknown, back: (trouble?: LetterTrouble) => LettersState): LettersState {
  if (failure instanceof NotToBeHad) return back('offline');
  if (failure instanceof Doubt) return { kind: 'stopped', reason: stopOf(failure) };
  if (failure instanceof Damaged) return { kind: 'stopped', reason: 'damaged' };
  if (failure instanceof Nobody) return { kind: 'nobody' };
  if (failure instanceof Refusal) return back(TROUBLES[failure.status] ?? 'offline');
  // What fetch answers without a connection, and what its patience ends with.
  const network = failure instanceof TypeError || (failure instanceof DOMException && failure.name === 'TimeoutError');
  return network ? back('offline') : { kind: 'stopped', reason: 'browser' };
}

const stopOf = ({ reason }: Doubt): LetterStop => (reason === 'roster-old' || reason === 'clock' ? reason : 'untrusted');
