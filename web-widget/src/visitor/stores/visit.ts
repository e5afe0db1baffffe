/** Everything the screens of one visit share. It knows no screen: what touches the page is handed in. */

import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { unattended } from '../../kernel/unattended.ts';
import type { Message } from '../../talk/view.ts';
import type { LettersBegin } from '../letters-view.ts';
import type { Relaxing, ServiceInfo, VisitFiles, VisitorSession, VisitState } from '../session-view.ts';
import { LANGUAGES, textsOf, type Language } from '../texts/languages.ts';
import type { Texts } from '../texts/texts.ts';
import { composer, type Composer } from './composer.ts';
import { cover, type Cover } from './cover.ts';
import { exitAddress } from './exit-address.ts';
import type { LetterRoom } from './letter-room.ts';
import { comeback } from './comeback.ts';
import { answerLanguage, firstLanguage } from './language.ts';
import { unanswered } from './unanswered.ts';

export type Phone = 'shared' | 'own';

/** What only the page can do. */
export interface PageHands {
  /** Milliseconds; goes on in the background. */
  readonly now: () => number;
  /** The browser's languages, most wanted first. */
  readonly wishes: readonly string[];
  /** Takes every word from the screen, at once. */
  readonly blank: () => void;
  /** Replaces the top page. */
  readonly away: (address: string) => void;
  /** Loads this page anew. */
  readonly reload: () => void;
  /** The page stands alone, so that it can be loaded anew and go on. */
  readonly alone: boolean;
  /** Puts into the page's address what it needs to go on, or takes it out. */
  readonly mark: (token: string | undefined) => void;
}

/** A country, and whom to phone there in danger. */
export interface Abroad {
  readonly country: string;
  readonly numbers: ServiceInfo['emergency'];
}

export interface Visit {
  readonly state: ReadonlySignal<VisitState>;
  readonly language: Signal<Language>;
  readonly texts: ReadonlySignal<Texts>;
  /** The service, as soon as it was known once. */
  readonly service: ReadonlySignal<ServiceInfo | undefined>;
  /** Where the visitor said that they are, when it is not the service's country; kept in this page alone, and told to nobody. */
  readonly abroad: Signal<Abroad | undefined>;
  readonly phone: Signal<Phone>;
  /** On an own phone this page goes on after it was loaded anew. */
  readonly comesBack: boolean;
  /** It was loaded anew, and its chat cannot be had any more. */
  readonly lost: ReadonlySignal<boolean>;
  /** Language the visitor wants to be answered in. */
  readonly answerIn: ReadonlySignal<string>;
  readonly composer: Composer;
  readonly cover: Cover;
  /** What was said, kept for the ended screen until the visitor goes on. */
  readonly said: ReadonlySignal<readonly Message[]>;
  /** Letters and return codes, when somebody is at them: instead of the screen of the visit. */
  readonly letters: ReadonlySignal<LetterRoom | 'fetching' | 'not-to-be-had' | undefined>;
  /** Whether this visit has a code to come back with. */
  readonly hasCode: ReadonlySignal<boolean>;
  /** Files of the chat that somebody took, once they were fetched. */
  readonly files: ReadonlySignal<VisitFiles | undefined>;
  fetchFiles(): Promise<void>;
  /** From the line, or from a chat, this leaves it and takes along what was written; a code alone leaves nothing. */
  openLetters(begin: LettersBegin): void;
  /** Forgets code, keys and words of the letters, and goes back to where they were opened from. */
  closeLetters(): void;
  /** Rings from the mailbox, wishing for whoever answered. */
  ringBack(wish: string | undefined): void;
  chooseAnswer(language: string): void;
  /** @param wanted genders and professions, as `gender:woman` */
  ring(lane: string, wanted?: readonly string[]): void;
  /** Rings as somebody who is in danger now, or says so in the line. */
  ringInDanger(): void;
  /** Whether they said it and the server is not known to know: told in the chat. */
  readonly dangerUnsaid: () => boolean;
  /** Whether the server knows. */
  readonly inDanger: ReadonlySignal<boolean>;
  /** Rings once more as before, after a refusal. */
  ringAgain(): void;
  /** Tells whoever leads the chat that somebody is here; false when that cannot be told now. */
  here(): boolean;
  /** Answers whether a colleague may join or take over. */
  answer(yes: boolean): void;
  /** Asks that a member leaves. */
  wishAway(device: string): void;
  /** Gives up something in the line, or keeps it. */
  relax(what: Relaxing): void;
  leave(): void;
  /** How far *delete now* is. */
  readonly erasing: ReadonlySignal<'no' | 'asking' | 'working' | 'failed'>;
  /** Asks whether to delete everything, or takes the question back. */
  askToErase(asking: boolean): void;
  erase(): void;
  /** Back to the first screen, with nothing left of this visit. */
  again(): void;
  /** Quick exit: ends the visit, blanks the page, leads the top page away. Works offline. */
  exit(): void;
  /** The page is being closed or put aside by the browser. */
  closing(): void;
}

/** What a ring asks for beside the language. */
export interface Asking {
  readonly lane: string;
  /** Genders and professions, as `gender:woman`. */
  readonly wishes: readonly string[];
}

/** The lane of people who ask at work. */
export const PROFESSIONAL = 'professional';

/** On the ring card, of somebody who is in danger now. */
const DANGER = 'danger';

/** The lane that is rung when nobody chooses another. */
export const laneOf = (service: ServiceInfo | undefined): string =>
  service?.lanes.find((each) => each === 'self') ?? service?.lanes.find((each) => each !== PROFESSIONAL) ?? service?.lanes[0] ?? '';

