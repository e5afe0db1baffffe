/** Shows one screen with a fixed visit behind it: `?state=talk&lang=en`. What the screen asks for stands in `asked`. */

import { signal } from '@preact/signals';
import { render } from 'preact';
import type { VisitorSession, VisitState } from '../../src/visitor/session-view.ts';
import { visit } from '../../src/visitor/stores/visit.ts';
import { App } from '../../src/visitor/ui/App.tsx';
import '../../src/visitor/ui/style/style.ts';
import { pageHands, watchPage } from '../../src/visitor/ui/page.ts';
import { STATES, type StateName } from './states.ts';

declare global {
  interface Window {
    /** Calls the screens made of the session, in order. */
    asked: string[];
    /** Moves to another fixed state. */
    go: (name: StateName) => void;
  }
}

const wanted = new URLSearchParams(location.search);
const state = signal<VisitState>(STATES[(wanted.get('state') ?? 'loading') as StateName]);
window.asked = [];
window.go = (name) => {
  state.value = STATES[name];
};

const note = (call: string): void => {
  window.asked.push(call);
};
const session: VisitorSession = {
  state,
  ring: (lane, language) => note(`ring ${lane} ${language}`),
  send: (text) => {
    note(`send ${text}`);
    return wanted.get('send') !== 'no';
  },
  typing: () => note('typing'),
  leave: () => note('leave'),
  vanish: () => note('vanish'),
};

const place = document.getElementById('app');
if (place === null) throw new Error('no place to draw');
const hands = pageHands(() => render(null, place));
/** `?away=2` opens the page as it is after two minutes in the background. */
let away = 0;
const shown = visit(session, {
  ...hands,
  now: () => away,
  wishes: [wanted.get('lang') ?? 'nb'],
  away: (address) => note(`away ${address}`),
  reload: () => note('reload'),
});
shown.cover.background(true);
away = Number(wanted.get('away') ?? 0) * 60_000;
shown.cover.background(false);
if (state.value.kind === 'ended') {
  state.value = STATES.talk;
  state.value = STATES[wanted.get('state') as StateName];
}
watchPage(shown);
render(<App visit={shown} />, place);
