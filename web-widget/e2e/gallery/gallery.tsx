/** Shows one screen with a fixed visit behind it: `?state=talk&lang=en`, `?letters=letter-open`. What the screen asks for stands in `asked`. */

import { signal } from '@preact/signals';
import { render } from 'preact';
import type { VisitorSession, VisitState } from '../../src/visitor/session-view.ts';
import { unattended } from '../../src/kernel/unattended.ts';
import { visit, type Visit } from '../../src/visitor/stores/visit.ts';
import { App } from '../../src/visitor/ui/App.tsx';
import '../../src/visitor/ui/style/style.ts';
import { pageHands, watchPage } from '../../src/visitor/ui/page.ts';
import { fixedFiles } from './fake-files.ts';
import { fixedLetters } from './fake-letters.ts';
import { LETTER_STATES, type LetterStateName } from './letter-states.ts';
import { STATES, type StateName } from './states.ts';
import type { LettersState } from '../../src/visitor/letters-view.ts';

declare global {
  interface Window {
    /** Calls the screens made of the session, in order. */
    asked: string[];
    /** Moves to another fixed state. */
    go: (name: StateName) => void;
    /** The same for a screen about letters; done when it is there. */
    goLetters: (name: LetterStateName) => Promise<void>;
    /** As if somebody pressed *Get a code*. */
    openCode: () => void;
    /** As if the page was in the background for so many minutes. */
    leaveFor: (minutes: number) => void;
    /** Begins anew in the same page, as if it had been opened with this query. */
    begin: (query: string) => Promise<void>;
  }
}

const found = document.getElementById('app');
if (found === null) throw new Error('no place to draw');
const place = found;
const state = signal<VisitState>(STATES.loading);
const letters = signal<LettersState>(LETTER_STATES['letter-writing']);
let shown: Visit;
/** What the page's clock says, in milliseconds. */
let time = 0;

function leave({ cover }: Visit, minutes: number): void {
  cover.background(true);
  time += minutes * 60_000;
  cover.background(false);
}

function visitOf(wanted: URLSearchParams): Visit {
  const asked: string[] = [];
  window.asked = asked;
  const note = (call: string): void => {
    asked.push(call);
  };
  const session: VisitorSession = {
    state,
    lost: signal(wanted.get('lost') === 'yes'),
    keep: () => Promise.resolve(undefined),
    letGo: () => note('letGo'),
    suspend: () => note('suspend'),
    ring: (lane, language, wishes = []) => note(['ring', lane, language, ...wishes].join(' ')),
    again: (language) => note(['again', ...(language === undefined ? [] : [language])].join(' ')),
    danger: () => note('danger'),
    unsaid: () => wanted.get('unsaid') === 'yes',
    letters: () => fixedLetters(letters, note),
    files: () => Promise.resolve(fixedFiles(note)),
    send: (text) => {
      note(`send ${text}`);
      return wanted.get('send') !== 'no';
    },
    typing: () => note('typing'),
    here: () => {
      note('here');
      return true;
    },
    answer: (yes) => note(`answer ${String(yes)}`),
    wishAway: (device) => note(`wishAway ${device}`),
    relax: () => undefined,
    leave: () => note('leave'),
    erase: () => {
      note('erase');
      return wanted.get('erase') === 'no' ? Promise.reject(new Error('offline')) : Promise.resolve();
    },
    vanish: () => note('vanish'),
  };
  const made = visit(session, {
    ...pageHands('', () => render(null, place)),
    alone: wanted.get('alone') === 'yes',
    mark: () => note('mark'),
    now: () => time,
    wishes: [wanted.get('lang') ?? 'nb'],
    away: (address) => note(`away ${address}`),
    reload: () => note('reload'),
  });
  // `?away=2` shows the page as it is after two minutes in the background.
  leave(made, Number(wanted.get('away') ?? 0));
  return made;
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
window.go = (name) => {
  state.value = STATES[name];
};
window.goLetters = async (name) => {
  letters.value = LETTER_STATES[name];
  if (shown.letters.value === undefined) shown.openLetters('writing');
  while (typeof shown.letters.value !== 'object' || document.querySelector('.app-letters .letters') === null) await frame();
  await frame();
};
window.leaveFor = (minutes) => leave(shown, minutes);
window.openCode = () => shown.openLetters('keeping');
window.begin = async (query) => {
  const wanted = new URLSearchParams(query);
  const first = (wanted.get('state') ?? 'loading') as StateName;
  render(null, place);
  document.body.replaceChildren(place);
  state.value = STATES[first];
  letters.value = LETTER_STATES['letter-writing'];
  shown = visitOf(wanted);
  if (STATES[first].kind === 'ended') {
    state.value = STATES.talk;
    state.value = STATES[first];
  }
  watchPage(shown);
  const letter = wanted.get('letters');
  const there = letter === null ? frame() : window.goLetters(letter as LetterStateName);
  render(<App visit={shown} />, place);
  await there;
};
unattended(window.begin(location.search));