/** @param token what the page's address holds when it was loaded anew */
export function visit(session: VisitorSession, page: PageHands, token?: string): Visit {
  const language = signal(firstLanguage(page.wishes, LANGUAGES));
  const chosen = signal<string | undefined>(undefined);
  const abroad = signal<Abroad | undefined>(undefined);
  const phone = signal<Phone>(token === undefined ? 'shared' : 'own');
  const back = comeback(session, page, phone, token);
  const service = signal<ServiceInfo | undefined>(undefined);
  const said = signal<readonly Message[]>([]);
  const writing = composer({ now: page.now, send: (text) => session.send(text), typing: () => session.typing() });

  const letters = signal<LetterRoom | 'fetching' | 'not-to-be-had' | undefined>(undefined);

  const files = signal<VisitFiles | undefined>(undefined);

  const hasCode = signal(false);

  const inDanger = signal(false);

  const erasing = signal<'no' | 'asking' | 'working' | 'failed'>('no');

  let leftLine = false;

  const inChat = (): boolean => ['checking', 'talking'].includes(session.state.peek().kind);

  const putLettersAway = (keeps?: boolean): void => {
    const room = letters.value;
    if (typeof room === 'object') room.close(keeps);
    letters.value = undefined;
  };
  const fetchLetters = async (begin: LettersBegin, text: string): Promise<void> => {
    letters.value = 'fetching';
    const asked = session.letters(begin, () => answerIn.value);
    try {
      const [{ letterRoom }, made] = await Promise.all([import('./letter-room.ts'), asked]);
      if (letters.peek() !== 'fetching') made.forget();
      else letters.value = letterRoom(made, text, page.now);
    } catch {
      // Their code and keys must not outlive a room that never was.
      asked.then((made) => made.forget(), () => undefined);
      if (letters.peek() === 'fetching') letters.value = 'not-to-be-had';
    }
  };
  const forgetFiles = (): void => {
    files.peek()?.forget();
    files.value = undefined;
  };
  const forget = (): void => {
    putLettersAway();
    forgetFiles();
    writing.clear();
    said.value = [];
  };
  let carried = false;
  /** Whoever was left by the service has once more before them what nobody answered. */
  const carryOver = (): void => {
    if (carried) return;
    carried = true;
    forgetFiles();
    const words = [...unanswered(said.peek()).map(({ text }) => text), writing.text.peek()];
    writing.write(words.filter((text) => text !== '').join('\n'));
  };
  const stop = effect(() => {
    const state = session.state.value;
    if ('service' in state) service.value = state.service;
    if (state.kind === 'talking') [said.value, carried] = [state.talk.messages, false];
    if (state.kind === 'waiting' && state.left !== undefined) carryOver();
    inDanger.value = state.kind === 'waiting' && state.danger === true;
    if (state.kind === 'ended') writing.clear();
    const room = letters.value;
    if (typeof room === 'object' && room.letters.state.value.kind === 'kept') hasCode.value = true;
    if (state.kind === 'ended' || state.kind === 'stopped') forgetFiles();
  });
  const end = (): void => {
    stop();
    back.forget();
    session.vanish();
    forget();
    abroad.value = undefined;
  };
  const restart = (): void => {
    end();
    page.blank();
    page.reload();
  };
  const answerIn = computed(() =>
    answerLanguage(service.value?.languages ?? [], chosen.value, language.value, page.wishes),
  );
  const covering = cover({ now: page.now, shared: () => phone.value === 'shared', empty: end });
  return {
    state: session.state,
    language,
    texts: computed(() => textsOf(language.value)),
    service,
    abroad,
    phone,
    comesBack: page.alone,
    lost: session.lost,
    answerIn,
    composer: writing,
    cover: covering,
    said,
    letters,
    hasCode,
    files,
    fetchFiles: async () => {
      const made = files.peek() ?? (await session.files());
      if (inChat()) files.value ??= made;
    },
    openLetters: (begin) => {
      if (letters.peek() === 'fetching') return;
      const text = begin === 'writing' ? writing.text.value : '';
      leftLine = begin !== 'keeping' && (session.state.value.kind === 'waiting' || inChat());
      if (leftLine) session.leave();
      unattended(fetchLetters(begin, text));
    },
    closeLetters: () => {
      putLettersAway();
      if (leftLine) restart();
    },
    ringBack: (wish) => {
      putLettersAway(true); // the session notes in the mailbox who answers
      hasCode.value = true;
      session.ring(laneOf(service.value), answerIn.value, wish === undefined ? [] : [wish]);
    },
    chooseAnswer: (tag) => {
      chosen.value = tag;
    },
    ring: (lane, wishes) => {
      session.ring(lane, answerIn.value, wishes);
    },
    inDanger,
    ringInDanger: () => {
      if (session.state.value.kind === 'waiting') session.danger();
      else session.ring(laneOf(service.value), answerIn.value, [DANGER]);
    },
    dangerUnsaid: () => session.unsaid(),
    ringAgain: () => session.again(chosen.value),
    here: () => session.here(),
    answer: (yes) => session.answer(yes),
    wishAway: (device) => session.wishAway(device),
    relax: (what) => session.relax(what),
    leave: () => session.leave(),
    erasing,
    askToErase: (asking) => {
      if (erasing.peek() !== 'working') erasing.value = asking ? 'asking' : 'no';
    },
    erase: () => {
      if (erasing.peek() === 'working') return;
      erasing.value = 'working';
      session.erase().then(
        () => {
          forget();
          erasing.value = 'no';
        },
        () => {
          erasing.value = 'failed';
        },
      );
    },
    again: restart,
    exit: () => {
      const address = exitAddress(service.value?.exit);
      end();
      page.blank();
      page.away(address);
    },
    closing: () => {
      if (back.kept) {
        stop();
        session.suspend();
        forget();
      } else {
        end();
      }
      page.blank();
    },
  };
}
